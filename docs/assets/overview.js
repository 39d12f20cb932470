/* Counts again, by the reader's clock, what is due: a site that was built last month must not look
   as if somebody had counted today. Without this file each number says the day it was counted. */

(() => {
  "use strict";

  const counted = document.querySelector("[data-sl-as-of]");
  const list = document.querySelector("[data-sl-reviews]");
  if (!counted) return;

  /** A day as 2026-11-23, by the reader's clock. */
  const written = (day) =>
    [day.getFullYear(), day.getMonth() + 1, day.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-");

  /** The same day of the month before, or the last of that month when it has no such day. */
  function monthBefore(written) {
    const [year, month, day] = written.split("-").map(Number);
    const last = new Date(year, month - 1, 0).getDate();
    return new Date(year, month - 2, Math.min(day, last));
  }

  function show(gap, number) {
    const tile = list.querySelector(`[data-sl-gap="${gap}"]`);
    tile.querySelector(".sl-tile__number").textContent = number.toLocaleString("da-DK");
    tile.classList.toggle("sl-tile--open", number > 0);
    const says = tile.querySelector("p");
    says.textContent = says.textContent.replace(/, opgjort .*/, ", talt i dag; listen er fra før");
  }

  /** Counts the reviews that are overdue, or soon due, on a day. */
  function countReviews(now) {
    const today = written(now);
    let overdue = 0;
    let coming = 0;
    for (const each of list.dataset.slReviews.split(",").filter(Boolean)) {
      // Of what nobody knows the day, the day is empty, and so before every other.
      const [day, number] = each.split(" ");
      if (day < today) overdue += Number(number);
      else if (written(monthBefore(day)) <= today) coming += Number(number);
    }
    show("gennemgang", overdue);
    show("snart", coming);
  }

  const now = new Date();
  const days = Math.round((Date.parse(written(now)) - Date.parse(counted.dateTime)) / 86_400_000);
  if (days <= 0) return;
  if (list) countReviews(now);
  const ago = days === 1 ? "Det er én dag siden" : `Det er ${days.toLocaleString("da-DK")} dage siden`;
  counted.parentElement.append(` ${ago}, så noget kan have ændret sig.`);
})();
