// Search without a server: loads a few of the small files that the build laid beside this one, and shows what it finds.

const HOME = new URL("./", import.meta.url);
const SITE = new URL("../", HOME);
const PREVIEW = 3;
const PAGE = 10;
const START = 6;
const WIDEST = 3; // files of words that one typed word may load of a part

// Endings that a word may change while it stays the same word; Ukrainian and English.
const CYRILLIC = /^[аеєиіїоуюяйь]{0,3}(?:ми|го|му|ві|ть|в|м|х)?$/;
const LATIN = /^(?:y|ies|e|es|s|ed|ing)?$/;

// The same as in exports/search/words.py.
const SPELLED = "'`\u2018\u2019\u201b\u02bb\u02bc\u02bd\u02be\u02b9\u02c8\u02ca\u02cb\u2032\u2035\ua78c\u055a\u05f3";
const APOSTROPHES = new RegExp(`[${SPELLED}]`, "g");
const ACCENT_ALONE = /[\u00b4\u0384\u1fbd\u1fbf\u1ffd\u1ffe]/g;
const LEFT_OUT = /\p{Cf}|(?=\p{M})[\u0300-\u0305\u0307\u0309-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u2de0-\u2dff\ua66f-\ua67d\ufe00-\ufe0f\ufe20-\ufe2f\u{e0100}-\u{e01ef}]/gu;
const OF_NO_LETTER = /(?<![иу])\u0306|(?<!і)\u0308/g;
const PLAIN = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ŧ: "t", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ς: "σ", ґ: "г", "\u0640": "" };

