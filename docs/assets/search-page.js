/* The search as a page: words, choices and order in the address, and what is found below. What is
   found, slSearch says. Without this file, and where that cannot search, the page lists everything
   from A to Å. Another page can have it, too, for some kinds alone. */

(() => {
  "use strict";

  const SHOWN = 24;
  /* Milliseconds: from letter to question, and until somebody wonders. */
  const [PAUSE, SLOW] = [120, 400];
  const ORDERS = { bedst: "Bedste træf", nyeste: "Nyeste" };
  const [USUAL] = Object.keys(ORDERS);
  const BY_NAME = "Navn";
  const KIND = "slags";
  const SAMPLE = "Eksempel";
  const NOTHING = { hits: [], all: 0, total: 0, numbers: {}, corrected: "" };

  const home = document.querySelector("[data-sl-search]");
  // A page read from a disk cannot fetch what it takes.
  if (!home || !location.protocol.startsWith("http")) return;

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
  let slow;
  let answer = NOTHING;

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
    search().then(() => list.children[next]?.querySelector("a").focus());
  });
  for (const part of [sorting, meant, list, more]) part.hidden = true;
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
    // A phone's keyboard gives way to what is found.
    choices.choose({ isWritten: true }).then(() => total.focus({ preventScroll: true }));
  });

  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    input.value = "";
    choices.choose();
    input.focus();
  });

  async function search() {
    const own = ++turn;
    const asked = words();
    reset.hidden = !asked;
    const chosen = {};
    for (const { facet, value } of choices.chosen()) (chosen[facet.name] ??= []).push(value.name);
    const by = order === USUAL && !asked ? "navn" : order;
    const most = isAsked() ? shown : 0;
    clearTimeout(slow);
    slow = setTimeout(() => {
      if (isAsked()) total.textContent = "Søger …";
    }, SLOW);
    try {
      const found = await slSearch.find(asked, { kinds, chosen, order: by, most, isWhole: true });
      // Something else was asked for meanwhile, or is about to be.
      if (own !== turn || words() !== asked) return;
      answer = found;
      show();
    } catch {
      if (own === turn) fail();
    } finally {
      if (own === turn) clearTimeout(slow);
    }
  }

  function fail() {
    box.hidden = true;
    answer = NOTHING;
    show();
    if (!isAsked()) return;
    listed.hidden = false;
    if (ways) ways.hidden = true;
    total.textContent = "Der kan ikke søges lige nu. Herunder står alt fra A til Å.";
  }

  /* What is found. */

  /** Says how many each value would give, and hides the values that none of what is found has. */
  function showNumbers() {
    for (const facet of facets) {
      const numbers = answer.numbers[facet.name] ?? {};
      for (const value of facet.values) showNumber(value, numbers[value.name] ?? 0);
      facet.values[0].label.closest("fieldset").hidden = facet.values.every(({ label }) => label.parentElement.hidden);
    }
  }

  const isChosen = (value) => value.input.checked;

  /** A word is true of few values, so the others would only be in the way. */
  function showNumber(value, number) {
    choices.count(value, number);
    const isInUse = isChosen(value) || value.input === document.activeElement;
    value.label.parentElement.hidden = !number && !isInUse;
  }

  function show() {
    const asked = isAsked();
    const items = asked ? answer.hits : [];
    showNumbers();
    total.textContent = asked ? told() : "";
    sorting.hidden = !asked || answer.total < 2;
    sorts.options[0].text = words() ? ORDERS[USUAL] : BY_NAME;
    list.replaceChildren(...items.map(entry));
    list.hidden = !items.length;
    more.hidden = !asked || answer.total <= items.length;
    more.textContent = `Vis flere (${written(answer.total - items.length)} endnu)`;
    listed.hidden = asked;
    if (ways) ways.hidden = !asked || answer.total > 0 || answer.isVague;
    showMeant(asked && answer.corrected);
    choices.show(answer.total, asked);
    box.hidden = !facets.length || (!answer.all && !choices.chosen().length);
  }

  function told() {
    const { all, total: number, corrected } = answer;
    const of = words() ? ` på »${corrected || words()}«` : "";
    if (!all) return answer.isVague ? "Skriv lidt mere." : `Ingen træf på »${words()}«.`;
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
      choices.choose().then(() => total.focus({ preventScroll: true }));
    });
    meant.replaceChildren("Mente du ", link, "?");
  }

  function entry(hit) {
    const made = make("li", "sl-hit");
    const title = make("h2", "sl-hit__title");
    const link = make("a");
    link.href = hit.href;
    title.append(slSearch.marked(hit.title, link));
    const marks = make("p", "sl-marks");
    marks.append(make("span", "sl-kicker", hit.one.charAt(0).toUpperCase() + hit.one.slice(1)));
    for (const state of hit.state.split(" · ").filter(Boolean)) {
      marks.append(make("span", state === SAMPLE ? "sl-example" : "sl-state sl-state--plain", state));
    }
    made.append(title, marks, slSearch.marked(hit.summary, make("p", "sl-hit__summary")));
    return made;
  }

  choices.begin();
  // What the address asks for is looked up already; else whoever comes here is about to ask.
  if (!location.search) search();
})();
