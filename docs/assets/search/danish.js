/* Danish words as the search compares them, as hooks/synlighed/danish/searching.py and compounds.py
   have it; the cases under tests/search/words.yml are run through both. */

import { stemmer } from "./stemmer.js";

const COMPOSED = [["a\u030a", "å"], ["a\u0308", "æ"], ["o\u0308", "ø"], ["u\u0308", "y"]];
const SPELLED_OUT = [["ae", "æ"], ["oe", "ø"], ["aa", "å"], ["ß", "ss"], ["œ", "ø"]];
/** A word, and what points or hyphens make one of them. */
export const WORD = /[\p{L}\p{N}]+(?:[-.·'’‑][\p{L}\p{N}]+)*/gu;
const PART = /[\p{L}\p{N}]+/gu;
const LINKS = ["", "s", "e", "er", "n"];
const ENDINGS = new Set("bar dom else els ent hed ing ling ment ning ring sen skab som vis".split(" "));
const LONGEST_ENDING = 8;
export const SHORTEST = 3;

/** A text in small letters, with æ, ø and å for how they are written elsewhere. */
export function spelled(text) {
  let small = text.toLowerCase().normalize("NFD");
  for (const [composed, letter] of COMPOSED) small = small.replaceAll(composed, letter);
  small = small.replace(/[\u0300-\u036f]+/g, "");
  for (const [letters, letter] of SPELLED_OUT) small = small.replaceAll(letters, letter);
  return small.normalize("NFC");
}

/** A word without its ending; what holds digits keeps them. */
export function stem(word) {
  return /\p{N}/u.test(word) ? word : stemmer(word);
}

/** The words of a text, before their endings are taken: what points or hyphens join is one more. */
export function writtenIn(text) {
  return [...spelled(text).matchAll(WORD)].flatMap(([found]) => {
    const parts = found.match(PART);
    return parts.length > 1 ? [...parts, parts.join("")] : parts;
  });
}

/** The words of a text as they are compared, in order. */
export const wordsOf = (text) => writtenIn(text).map(stem);

/** All of a text as one word. */
export function asOneWord(text) {
  return stem((spelled(text).match(PART) ?? []).join(""));
}

/** The words that a word is made of, the halves before what they are made of themselves. */
export function partsOf(word, isKnown) {
  if (word.length < 2 * SHORTEST || !/^\p{L}+$/u.test(word)) return [];
  let best = [];
  let evenness = 0;
  // Where one half ends with an a that the other begins with: `dataansvarlig`.
  for (const written of new Set([word, word.replaceAll("å", "aa")])) {
    for (const halves of halvesOf(written, isKnown)) {
      const shorter = Math.min(...halves.map((half) => half.length));
      if (shorter > evenness) [best, evenness] = [halves, shorter];
    }
  }
  return [...new Set([...best, ...best.flatMap((half) => partsOf(half, isKnown))])];
}

function* halvesOf(word, isKnown) {
  for (let end = SHORTEST; end <= word.length - SHORTEST + 1; end += 1) {
    const tail = known(word.slice(end), isKnown);
    if (!tail) continue;
    const before = word.slice(0, end);
    for (const link of LINKS) {
      const head = before.endsWith(link) && known(before.slice(0, end - link.length), isKnown);
      if (head) {
        yield [head, tail];
        break;
      }
    }
  }
}

function known(part, isKnown) {
  for (const written of [part, part + part.slice(-1)]) {
    if (written.length < SHORTEST || !beginsAsKnown(written, isKnown)) continue;
    const found = stem(written);
    if (found.length >= SHORTEST && !ENDINGS.has(found) && isKnown(found)) return found;
  }
  return "";
}

function beginsAsKnown(written, isKnown) {
  for (let length = written.length; length > Math.max(written.length - LONGEST_ENDING, 1); length -= 1) {
    if (isKnown(written.slice(0, length))) return true;
  }
  return false;
}
