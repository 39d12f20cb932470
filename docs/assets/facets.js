/* Narrows a catalogue without leaving it: several facets at once, with the choice in the address.
   Without this file every value of a facet is a link to a page of its own. */

(() => {
  "use strict";

  const box = document.querySelector("[data-sl-narrow]");
  // A page read from a disk cannot fetch what it takes.
  if (!box || !location.protocol.startsWith("http")) return;

  const SHOWN = 24;
  const { slNarrow: source, slSeveral: several, slNewest: newest } = box.dataset;
  const ORDERS = newest === undefined
    ? { navn: "navn", nyeste: "nyeste først", gennemgaaet: "senest gennemgået" }
    : { nyeste: "nyeste først", navn: "navn" };
  const [USUAL] = Object.keys(ORDERS);
  const listed = document.querySelector(".sl-listed");
  const total = document.querySelector(".sl-results > .sl-total");
  const usualTotal = total.textContent;
  const firstPage = [...listed.querySelectorAll(".sl-card, .sl-term")];
  // By id: words stand under their letters there, and not in the order of the list.
  const here = new Map(firstPage.map((one) => [one.querySelector("a").href.split("/").at(-2), one]));

  let order = USUAL;
  let shown = SHOWN;

  const choices = slChoices(box, total, {
    narrow: () => load().then(show, () => {
      total.textContent = "Listen kan ikke afgrænses lige nu. Prøv igen om lidt.";
    }),
    write: (said) => {
      if (order !== USUAL) said.set("sorter", order);
    },
    read: (said) => {
      order = Object.hasOwn(ORDERS, said.get("sorter")) ? said.get("sorter") : USUAL;
      sorts.value = order;
      shown = history.state?.shown ?? SHOWN;
    },
    soon: () => load().catch(() => {}),
  });
  const { facets, chips, make, button, written, counted } = choices;

  const sorts = make("select");
  for (const [name, text] of Object.entries(ORDERS)) sorts.append(new Option(text, name));
  sorts.addEventListener("change", () => {
    order = sorts.value;
    choices.choose();
  });
  const sorting = make("label", "sl-sort", "Sortér efter ");
  sorting.append(sorts);
  const tools = make("div", "sl-tools");
  total.replaceWith(tools);
  tools.append(total, sorting);

  const narrowed = make(firstPage[0].parentElement.tagName, firstPage[0].parentElement.className);
  if (narrowed.tagName === "UL") narrowed.setAttribute("role", "list");
  const more = button("sl-narrow__more", "Vis flere", () => {
    const next = narrowed.children.length;
    shown += SHOWN;
    history.replaceState({ shown }, "");
    show();
    narrowed.children[next]?.querySelector("a").focus();
  });
  narrowed.hidden = more.hidden = true;
  listed.before(chips, narrowed, more);

  /* The data: fetched when they are first needed, and once. */

  let fetching;
  let data;

  function load() {
    fetching ??= fetch(source)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then(unpack)
      .catch((error) => {
        fetching = undefined;
        throw error;
      });
    return fetching;
  }

  function unpack({ facets: postings, ids, titles, created, reviewed }) {
    const asListed = ids.map((_, item) => item);
    const latest = (days) =>
      [...asListed].sort((a, b) => (days[b] ?? -1) - (days[a] ?? -1) || a - b);
    const compare = new Intl.Collator("da").compare;
    const byName = () => [...asListed].sort((a, b) => compare(titles[a], titles[b]));
    for (const facet of facets) {
      for (const value of facet.values) {
        let item = 0;
        value.items = (postings[facet.name]?.[value.name] ?? []).map((step) => (item += step));
      }
    }
    const orders = newest === undefined
      ? { navn: asListed, nyeste: latest(created), gennemgaaet: latest(reviewed) }
      : { nyeste: asListed, navn: byName() };
    data = { ids, titles, orders };
  }

  const cards = new Map();

  /** The cards of one page of the whole list, as HTML; those of the first are here already. */
  function cardsOf(page) {
    if (!cards.has(page)) {
      const fetched = fetch(source.replace(/\.json$/, `-${page + 1}.json`)).then((a) => a.json());
      cards.set(page, fetched);
      fetched.then(
        (html) => cards.set(page, html),
        () => cards.delete(page)
      );
    }
    return cards.get(page);
  }

  /* Narrowing. */

  /** The items that have one of the chosen values in every facet where something is chosen. */
  function match() {
    const size = data.ids.length;
    const active = facets.filter((facet) => facet.values.some((value) => value.input.checked));
    const misses = new Uint8Array(size).fill(active.length);
    const has = new Map();
    for (const facet of active) {
      const having = new Uint8Array(size);
      for (const value of facet.values) {
        if (value.input.checked) for (const item of value.items) having[item] = 1;
      }
      for (let item = 0; item < size; item += 1) misses[item] -= having[item];
      has.set(facet, having);
    }
    for (const facet of facets) {
      const own = has.get(facet);
      for (const value of facet.values) {
        let number = 0;
        // What is chosen in the facet itself does not count against its other values.
        for (const item of value.items) {
          if (misses[item] === (own && !own[item] ? 1 : 0)) number += 1;
        }
        choices.count(value, number);
      }
    }
    return data.orders[order].filter((item) => !misses[item]);
  }

  function show() {
    const isNarrow = choices.chosen().length > 0 || order !== USUAL;
    const found = match();
    listed.hidden = isNarrow;
    narrowed.hidden = !isNarrow;
    more.hidden = !isNarrow || found.length <= shown;
    total.textContent = told(found.length, isNarrow);
    choices.show(found.length, isNarrow);
    const items = isNarrow ? found.slice(0, shown) : [];
    narrowed.replaceChildren(...items.map(card));
    more.textContent = `Vis flere (${written(found.length - items.length)} endnu)`;
  }

  function told(number, isNarrow) {
    if (!isNarrow) return usualTotal;
    if (!number) return `Ingen ${several} passer til alle dine valg.`;
    const all = data.ids.length;
    return number === all ? counted(all) : `${written(number)} af ${counted(all)}`;
  }

  /** The card of an item: its name at once, and the rest as soon as it is fetched. */
  function card(item) {
    const own = here.get(data.ids[item]);
    if (own) return own.cloneNode(true);
    const made = firstPage[0].cloneNode(false);
    const page = Math.floor(item / firstPage.length);
    const fill = (html) => {
      const whole = make("template");
      whole.innerHTML = html[item % firstPage.length];
      const hadFocus = made.contains(document.activeElement);
      made.replaceChildren(...whole.content.firstElementChild.childNodes);
      if (hadFocus) made.querySelector("a").focus();
    };
    const got = cardsOf(page);
    if (Array.isArray(got)) {
      fill(got);
      return made;
    }
    const name = make("a", "", data.titles[item]);
    name.href = `${data.ids[item]}/`;
    const inTerm = firstPage[0].matches(".sl-term");
    const heading = inTerm ? make("dt") : make("h2", "sl-card__title");
    heading.append(name);
    made.append(heading, ...(inTerm ? [make("dd")] : []));
    got.then(fill, () => {});
    return made;
  }

  choices.begin();
})();
