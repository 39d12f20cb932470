/* Hits narrowed by what a reader has chosen, and put in another order. */

export const KIND = "slags";

const byName = new Intl.Collator("da", { numeric: true }).compare;

/** The hits that have one of the chosen values in every facet where something is chosen.
 *
 * @param {Hit[]} hits
 * @param {Record<string, string[]>} chosen values by facet
 * @returns {{passed: Hit[], numbers: Record<string, Record<string, number>>}} also how many each value
 *   would give; what is chosen in its own facet does not count against it
 */
export function narrowed(hits, chosen) {
  const active = Object.entries(chosen).map(([facet, values]) => [facet, new Set(values)]);
  const numbers = {};
  const passed = hits.filter(({ page }) => {
    const missed = active.filter(([facet, wanted]) => !valuesOf(page, facet).some((one) => wanted.has(one)));
    for (const [facet, values] of valuesIn(page)) {
      if (missed.some(([other]) => other !== facet)) continue;
      const counts = (numbers[facet] ??= {});
      for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
    }
    return !missed.length;
  });
  return { passed, numbers };
}

/** Hits by `nyeste` or by `navn`; in every other order as they are. */
export function ordered(hits, order) {
  const titleOf = ({ page }) => page.shown.title;
  if (order === "nyeste") return [...hits].sort((a, b) => b.page.day - a.page.day);
  return order === "navn" ? [...hits].sort((a, b) => byName(titleOf(a), titleOf(b))) : hits;
}

const valuesOf = (page, facet) => valuesIn(page).get(facet) ?? [];

/** The values of a page by facet, read when they are first asked for. */
function valuesIn(page) {
  if (page.values) return page.values;
  page.values = new Map([[KIND, [page.kind]]]);
  for (const said of page.facets.split(" ").filter(Boolean)) {
    const [facet, value] = said.split("=");
    page.values.set(facet, [...(page.values.get(facet) ?? []), value]);
  }
  return page.values;
}
