/* The search on top of every page: answers while one writes, below the field, and by keyboard. A
   combobox with a list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Without this file the
   field leads to the page of the search. */

(() => {
  "use strict";

  const box = document.querySelector("[data-sl-find]");
  // A page read from a disk cannot fetch what it takes.
  if (!box || !location.protocol.startsWith("http")) return;

  const [BEST, OF_KIND, FETCHED, SHORTEST] = [3, 4, 40, 2];
  /* Milliseconds until somebody wonders, and until somebody has stopped writing. */
  const [SLOW, SPOKEN] = [400, 700];
  const SHORTCUT = "sl-search-shortcut";
  const form = box.querySelector("form");
  const field = box.querySelector("input");
  const opener = document.querySelector("[data-sl-find-open]");
  const panel = box.querySelector(".sl-find__panel");
  const told = panel.querySelector(".sl-find__status");
  const aloud = box.querySelector("[role=status]");
  const list = panel.querySelector("[role=listbox]");
  const foot = panel.querySelector(".sl-find__foot");
  const none = panel.querySelector(".sl-find__none");
  const narrow = matchMedia("(max-width: 59.9375em)");
  const behind = document.querySelectorAll(
    ".md-skip, .md-header__inner > :not([data-sl-find]), .md-tabs, .md-banner, .md-container, .md-footer"
  );
  let asked = "";
  let slow;
  let speaking;
  let active = -1;
  let options = [];

  const make = (tag, className = "", text = "") => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  };

  /* Open and closed. */

  function open() {
    box.classList.add("sl-find--open");
    cover();
    field.focus();
    show();
  }

  function close() {
    box.classList.remove("sl-find--open");
    cover();
    expand(false);
  }

  const isOpen = () => box.classList.contains("sl-find--open");

  /** On a phone the open search covers the page, which nobody should then get to. */
  function cover() {
    for (const part of behind) part.inert = narrow.matches && isOpen();
  }

  function expand(isShown) {
    panel.hidden = !isShown;
    field.setAttribute("aria-expanded", isShown && options.length > 0);
    if (!isShown) choose(-1);
  }

  /* Answers. */

  async function ask() {
    const text = field.value.trim();
    asked = text;
    if (text.length < SHORTEST) {
      options = [];
      list.replaceChildren();
      return expand(false);
    }
    clearTimeout(slow);
    slow = setTimeout(() => asked === text && say("Søger …"), SLOW);
    try {
      const answer = await slSearch.find(text, { most: FETCHED });
      // Something else was written while it was looked for.
      if (asked === text) tell(text, answer);
    } catch {
      if (asked === text) fail();
    }
  }

  function tell(text, { hits, total, corrected, isVague }) {
    const groups = grouped(hits);
    options = [];
    list.replaceChildren(...groups.map(group));
    const found = corrected ? `Ingen træf på »${text}«. Her er ${written(total)} på »${corrected}«.` : `${written(total)} træf`;
    list.hidden = !total;
    none.hidden = total > 0 || isVague;
    say(total ? found : isVague ? "Skriv lidt mere." : `Ingen træf på »${text}«.`);
    meant(corrected);
    const all = foot.querySelector("a");
    all.href = `${form.action}?${new URLSearchParams({ q: text })}`;
    all.textContent = total > shownIn(groups) ? `Se alle ${written(total)} træf` : "Se træf med filtre";
    all.hidden = !total;
    choose(-1);
  }

  /** Says how far the search is: at once to those who see, and to others when they stop writing. */
  function say(text) {
    clearTimeout(slow);
    told.textContent = text;
    clearTimeout(speaking);
    speaking = setTimeout(() => (aloud.textContent = text), SPOKEN);
    show();
  }

  function show() {
    expand(field.value.trim().length >= SHORTEST && isOpen());
  }

  function fail() {
    options = [];
    list.replaceChildren();
    none.hidden = false;
    meant("");
    foot.querySelector("a").hidden = true;
    say("Søgningen kan ikke hentes lige nu. Prøv igen om lidt.");
  }

  const written = (number) => number.toLocaleString("da-DK");
  const shownIn = (groups) => groups.reduce((sum, { hits }) => sum + hits.length, 0);

  /** The best of all first, and then the rest kind by kind. */
  function grouped(hits) {
    return [
      { name: "Bedste træf", hits: hits.slice(0, BEST) },
      ...[...byKind(hits.slice(BEST))].map(([name, those]) => ({ name, hits: those.slice(0, OF_KIND) })),
    ].filter(({ hits: those }) => those.length);
  }

  function byKind(hits) {
    const groups = new Map();
    for (const hit of hits) groups.set(hit.many, [...(groups.get(hit.many) ?? []), hit]);
    return groups;
  }

  function group({ name, hits }, number) {
    const made = make("div", "sl-find__group");
    const heading = make("div", "sl-find__heading", name);
    heading.id = `sl-find-group-${number}`;
    made.setAttribute("role", "group");
    made.setAttribute("aria-labelledby", heading.id);
    made.append(heading, ...hits.map(option));
    return made;
  }

  function option(hit) {
    const made = make("a", "sl-find__hit");
    made.href = hit.href;
    made.id = `sl-find-${options.length}`;
    made.tabIndex = -1;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    const state = hit.state ? ` · ${hit.state}` : "";
    made.append(
      slSearch.marked(hit.title, make("span", "sl-find__title")),
      make("span", "sl-find__kind", `${capital(hit.one)}${state}`),
      slSearch.marked(hit.summary, make("span", "sl-find__summary"))
    );
    options.push(made);
    return made;
  }

  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  /** Offers what may have been meant, if it is written in another way. */
  function meant(corrected) {
    const offer = panel.querySelector(".sl-find__meant");
    offer.hidden = !corrected;
    const button = offer.querySelector("button");
    button.textContent = corrected;
    button.onclick = () => {
      field.value = corrected;
      field.focus();
      ask();
    };
  }

  /* By keyboard. */

  function choose(number) {
    options[active]?.setAttribute("aria-selected", "false");
    active = number;
    const chosen = options[active];
    if (!chosen) return field.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    return field.setAttribute("aria-activedescendant", chosen.id);
  }

  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!isOpen()) open();
      if (!options.length || panel.hidden) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // From the last one comes back to what is written, and from there to the first.
      choose(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    } else if (event.key === "Enter" && options[active]) {
      event.preventDefault();
      options[active].click();
    }
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (panel.hidden) field.value = "";
    close();
    (narrow.matches ? opener : field)?.focus({ preventScroll: true });
    expand(false);
  });

  field.addEventListener("input", () => {
    if (!isOpen()) open();
    ask();
  });
  field.addEventListener("focus", () => {
    slSearch.soon();
    if (!isOpen()) open();
  });
  field.addEventListener("click", () => isOpen() || open());
  form.addEventListener("submit", (event) => {
    if (!field.value.trim()) event.preventDefault();
  });
  box.addEventListener("focusout", (event) => {
    if (!narrow.matches && event.relatedTarget && !box.contains(event.relatedTarget)) close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!box.contains(event.target) && isOpen()) close();
  });
  box.querySelector(".sl-find__close").addEventListener("click", () => {
    close();
    opener?.focus();
  });
  opener?.addEventListener("click", (event) => {
    event.preventDefault();
    open();
  });
  narrow.addEventListener("change", cover);
  // Whoever comes back to a page comes back to the page.
  addEventListener("pageshow", (event) => event.persisted && close());

  /* The shortcut, which who speaks to their computer can turn off (WCAG 2.1.4). */

  const hint = panel.querySelector(".sl-find__shortcut");
  const turns = make("button");
  turns.type = "button";
  let isOn = true;
  try {
    isOn = localStorage.getItem(SHORTCUT) !== "fra";
  } catch {
    // A browser that keeps nothing has it on again on the next page.
  }

  function tellShortcut() {
    hint.replaceChildren(
      isOn ? "Genvej: tryk / for at søge. " : "Genvejen / er slået fra. ",
      turns
    );
    turns.textContent = isOn ? "Slå genvejen fra" : "Slå genvejen til";
  }

  turns.addEventListener("click", () => {
    isOn = !isOn;
    try {
      localStorage.setItem(SHORTCUT, isOn ? "til" : "fra");
    } catch {
      // See above.
    }
    tellShortcut();
    turns.focus();
  });
  tellShortcut();
  document.addEventListener("keydown", (event) => {
    const writes = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || writes || event.ctrlKey || event.metaKey || event.altKey || !isOn) return;
    event.preventDefault();
    open();
    field.select();
  });
})();
