/* The index that the site is built with (hooks/synlighed/search/index.py), and how it is searched:
   MiniSearch finds the pages that hold a word and says how well; how those that hold several words of
   a question are put in order is said here. */

import MiniSearch from "./minisearch.js";
import { asOneWord, wordsOf } from "./danish.js";
import { askedIn, corrected } from "./question.js";
import { Vocabulary } from "./vocabulary.js";
import {
  ALIAS,
  ANSWERED,
  ASIDE,
  BOOST,
  COVERAGE,
  EVENED,
  LONGER,
  NAMED,
  SMALL,
  TITLE,
} from "./weights.js";

const FIELDS = Object.keys(BOOST);
const NAMES = ["title", "also"];
/* So many pages are more than anybody looks through. */
const ENOUGH = 100;
/* So many of the best are looked at more closely, which takes long. */
const LOOKED_AT = 200;

export class Index {
  /** @param {object} built `/soeg/indeks.json` */
  constructor({ kinds, small, compounds, synonyms, pages }) {
    this.kinds = kinds;
    this.parts = new Map(Object.entries(compounds).map(([word, parts]) => [word, parts.split(" ")]));
    this.synonyms = othersIn(synonyms);
    this.words = new Vocabulary(small);
    this.byName = new Map();
    this.pages = pages.map(asPage);
    this.engine = new MiniSearch({
      fields: FIELDS,
      tokenize: (words) => words.split(/[ |]/),
      processTerm: (word) => word,
      searchOptions: { boost: BOOST },
    });
    for (const page of this.pages) this.add(page);
  }

  add(page) {
    page.inNames = this.partsIn(page.title, page.also);
    page.inText = this.partsIn(page.summary, page.text);
    this.engine.add(page);
    for (const name of page.names) {
      if (!this.byName.has(name)) this.byName.set(name, []);
      this.byName.get(name).push(page.id);
    }
    const words = FIELDS.flatMap((field) => page[field].split(/[ |]/));
    this.words.add(words, `${page.shown.title}\n${page.shown.summary}`);
  }

  partsIn(...fields) {
    const words = fields.flatMap((field) => field.split(/[ |]/));
    return words.flatMap((word) => this.parts.get(word) ?? []).join(" ");
  }

  /** The pages that a reader may mean, best first, and how what was misspelt is written.
   *
   * @param {string} text what the reader wrote; nothing means every page
   * @param {string[]} [kinds] of which kinds
   * @param {boolean} [isWhole] whether also those are wanted that nobody would look through
   * @returns {{hits: Hit[], corrected: string, isVague: boolean}}
   */
  find(text, kinds, isWhole = false) {
    const isOfKind = ({ page }) => !kinds || kinds.includes(page.kind);
    if (!text.trim()) return { hits: this.pages.map((page) => new Hit(page)).filter(isOfKind), corrected: "" };
    const parts = askedIn(text, this.words, this.synonyms);
    const asked = parts.map((part) => this.looked(part, isWhole));
    const whole = asked.reduce((sum, part) => sum + part.weight, 0) || 1;
    const hits = this.gathered(asked).filter(isOfKind);
    for (const hit of hits) hit.score = hit.said * (hit.covered / whole) ** COVERAGE * hit.page.weight;
    hits.sort(bestFirst);
    for (const hit of hits.slice(0, LOOKED_AT)) hit.score *= 1 + NAMED * (hit.covered / whole) * this.named(hit);
    hits.sort(bestFirst);
    const meant = asked.map((part) => part.written).join(" ");
    this.preferCalled(meant, hits);
    hits.sort(bestFirst);
    return {
      hits,
      corrected: hits.length ? corrected(text, asked, this.words) : "",
      // Most questions begin with words that say little, before those that do.
      isVague: !hits.length && asked.every(({ isVague }) => isVague),
    };
  }

