/* Choices among the values of facets: boxes to tick in place of links, what is chosen as buttons that
   take it away again, and all of it in the address, which can be sent to others and gone back to.
   What is done with them is for whoever asks: a catalogue and a calendar narrow in different ways. */

"use strict";

globalThis.slChoices = (box, total, { narrow, write = () => {}, read = () => {}, soon = () => {} }) => {
  const { slOne: one, slSeveral: several } = box.dataset;
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

  const facets = [...box.querySelectorAll("[data-sl-facet]")].map((group) => ({
    name: group.dataset.slFacet,
    label: group.querySelector("legend").textContent,
    values: [...group.querySelectorAll("[data-sl-value]")].map(asBox),
  }));
  const tick = new Map(
    facets.flatMap((facet) => facet.values.map((value) => [`${facet.name}=${value.name}`, value]))
  );
  let shown = location.search;

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

  total.setAttribute("role", "status");
  total.tabIndex = -1;
  const chips = make("ul", "sl-chosen");
  chips.setAttribute("role", "list");
  chips.setAttribute("aria-label", "Dine valg");
  chips.hidden = true;
  const summary = box.querySelector("summary");
  const summaryText = summary.textContent;
  const done = button("sl-narrow__done", "", () => {
    box.open = false;
    total.focus({ preventScroll: true });
    total.parentElement.scrollIntoView();
  });
  done.hidden = true;
  box.append(done);

  /** Says what is chosen, and how much is left of it. */
  function show(number, isNarrow) {
    const choice = chosen();
    chips.hidden = !choice.length;
    chips.replaceChildren(...choice.map(chip), ...(choice.length ? [clearing()] : []));
    summary.textContent = choice.length ? `${summaryText} (${choice.length})` : summaryText;
    done.hidden = !isNarrow;
    done.textContent = `Vis ${counted(number)}`;
  }

  /** Says how many a value would give. */
  function count(value, number) {
    value.number.textContent = written(number);
    value.label.classList.toggle("sl-facet__value--none", !number && !value.input.checked);
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

  function address() {
    const said = new URLSearchParams();
    for (const { facet, value } of chosen()) said.append(facet.name, value.name);
    write(said);
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
    read(said);
  }

  /** Takes up what is chosen; what is still being written takes the place of what was. */
  function choose({ isWritten = false } = {}) {
    history[isWritten ? "replaceState" : "pushState"](null, "", address());
    shown = location.search;
    read(new URLSearchParams(shown));
    return narrow();
  }

  /** Begins with what the address says. */
  function begin() {
    box.classList.add("sl-narrow--works");
    readAddress();
    if (location.search) narrow();
    addEventListener("popstate", () => {
      // A link to a place on the page is no other choice.
      if (location.search === shown) return;
      shown = location.search;
      readAddress();
      narrow();
    });
    // Whoever looks at the choices is about to make one.
    for (const event of ["pointerenter", "focusin"]) {
      box.addEventListener(event, soon, { once: true });
    }
    const openWhenWide = () => (box.open = wide.matches);
    openWhenWide();
    wide.addEventListener("change", openWhenWide);
  }

  return { facets, chosen, chips, show, count, choose, begin, make, button, written, counted };
};
