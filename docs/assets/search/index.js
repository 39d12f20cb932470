/* The index that the site is built with (hooks/synlighed/search/index.py), and how it is searched:
   MiniSearch finds the pages that hold a word and says how well; what words a reader means, and how
   the pages that hold several of them are put in order, is said here. */

import MiniSearch from "./minisearch.js";
import { SHORTEST, asOneWord, partsOf, spelled, stem, wordsOf, writtenIn } from "./danish.js";

const BOOST = { title: 8, also: 4, inNames: 2.3, summary: 2.7, text: 0.6, inText: 0.3 };
const FIELDS = Object.keys(BOOST);
const NAMES = ["title", "also"];
/* How much a word counts that is not the very word asked for. */
const [BEGUN, PART, SYNONYM, MEANT, SMALL] = [0.3, 0.7, 0.7, 0.8, 0.12];
/* How much is told by where a word stands. */
const TOLD = { title: 1, also: 1, inNames: 0.9, summary: 0.9, text: 0.5, inText: 0.5 };
const [NAMED, TITLE, ALIAS, ASIDE] = [1.7, 1.1, 0.5, 2];
const [SELDOM, OFTENER] = [2, 5];
/* Letters of a half that is enough to know a word by, and how much it then counts. */
const [HALF, HALF_KNOWN] = [4, 0.3];
const NEAR = 0.95;
const LONGER = 0.3;
/* Pages. */
const COMMON = 1000;
const LOOKED_AT = 200;
const POWER = 0.7;
const LONGEST_NAME = 5;

export class Index {
  constructor({ kinds, small, compounds, synonyms, pages }) {
    this.kinds = kinds;
    this.small = new Set(small);
    this.smallStems = new Set(small.map(stem));
    this.parts = new Map(Object.entries(compounds).map(([word, parts]) => [word, parts.split(" ")]));
    this.synonyms = othersIn(synonyms);
    this.pages = pages.map(asPage);
    this.byName = new Map();
    this.inNames = new Set();
    this.words = new Map();
    this.engine = new MiniSearch({
      fields: FIELDS,
      tokenize: (words) => words.split(/[ |]/),
      processTerm: (word) => word,
      searchOptions: { boost: BOOST },
    });
    for (const page of this.pages) this.add(page);
    this.longer = [...this.words.keys()].filter((word) => word.length >= SHORTEST);
  }

  add(page) {
    page.inNames = this.partsIn(page.title, page.also);
    page.inText = this.partsIn(page.summary, page.text);
    this.engine.add(page);
    for (const name of page.names) {
      for (const word of name.split(" ")) this.inNames.add(word);
      if (!this.byName.has(name)) this.byName.set(name, []);
      this.byName.get(name).push(page.id);
    }
    const words = FIELDS.flatMap((field) => page[field].split(/[ |]/));
    for (const word of new Set(words)) this.words.set(word, (this.words.get(word) ?? 0) + 1);
  }

  partsIn(...fields) {
    return fields.flatMap((words) => words.split(/[ |]/).flatMap((word) => this.parts.get(word) ?? [])).join(" ");
  }

  /** The pages that a reader may mean, best first, and how what was misspelt is written. */
  find(text, kinds) {
    if (!text.trim()) return { hits: this.all(kinds), corrected: "" };
    const units = this.units(this.askedIn(text));
    for (const unit of units) {
      unit.found = this.found(unit);
      // What few pages hold tells more of what is meant; and most hold the small words.
      const rarity = Math.log(1 + this.pages.length / (1 + unit.found.length));
      unit.weight = rarity * (unit.isSmall ? SMALL : 1);
    }
    const whole = units.reduce((sum, unit) => sum + unit.weight, 0) || 1;
    const hits = this.gathered(units).filter(({ page }) => !kinds || kinds.includes(page.kind));
    for (const hit of hits) hit.score = hit.said * (hit.covered / whole) ** 2 * hit.page.weight;
    hits.sort(bestFirst);
    for (const hit of hits.slice(0, LOOKED_AT)) hit.score *= 1 + NAMED * (hit.covered / whole) * this.named(hit);
    hits.sort(bestFirst);
    this.preferNamed(hits, units.map((unit) => unit.written).join(" "));
    hits.sort(bestFirst);
    return { hits, corrected: this.corrected(units) };
  }

  /** Every page, for whoever chooses among them without a word. */
  all(kinds) {
    return this.pages.filter((page) => !kinds || kinds.includes(page.kind)).map((page) => new Hit(page));
  }

  /** The pages for one word. What is said everywhere tells of a page only if it is called so. */
  found({ queries, isSmall, isCommon }) {
    const query = { combineWith: "OR", queries };
    const named = isSmall || isCommon ? this.engine.search(query, { fields: NAMES }) : [];
    return named.length || isSmall ? named : this.engine.search(query);
  }

