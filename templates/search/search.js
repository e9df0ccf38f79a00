// Search without a server: loads a few of the small files that the build laid beside this one, and shows what it finds.

const HOME = new URL("./", import.meta.url);
const SITE = new URL("../", HOME);
const PREVIEW = 3;
const PAGE = 10;
const START = 6;
const WIDEST = 3; // files of words that one typed word may load of a part

// How words are compared: exports/search/folding.yml, which the build puts here.
const HOW = HOW_WORDS_ARE_COMPARED;
const APOSTROPHES = new RegExp(`[${HOW.apostrophes}]`, "g");
const ACCENT_ALONE = new RegExp(`[${HOW.accents_alone}]`, "g");
const LEFT_OUT = new RegExp(`\\p{Cf}|(?=\\p{M})[${HOW.marks_left_out}]`, "gu");
const OF_NO_LETTER = new RegExp(HOW.marks_of_no_letter, "g");
const POSSESSIVE = new RegExp(HOW.possessives, "g");
const APOSTROPHE = new RegExp(HOW.apostrophes_inside, "g");
const LETTERS = new RegExp(`[${Object.keys(HOW.letters).join("")}]`, "g");
const WORDS = new RegExp(HOW.words, "gu");
const CYRILLIC = new RegExp(HOW.cyrillic);
const ENDINGS = Object.fromEntries(Object.entries(HOW.endings).map(([name, pattern]) => [name, new RegExp(pattern)]));
const STOP = new Set(HOW.stop.split(" "));

