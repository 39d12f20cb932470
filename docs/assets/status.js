/* Renews what a page tells of the status while somebody looks at it. */

(() => {
  "use strict";

  const MINUTE = 60_000;
  const PATIENCE = 8_000;
  // From the best to the worst.
  const SAID = {
    operational: "I drift",
    under_maintenance: "Planlagt vedligehold",
    unknown: "Ukendt",
    degraded_performance: "Nedsat drift",
    partial_outage: "Delvist nede",
    major_outage: "Nede",
  };
  const WORDS = Object.keys(SAID);

  const items = [...document.querySelectorAll("[data-sl-status]")];
  const overview = document.querySelector("[data-sl-overview]");
  const rooted = overview ?? items[0];
  if (!rooted || !location.protocol.startsWith("http")) return;
  const root = rooted.dataset.slRoot;

  const part = (within, name) => within.querySelector(`.sl-status__${name}`);
  const pillIn = (element) => element.querySelector(".sl-live");

  const make = (name, ...content) => {
    const [tag, className] = name.split(".");
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };
  const when = (time) => {
    const form = { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Copenhagen" };
    const made = make("time", new Date(time).toLocaleString("da-DK", form));
    made.dateTime = time;
    return made;
  };
  const small = (time) => make("span.sl-status__when", when(time));
  const span = ({ starts, ends }) => [when(starts), ...(ends ? [" til ", when(ends)] : []), "."];
  const pill = (status) => make(`span.sl-live sl-live--${status}`, SAID[status]);
  const link = (title, url, otherwise = "span") => {
    const isOurs = /^([a-z0-9-]+\/)+$/.test(url);
    const made = make(isOurs ? "a" : otherwise, title);
    if (isOurs) made.href = root + url;
    return made;
  };
  const mark = (isExample) => (isExample ? make("span.sl-example", "Eksempel") : "");

  // What says the same is left alone.
  const write = (element, text) => {
    const isNew = element && element.textContent !== text;
    if (isNew) element.textContent = text;
    return isNew;
  };
  const hide = (element, isHidden) => {
    if (element && element.hidden !== isHidden) element.hidden = isHidden;
  };
  const fill = (within, elements) => {
    if (!within) return;
    const bare = (element) => element.textContent.replace(/\s+/g, "");
    const texts = new Set(elements.map(bare));
    for (const old of [...within.children]) if (!texts.has(bare(old))) old.remove();
    let at = within.firstElementChild;
    for (const element of elements) {
      if (at && bare(at) === bare(element)) at = at.nextElementSibling;
      else within.insertBefore(element, at);
    }
    while (within.children.length > elements.length) within.lastElementChild.remove();
    hide(within, !elements.length);
  };

  // How old it is, is by the clock of whoever served it.
  let told;
  let ahead = 0;
  const isPast = (time) => Date.now() + ahead > Date.parse(time);
  const known = (status) => (WORDS.includes(status) ? status : "unknown");
  const stateOf = (key) => aged(told.items[key]);

  function aged(item) {
    const status = known(item?.status);
    const isOld = status !== "unknown" && status === item.measured && isPast(item.expires);
    if (!isOld) return item && { ...item, status };
    const measured = item.told.replace(/^Siden .+? kl\. [\d.]+( \(.+?\))?\. /, "");
    return { ...item, isOld, status: "unknown", told: `Målingen er for gammel. ${measured}` };
  }

  // Before anything is heard.
  function asShown(element) {
    const status = WORDS.find((word) => SAID[word] === pillIn(element).textContent);
    const expires = element.dataset.slExpires;
    return aged({ status, measured: status, expires, told: part(element, "told").textContent });
  }

  const voice = make("div.sl-hidden");
  voice.role = "status";
  document.body.append(voice);
  let isOpening = true;

  function show() {
    const changes = [];
    for (const element of items) {
      const item = told ? stateOf(element.dataset.slStatus) : asShown(element);
      if (item && showItem(element, item)) {
        const name = element.querySelector(":scope > div > a") ?? document.querySelector("h1");
        changes.push(`${name.textContent}: ${SAID[item.status]}.`);
      }
    }
    if (overview) {
      const summary = part(overview, "summary");
      if (showOverview(summary) && !items.length) changes.push(summary.textContent);
    }
    if (told) {
      showSection("incidents", told.incidents.filter(({ resolved }) => !resolved));
      showSection("maintenances", told.maintenances);
    }
    const more = changes.splice(3).length;
    if (more) changes.push(`Andre ændringer: ${more}.`);
    if (changes.length && !isOpening) voice.textContent = changes.join(" ");
  }

  function showItem(element, item) {
    const shown = pillIn(element);
    const isNew = shown.textContent !== SAID[item.status];
    if (isNew) shown.replaceWith(pill(item.status));
    write(part(element, "told"), item.told ?? "");
    hide(part(element, "fallback"), ["operational", "unknown"].includes(item.status));
    if (told) {
      const { news = [], plans = [], uptime } = item;
      hide(element.querySelector(".sl-example"), !item.example);
      fill(part(element, "news"), news.map(newsOf));
      fill(part(element, "plans"), plans.map(planOf));
      if (uptime) write(part(element, "uptime"), uptime.text);
    }
    return isNew;
  }

  const newsOf = ({ title, url, text, at }) =>
    make("li", link(title, url, "strong"), ` ${text} `, small(at));
  const planOf = (plan) =>
    make("li", make("strong", "Planlagt:"), " ", link(plan.title, plan.url), ", ", ...span(plan));

  function showOverview(summary) {
    const due = told ? told.due : overview.dataset.slDue;
    const isLate = due ? isPast(due) : Boolean(told?.checked);
    hide(part(overview, "late"), !isLate);
    if (!told) return isLate && write(summary, "Vi ved ikke nok lige nu.");
    const made = part(overview, "made");
    if (told.checked && made.querySelector("time")?.dateTime !== told.checked) {
      const by = [`Målt af ${told.source}, hentet `, when(told.checked), ". "];
      made.replaceChildren(...by, mark(told.example));
    }
    const states = Object.keys(told.items).map(stateOf);
    const rank = ({ status }) => WORDS.indexOf(status);
    const hit = states.filter((state) => rank(state) > 2).sort((a, b) => rank(b) - rank(a));
    fill(part(overview, "disturbed"), hit.map(disturbedOf));
    const old = states.filter(({ isOld }) => isOld).length;
    const doubt = `Vi ved ikke nok lige nu. For gamle målinger: ${old}.`;
    return write(summary, old ? doubt : told.summary);
  }

  const disturbedOf = ({ title, url, status, example }) =>
    make("li", link(title, url), " ", pill(status), " ", mark(example));

  function showSection(name, list) {
    const section = document.querySelector(`[data-sl-${name}]`);
    if (!section) return;
    fill(section.querySelector("div"), list.map(articleOf));
    hide(section, !section.querySelector("article"));
  }

  function articleOf({ title, anchor, impact, started, updates = [], items: keys, ...work }) {
    const word = known(impact);
    const lines = started ? ["Begyndte ", when(started), "."] : span(work);
    if (word !== "unknown") lines.unshift(pill(word), " ");
    const hit = keys.map((key) => told.items[key]).filter(Boolean);
    const parts = new Intl.ListFormat("da").formatToParts(hit.map((item) => item.title));
    const names = parts.map(({ type, value }) =>
      type === "element" ? link(value, hit.shift().url) : value
    );
    const made = make("article.sl-incident", make("h3", title, " ", mark(told.example)));
    made.append(make("p", ...lines));
    if (names.length) made.append(make("p.sl-status__hits", "Berører ", ...names, "."));
    const updated = updates.map(({ at, text }) => make("li", small(at), ` ${text}`));
    if (updated.length) made.append(make("ol.sl-incident__updates", ...updated));
    made.id = anchor;
    return made;
  }

  let timer;
  let asking;
  let pause = 1;
  let left = 0;

  function later() {
    timer = setTimeout(tick, MINUTE * (0.85 + 0.3 * Math.random()));
  }

  function tick() {
    left -= 1;
    if (left < 1) return ask();
    show();
    later();
  }

  function rest() {
    clearTimeout(timer);
    asking?.abort();
    asking = undefined;
  }

  async function ask() {
    rest();
    const mine = new AbortController();
    asking = mine;
    const before = told;
    const patience = setTimeout(() => mine.abort(), PATIENCE);
    try {
      const how = { cache: "no-cache", signal: mine.signal };
      const answer = await fetch(`${root}status/status.json`, how);
      const heard = answer.ok && (await answer.json());
      if (asking === mine) hear(heard, answer.headers);
    } catch {
      if (asking === mine) {
        told = before;
        pause = Math.min(pause * 2, 10);
      }
    } finally {
      clearTimeout(patience);
    }
    if (asking !== mine) return;
    asking = undefined;
    show();
    isOpening = false;
    left = pause;
    later();
  }

  function hear(heard, headers) {
    if (heard.schema !== "synlighed-status/1" || !Date.parse(heard.made)) throw heard;
    const date = Date.parse(headers.get("Date")) + 1000 * headers.get("Age");
    const found = date ? date - Date.now() : 0;
    // What is heard again grows no younger, whatever time a kept copy brings with it.
    ahead = told?.made === heard.made ? Math.max(ahead, found) : found;
    pause = 1;
    // An older one is a copy that somebody kept.
    if (told && Date.parse(heard.made) < Date.parse(told.made) && isPast(told.made)) return;
    told = heard;
    show();
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : ask()));
  if (!document.hidden) ask();
})();
