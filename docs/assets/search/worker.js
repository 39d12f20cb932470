/* Searches beside the page, so that writing never waits: fetches the index once, and answers each
   question with its number. */

import { Index } from "./index.js";
import { marked } from "./marking.js";

const fetched = {};

addEventListener("message", async ({ data: { number, source, text, kinds, most } }) => {
  try {
    fetched[source] ??= load(source);
    const index = await fetched[source];
    postMessage({ number, ...answer(index, text, kinds, most) });
  } catch (error) {
    delete fetched[source];
    postMessage({ number, error: String(error) });
  }
});

async function load(source) {
  const response = await fetch(source);
  if (!response.ok) throw new Error(response.status);
  return new Index(await response.json());
}

function answer(index, text, kinds, most = Infinity) {
  const { hits, corrected } = index.find(text, kinds);
  return { total: hits.length, corrected, hits: hits.slice(0, most).map((hit) => shown(index, hit)) };
}

function shown(index, hit) {
  const terms = hit.terms();
  const isAsked = (word) => terms.has(word) || index.parts.get(word)?.some((part) => terms.has(part));
  const { url, kind, day, facets, shown } = hit.page;
  const [one, many] = index.kinds[kind];
  return {
    url,
    kind,
    one,
    many,
    day,
    facets,
    state: shown.state,
    title: marked(shown.title, isAsked),
    summary: marked(shown.summary, isAsked),
  };
}
