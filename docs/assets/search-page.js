/* The search as a page: words, choices and order in the address, and what is found below.
   What is found, slSearch says. Without this file, and where that cannot search, the page lists
   everything from A to Å. */

(() => {
  "use strict";

  const SHOWN = 24;
  const PAUSE = 120;
  const ORDERS = { bedst: "Bedste træf", nyeste: "Nyeste" };
  const [USUAL] = Object.keys(ORDERS);
  const BY_NAME = "Navn";
  const KIND = "slags";

  const home = document.querySelector("[data-sl-search]");
  // A page read from a disk cannot fetch what it takes.
  if (!home || !location.protocol.startsWith("http")) return;

  const root = new URL(home.dataset.slHome, location.href);
  const kinds = home.dataset.slKinds?.split(" ");
  const form = home.querySelector("form");
  const input = form.elements.q;
  const reset = form.querySelector("[type=reset]");
  const results = home.querySelector(".sl-results");
  const total = results.querySelector(".sl-total");
  const ways = results.querySelector(".sl-search__ways");
  const listed = results.querySelector(".sl-listed");
  const box = home.querySelector(".sl-narrow");

  let order = USUAL;
  let shown = SHOWN;
  let turn = 0;
  let found = { hits: [] };

  const choices = slChoices(box, total, {
    narrow: search,
    write: (said) => {
      const chosen = [...said];
      for (const name of new Set(said.keys())) said.delete(name);
      if (words()) said.set("q", words());
      for (const [name, value] of chosen) said.append(name, value);
      if (order !== USUAL) said.set("sorter", order);
    },
    read: (said) => {
      const asked = said.get("q") ?? "";
      // Whoever is writing may have come to the space before the next word.
      if (words() !== asked.trim()) input.value = asked;
      order = Object.hasOwn(ORDERS, said.get("sorter")) ? said.get("sorter") : USUAL;
      sorts.value = order;
      shown = history.state?.shown ?? SHOWN;
    },
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

  const meant = make("p", "sl-search__meant");
  const list = make("ol", "sl-hits");
  list.setAttribute("role", "list");
  const more = button("sl-narrow__more", "", () => {
    const next = list.children.length;
    shown += SHOWN;
    history.replaceState({ shown }, "");
    show();
    list.children[next]?.querySelector("a").focus();
  });
  tools.after(meant, chips, list, more);

  /* What is asked for. */

  function words() {
    return input.value.trim();
  }

  function isAsked() {
    return Boolean(words() || choices.chosen().length);
  }

  let pause;

  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => choices.choose({ isWritten: true }), PAUSE);
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    choices.choose({ isWritten: true });
    // A phone's keyboard gives way to what is found.
    total.focus({ preventScroll: true });
  });

  form.addEventListener("reset", (event) => {
    event.preventDefault();
    input.value = "";
    choices.choose();
    input.focus();
  });

  function search() {
    const own = ++turn;
    reset.hidden = !words();
    return Promise.resolve()
      .then(() => slSearch.find(words(), kinds ? { kinds } : {}))
      .then(
        (answer) => {
          if (own !== turn) return;
          found = answer;
          show();
        },
        () => own === turn && fail()
      );
  }

  function fail() {
    box.hidden = true;
    found = { hits: [] };
    show();
    if (!isAsked()) return;
    if (listed) listed.hidden = false;
    if (ways) ways.hidden = true;
    total.textContent = listed
      ? "Der kan ikke søges lige nu. Herunder står alt fra A til Å."
      : "Der kan ikke søges lige nu. Prøv igen om lidt.";
  }

  /* What is found. */

  const valuesOf = (hit, name) => {
    if (name === KIND) return [hit.kind];
    return (hit.facets instanceof Map ? hit.facets.get(name) : hit.facets[name]) ?? [];
  };

  /** The hits that have one of the chosen values in every facet where something is chosen. */
  function match() {
    const active = facets
      .map((facet) => [facet, new Set(facet.values.filter(isChosen).map((value) => value.name))])
      .filter(([, wanted]) => wanted.size);
    const numbers = new Map(facets.map((facet) => [facet, new Map()]));
    const passed = found.hits.filter((hit) => {
      const missed = active.filter(([{ name }, wanted]) => !valuesOf(hit, name).some((one) => wanted.has(one)));
      for (const [facet, counts] of numbers) {
        // What is chosen in the facet itself does not count against its other values.
        if (missed.some(([other]) => other !== facet)) continue;
        for (const one of valuesOf(hit, facet.name)) counts.set(one, (counts.get(one) ?? 0) + 1);
      }
      return !missed.length;
    });
    for (const [facet, counts] of numbers) {
      for (const value of facet.values) showNumber(value, counts.get(value.name) ?? 0);
      facet.values[0].label.closest("fieldset").hidden = facet.values.every(({ label }) => label.parentElement.hidden);
    }
    return passed;
  }

  const isChosen = (value) => value.input.checked;

  /** A word is true of few values, so the others would only be in the way. */
  function showNumber(value, number) {
    choices.count(value, number);
    const isInUse = isChosen(value) || value.input === document.activeElement;
    value.label.parentElement.hidden = !number && !isInUse;
  }

  const byName = new Intl.Collator("da", { numeric: true }).compare;

  function sorted(hits) {
    if (order === "nyeste") return hits.toSorted((a, b) => b.day - a.day);
    return words() ? hits : hits.toSorted((a, b) => byName(a.title, b.title));
  }

  function show() {
    const asked = isAsked();
    const hits = sorted(match());
    const items = asked ? hits.slice(0, shown) : [];
    total.textContent = asked ? told(hits.length) : "";
    tools.hidden = !asked;
    sorting.hidden = hits.length < 2;
    sorts.options[0].text = words() ? ORDERS[USUAL] : BY_NAME;
    list.replaceChildren(...items.map(entry));
    list.hidden = !items.length;
    more.hidden = !asked || hits.length <= shown;
    more.textContent = `Vis flere (${written(hits.length - items.length)} endnu)`;
    if (listed) listed.hidden = asked;
    if (ways) ways.hidden = !asked || hits.length > 0;
    showMeant(asked && found.suggestion);
    choices.show(hits.length, asked);
    box.hidden = !facets.length || (!found.hits.length && !choices.chosen().length);
  }

  function told(number) {
    const all = found.hits.length;
    const of = words() ? ` for »${words()}«` : "";
    if (!all) return `Ingen resultater${of}.`;
    if (!number) return `Ingen af ${counted(all)}${of} passer til alle dine valg.`;
    return number === all || !words() ? `${counted(number)}${of}` : `${written(number)} af ${counted(all)}${of}`;
  }

  function showMeant(suggestion) {
    meant.hidden = !suggestion;
    if (!suggestion) return;
    const link = make("a", "", suggestion);
    link.href = `?${new URLSearchParams({ q: suggestion })}`;
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      input.value = suggestion;
      choices.choose();
      total.focus({ preventScroll: true });
    });
    meant.replaceChildren("Mente du ", link, "?");
  }

  function entry(hit) {
    const made = make("li", "sl-hit");
    const title = make("h2", "sl-hit__title");
    const link = make("a");
    link.href = new URL(hit.url, root);
    link.append(...marked(hit.titleHtmlParts, hit.title));
    title.append(link);
    const marks = make("p", "sl-marks");
    const kind = hit.kindName ?? "";
    marks.append(make("span", "sl-kicker", kind.charAt(0).toUpperCase() + kind.slice(1)));
    if (hit.state) marks.append(make("span", "sl-state sl-state--plain", hit.state));
    if (valuesOf(hit, "eksempel").length) marks.append(make("span", "sl-example", "Eksempel"));
    const summary = make("p", "sl-hit__summary");
    summary.append(...marked(hit.summaryHtmlParts, hit.summary));
    made.append(title, marks, summary);
    return made;
  }

  /** A text with what was looked for marked; each part is a text, and never HTML. */
  function marked(parts, text) {
    return (parts ?? [[text, false]]).map(([part, isMarked]) => (isMarked ? make("mark", "", part) : part));
  }

  // What searches may be a module, and those run when the page is read.
  function begin() {
    choices.begin();
    // What the address asks for is looked up already; else whoever comes here is about to ask.
    if (!location.search) search();
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin, { once: true });
  else begin();
})();