export function fold(text) {
  const bare = text.replace(ACCENT_ALONE, "'").normalize("NFKD").toLowerCase().replace(APOSTROPHES, "'").replace(LEFT_OUT, "");
  const plain = bare.replace(LETTERS, (letter) => HOW.letters[letter]).replace(/[^\p{L}\p{N}\p{M}']/gu, " ");
  return plain.replace(OF_NO_LETTER, "").normalize("NFC").replace(POSSESSIVE, "").replace(APOSTROPHE, "");
}

export function words(text) {
  const found = (fold(text).match(WORDS) || []).filter((word) => !STOP.has(word));
  return [...new Set(found.map((word) => [...word].slice(0, HOW.longest).join("")))];
}

// What is looked for by one typed word: the root that its endings leave alone, and words of which it is another form.
export function wanted(typed, others = []) {
  const endings = CYRILLIC.test(typed) ? ENDINGS.cyrillic : ENDINGS.others;
  let length = HOW.shortest_root;
  while (length < typed.length && !endings.test(typed.slice(length))) length += 1;
  return { typed, root: typed.slice(0, length), endings, others };
}

// How well a word of the index answers what is wanted; 0 is not at all.
export function likeness(word, { typed, root, endings, others }) {
  if (word === typed) return 1;
  if (word.startsWith(root)) {
    if (endings.test(word.slice(root.length))) return 0.85;
    if (word.startsWith(typed)) return 0.6;
  }
  return others.includes(word) ? 0.85 : 0;
}

// What a query looks for.
async function allWanted(query) {
  return Promise.all(words(query).map(async (word) => wanted(word, await otherForms(word))));
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

// The files whose words start with *root*, of all files that start with *starts*.
function shards(starts, root) {
  let first = starts.findIndex((word) => word > root);
  first = Math.max(0, (first < 0 ? starts.length : first) - 1);
  const found = [];
  for (let i = first; i < starts.length && found.length < WIDEST; i += 1) {
    if (i > first && !starts[i].startsWith(root)) break;
    found.push(i);
  }
  return found;
}

async function lines({ folder, words: starts }, roots) {
  const numbers = new Set(roots.flatMap((root) => shards(starts, root)));
  const texts = await Promise.all([...numbers].map((i) => file(`${folder}/${i}.txt`)));
  return texts.flatMap((text) => text.split("\n"));
}

// The words of the index of which *word* is another form, as a dictionary knows them and no ending does: `дитина` of `дітей`.
async function otherForms(word) {
  const { forms } = await index();
  if (!forms.words.length || !CYRILLIC.test(word)) return [];
  const found = (await lines(forms, [word])).find((line) => line.startsWith(`${word}\t`));
  return found ? found.split("\t").slice(1) : [];
}

// The lines of a part that may answer what is wanted.
async function answering(part, { root, others }) {
  const found = await lines(part, [root, ...others]);
  return found.filter((line) => line.startsWith(root) || others.some((word) => line.startsWith(`${word}\t`))); // most do not
}

const WEIGHT = [8, 4, 1.6, 1]; // in a name, in the lead, often in the text, once
const BY_NAME = 3; // of an actor that is named by another of its names
const ACTORS = ["person", "organization", "state"];
const FEW = 12; // actors that one word may name

// The numbers of the things in whose names a word stands, the best first.
async function titled(part, one) {
  const likes = new Map();
  for (const line of await answering(part, one)) {
    const [word, inName] = line.split("\t");
    const like = inName ? likeness(word, one) : 0;
    if (like) for (const number of decode(inName)) likes.set(number, Math.max(likes.get(number) || 0, like));
  }
  return [...likes].sort((a, b) => b[1] - a[1]).slice(0, FEW);
}

const naming = new Map();

// The actors that have a word in one of their names: briefings, judgements and events know them by id alone.
function actorsOf(one) {
  if (!naming.has(one.typed)) naming.set(one.typed, findActors(one));
  return naming.get(one.typed);
}

async function findActors(one) {
  const { groups } = await index();
  const parts = groups.filter((group) => group.name === "things").flatMap((group) => group.parts);
  const each = parts.map(async (part) => {
    const numbers = await titled(part, one);
    return Promise.all(numbers.map(async ([number, like]) => ({ like, ...(await shown({ part, number })) })));
  });
  const found = (await Promise.all(each)).flat().filter((one) => ACTORS.includes(one.kind));
  return found.map((one) => ({ ...one, id: one.path.split("/").at(-2) }));
}

// What rests on an actor that a word names counts as found by that word.
async function addNamed(part, one, scores) {
  if (!part.facets.includes("actor")) return;
  const named = await actorsOf(one);
  if (!named.length) return;
  const rows = await facet(part, "actor");
  for (const { id, like } of named) {
    const numbers = rows.find((row) => row.value === id)?.numbers || [];
    for (const number of numbers) scores.set(number, Math.max(scores.get(number) || 0, BY_NAME * like));
  }
}

async function scored(part, one) {
  const scores = new Map();
  for (const line of await answering(part, one)) {
    const [word, ...levels] = line.split("\t");
    const like = likeness(word, one);
    if (!like) continue;
    const lists = levels.map(decode);
    const rare = Math.log(1 + part.count / (1 + lists.reduce((sum, list) => sum + list.length, 0)));
    lists.forEach((list, level) => {
      for (const number of list) scores.set(number, Math.max(scores.get(number) || 0, WEIGHT[level] * like * (0.2 + rare)));
    });
  }
  await addNamed(part, one, scores);
  return scores;
}

function everything(part) {
  return new Map(Array.from({ length: part.count }, (_, number) => [number, 0]));
}

// Findings that hold every typed word, or else those that hold most of them.
async function found(part, typed) {
  if (!typed.length) return everything(part);
  const each = await Promise.all(typed.map((one) => scored(part, one)));
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

// How much of one of its names was typed, from 0 to 1.
function share(actor, typed) {
  const names = [actor.title, ...actor.note.split(", ")].map(words);
  const said = (name) => name.filter((word) => typed.some((one) => likeness(word, one) > 0.8)).length / (name.length || 1);
  return Math.max(...names.map(said));
}

// The actors that a query is about: all its words are in their names, and they are much of a name.
async function called(typed) {
  const each = await Promise.all(typed.map(actorsOf));
  const all = (each[0] || []).filter((one) => each.every((named) => named.some(({ id }) => id === one.id)));
  const enough = all.map((actor) => ({ ...actor, share: share(actor, typed) })).filter(({ kind, share: of }) => of >= (kind === "person" ? 0.3 : 0.5));
  return enough.sort((a, b) => b.share - a.share).slice(0, 2);
}

// Groups in the order they are shown in: the actor that was named, or what we said before who and what it is about.
const ORDER = ["briefings", "judgements", "things", "events"];

function ordered(groups, actors) {
  const place = ({ name }) => (actors.length && name === "things" ? -1 : ORDER.indexOf(name));
  return [...groups].sort((a, b) => place(a) - place(b));
}

const COUNTED = {
  briefings: _n("briefing", "briefings"),
  judgements: _n("judgement", "judgements"),
  events: _n("event", "events"),
};

// "10 briefings, 6 judgements with Volodymyr Zelensky", each a link to them.
async function withActor(actor, { groups }, here) {
  const line = element("p", { className: "search-with" });
  for (const { name, parts } of groups.filter((group) => COUNTED[group.name])) {
    const lists = await Promise.all(parts.map((part) => facet(part, "actor")));
    const count = lists.flat().reduce((sum, row) => sum + (row.value === actor.id ? row.numbers.size : 0), 0);
    if (!count) continue;
    const address = new URL(`?${new URLSearchParams({ actor: actor.id, in: name })}`, here).href;
    line.append(line.childNodes.length ? ", " : "", element("a", { href: address, textContent: plural(count, COUNTED[name]) }));
  }
  if (line.childNodes.length) line.append(` ${_("with {actor}").replace("{actor}", () => actor.title)}`);
  return line;
}

// The query with each word that nothing answers changed to the nearest that something does; empty where none is near.
async function nearby(typed, { spelling }) {
  if (!spelling) return "";
  const [{ nearest }, text] = await Promise.all([import("./near.js"), file("spelling.txt")]);
  const vocabulary = text.split("\n");
  const known = (one) => vocabulary.some((word) => likeness(word, one));
  const said = typed.map((one) => (known(one) ? one.typed : nearest(one.typed, vocabulary)));
  return said.every(Boolean) && said.join() !== typed.map((one) => one.typed).join() ? said.join(" ") : "";
}

// A word as names and titles spell it.
async function spelled(word, said) {
  for (const { parts } of said.groups.filter((group) => group.name !== "events")) {
    for (const part of parts) {
      const [first] = await titled(part, wanted(word));
      if (!first) continue;
      const { title, note } = await shown({ part, number: first[0] });
      const piece = `${title} ${note}`.split(WORD).find((one) => fold(one).trim() === word);
      if (piece) return piece;
    }
  }
  return word;
}

async function suggestion(typed, said) {
  const near = await nearby(typed, said);
  return near && (await Promise.all(near.split(" ").map((word) => spelled(word, said)))).join(" ");
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

const WORD = new RegExp(`([\\p{L}\\p{N}\\p{M}\\p{Cf}\u00b4${HOW.apostrophes}]+)`, "u");

function marked(text, typed) {
  const pieces = text.split(WORD);
  return pieces.map((piece, i) => {
    const word = i % 2 ? fold(piece).trim() : "";
    return word && typed.some((one) => likeness(word, one)) ? element("mark", { textContent: piece }) : piece;
  });
}

// About forty words of *text* around the first that was looked for.
function excerpt(text, typed) {
  const all = text.split(" ");
  const first = all.findIndex((piece) => words(piece).some((word) => typed.some((one) => likeness(word, one))));
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
  const heading = element("h2", { className: "result-group", id: `results-${group.name}` }, group.title, " ", element("span", { className: "count", textContent: hits.length.toLocaleString(LANGUAGE) }));
  const list = element("ul", { className: "results" });
  const made = element("section", {}, heading, list);
  made.setAttribute("aria-labelledby", heading.id);
  const more = element("button", { type: "button", className: "results-more", textContent: _("Show more") });
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

const LANGUAGE = document.documentElement.lang;
const plural = (count, form) => `${count.toLocaleString(LANGUAGE)} ${form(count)}`;

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

// "Did you mean Putin?", a link; nothing where nothing is near.
function meant(near, here) {
  if (!near) return [];
  return [element("p", { className: "search-meant" }, ...linked(_("Did you mean {query}?"), near, here))];
}

// "Nothing was found for putn. These are for Putin:", with a link.
function instead(near, typed, here) {
  if (!near) return [];
  const said = _("Nothing was found for “{typed}”. This is what was found for {query}:").replace("{typed}", () => typed);
  return [element("span", { className: "search-meant" }, ...linked(said, near, here)), " "];
}

function linked(said, query, here) {
  const [before, after] = said.split("{query}");
  return [before, element("a", { href: new URL(`?${new URLSearchParams({ q: query })}`, here).href, textContent: query }), after];
}

const RESULTS = _n("result", "results");
const NOTHING = _("Nothing was found. Try fewer or other words, or a name in another spelling.");
const FAILED = _("The search could not be loaded. Try again when the connection is back.");

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
  const all = element("a", { className: "search-all", href: form.action, textContent: _("All results and filters") });
  const box = element("div", { className: "search-box", hidden: true }, status, list, all);
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", _("Search results"));
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
      const typed = await allWanted(query);
      const actors = await called(typed);
      const sections = [];
      let count = 0, needed = 0;
      for (const group of ordered(catalogue.groups, actors)) {
        const outcome = await searchGroup(group, typed, {}, 1); // the newest are enough here
        if (!current()) return;
        if (!typed.length || !outcome.hits.length || outcome.needed < needed) continue;
        if (outcome.needed > needed) {
          sections.length = count = 0;
          needed = outcome.needed;
        }
        const isNamed = actors.length && group.name === "things";
        sections.push(await section(outcome, typed, isNamed ? actors.length : PREVIEW, catalogue));
        if (isNamed) for (const actor of actors) sections.push(await withActor(actor, catalogue, form.action));
        count += outcome.hits.length;
        if (!current()) return;
        list.replaceChildren(...sections);
        box.hidden = false;
      }
      const near = count ? "" : await suggestion(typed, catalogue);
      if (!current()) return;
      list.replaceChildren(...sections, ...meant(near, form.action));
      status.textContent = count ? plural(count, RESULTS) : NOTHING;
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
  const [status, filters, results, tabs] = ["status", "filters", "results", "tabs"].map((name) => document.querySelector(`.search-${name}`));
  let chosen = {};
  let tab = "";
  let outcomes = [];
  let facets = [];
  arrows(results, input, (event) => {
    event.preventDefault();
    if (document.activeElement === input) input.blur();
    else input.focus();
  });

  const query = () => input.value.trim();
  const some = () => Object.values(chosen).some((values) => values.length);

  const address = (within = tab) => {
    const said = new URLSearchParams();
    if (query()) said.set("q", query());
    for (const [name, values] of Object.entries(chosen)) for (const value of values) said.append(name, value);
    if (within) said.set("in", within);
    return `${location.pathname}${said.size ? `?${said}` : ""}`;
  };

  const read = () => {
    const said = new URLSearchParams(location.search);
    input.value = said.get("q") || "";
    tab = said.get("in") || "";
    for (const name of facets) chosen[name] = said.getAll(name);
  };

  // A choice can be gone back on; letters that are typed are no steps.
  const go = (isStep) => {
    if (address() === location.pathname + location.search) return;
    if (isStep) history.pushState(null, "", address());
    else history.replaceState(null, "", address());
  };

  const mark = () => {
    for (const link of tabs.querySelectorAll("a")) {
      link.href = address(link.dataset.in);
      link.toggleAttribute("aria-current", link.dataset.in === tab);
      if (link.dataset.in === tab) link.setAttribute("aria-current", "true");
      const told = outcomes.filter(({ group }) => !link.dataset.in || group.name === link.dataset.in);
      link.querySelector(".count").textContent = told.reduce((sum, { hits }) => sum + hits.length, 0).toLocaleString(LANGUAGE);
    }
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
    return kept.sort((a, b) => (name === "year" ? b.value.localeCompare(a.value) : b.count - a.count || a.label.localeCompare(b.label, LANGUAGE)));
  }

  async function choices(name, box, current = () => true) {
    if (!box.open || !filters.open) return;
    const had = document.activeElement?.name === name ? document.activeElement.value : null;
    const made = (await rows(name)).map(({ value, label, count }) => {
      const tick = element("input", { type: "checkbox", name, value, checked: chosen[name].includes(value) });
      return element("label", {}, tick, " ", label, " ", element("span", { className: "count", textContent: count.toLocaleString(LANGUAGE) }));
    });
    if (!current()) return;
    box.querySelector("fieldset").replaceChildren(box.querySelector("legend"), ...(made.length ? made : [element("p", { textContent: _("Nothing to choose from.") })]));
    if (had !== null) [...box.querySelectorAll("input")].find((tick) => tick.value === had)?.focus();
  }

  // The index by name stands where nothing is looked for, and where nothing was found.
  const asked = (is) => document.documentElement.classList.toggle("asked", is);

  const nothing = (is) => {
    root.classList.toggle("is-empty", is);
    filters.hidden = is && !some();
  };

  async function everywhere(typed, said, actors, current) {
    let made = [], needed = 0;
    for (const group of ordered(said.groups, actors)) {
      const nothing = { group, needed: 0, matched: group.parts.map(() => new Map()), hits: [] };
      const outcome = query() && !typed.length ? nothing : await searchGroup(group, typed, chosen);
      if (!current()) return null;
      if (outcome.needed < needed) continue;
      if (outcome.needed > needed) [made, needed] = [[], outcome.needed];
      made.push(outcome);
    }
    return { made, needed };
  }

  async function told(typed, said, actors) {
    const sections = [];
    for (const outcome of outcomes.filter(({ group, hits }) => hits.length && (!tab || group.name === tab))) {
      const isNamed = !tab && actors.length && outcome.group.name === "things";
      sections.push(await section(outcome, typed, isNamed ? actors.length : tab ? PAGE : START, said));
      if (isNamed) for (const actor of actors) sections.push(await withActor(actor, said, HOME));
    }
    return sections;
  }

  const search = latest(async (current, isStep = false) => {
    go(isStep);
    if (!query() && !some()) {
      outcomes = [];
      results.replaceChildren();
      status.textContent = "";
      asked(false);
      nothing(false);
      return;
    }
    asked(true);
    status.textContent = _("Searching …");
    try {
      const said = await index();
      let typed = await allWanted(query());
      let actors = await called(typed);
      let found = await everywhere(typed, said, actors, current);
      if (!found) return;
      let near = "";
      if (!found.made.some(({ hits }) => hits.length) && (near = await suggestion(typed, said))) {
        typed = await allWanted(near);
        actors = await called(typed);
        found = await everywhere(typed, said, actors, current);
        if (!found) return;
      }
      outcomes = found.made;
      const sections = await told(typed, said, actors);
      if (!current()) return;
      const count = outcomes.filter(({ group }) => !tab || group.name === tab).reduce((sum, { hits }) => sum + hits.length, 0);
      results.replaceChildren(...sections);
      mark();
      const counted = count ? plural(count, RESULTS) + (typed.length > found.needed ? _("; none has all the words") : "") : `${NOTHING} ${_("Everything can also be found by name, below.")}`;
      status.replaceChildren(...instead(near, query(), HOME), counted);
      nothing(!count);
      for (const box of filters.querySelectorAll("details")) await choices(box.dataset.facet, box, current);
    } catch {
      status.textContent = FAILED;
    }
  });

  function box(name, title) {
    const set = element("fieldset", {}, element("legend", { className: "visually-hidden", textContent: title }));
    const made = element("details", { open: chosen[name].length > 0 }, element("summary", { textContent: title }), set);
    made.dataset.facet = name;
    made.addEventListener("toggle", () => choices(name, made));
    return made;
  }

  async function start() {
    const said = await index();
    facets = Object.keys(said.facets);
    const early = input.value; // typed while the index was on its way
    read();
    if (early) input.value = early;
    if (!location.search) input.focus();
    // The tabs stand for the kind; who comes by an address that names one can still take it back.
    for (const [name, title] of Object.entries(said.facets)) if (name !== "kind" || chosen.kind.length) filters.append(box(name, title));
    filters.open = matchMedia("(min-width: 60rem)").matches || some();
    filters.addEventListener("toggle", () => {
      for (const made of filters.querySelectorAll("details")) choices(made.dataset.facet, made);
    });
    filters.addEventListener("change", (event) => {
      const { name, value, checked } = event.target;
      chosen[name] = checked ? [...chosen[name], value] : chosen[name].filter((one) => one !== value);
      search(true);
    });
    tabs.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      tab = link.dataset.in;
      search(true);
    });
    addEventListener("popstate", () => {
      read();
      search();
    });
    input.addEventListener("input", later(() => search(), 150));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      search(true);
    });
    await search();
  }

  start().catch(() => {
    status.textContent = FAILED;
  });
}

const root = document.querySelector(".search-page");
if (root) page(root);