export function fold(text) {
  const bare = text.replace(ACCENT_ALONE, "'").normalize("NFKD").toLowerCase().replace(APOSTROPHES, "'").replace(LEFT_OUT, "");
  const plain = bare.replace(/[łøđðħŧıßæœþςґ\u0640]/g, (letter) => PLAIN[letter]).replace(/[^\p{L}\p{N}\p{M}']/gu, " ");
  return plain.replace(OF_NO_LETTER, "").normalize("NFC").replace(/'s(?![^ '])/g, "").replace(/(?<=[^ '])'+(?=[^ '])/g, "");
}

export function words(text, stop) {
  const found = fold(text).match(/[^ ']{2,}/gu) || [];
  return [...new Set(found.filter((word) => !stop.has(word)).map((word) => [...word].slice(0, 32).join("")))];
}

// The part of a word that its endings leave alone.
export function stem(word) {
  const endings = /[а-яіїєґ]/.test(word) ? CYRILLIC : LATIN;
  for (let length = 3; length < word.length; length += 1) {
    if (endings.test(word.slice(length))) return [word.slice(0, length), endings];
  }
  return [word, endings];
}

// How well a word of the index answers a word that was typed; 0 is not at all.
export function likeness(word, typed, [root, endings]) {
  if (!word.startsWith(root)) return 0;
  if (word === typed) return 1;
  if (endings.test(word.slice(root.length))) return 0.85;
  return word.startsWith(typed) ? 0.6 : 0;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = new Map([...ALPHABET].map((sign, value) => [sign, value]));

export function decode(text) {
  const numbers = [];
  let number = 0, gap = 0, shift = 0;
  for (const sign of text || "") {
    const value = VALUE.get(sign);
    gap |= (value & 31) << shift;
    if (value & 32) shift += 5;
    else {
      number += gap;
      numbers.push(number);
      gap = shift = 0;
    }
  }
  return numbers;
}

// ---- what is loaded -------------------------------------------------------------------------------------------------

const files = new Map();

async function answer(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

let catalogue;

function index() {
  catalogue ??= answer(new URL("index.json", HOME), { cache: "no-cache" })
    .then((response) => response.json())
    .then((said) => ({ ...said, stop: new Set(said.stop) }))
    .catch((error) => {
      catalogue = undefined;
      throw error;
    });
  return catalogue;
}

async function file(path) {
  const { version } = await index();
  if (!files.has(path)) {
    const load = answer(new URL(`${version}/${path}`, HOME)).then((response) => (path.endsWith(".json") ? response.json() : response.text()));
    files.set(path, load);
    load.catch(() => files.delete(path));
  }
  return files.get(path);
}

// ---- finding --------------------------------------------------------------------------------------------------------

// The files of a part whose words start with *root*.
function shards(part, root) {
  const starts = part.words;
  let first = starts.findIndex((word) => word > root);
  first = Math.max(0, (first < 0 ? starts.length : first) - 1);
  const found = [];
  for (let i = first; i < starts.length && found.length < WIDEST; i += 1) {
    if (i > first && !starts[i].startsWith(root)) break;
    found.push(i);
  }
  return found;
}

const WEIGHT = [8, 4, 1.6, 1]; // in a name, in the lead, often in the text, once

async function scored(part, typed) {
  const [root, endings] = stem(typed);
  const texts = await Promise.all(shards(part, root).map((i) => file(`${part.folder}/${i}.txt`)));
  const scores = new Map();
  for (const line of texts.join("\n").split("\n")) {
    if (!line.startsWith(root)) continue; // most lines: not worth a split
    const [word, ...levels] = line.split("\t");
    const like = likeness(word, typed, [root, endings]);
    if (!like) continue;
    const lists = levels.map(decode);
    const rare = Math.log(1 + part.count / (1 + lists.reduce((sum, list) => sum + list.length, 0)));
    lists.forEach((list, level) => {
      for (const number of list) scores.set(number, Math.max(scores.get(number) || 0, WEIGHT[level] * like * (0.2 + rare)));
    });
  }
  return scores;
}

function everything(part) {
  return new Map(Array.from({ length: part.count }, (_, number) => [number, 0]));
}

// Findings that hold every typed word, or else those that hold most of them.
async function found(part, typed) {
  if (!typed.length) return everything(part);
  const each = await Promise.all(typed.map((word) => scored(part, word)));
  const counts = new Map();
  for (const scores of each) for (const number of scores.keys()) counts.set(number, (counts.get(number) || 0) + 1);
  const sums = new Map();
  for (const [number, count] of counts) sums.set(number, [count, each.reduce((sum, scores) => sum + (scores.get(number) || 0), 0)]);
  return sums;
}

function rank(sums, typed) {
  const needed = typed.length ? Math.max(0, ...[...sums.values()].map(([count]) => count)) : 0;
  const kept = [...sums].filter(([, score]) => !typed.length || score[0] === needed);
  return { needed, kept: new Map(kept.map(([number, score]) => [number, score ? score[1] : 0])) };
}

async function facet(part, name) {
  if (!part.facets.includes(name)) return [];
  const rows = await file(`${part.folder}/${name}.json`);
  return rows.map(([value, label, list]) => ({ value, label, numbers: new Set(decode(list)) }));
}

async function filtered(part, numbers, chosen, but) {
  let kept = numbers;
  for (const [name, values] of Object.entries(chosen)) {
    if (name === but || !values.length) continue;
    const rows = (await facet(part, name)).filter((row) => values.includes(row.value));
    kept = kept.filter((number) => rows.some((row) => row.numbers.has(number)));
  }
  return kept;
}

// Everything in a group that answers: *matched* before filters, *hits* after, the best first.
async function searchGroup({ name, title, parts }, typed, chosen, most = parts.length) {
  const group = { name, title, parts: parts.slice(0, most) };
  const sums = await Promise.all(group.parts.map((part) => found(part, typed)));
  const ranked = sums.map((sum) => (typed.length ? rank(sum, typed) : { needed: 0, kept: sum }));
  const needed = Math.max(0, ...ranked.map((one) => one.needed));
  const matched = ranked.map((one) => (one.needed === needed ? one.kept : new Map()));
  const hits = [];
  for (const [i, part] of group.parts.entries()) {
    for (const number of await filtered(part, [...matched[i].keys()], chosen)) hits.push({ part, number, order: i, score: matched[i].get(number) });
  }
  hits.sort((a, b) => b.score - a.score || a.order - b.order || a.number - b.number);
  return { group, needed, matched, hits };
}

async function shown(hit) {
  const { folder, perFile } = hit.part;
  const rows = await file(`${folder}/shown-${Math.floor(hit.number / perFile)}.json`);
  const [kind, path, title, when, note, lead] = rows[hit.number % perFile];
  return { kind, path, title, when, note, lead };
}

// ---- showing --------------------------------------------------------------------------------------------------------

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== ""));
  return made;
}

const WORD = new RegExp(`([\\p{L}\\p{N}\\p{M}\\p{Cf}\u00b4${SPELLED}]+)`, "u");

function marked(text, typed) {
  const roots = typed.map((word) => [word, stem(word)]);
  const pieces = text.split(WORD);
  return pieces.map((piece, i) => {
    const word = i % 2 ? fold(piece).trim() : "";
    return word && roots.some(([one, root]) => likeness(word, one, root)) ? element("mark", { textContent: piece }) : piece;
  });
}

// About forty words of *text* around the first that was looked for.
function excerpt(text, typed) {
  const all = text.split(" ");
  const roots = typed.map((word) => [word, stem(word)]);
  const first = all.findIndex((piece) => words(piece, new Set()).some((word) => roots.some(([one, root]) => likeness(word, one, root))));
  const start = first > 25 ? first - 10 : 0;
  const end = start + 40;
  return `${start ? "… " : ""}${all.slice(start, end).join(" ")}${end < all.length ? " …" : ""}`;
}

function result(said, typed, kinds) {
  const label = element("p", { className: "result-label" }, element("span", { className: "result-kind", textContent: kinds[said.kind] || said.kind }));
  for (const text of [said.when, said.note]) if (text) label.append(" · ", ...marked(text, typed));
  const link = element("a", { href: new URL(said.path, SITE).href }, ...marked(said.title, typed));
  const item = element("li", { className: `result kind-${said.kind.replaceAll("_", "-")}` }, label, element("p", { className: "result-title" }, link));
  if (said.lead) item.append(element("p", { className: "result-lead" }, ...marked(excerpt(said.lead, typed), typed)));
  return item;
}

async function section(outcome, typed, limit, { kinds }) {
  const { group, hits } = outcome;
  const heading = element("h2", { className: "result-group", id: `results-${group.name}` }, group.title, " ", element("span", { className: "count", textContent: hits.length.toLocaleString("en") }));
  const list = element("ul", { className: "results" });
  const made = element("section", {}, heading, list);
  made.setAttribute("aria-labelledby", heading.id);
  const more = element("button", { type: "button", className: "results-more", textContent: "Show more" });
  let count = 0;
  const show = async () => {
    const next = hits.slice(count, (count += count ? PAGE : limit));
    const said = await Promise.all(next.map((hit) => shown(hit)));
    const items = said.map((one) => result(one, typed, kinds));
    list.append(...items);
    more.hidden = count >= hits.length;
    return items;
  };
  more.addEventListener("click", async () => (await show())[0]?.querySelector("a").focus());
  await show();
  if (limit > PREVIEW) made.append(more);
  return made;
}

const plural = (count, one) => `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;

// Arrow keys go from result to result, and back to the box.
function arrows(box, input, leave) {
  const move = (event) => {
    if (event.key === "Escape") return leave(event);
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const links = [...box.querySelectorAll(".result a")];
    const at = links.indexOf(document.activeElement);
    if (!links.length || (at < 0 && document.activeElement !== input)) return;
    event.preventDefault();
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (links[next] || (next < 0 ? input : links.at(-1))).focus();
  };
  input.addEventListener("keydown", move);
  box.addEventListener("keydown", move);
}

// The latest wins: what an earlier word finds late is not shown.
function latest(work) {
  let turn = 0;
  return async (...values) => {
    const mine = (turn += 1);
    await work(() => mine === turn, ...values);
  };
}

function later(work, wait) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
}

const NOTHING = "Nothing was found. Try fewer or other words, or a name in another spelling.";
const FAILED = "The search could not be loaded. Try again when the connection is back.";

function styles() {
  const href = new URL("search.css", HOME).href;
  if (![...document.styleSheets].some((sheet) => sheet.href === href)) document.head.append(element("link", { rel: "stylesheet", href }));
}

// ---- in the head of every page --------------------------------------------------------------------------------------

export function attach(form) {
  const input = form.elements.q;
  const status = element("p", { className: "search-status" });
  status.setAttribute("role", "status");
  const list = element("div", {});
  const all = element("a", { className: "search-all", href: form.action, textContent: "All results and filters" });
  const box = element("div", { className: "search-box", hidden: true }, status, list, all);
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", "Search results");
  form.append(box);
  styles();

  const leave = (event) => {
    if (box.hidden) return;
    event?.preventDefault();
    box.hidden = true;
    input.focus();
  };
  arrows(box, input, leave);
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) box.hidden = true;
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) box.hidden = true;
  });

  const search = latest(async (current) => {
    const query = input.value.trim();
    all.href = `${form.action}?${new URLSearchParams({ q: query })}`;
    if (!query) {
      box.hidden = true;
      return;
    }
    try {
      const catalogue = await index();
      const typed = words(query, catalogue.stop);
      const sections = [];
      let count = 0, needed = 0;
      for (const group of catalogue.groups) {
        const outcome = await searchGroup(group, typed, {}, 1); // the newest are enough here
        if (!current()) return;
        if (!typed.length || !outcome.hits.length || outcome.needed < needed) continue;
        if (outcome.needed > needed) {
          sections.length = count = 0;
          needed = outcome.needed;
        }
        sections.push(await section(outcome, typed, PREVIEW, catalogue));
        count += outcome.hits.length;
        if (!current()) return;
        list.replaceChildren(...sections);
        box.hidden = false;
      }
      list.replaceChildren(...sections);
      status.textContent = count ? plural(count, "result") : NOTHING;
    } catch {
      status.textContent = FAILED;
    }
    box.hidden = false;
  });
  input.addEventListener("input", later(search, 120));
  if (input.value) search();
  index().catch(() => {});
}

// ---- the page of the search -----------------------------------------------------------------------------------------

function page(root) {
  const form = root.querySelector("form");
  const input = form.elements.q;
  const [status, filters, results, browse] = ["status", "filters", "results", "browse"].map((name) => document.querySelector(`.search-${name}`));
  const address = new URLSearchParams(location.search);
  let chosen = {};
  let outcomes = [];
  input.value = address.get("q") || "";
  arrows(results, input, (event) => {
    event.preventDefault();
    if (document.activeElement === input) input.blur();
    else input.focus();
  });

  const keep = () => {
    const said = new URLSearchParams();
    if (input.value.trim()) said.set("q", input.value.trim());
    for (const [name, values] of Object.entries(chosen)) for (const value of values) said.append(name, value);
    history.replaceState(null, "", `${location.pathname}${said.size ? `?${said}` : ""}`);
  };

  async function rows(name) {
    const counts = new Map();
    for (const { group, matched } of outcomes) {
      for (const [i, part] of group.parts.entries()) {
        const left = new Set(await filtered(part, [...matched[i].keys()], chosen, name));
        for (const { value, label, numbers } of await facet(part, name)) {
          let count = 0;
          for (const number of left) if (numbers.has(number)) count += 1;
          const row = counts.get(value) || { value, label, count: 0 };
          row.count += count;
          counts.set(value, row);
        }
      }
    }
    const kept = [...counts.values()].filter((row) => row.count || chosen[name].includes(row.value));
    return kept.sort((a, b) => (name === "year" ? b.value.localeCompare(a.value) : b.count - a.count || a.label.localeCompare(b.label)));
  }

  async function choices(name, box, current = () => true) {
    if (!box.open || !filters.open) return;
    const had = document.activeElement?.name === name ? document.activeElement.value : null;
    const made = (await rows(name)).map(({ value, label, count }) => {
      const tick = element("input", { type: "checkbox", name, value, checked: chosen[name].includes(value) });
      return element("label", {}, tick, " ", label, " ", element("span", { className: "count", textContent: count.toLocaleString("en") }));
    });
    if (!current()) return;
    box.querySelector("fieldset").replaceChildren(box.querySelector("legend"), ...(made.length ? made : [element("p", { textContent: "Nothing to choose from." })]));
    if (had !== null) [...box.querySelectorAll("input")].find((tick) => tick.value === had)?.focus();
  }

  const search = latest(async (current) => {
    keep();
    const query = input.value.trim();
    const some = Object.values(chosen).some((values) => values.length);
    browse.hidden = Boolean(query) || some;
    if (!query && !some) {
      outcomes = [];
      results.replaceChildren();
      status.textContent = "";
      filters.hidden = true;
      return;
    }
    status.textContent = "Searching …";
    try {
      const said = await index();
      const typed = words(query, said.stop);
      outcomes = [];
      let sections = [], count = 0, needed = 0;
      for (const group of said.groups) {
        const outcome = query && !typed.length ? { group, needed: 0, matched: group.parts.map(() => new Map()), hits: [] } : await searchGroup(group, typed, chosen);
        if (!current()) return;
        if (outcome.needed < needed) continue;
        if (outcome.needed > needed) {
          [outcomes, sections, count, needed] = [[], [], 0, outcome.needed];
        }
        outcomes.push(outcome);
        if (!outcome.hits.length) continue;
        sections.push(await section(outcome, typed, START, said));
        count += outcome.hits.length;
        if (!current()) return;
        results.replaceChildren(...sections);
      }
      results.replaceChildren(...sections);
      status.textContent = count ? plural(count, "result") + (typed.length > needed ? "; none has all the words" : "") : NOTHING;
      filters.hidden = !outcomes.some((outcome) => outcome.matched.some((map) => map.size));
      for (const box of filters.querySelectorAll("details")) await choices(box.dataset.facet, box, current);
    } catch {
      status.textContent = FAILED;
    }
  });

  async function start() {
    const said = await index();
    for (const [name, title] of Object.entries(said.facets)) {
      chosen[name] = address.getAll(name);
      const set = element("fieldset", {}, element("legend", { className: "visually-hidden", textContent: title }));
      const box = element("details", { open: name === "kind" || chosen[name].length > 0 }, element("summary", { textContent: title }), set);
      box.dataset.facet = name;
      box.addEventListener("toggle", () => choices(name, box));
      filters.append(box);
    }
    filters.open = matchMedia("(min-width: 60rem)").matches || Object.values(chosen).some((values) => values.length);
    filters.addEventListener("toggle", () => {
      for (const box of filters.querySelectorAll("details")) choices(box.dataset.facet, box);
    });
    filters.addEventListener("change", (event) => {
      const { name, value, checked } = event.target;
      chosen[name] = checked ? [...chosen[name], value] : chosen[name].filter((one) => one !== value);
      search();
    });
    input.addEventListener("input", later(search, 150));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      search();
    });
    await search();
  }

  start().catch(() => {
    status.textContent = FAILED;
  });
}

const root = document.querySelector(".search-page");
if (root) page(root);