  /** A part of a question with the pages for it, and how much it tells: the fewer, the more. */
  looked(part, isWhole) {
    const found = this.found(part, isWhole);
    const rarity = Math.log(1 + this.pages.length / (1 + found.length));
    return { ...part, found, weight: part.isSmall ? rarity * SMALL : rarity };
  }

  /** What is said everywhere tells of a page only if the page is called so. */
  found({ queries, isSmall, isCommon }, isWhole) {
    const query = { combineWith: "OR", queries };
    const inNames = (fields) => this.engine.search(query, { fields });
    if (isSmall) return inNames(NAMES);
    for (const fields of isCommon && !isWhole ? [["title"], NAMES] : []) {
      const found = inNames(fields);
      if (found.length >= ENOUGH) return found;
    }
    return this.engine.search(query);
  }

  /** The pages that hold any of what was asked for, with how much of it, and how well. */
  gathered(asked) {
    const hits = new Map();
    for (const { found, weight, isSmall } of asked) {
      for (const { id, score, match } of found) {
        let hit = hits.get(id);
        if (!hit) hits.set(id, (hit = new Hit(this.pages[id])));
        hit.said += (score / found[0].score) ** EVENED * weight;
        hit.covered += weight * answered(match);
        hit.matches.push([isSmall, match]);
      }
    }
    return [...hits.values()];
  }

  /** How much of its name was asked for: if it holds little else, it is more likely to be meant. */
  named(hit) {
    const asked = hit.terms({ small: true });
    const has = (word) => asked.has(word) || this.parts.get(word)?.some((part) => asked.has(part));
    const shares = hit.page.names.map((name) => {
      const words = name.split(" ");
      const said = words.filter(has);
      if (words.every((word) => this.isSmall(word))) return 0;
      return (this.weigh(said) / this.weigh(words)) * (1 + LONGER * (said.length - 1));
    });
    return Math.max(...shares);
  }

  /** What is called just what was asked for comes first. */
  preferCalled(text, hits) {
    const words = wordsOf(text);
    const telling = words.filter((word) => !this.isSmall(word));
    const names = new Map([
      [telling.join(" "), (this.weigh(telling) / this.weigh(words)) ** ASIDE],
      [asOneWord(text), 1],
      [words.join(" "), 1],
    ]);
    const called = new Set([...names.keys()].flatMap((name) => this.byName.get(name) ?? []));
    const best = hits[0]?.score ?? 0;
    for (const hit of hits.filter(({ page }) => called.has(page.id))) {
      const worth = hit.page.names.map((name, at) => (names.get(name) ?? 0) * (at ? ALIAS : TITLE));
      hit.score += best * hit.page.weight * Math.max(...worth);
    }
  }

  isSmall(word) {
    return this.words.smallStems.has(word);
  }

  weigh(words) {
    return words.reduce((sum, word) => sum + (this.isSmall(word) ? SMALL : 1), 0);
  }
}

/** A page that holds some of what was asked for. */
class Hit {
  score = 0;
  said = 0;
  covered = 0;
  matches = [];

  constructor(page) {
    this.page = page;
  }

  /** The words of the index that were found in it, without the small ones unless they are wanted. */
  terms({ small = false } = {}) {
    const matches = this.matches.filter(([isSmall]) => small || !isSmall);
    return new Set(matches.flatMap(([, match]) => Object.keys(match)));
  }
}

const bestFirst = (a, b) => b.score - a.score || a.page.id - b.page.id;

/** How much the fields answer in which words were found; asked of thousands, so without a list. */
const answered = (match) => {
  let most = 0;
  for (const word in match) for (const field of match[word]) most = Math.max(most, ANSWERED[field]);
  return most;
};

/** For every name the others that mean the same; a name may stand in several groups. */
function othersIn(groups) {
  const others = new Map();
  for (const group of groups) {
    for (const name of group) {
      const rest = group.filter((other) => other !== name);
      others.set(name, [...new Set([...(others.get(name) ?? []), ...rest])]);
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
