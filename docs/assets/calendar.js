/* Decides again, in the reader's browser, what is over: a site that was built last week does not
   announce yesterday. And narrows the calendar, with the choice in the address.
   Without this file the page says what was so when it was built, and each value is a link to a page. */

(() => {
  "use strict";

  const box = document.querySelector("[data-sl-filter]");
  const rows = () => [...document.querySelectorAll("[data-sl-coming] [data-sl-over]")];

  /* What is over. */

  const isOver = (moment) => Date.parse(moment) <= Date.now();

  /** Touches nothing that is so already: whoever listens for changes would hear of it. */
  function show(element, isShown) {
    if (element.hidden === isShown) element.hidden = !isShown;
  }

  /** Shows what is true now, and says when that will next change. */
  function tellTime() {
    for (const element of document.querySelectorAll("[data-sl-from]")) {
      show(element, isOver(element.dataset.slFrom));
    }
    for (const element of document.querySelectorAll("[data-sl-until]")) {
      show(element, !isOver(element.dataset.slUntil));
    }
    for (const row of rows()) {
      if (!isOver(row.dataset.slOver)) continue;
      row.dataset.slPast = "";
      const been = row.closest("[data-sl-coming]").nextElementSibling;
      if (been?.matches("[data-sl-been]")) {
        been.querySelector("ul").prepend(row);
        been.hidden = row.hidden = false;
      }
    }
    showRows();
    tellNumber();
  }

  /** Says how many are left, as long as nothing is chosen. */
  function tellNumber() {
    const past = rows().filter((row) => "slPast" in row.dataset).length;
    const total = box && document.querySelector(".sl-results .sl-total");
    if (!past || !total || location.search) return;
    const left = Number(total.dataset.slNumber) - past;
    total.textContent = `${left} ${left === 1 ? box.dataset.slOne : box.dataset.slSeveral}`;
  }

  /** Hides what is not to be seen, and what then stands empty. */
  function showRows() {
    for (const row of rows()) row.hidden = "slPast" in row.dataset || "slMissed" in row.dataset;
    const empties = ".sl-week, .sl-month, [data-sl-coming]:not(.sl-part-of)";
    for (const part of document.querySelectorAll(empties)) {
      if (!part.closest("[data-sl-coming]")) continue;
      part.hidden = [...part.querySelectorAll("[data-sl-over]")].every((row) => row.hidden);
    }
    for (const none of document.querySelectorAll("[data-sl-none]")) {
      const own = [...none.parentElement.querySelectorAll("[data-sl-over]")];
      none.hidden = own.some((row) => !("slPast" in row.dataset));
    }
    for (const day of document.querySelectorAll("[data-sl-coming] [data-sl-day]")) showDay(day);
  }

  /** A day of a grid leads to what is seen of it; what stands on another page is left as it is. */
  function showDay(link) {
    const day = link.dataset.slDay;
    const all = rows().filter((row) => {
      const [first, last] = (row.dataset.slDays ?? "/").split("/");
      return first <= day && day <= last;
    });
    if (!all.length) return;
    const seen = all.filter((row) => !row.hidden);
    link.dataset.slTo ??= link.getAttribute("href");
    if (seen.length) link.setAttribute("href", link.dataset.slTo);
    else link.removeAttribute("href");
    const [one, several] = link.closest(".sl-grid").dataset.slWords.split("|");
    const told = seen.length ? `.: ${seen.length} ${seen.length === 1 ? one : several}` : ".";
    link.querySelector(".sl-hidden").textContent = told;
  }

  tellTime();
  setInterval(() => {
    if (!document.hidden) tellTime();
  }, 60_000);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) tellTime();
  });

  /* Narrowing. */

  if (!box) return;

  const results = document.querySelector(".sl-results");
  const total = results.querySelector(".sl-total");
  const listed = results.querySelector(".sl-listed");
  const list = listed.querySelector("[data-sl-coming]");
  const links = [...listed.querySelectorAll(".sl-pages")];

  const choices = slChoices(box, total, { narrow: () => whole().then(narrow, failed) });
  const { facets, counted, written } = choices;
  total.after(choices.chips);

  let fetching;

  /** All of the list: the other pages too are needed to say what passes. */
  function whole() {
    const others = [...(links[0]?.querySelectorAll("a") ?? [])].map((link) => link.href);
    fetching ??= Promise.all(others.map(page)).then((pages) => {
      for (const months of pages) for (const month of months) add(month);
      for (const nav of links) nav.remove();
      for (const link of listed.querySelectorAll("[data-sl-day][href]")) {
        link.dataset.slTo = link.hash;
        link.setAttribute("href", link.hash);
      }
    });
    return fetching;
  }

  function page(address) {
    return fetch(address)
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
      .then((html) => {
        const found = new DOMParser().parseFromString(html, "text/html");
        const months = [...found.querySelectorAll(".sl-listed .sl-month")];
        // Written for a page that lies deeper.
        for (const link of months.flatMap((month) => [...month.querySelectorAll("a[href]")])) {
          link.href = new URL(link.getAttribute("href"), address);
        }
        return months;
      });
  }

  /** A month of another page: at the end, or within the month that this page began. */
  function add(month) {
    const begun = document.getElementById(month.querySelector("[id]").id)?.closest(".sl-month");
    if (!begun) return list.append(month);
    const last = [...begun.querySelectorAll(".sl-week")].pop();
    const [first, ...weeks] = month.querySelectorAll(".sl-week");
    const name = (week) => week.querySelector(".sl-week__name").textContent;
    if (name(last) === name(first)) last.querySelector("ul").append(...first.querySelectorAll("li"));
    else weeks.unshift(first);
    last.after(...weeks);
  }

  function failed() {
    fetching = undefined;
    total.textContent = "Kalenderen kan ikke afgrænses lige nu. Prøv igen om lidt.";
  }

  function narrow() {
    tellTime();
    const active = facets.filter((facet) => facet.values.some((value) => value.input.checked));
    const numbers = new Map(facets.flatMap((facet) => facet.values.map((value) => [value, 0])));
    let found = 0;
    let all = 0;
    for (const row of rows()) {
      const own = new Set(row.dataset.slValues.split(" "));
      const has = (facet, value) => own.has(`${facet.name}=${value.name}`);
      const missed = active.filter((facet) => !facet.values.some((value) => value.input.checked && has(facet, value)));
      row.toggleAttribute("data-sl-missed", missed.length > 0);
      if ("slPast" in row.dataset) continue;
      all += 1;
      if (!missed.length) found += 1;
      for (const facet of facets) {
        // What is chosen in the facet itself does not count against its other values.
        if (missed.some((other) => other !== facet)) continue;
        for (const value of facet.values) if (has(facet, value)) numbers.set(value, numbers.get(value) + 1);
      }
    }
    for (const [value, number] of numbers) choices.count(value, number);
    showRows();
    total.textContent = told(found, all, active.length > 0);
    choices.show(found, active.length > 0);
  }

  function told(found, all, isNarrow) {
    if (!found && isNarrow) return "Intet på vej passer til alle dine valg.";
    return found === all ? counted(all) : `${written(found)} af ${counted(all)}`;
  }

  choices.begin();
})();
