"use strict";

// All events of a timeline, found by actor, topic, kind and period at once; what is asked for stands in the address. What is found is
// taken as it stands from this page and the other ones of the timeline, which are loaded when they are needed.
const filter = document.querySelector(".filter");

if (filter) {
  const STEP = 50;
  const KEYS = ["actor", "topic", "kind", "from", "to"];
  const { node } = spotbrief;
  const form = filter.querySelector("form");
  const count = filter.querySelector(".filter-count");
  const file = new URL(filter.dataset.events, location.href);
  const whole = document.querySelectorAll(".order, .month, .month ~ .pager");
  const column = whole[0]?.parentElement;
  const heading = node("h2", "visually-hidden", _("Events that fit"));
  const found = node("ol", "timeline is-folded");
  const more = node("button", "show-more", _("Show more"));
  more.type = "button";
  const here = location.pathname;
  const loaded = new Map();
  let data, matches, drawn, turn = 0;

  const load = async () => {
    const got = await fetch(file);
    if (!got.ok) throw new Error(got.statusText);
    data = await got.json();
    data.events = data.events.map((row, order) => ({
      order,
      ...Object.fromEntries(data.fields.map((field, column) => [field, row[column]])),
    }));
    for (const key of ["actor", "topic", "kind"]) offer(form.elements[key], data.names[`${key}s`]);
  };

  const offer = (select, names) => {
    const options = Object.entries(names).sort(([, one], [, two]) => one.localeCompare(two));
    select?.append(...options.map(([id, name]) => new Option(name, id)));
  };

  // The page on which an event stands, and the address of that page.
  const pageOf = ({ order }) => (order < data.on_first_page ? 1 : 2 + Math.floor((order - data.on_first_page) / data.on_later_pages));
  const addressOf = (page) => new URL(page > 1 ? `page/${page}/` : "./", file);

  const pageAt = (address) => {
    if (address.pathname === here) return document;
    if (!loaded.has(address.href)) loaded.set(address.href, fetched(address));
    return loaded.get(address.href);
  };

  const fetched = async (address) => {
    const got = await fetch(address);
    if (!got.ok) throw new Error(got.statusText);
    return new DOMParser().parseFromString(await got.text(), "text/html");
  };

  // A copy of an event; its links lead where they lead from its own page.
  const copied = async (event) => {
    const address = addressOf(pageOf(event));
    const copy = document.importNode((await pageAt(address)).getElementById(`event:${event.id}`), true);
    copy.removeAttribute("id");
    for (const link of copy.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address);
    return copy;
  };

  const draw = async (anew) => {
    const mine = turn;
    const next = await Promise.all(matches.slice(drawn, drawn + STEP).map(copied));
    if (mine !== turn) return null;
    drawn += next.length;
    if (anew) found.replaceChildren();
    found.append(...next);
    more.hidden = drawn >= matches.length;
    return next[0];
  };

  const drawOrSay = (anew) =>
    draw(anew).catch(() => {
      count.textContent = _("Some of these events could not be loaded.");
    });

  const asked = () => Object.fromEntries(KEYS.map((key) => [key, form.elements[key]?.value ?? ""]));

  const fits = (event, { actor, topic, kind, from, to }) =>
    (!actor || event.actors.includes(actor)) &&
    (!topic || event.topics.includes(topic)) &&
    (!kind || event.kind === kind) &&
    (!from || event.latest >= from) &&
    (!to || event.earliest <= to);

  const apply = () => {
    const wanted = asked();
    const filled = KEYS.filter((key) => wanted[key]);
    const address = new URL(location.href);
    for (const key of KEYS) address.searchParams.delete(key);
    for (const key of filled) address.searchParams.set(key, wanted[key]);
    history.replaceState(history.state, "", address);
    matches = filled.length ? data.events.filter((event) => fits(event, wanted)) : [];
    drawn = 0;
    const mine = (turn += 1);
    const [some, all] = [matches.length, data.events.length].map((size) => size.toLocaleString(document.documentElement.lang));
    count.textContent = !filled.length ? "" : matches.length ? _("{some} of {all} events").replace("{some}", some).replace("{all}", all) : _("No event fits all of this.");
    if (filled.length) {
      wait(true);
      const drawing = drawOrSay(true);
      drawing.then(() => mine === turn && show(true));
    } else show(false);
  };

  // The events of the page keep their place, unseen, until those that fit are there: nothing jumps.
  const wait = (waiting) => {
    for (const part of whole) part.classList.toggle("is-waiting", waiting);
    if (!waiting) column?.classList.remove("is-waiting");
  };

  const show = (some) => {
    wait(false);
    for (const part of whole) part.hidden = some;
    found.hidden = heading.hidden = !some;
    if (!some) more.hidden = true;
  };

  const start = async () => {
    if (data !== undefined) return;
    data = null;
    count.textContent = _("The events are being loaded.");
    try {
      await load();
    } catch {
      data = undefined;
      wait(false);
      count.textContent = _("The events could not be loaded. Close this and open it again to try once more.");
      return;
    }
    for (const [key, value] of new URLSearchParams(location.search)) {
      if (KEYS.includes(key) && form.elements[key]) form.elements[key].value = value;
    }
    apply();
  };

  (document.querySelector(".order") ?? filter).after(heading, found, more);
  heading.hidden = found.hidden = more.hidden = true;
  filter.hidden = false;
  filter.addEventListener("toggle", () => filter.open && start());
  form.addEventListener("change", () => data && apply());
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => data && apply()));
  more.addEventListener("click", async () => {
    const first = await drawOrSay();
    if (!first) return;
    first.tabIndex = -1;
    first.focus();
  });
  // A bar of the chart leads to its month, which is there only without a filter.
  document.querySelector(".chart-density")?.addEventListener("click", (event) => {
    if (!event.target.closest("a") || !data) return;
    for (const key of KEYS) if (form.elements[key]) form.elements[key].value = "";
    apply();
  });
  const inAddress = new URLSearchParams(location.search);
  const isAsked = KEYS.some((key) => inAddress.get(key));
  wait(isAsked);
  column?.classList.toggle("is-waiting", isAsked); // at first all of it, which the filter pushes down as it opens
  filter.open = isAsked || matchMedia("(min-width: 60rem)").matches;
}
