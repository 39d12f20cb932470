/* Searches beside the page, so that writing never waits: fetches the index once, and answers each
   question with its number. */

import { Index } from "./index.js";
import { marked } from "./marking.js";
import { narrowed, ordered } from "./narrowing.js";

/* Letters; nobody writes more, and whoever pastes a page shall not wait for it. */
const LONGEST = 200;
const fetched = {};

addEventListener("message", async ({ data: { number, source, ...asked } }) => {
  try {
    fetched[source] ??= load(source);
    const index = await fetched[source];
    postMessage({ number, ...answer(index, asked) });
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

function answer(index, { text, kinds, chosen = {}, order, most, isWhole }) {
  const { hits, ...told } = index.find(text.slice(0, LONGEST), kinds, isWhole);
  const { passed, numbers } = narrowed(hits, chosen);
  return {
    ...told,
    all: hits.length,
    total: passed.length,
    numbers,
    hits: ordered(passed, order).slice(0, most).map((hit) => shown(index, hit)),
  };
}

function shown(index, hit) {
  const terms = hit.terms();
  const isAsked = (word) => terms.has(word) || index.parts.get(word)?.some((part) => terms.has(part));
  const { url, kind, shown } = hit.page;
  const [one, many] = index.kinds[kind];
  return {
    url,
    kind,
    one,
    many,
    state: shown.state,
    title: marked(shown.title, isAsked),
    summary: marked(shown.summary, isAsked),
  };
}
