/* Puts what somebody answers for under what it is: overdue, soon due, or not yet; by the reader's
   clock, so that a site that was built last month tells what is so today.
   Without this file it stands in one list, by day. */

(() => {
  "use strict";

  const dated = document.querySelector("[data-sl-dated]");
  if (!dated) return;

  const rows = [...dated.querySelectorAll("[data-sl-due]")];
  const [overdue, soon, later] = document.querySelectorAll("[data-sl-group]");

  const isPast = (moment) => Date.parse(moment) <= Date.now();

  function group(row) {
    if (isPast(row.dataset.slDue)) return overdue;
    return isPast(row.dataset.slTold) ? soon : later;
  }

  function tellTime() {
    for (const row of rows) {
      const list = group(row).querySelector("ul");
      if (row.parentElement !== list) list.append(row);
    }
    for (const one of [overdue, soon, later]) {
      const number = one.querySelectorAll("[data-sl-due]").length;
      one.querySelector(".sl-count").textContent = `(${number})`;
      one.hidden = !number;
    }
    dated.hidden = true;
  }

  tellTime();
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) tellTime();
  });
})();