  /** The pages that hold any of what was asked for, with how well they do. */
  gathered(units) {
    const pages = new Map();
    for (const unit of units) {
      for (const { id, score, match } of unit.found) {
        let hit = pages.get(id);
        if (!hit) pages.set(id, (hit = new Hit(this.pages[id])));
        hit.said += (score / unit.found[0].score) ** POWER * unit.weight;
        hit.covered += unit.weight * placed(match);
        hit.matches.push([unit.isSmall, match]);
      }
    }
    return [...pages.values()];
  }

  /** How much of its name was asked for: if it holds little else, it is more likely to be meant. */
  named(hit) {
    const asked = hit.terms({ small: true });
    const has = (word) => asked.has(word) || this.parts.get(word)?.some((part) => asked.has(part));
    const shares = hit.page.names.map((name) => {
      const words = name.split(" ");
      const said = words.filter(has);
      if (words.every((word) => this.smallStems.has(word))) return 0;
      return (this.weigh(said) / this.weigh(words)) * (1 + LONGER * (said.length - 1));
    });
    return Math.max(...shares);
  }

  /** How much words say; the small ones little. */
  weigh(words) {
    return words.reduce((sum, word) => sum + (this.smallStems.has(word) ? SMALL : 1), 0);
  }

  /** What is called just what was asked for comes first. */
  preferNamed(hits, text) {
    const words = wordsOf(text);
    const telling = words.filter((word) => !this.smallStems.has(word));
    // Of a whole question, the one word that says something is less of a name.
    const names = new Map([
      [telling.join(" "), (this.weigh(telling) / this.weigh(words)) ** ASIDE],
      [asOneWord(text), 1],
      [words.join(" "), 1],
    ]);
    const best = hits[0]?.score ?? 0;
    const called = new Set([...names.keys()].flatMap((name) => this.byName.get(name) ?? []));
    for (const hit of hits.filter(({ page }) => called.has(page.id))) {
      const worth = hit.page.names.map((name, at) => (names.get(name) ?? 0) * (at ? ALIAS : TITLE));
      hit.score += best * hit.page.weight * Math.max(...worth);
    }
  }

  /* What was asked for: words to be looked for one by one, and those of one name together. */

  /** The words asked for; what points or hyphens join is one word where there is such a word. */
  askedIn(text) {
    return text.split(/\s+/).flatMap((chunk) => {
      const words = writtenIn(chunk);
      return words.length > 1 && this.words.has(asOneWord(chunk)) ? words.slice(-1) : words;
    });
  }

  units(written) {
    const units = [];
    for (let at = 0; at < written.length; at += units.at(-1).length) units.push(this.unitAt(written, at));
    if (units.every((unit) => unit.isSmall)) for (const unit of units) unit.isSmall = false;
    return units;
  }

  unitAt(written, at) {
    const words = written.slice(at, at + LONGEST_NAME).map(stem);
    for (let length = words.length; length > 0; length -= 1) {
      const others = this.synonyms.get(words.slice(0, length).join(" "));
      if (!others) continue;
      const own = written.slice(at, at + length);
      return { length, written: own.join(" "), queries: this.synonymous(own, others) };
    }
    const joined = stem(written.slice(at, at + 2).join(""));
    const areSmall = written.slice(at, at + 2).every((word) => this.small.has(word));
    if (words.length > 1 && !areSmall && this.words.has(joined)) {
      const both = written.slice(at, at + 2);
      const each = both.flatMap((word) => this.meaningsOf(word));
      return { length: 2, written: both.join(" "), queries: [exactly(joined), ...each] };
    }
    const isSmall = this.small.has(written[at]);
    const meant = isSmall ? [] : this.meant(written[at]);
    return {
      length: 1,
      written: meant[0] ?? written[at],
      isCorrected: meant.length > 0,
      queries: this.meaningsOf(written[at], meant),
      isCommon: words[0].length < SHORTEST || this.words.get(words[0]) > COMMON,
      isSmall,
    };
  }

  synonymous(written, others) {
    const own = written.length === 1 ? this.meaningsOf(written[0]) : [allOf(written.map(stem), 1)];
    return [...own, ...others.map((other) => allOf(other.split(" "), SYNONYM))];
  }

  /** A word as it is; as the beginning, the end or the parts of others; or as it may be meant. */
  meaningsOf(written, meant = []) {
    const word = stem(written);
    if (this.small.has(written)) return [exactly(word)];
    if (this.isKnown(word)) return [exactly(word), beginning(word), ...meant.map((other) => exactly(stem(other), MEANT))];
    const parts = partsOf(word, (part) => this.isKnown(part));
    const found = [
      ...parts.map((part) => exactly(part, PART)),
      ...this.endingIn(word).map((longer) => exactly(longer, PART)),
      ...meant.map((other) => exactly(stem(other), MEANT)),
    ];
    return [beginning(word), ...(found.length ? found : this.halfOf(word))];
  }

