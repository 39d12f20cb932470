/* Which words of a text are those that were asked for. */

import { WORD, wordsOf } from "./danish.js";

/** A text in pieces, each with whether it was asked for.
 *
 * @param {string} text as it is shown
 * @param {(word: string) => boolean} isAsked whether a word, as it is compared, was asked for
 * @returns {[string, boolean][]}
 */
export function marked(text, isAsked) {
  const pieces = [];
  let done = 0;
  for (const { 0: word, index: at } of text.matchAll(WORD)) {
    if (!wordsOf(word).some(isAsked)) continue;
    if (at > done) pieces.push([text.slice(done, at), false]);
    pieces.push([word, true]);
    done = at + word.length;
  }
  if (done < text.length) pieces.push([text.slice(done), false]);
  return pieces;
}
