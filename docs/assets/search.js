/* Asks the search, which works beside the page: `slSearch.find("patient app").then(({ hits }) => …)`.
   Nothing is fetched before somebody is about to search. */

"use strict";

globalThis.slSearch = (() => {
  const here = document.currentScript.src;
  const source = new URL("../soeg/indeks.json", here).href;
  const root = new URL("../", here).href;
  let worker;
  let last = 0;
  const waiting = new Map();

  function start() {
    worker = new Worker(new URL("search/worker.js", here), { type: "module" });
    worker.addEventListener("message", ({ data: { number, error, ...answer } }) => {
      const { resolve, reject } = waiting.get(number);
      waiting.delete(number);
      if (error) reject(new Error(error));
      else resolve({ ...answer, hits: answer.hits.map(withAddress) });
    });
    // A browser that cannot run it says no more than that.
    worker.addEventListener("error", () => {
      for (const { reject } of waiting.values()) reject(new Error("worker"));
      waiting.clear();
      worker = undefined;
    });
  }

  const withAddress = (hit) => ({ ...hit, href: root + hit.url });

  /** The pages for what a reader wrote, best first.
   *
   * @param {string} text what the reader wrote; nothing means every page
   * @param {object} options `kinds` that are looked among, values that are `chosen` by facet, the
   *   `order` (nyeste, navn, or the best first), and how many are wanted at `most`; `isWhole` if what is
   *   found is counted and narrowed, and not only looked at
   * @returns {Promise<object>} the `hits`; how many there are in `total`, and in `all` if nothing
   *   were chosen; `numbers` by facet and value; the text as it may have been meant, `corrected`; and
   *   whether what was written says too little, `isVague`
   */
  function find(text, options = {}) {
    return new Promise((resolve, reject) => {
      if (!worker) start();
      waiting.set((last += 1), { resolve, reject });
      worker.postMessage({ number: last, source, text, ...options });
    });
  }

  /** A text with the words that were asked for marked; nothing in it is read as HTML. */
  function marked(pieces, element) {
    for (const [text, isAsked] of pieces) {
      const piece = isAsked ? document.createElement("mark") : document.createTextNode(text);
      if (isAsked) piece.textContent = text;
      element.append(piece);
    }
    return element;
  }

  return { find, marked, soon: () => find("", { most: 0 }).catch(() => {}) };
})();
