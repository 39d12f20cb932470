/* The words of the site, and which of them a reader may mean with one that is not among them. */

import MiniSearch from "./minisearch.js";
import { SHORTEST, partsOf, stem, writtenIn } from "./danish.js";

/* Pages that hold a word, for it to be one that is hardly ever written, and how much oftener the one
   that was meant is. */
const [SELDOM, OFTENER] = [2, 5];
/* Letters of a half that is enough to know a word by. */
const HALF = 4;
/* Of what is written almost so, what is nearly as near as the nearest. */
const NEAR = 0.95;
const OFFERED = 3;
/* Pages. */
const COMMON = 1000;

export class Vocabulary {
  /** @param {string[]} small the words that say little, as they are written */
  constructor(small) {
    this.small = new Set(small);
    this.smallStems = new Set(small.map(stem));
    /* How many pages hold each word. */
    this.pages = new Map();
    this.inNames = new Set();
    this.shown = [];
  }

  /** Takes in the words of a page, those of its names, and what is shown of it. */
  add(words, inNames, shown) {
    for (const word of new Set(words)) this.pages.set(word, (this.pages.get(word) ?? 0) + 1);
    for (const word of inNames) this.inNames.add(word);
    this.shown.push(shown);
  }

  has(word) {
    return this.pages.has(word);
  }

  /** Whether a word is there, and says something. */
  isKnown(word) {
    return this.pages.has(word) && !this.smallStems.has(word);
  }

  /** Whether so many pages hold a word, or one that begins so, that it tells of none of them. */
  isCommon(word) {
    const isSpread = (other) => other.startsWith(word) && this.pages.get(other) > COMMON;
    return word.length < SHORTEST || this.longer.some(isSpread);
  }

  /** The known words that a word is made of. */
  partsOf(word) {
    return partsOf(word, (part) => this.isKnown(part));
  }

  /** Whether other words begin like this one. */
  isBegun(word) {
    return this.longer.some((other) => other.length > word.length && other.startsWith(word));
  }

  /** The words that a word is the end of, as far as nobody took them apart. */
  endingIn(word) {
    if (word.length < SHORTEST) return [];
    const shortest = word.length + SHORTEST;
    return this.longer.filter((other) => other.length >= shortest && other.endsWith(word));
  }

  /** What a compound begins as, as far as there are such words: `sygesikring` of `sygesikringsbevis`. */
  beginningOf(word) {
    for (let end = word.length; end >= 2 * HALF; end -= 1) {
      if (this.isBegun(word.slice(0, end))) return word.slice(0, end);
    }
    return "";
  }

  /** The known word that one ends in: `grup` of `styringsgruppe`. */
  endOf(word) {
    for (let at = HALF; at <= word.length - HALF; at += 1) {
      const end = stem(word.slice(at));
      if (end.length >= HALF && this.isKnown(end)) return end;
    }
    return "";
  }

  /** What a word that is not there, or all but not, may have been meant for; the nearest first. */
  meantBy(written) {
    const word = stem(written);
    const known = this.isKnown(word) ? this.pages.get(word) : 0;
    if (known > SELDOM || this.inNames.has(word)) return [];
    // A word may be on its way to another, or be a half of it.
    if (this.isBegun(word) || this.endingIn(word).length) return [];
    return this.spelledLike(written).filter((other) => this.pages.get(stem(other)) > known * OFTENER);
  }

  spelledLike(written) {
    // Two letters that changed places are two mistakes to those who count them.
    const distance = [4, 6, 9].filter((length) => written.length >= length).length;
    if (!distance) return [];
    const own = [...new Set([written, stem(written)])];
    const found = own
      .flatMap((word) => this.spelling.search(word, { fuzzy: distance }))
      .filter(({ id }) => !own.includes(id))
      .sort((a, b) => b.score - a.score);
    const near = found.filter(({ score }) => score > found[0].score * NEAR);
    return [...new Set(near.map(({ id }) => id))].slice(0, OFFERED);
  }

  /** The words that are long enough to be made of others. */
  get longer() {
    return this.once("longer", [...this.pages.keys()].filter((word) => word.length >= SHORTEST));
  }

  /** Every word as it is written in titles and summaries, or else its stem. */
  get spelling() {
    const shown = [...new Set(writtenIn(this.shown.join("\n")))];
    const stems = new Set(shown.map(stem));
    const others = [...this.pages.keys()].filter((word) => !stems.has(word));
    const spelling = new MiniSearch({
      fields: ["id"],
      tokenize: (word) => [word],
      processTerm: (word) => word,
    });
    spelling.addAll([...new Set([...shown, ...others])].map((id) => ({ id })));
    return this.once("spelling", spelling);
  }

  /** Keeps what takes long to make, and is made when it is first needed. */
  once(name, value) {
    Object.defineProperty(this, name, { value });
    return value;
  }
}
