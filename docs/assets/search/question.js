/* What a reader asks for: the words of it one by one, and those of one name together, each with the
   words that it may stand for, as queries of MiniSearch. */

import { asOneWord, stem, writtenIn } from "./danish.js";
import { BEGUN, HALF_KNOWN, MEANT, PART, SYNONYM } from "./weights.js";

const LONGEST_NAME = 5;

/** The parts of a question.
 *
 * @param {string} text what the reader wrote
 * @param {Vocabulary} words those of the site
 * @param {Map<string, string[]>} synonyms the names that mean the same as a name
 * @returns {{written: string, queries: object[], isSmall: boolean, isCommon: boolean,
 *   isCorrected: boolean}[]} `written` as it was probably meant
 */
export function askedIn(text, words, synonyms) {
  const written = writtenBy(text, words);
  const parts = [];
  for (let at = 0; at < written.length; at += parts.at(-1).length) {
    parts.push(partAt(written.slice(at, at + LONGEST_NAME), words, synonyms));
  }
  // A name may be made of small words alone.
  return parts.every((part) => part.isSmall) ? parts.map((part) => ({ ...part, isSmall: false })) : parts;
}

/** The words asked for; what points or hyphens join is one word where there is such a word. */
function writtenBy(text, words) {
  return text.split(/\s+/).flatMap((chunk) => {
    const written = writtenIn(chunk);
    return written.length > 1 && words.has(asOneWord(chunk)) ? written.slice(-1) : written;
  });
}

function partAt(written, words, synonyms) {
  return named(written, words, synonyms) ?? joined(written, words) ?? single(written[0], words);
}

/** The longest name that something else means the same as. */
function named(written, words, synonyms) {
  for (let length = written.length; length > 0; length -= 1) {
    const own = written.slice(0, length);
    const others = synonyms.get(own.map(stem).join(" "));
    if (!others) continue;
    const queries = length > 1 ? [allOf(own.map(stem), 1)] : meaningsOf(own[0], words);
    queries.push(...others.map((other) => allOf(other.split(" "), SYNONYM)));
    return { length, written: own.join(" "), queries, isCommon: own.some((word) => words.isCommon(stem(word))) };
  }
  return undefined;
}

/** Two words that are also written as one: `mit sygehus`, `tele medicin`. */
function joined(written, words) {
  const both = written.slice(0, 2);
  const one = stem(both.join(""));
  const areSmall = both.every((word) => words.small.has(word));
  if (both.length < 2 || areSmall || !words.has(one)) return undefined;
  const queries = [exactly(one), ...both.flatMap((word) => meaningsOf(word, words))];
  return { length: 2, written: both.join(" "), queries, isCommon: both.some((word) => words.isCommon(stem(word))) };
}

function single(written, words) {
  const isSmall = words.small.has(written);
  const meant = isSmall ? [] : words.meantBy(written);
  return {
    length: 1,
    written: meant[0] ?? written,
    queries: meaningsOf(written, words, meant),
    isSmall,
    isCommon: words.isCommon(stem(written)),
    isCorrected: meant.length > 0,
  };
}

/** A word as it is; as the beginning, the end or the parts of others; or as it may be meant. */
function meaningsOf(written, words, meant = []) {
  const word = stem(written);
  if (words.small.has(written)) return [exactly(word)];
  const other = meant.map((one) => exactly(stem(one), MEANT));
  if (words.isKnown(word)) return [exactly(word), beginning(word), ...other];
  other.push(
    ...words.partsOf(word).map((part) => exactly(part, PART)),
    ...words.endingIn(word).map((longer) => exactly(longer, PART))
  );
  return [beginning(word), ...(other.length ? other : halfOf(word, words))];
}

/** What is left to know a compound by, when only half of it is known. */
function halfOf(word, words) {
  const start = words.beginningOf(word);
  const end = start ? "" : words.endOf(word);
  return [...(start ? [beginning(start)] : []), ...(end ? [exactly(end, HALF_KNOWN)] : [])];
}

const exactly = (word, boost = 1) => ({ queries: [word], boostTerm: () => boost });
const beginning = (word) => ({
  queries: [word],
  prefix: word.length > 1,
  weights: { prefix: BEGUN, fuzzy: 0 },
});
const allOf = (words, boost) => ({
  combineWith: "AND",
  queries: words.map((word) => exactly(word, boost)),
});
