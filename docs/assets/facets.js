/* Narrows a catalogue without leaving it: several facets at once, with the choice in the address.
   Without this file every value of a facet is a link to a page of its own. */

(() => {
  "use strict";

  const box = document.querySelector("[data-sl-narrow]");
  // A page read from a disk cannot fetch what it takes.
  if (!box || !location.protocol.startsWith("http")) return;

  const SHOWN = 24;
  const ORDERS = { navn: "navn", nyeste: "nyeste først", gennemgaaet: "senest gennemgået" };
  const { slNarrow: source, slOne: one, slSeveral: several } = box.dataset;
  const listed = document.querySelector(".sl-listed");
  const total = document.querySelector(".sl-results > .sl-total");
  const usualTotal = total.textContent;
  const firstPage = [...listed.querySelectorAll(".sl-card, .sl-term")];
  // By id: words stand under their letters there, and not in the order of the list.
  const here = new Map(firstPage.map((one) => [one.querySelector("a").href.split("/").at(-2), one]));
  const wide = matchMedia("(min-width: 60em)");

  const make = (tag, className = "", text = "") => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  };
  const button = (className, text, act) => {
    const made = make("button", className, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  const written = (number) => number.toLocaleString("da-DK");
  const counted = (number) => `${written(number)} ${number === 1 ? one : several}`;

  /* What is chosen, and where it is shown. */

  const facets = [...box.querySelectorAll("[data-sl-facet]")].map((group) => ({
    name: group.dataset.slFacet,
    label: group.querySelector("legend").textContent,
    values: [...group.querySelectorAll("[data-sl-value]")].map(asBox),
  }));
  const tick = new Map(
    facets.flatMap((facet) => facet.values.map((value) => [`${facet.name}=${value.name}`, value]))
  );
  let order = "navn";
  let shown = SHOWN;
  let read = location.search;

  function asBox(link) {
    const input = make("input");
    input.type = "checkbox";
    const label = make("label", "sl-facet__value");
    const number = link.parentElement.querySelector(".sl-facet__number");
    label.append(input, make("span", "", link.textContent), number);
    const value = { name: link.dataset.slValue, text: link.textContent, input, number, label };
    link.parentElement.replaceChildren(label);
    input.addEventListener("change", () => choose());
    return value;
  }

  const chosen = () =>
    facets.flatMap((facet) =>
      facet.values
        .filter((value) => value.input.checked)
        .map((value) => ({ facet, value }))
    );

  const sorts = make("select");
  for (const [name, text] of Object.entries(ORDERS)) sorts.append(new Option(text, name));
  sorts.addEventListener("change", () => {
    order = sorts.value;
    choose();
  });
  const sorting = make("label", "sl-sort", "Sortér efter ");
  sorting.append(sorts);
  const tools = make("div", "sl-tools");
  total.replaceWith(tools);
  tools.append(total, sorting);
  total.setAttribute("role", "status");
  total.tabIndex = -1;

  const chips = make("ul", "sl-chosen");
  chips.setAttribute("role", "list");
  chips.setAttribute("aria-label", "Dine valg");
  const narrowed = make(firstPage[0].parentElement.tagName, firstPage[0].parentElement.className);
  if (narrowed.tagName === "UL") narrowed.setAttribute("role", "list");
  const more = button("sl-narrow__more", "Vis flere", () => {
    const next = narrowed.children.length;
    shown += SHOWN;
    history.replaceState({ shown }, "");
    show();
    narrowed.children[next]?.querySelector("a").focus();
  });
  listed.before(chips, narrowed, more);
  const summary = box.querySelector("summary");
  const summaryText = summary.textContent;
  const done = button("sl-narrow__done", "", () => {
    box.open = false;
    total.focus({ preventScroll: true });
    tools.scrollIntoView();
  });
  done.hidden = true;
  box.append(done);

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
    const byName = ids.map((_, item) => item);
    const latest = (days) =>
      [...byName].sort((a, b) => (days[b] ?? -1) - (days[a] ?? -1) || a - b);
    for (const facet of facets) {
      for (const value of facet.values) {
        let item = 0;
        value.items = (postings[facet.name]?.[value.name] ?? []).map((step) => (item += step));
      }
    }
    const orders = { navn: byName, nyeste: latest(created), gennemgaaet: latest(reviewed) };
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
        value.number.textContent = written(number);
        value.label.classList.toggle("sl-facet__value--none", !number && !value.input.checked);
      }
    }
    return data.orders[order].filter((item) => !misses[item]);
  }

  function show() {
    const choice = chosen();
    const isNarrow = choice.length > 0 || order !== "navn";
    const found = match();
    listed.hidden = isNarrow;
    chips.hidden = !choice.length;
    narrowed.hidden = !isNarrow;
    more.hidden = !isNarrow || found.length <= shown;
    total.textContent = told(found.length, isNarrow);
    summary.textContent = choice.length ? `${summaryText} (${choice.length})` : summaryText;
    done.hidden = !isNarrow;
    done.textContent = `Vis ${counted(found.length)}`;
    chips.replaceChildren(...choice.map(chip), ...(choice.length ? [clearing()] : []));
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

  function chip({ facet, value }) {
    const remove = button("", value.text, () => {
      value.input.checked = false;
      choose();
      (chips.querySelector("button") ?? total).focus();
    });
    remove.setAttribute("aria-label", `Fjern ${facet.label}: ${value.text}`);
    const entry = make("li");
    entry.append(remove);
    return entry;
  }

  function clearing() {
    const entry = make("li", "sl-chosen__clear");
    entry.append(
      button("", "Ryd alle valg", () => {
        for (const value of tick.values()) value.input.checked = false;
        choose();
        total.focus();
      })
    );
    return entry;
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

  /* The address: it says what is chosen, so that it can be sent to others and gone back to. */

  function address() {
    const said = new URLSearchParams();
    for (const { facet, value } of chosen()) said.append(facet.name, value.name);
    if (order !== "navn") said.set("sorter", order);
    const query = said.toString();
    return query ? `?${query}` : location.pathname;
  }

  function readAddress() {
    const said = new URLSearchParams(location.search);
    for (const value of tick.values()) value.input.checked = false;
    for (const [name, value] of said) {
      const known = tick.get(`${name}=${value}`);
      if (known) known.input.checked = true;
    }
    order = Object.hasOwn(ORDERS, said.get("sorter")) ? said.get("sorter") : "navn";
    sorts.value = order;
    shown = history.state?.shown ?? SHOWN;
    return order !== "navn" || chosen().length > 0;
  }

  function choose() {
    shown = SHOWN;
    history.pushState(null, "", address());
    read = location.search;
    return update();
  }

  function update() {
    return load().then(show, () => {
      total.textContent = "Listen kan ikke afgrænses lige nu. Prøv igen om lidt.";
    });
  }

  chips.hidden = narrowed.hidden = more.hidden = true;
  box.classList.add("sl-narrow--works");
  if (readAddress()) update();
  addEventListener("popstate", () => {
    // A link to a place on the page is no other choice.
    if (location.search === read) return;
    read = location.search;
    readAddress();
    update();
  });
  // Whoever looks at the choices is about to make one.
  for (const event of ["pointerenter", "focusin"]) {
    box.addEventListener(event, () => load().catch(() => {}), { once: true });
  }
  const openWhenWide = () => (box.open = wide.matches);
  openWhenWide();
  wide.addEventListener("change", openWhenWide);
})();