  /** What a compound begins as, as far as there are such words; or else its end, if that is one. */
  halfOf(word) {
    for (let end = word.length; end >= 2 * HALF; end -= 1) {
      const start = word.slice(0, end);
      if (this.isBegun(start)) return [beginning(start)];
    }
    for (let at = HALF; at <= word.length - HALF; at += 1) {
      const end = stem(word.slice(at));
      if (end.length >= HALF && this.isKnown(end)) return [exactly(end, HALF_KNOWN)];
    }
    return [];
  }

  /** What a word that is not on the site, or all but not, may have been meant for. */
  meant(written) {
    const word = stem(written);
    const known = this.isKnown(word) ? this.words.get(word) : 0;
    if (known > SELDOM || this.inNames.has(word)) return [];
    // A word may be on its way to another, or be a half of it.
    if (this.isBegun(word) || this.endingIn(word).length) return [];
    return this.spelledLike(written).filter((other) => this.words.get(stem(other)) > known * OFTENER);
  }

  isKnown(word) {
    return this.words.has(word) && !this.smallStems.has(word);
  }

  /** Whether other words begin like this one. */
  isBegun(word) {
    return this.longer.some((other) => other.length > word.length && other.startsWith(word));
  }

  /** The words that a word is the end of, as far as nobody took them apart. */
  endingIn(word) {
    const shortest = word.length + SHORTEST;
    const isEnd = (longer) => longer.length >= shortest && longer.endsWith(word);
    return word.length < SHORTEST ? [] : this.longer.filter(isEnd);
  }

  /** The words that are written almost so, the nearest first. */
  spelledLike(written) {
    // Two letters that changed places are two mistakes to those who count them.
    const distance = [4, 6, 9].filter((length) => written.length >= length).length;
    if (!distance) return [];
    const own = [...new Set([written, stem(written)])];
    const found = own
      .flatMap((word) => this.spelling.search(word, { fuzzy: distance }))
      .filter(({ id }) => !own.includes(id))
      .sort((a, b) => b.score - a.score);
    const near = found.filter(({ score }) => score > found[0].score * NEAR);
    return [...new Set(near.map(({ id }) => id))].slice(0, 3);
  }

  /** What was asked for as it may have been meant; nothing if all of it is as it is written here. */
  corrected(units) {
    return units.some((unit) => unit.isCorrected) ? units.map((unit) => unit.written).join(" ") : "";
  }

  /** Every word as it is written in titles and summaries, or else its stem; made when needed. */
  get spelling() {
    const text = this.pages.map(({ shown }) => `${shown.title}\n${shown.summary}`).join("\n");
    const shown = [...new Set(writtenIn(text))];
    const stems = new Set(shown.map(stem));
    const others = [...this.words.keys()].filter((word) => !stems.has(word));
    const words = new Set([...shown, ...others]);
    const spelling = new MiniSearch({
      fields: ["word"],
      tokenize: (word) => [word],
      processTerm: (word) => word,
    });
    spelling.addAll([...words].map((word) => ({ id: word, word })));
    Object.defineProperty(this, "spelling", { value: spelling });
    return spelling;
  }
}

/** A page that holds some of what was asked for. */
class Hit {
  said = 0;
  covered = 0;
  score = 0;
  matches = [];

  constructor(page) {
    this.page = page;
  }

  /** The words of the index that were found in it. */
  terms({ small = false } = {}) {
    const matches = this.matches.filter(([isSmall]) => small || !isSmall);
    return new Set(matches.flatMap(([, match]) => Object.keys(match)));
  }
}

const placed = (match) => {
  const fields = new Set(Object.values(match).flat());
  return Math.max(...[...fields].map((field) => TOLD[field]));
};
const bestFirst = (a, b) => b.score - a.score || a.page.id - b.page.id;
const exactly = (word, boost = 1) => ({ queries: [word], boostTerm: () => boost });
const beginning = (word) => ({
  queries: [word],
  prefix: word.length > 1,
  weights: { prefix: BEGUN, fuzzy: 0 },
});
const allOf = (words, boost) => ({
  combineWith: "AND",
  queries: words.map((word) => exactly(word, boost)),
});

function othersIn(groups) {
  const others = new Map();
  for (const group of groups) {
    for (const name of group) {
      others.set(name, [...(others.get(name) ?? []), ...group.filter((other) => other !== name)]);
    }
  }
  return others;
}

function asPage(row, id) {
  const [url, kind, title, state, summary, facets, weight, day, names, summaryWords, text] = row;
  const [own, ...also] = names.split("|");
  return {
    id,
    url,
    kind,
    facets,
    day,
    weight: weight / 100,
    shown: { title, state, summary },
    names: [own, ...also],
    title: own,
    also: also.join("|"),
    summary: summaryWords,
    text,
  };
}
