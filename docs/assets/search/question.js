/* What a reader asks for: the words of it one by one, and those of one name together, each with the
   words that it may stand for, as queries of MiniSearch. */

import { asOneWord, spelled, stem, writtenIn } from "./danish.js";
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
  return parts.every((part) => part.isSmall)
    ? parts.map((part) => ({ ...part, isSmall: false, isVague: true }))
    : parts;
}

/** A text as it may have been meant, with the words that were taken for others in place of what was
 * written; nothing if none was.
 */
export function corrected(text, parts, words) {
  const meant = new Map(
    parts
      .filter((part) => part.isCorrected && words.written.has(part.written))
      .map((part) => [part.own, words.written.get(part.written)])
  );
  if (!meant.size) return "";
  return text.trim().replace(/[\p{L}\p{N}]+/gu, (word) => meant.get(spelled(word)) ?? word);
}

/** The words asked for; what points or hyphens join is one word where there is such a word, and so are
 * the figures of a telephone number.
 */
function writtenBy(text, words) {
  const number = text.replace(/^\s*\+45/, "").replace(/\s/g, "");
  if (/^\d{8}$/.test(number)) return [number];
  return text.split(/\s+/).flatMap((chunk) => {
    const written = writtenIn(chunk);
    const parts = written.slice(0, -1);
    if (parts.length < 2 || written.at(-1) !== parts.join("")) return written;
    const one = asOneWord(chunk);
    return words.has(one) || words.isBegun(one) ? written.slice(-1) : parts;
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
    own: written,
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
    ...[words.partsOf(word).slice(0, 2)].filter((halves) => halves.length).map((halves) => allOf(halves, PART)),
    ...words.endingIn(word).map((longer) => exactly(longer, PART))
  );
  return [beginning(word), ...(other.length ? other : halfOf(word, words))];
}

/** What is left to know a compound by, when only half of it is known, or the other is misspelt. */
function halfOf(word, words) {
  const start = words.beginningOf(word);
  if (start) return [beginning(start)];
  const [head, rest] = words.headOf(word);
  return head ? words.spelledLike(rest).map((tail) => allOf([head, stem(tail)], HALF_KNOWN)) : [];
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
