/* The words of the site, and which of them a reader may mean with one that is not among them. */

import MiniSearch from "./minisearch.js";
import { SHORTEST, partsOf, spelled, stem } from "./danish.js";

/* Letters of a half that is enough to know a word by. */
const HALF = 4;
const OFFERED = 3;
/* Letters. */
const SHORT = 5;
/* Pages. */
const COMMON = 1000;

/* So many mistakes leave a word that can be known. */
const mistakesIn = (word) => [5, 8].filter((length) => word.length >= length).length;

/** How many letters are wrong, missing, too many, or in each other's place (optimal string alignment). */
function apart(one, other) {
  let before = [];
  let last = [...Array(other.length + 1).keys()];
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const wrong = one[at - 1] === other[to - 1] ? 0 : 1;
      row[to] = Math.min(last[to] + 1, row[to - 1] + 1, last[to - 1] + wrong);
      const areSwapped = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      if (areSwapped) row[to] = Math.min(row[to], before[to - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}

export class Vocabulary {
  /** @param {string[]} small the words that say little, as they are written */
  constructor(small) {
    this.small = new Set(small);
    this.smallStems = new Set(small.map(stem));
    /* How many pages hold each word. */
    this.pages = new Map();
    this.shown = [];
  }

  /** Takes in the words of a page, and what is shown of it. */
  add(words, shown) {
    for (const word of new Set(words)) this.pages.set(word, (this.pages.get(word) ?? 0) + 1);
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

  /** The longest known word that one begins with, and the rest: `patient` and `jornal`. */
  headOf(word) {
    for (let end = word.length - HALF; end >= HALF; end -= 1) {
      const head = stem(word.slice(0, end));
      if (head.length >= HALF && this.isKnown(head)) return [head, word.slice(end)];
    }
    return ["", ""];
  }

  /** What a word that is not there may have been meant for; the nearest first. */
  meantBy(written) {
    const word = stem(written);
    if (this.has(word)) return [];
    // A word may be on its way to another, or be a half of it.
    if (this.isBegun(word) || this.endingIn(word).length) return [];
    return this.spelledLike(written);
  }

  spelledLike(written) {
    // What is left of a word without its ending may be too little to know it by.
    const own = new Set([written, stem(written)].filter((word) => word === written || word.length > SHORT));
    const far = new Map();
    for (const word of own) {
      const most = mistakesIn(word);
      // Two letters that changed places are one mistake to us, and two to those who look.
      for (const { id } of most ? this.spelling.search(word, { fuzzy: most + 1 }) : []) {
        const mistakes = apart(word, id);
        if (mistakes <= most && !own.has(id)) far.set(id, Math.min(mistakes, far.get(id) ?? most));
      }
    }
    const nearest = Math.min(...far.values());
    return [...far.keys()].filter((id) => far.get(id) === nearest).slice(0, OFFERED);
  }

  /** The words that are long enough to be made of others. */
  get longer() {
    return this.once("longer", [...this.pages.keys()].filter((word) => word.length >= SHORTEST));
  }

  /** Every word of titles and summaries as it stands there, by how it is compared. */
  get written() {
    const words = new Set(this.shown.join("\n").toLowerCase().match(/[\p{L}\p{N}]+/gu));
    return this.once("written", new Map([...words].map((word) => [spelled(word), word])));
  }

  /** Every word that says something, as it is written in titles and summaries, or else its stem. */
  get spelling() {
    const shown = [...this.written.keys()].filter((word) => !this.small.has(word));
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
