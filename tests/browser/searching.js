/* A search that anybody can see through, in place of the site's own: every word in title or summary. */

globalThis.slSearch = {
  async find(words, { kinds } = {}) {
    const address = document.querySelector("[data-sl-home]").dataset.slHome + "soeg/indeks.json";
    const index = await fetch(address).then((answer) => answer.json());
    const asked = words.toLowerCase().split(" ").filter(Boolean);
    const marked = (text) => {
      const [word] = asked;
      const at = word ? text.toLowerCase().indexOf(word) : -1;
      if (at < 0) return [[text, false]];
      const end = at + word.length;
      return [[text.slice(0, at), false], [text.slice(at, end), true], [text.slice(end), false]];
    };
    const hits = index.pages
      .map(([url, kind, title, state, summary, facets, weight, day]) => ({
        url, kind, kindName: index.kinds[kind][0], title, state, summary, day,
        facets: asMap(facets),
        titleHtmlParts: marked(title),
        summaryHtmlParts: marked(summary),
      }))
      .filter((hit) => !kinds || kinds.includes(hit.kind))
      .filter((hit) => asked.every((word) => `${hit.title} ${hit.summary}`.toLowerCase().includes(word)));
    return { hits, suggestion: hits.length ? "" : "sygehus" };
  },
};

function asMap(facets) {
  const values = new Map();
  for (const [name, value] of facets.split(" ").filter(Boolean).map((one) => one.split("="))) {
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return values;
}

// The theme's own search opens by itself where an address has a `q`.
new MutationObserver(() => document.querySelector("[data-md-component=search]")?.remove()).observe(document, {
  childList: true,
  subtree: true,
});
