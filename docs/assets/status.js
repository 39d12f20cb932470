/* Renews what a page tells of the status while somebody looks at it. What stands where, the page says
   itself (live.html), and in which words, status.json. */

(() => {
  "use strict";

  const MINUTE = 60_000;
  const PATIENCE = 8_000;

  const home = document.querySelector("[data-sl-root]");
  if (!home || !location.protocol.startsWith("http")) return;
  const root = home.dataset.slRoot;

  const bare = (element) => element.textContent.replace(/\s+/g, "");

  // Shows what an element tells of, and says which of it is new.
  function fill(element, data) {
    const isNew = {};
    for (const slot of element.querySelectorAll("[data-sl]")) {
      const name = slot.dataset.sl;
      if (slot.closest("[data-sl-status]") !== element || !(told || name in data)) continue;
      const value = data[name]?.text ?? data[name];
      const template = [...slot.querySelectorAll("template")].pop();
      if (template) list(template, value ?? []);
      else if (typeof value === "string") isNew[name] = write(slot, value, data);
      const isHidden = !value || value.length === 0;
      if (slot.hidden !== isHidden) slot.hidden = isHidden;
    }
    return isNew;
  }

  // What says the same is left alone.
  function write(slot, text, { impact, status = impact, url }) {
    if (slot.textContent === text) return false;
    slot.textContent = text;
    const word = /^\w+$/.test(status) ? status : "unknown";
    if (slot.matches(".sl-live")) slot.className = `sl-live sl-live--${word}`;
    if (slot.matches("a:not([href])")) {
      // What is no address of ours is no link.
      if (/^([a-z0-9-]+\/)+(#.*)?$/.test(url)) slot.href = root + url;
      else slot.replaceWith(text);
    }
    return true;
  }

  function list(template, rows) {
    const within = template.parentNode;
    const old = [...within.children].slice(0, -1);
    const lines = rows.map((row) => {
      const line = template.content.firstElementChild.cloneNode(true);
      fill(line, row);
      if (row.anchor) line.id = row.anchor;
      if (row.key) line.dataset.slStatus = row.key;
      const same = old.findIndex((other) => bare(other) === bare(line));
      return same < 0 ? line : old.splice(same, 1)[0];
    });
    for (const line of old) line.remove();
    lines.forEach((line, at) => {
      if (within.children[at] !== line) within.insertBefore(line, within.children[at]);
    });
  }

  // How old it is, is by the clock of whoever served it.
  let told;
  let ahead = 0;
  // A time that cannot be read is long over.
  const isPast = (time) => !(Date.now() + ahead <= Date.parse(time));
  const stateOf = (key) => aged(told.items[key]);

  function aged(item) {
    const { status, expires } = item ?? {};
    // Editors say what they say until they take it back; that all is well, only a measurement can say.
    const canAge = expires ? status !== "unknown" : status === "operational";
    const isOld = canAge && isPast(expires);
    if (!isOld) return item;
    const measured = item.told.replace(/^Siden .+? kl\. [\d.]+( \(.+?\))?\. /, "");
    const said = `Målingen er for gammel. ${measured}`;
    return { ...item, isOld, status: "unknown", text: "Ukendt", told: said, fallback: "" };
  }

  // Before anything is heard.
  function asShown(element) {
    const shown = (name) => element.querySelector(`[data-sl=${name}]`);
    const status = shown("text").className.split("--")[1];
    const expires = element.dataset.slExpires;
    return aged({ status, expires, told: shown("told").textContent });
  }

  const voice = document.createElement("div");
  voice.className = "sl-hidden";
  voice.role = "status";
  document.body.append(voice);
  let isOpening = true;

  function show() {
    const changes = [];
    const { slDue, slExpires } = home.dataset;
    // Who was heard, and does not say when there is more, is late.
    const due = told ? told.checked && (told.due ?? "") : slDue;
    const isLate = due != null && isPast(due);
    const age = (isOld) => ({ late: isLate || isOld, timely: !isLate && !isOld });
    const states = told ? Object.keys(told.items).map(stateOf) : [];
    const old = states.filter(({ isOld }) => isOld).length;
    const all = { ...told, ...age(old || (!told && slExpires && isPast(slExpires))) };
    if (told) {
      if (old) all.summary = `Vi ved ikke nok lige nu. For gamle målinger: ${old}.`;
      all.disturbed = told.disturbed.flatMap((key) => {
        const item = stateOf(key);
        return item && !item.isOld ? { ...item, key } : [];
      });
      all.open = told.incidents.filter(({ over }) => !over);
      all.past = told.incidents.filter(({ over }) => over);
    } else if (all.late) all.summary = "Vi ved ikke nok lige nu.";
    const overview = document.querySelector("[data-sl-overview]");
    const isNew = overview && fill(overview, all).summary;
    for (const element of document.querySelectorAll('[data-sl-status*="/"]')) {
      const item = told ? stateOf(element.dataset.slStatus) : asShown(element);
      if (item && fill(element, { ...age(item.isOld), ...item }).text) {
        const name = element.querySelector(":scope > div > a") ?? document.querySelector("h1");
        changes.push(`${name.textContent}: ${item.text}.`);
      }
    }
    if (isNew && !changes.length) changes.push(all.summary);
    const more = changes.splice(3).length;
    if (more) changes.push(`Andre ændringer: ${more}.`);
    if (changes.length && !isOpening) voice.textContent = changes.join(" ");
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
    show();
    if (left < 1) return ask();
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
    // What was asked for may have come only now.
    const isLost = location.hash && !document.querySelector(":target");
    if (isOpening && isLost) location.replace(location.hash);
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

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return rest();
    // What was left here may be too old by now, however long the answer takes.
    show();
    ask();
  });
  if (!document.hidden) ask();
})();
