/* How much counts what. Found by trying what the queries under tests/search ask for: none of it is a
   law, and all of it can be tried anew. */

/** How well a word says what a page is about, by where it stands; `inNames` and `inText` hold the
    words that compounds there are made of. */
export const BOOST = { title: 8, also: 4, inNames: 2.3, summary: 2.7, text: 0.6, inText: 0.3 };

/** How much of a question a page answers when a word of it stands there. */
export const ANSWERED = { title: 1, also: 1, inNames: 0.9, summary: 0.9, text: 0.5, inText: 0.5 };

/** What is found by another word than the one asked for, beside what is found by that. */
export const BEGUN = 0.3;
export const PART = 0.7;
export const SYNONYM = 0.7;
export const MEANT = 0.8;
export const HALF_KNOWN = 0.3;

/** What a small word says, beside one that says something. */
export const SMALL = 0.12;

/** The best page for a word is not that much better than the next. */
export const EVENED = 0.7;

/** A page that holds half of what was asked for is worth a quarter. */
export const COVERAGE = 2;

/** What it adds that all of a page's name was asked for, and that this is a longer name. */
export const NAMED = 1.7;
export const LONGER = 0.3;

/** What it adds to be called just so: by title, or by another name. */
export const TITLE = 1.1;
export const ALIAS = 0.5;

/** The one word of a whole question that says something is less of a name, the longer that is. */
export const ASIDE = 2;
