"use strict";

// All events of a timeline, found by actor, topic, kind and period at once, the newest or the oldest first; what is asked for stands in
// the address. What is found is taken as it stands from this page and the other ones of the timeline, which are loaded when they are needed.
const filter = document.querySelector(".filter");

if (filter) {
  const STEP = 50;
  const NAMED = ["actor", "topic", "kind"];
  const KEYS = [...NAMED, "from", "to"];
  const { node } = spotbrief;
  const form = filter.querySelector("form");
  const count = filter.querySelector(".filter-count");
  const file = new URL(filter.dataset.events, location.href);
  const whole = document.querySelectorAll(".month, .month ~ .pager");
  const column = whole[0]?.parentElement;
  const heading = node("h2", "visually-hidden");
  const found = node("ol", "timeline is-folded");
  const more = node("button", "show-more", _("Show more"));
  more.type = "button";
  const here = location.pathname;
  const inAddress = new URLSearchParams(location.search);
  const loaded = new Map();
  let data, matches, drawn, turn = 0;

  // Which way the events run: the page itself has the newest first.
  const order = document.querySelector(".order");
  const newest = node("button", "choice", _("Newest first"));
  const oldest = node("button", "choice", _("Oldest first"));
  let turned = false;

  const turnTo = (way) => {
    turned = way === oldest;
    for (const button of [newest, oldest]) button.setAttribute("aria-pressed", button === way);
  };

  const load = async () => {
    const got = await fetch(file);
    if (!got.ok) throw new Error(got.statusText);
    data = await got.json();
    if (data.order === "oldest") data.events.reverse();
    data.events = data.events.map((row, place) => ({
      place,
      ...Object.fromEntries(data.fields.map((field, column) => [field, row[column]])),
    }));
    for (const event of data.events) {
      event.latest ||= event.earliest;
      for (const key of NAMED) event[key] = event[`${key}s`].map((at) => data.names[`${key}s`][at][0]);
    }
    for (const key of NAMED) offer(form.elements[key], data.names[`${key}s`]);
  };

  const offer = (select, names) => {
    const options = names.sort(([, one], [, two]) => one.localeCompare(two));
    select?.append(...options.map(([id, name]) => new Option(name, id)));
  };

  // The page on which an event stands, and the address of that page.
  const pageOf = ({ place }) => (place < data.on_first_page ? 1 : 2 + Math.floor((place - data.on_first_page) / data.on_later_pages));
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

  const fits = (event, wanted) =>
    NAMED.every((key) => !wanted[key] || event[key].includes(wanted[key])) &&
    (!wanted.from || event.latest >= wanted.from) &&
    (!wanted.to || event.earliest <= wanted.to);

  const apply = () => {
    const wanted = asked();
    const filled = KEYS.filter((key) => wanted[key]);
    const address = new URL(location.href);
    for (const key of KEYS) address.searchParams.delete(key);
    for (const key of filled) address.searchParams.set(key, wanted[key]);
    if (turned) address.searchParams.set("order", "oldest");
    else address.searchParams.delete("order");
    history.replaceState(history.state, "", address);
    const some = turned || filled.length > 0;
    matches = some ? data.events.filter((event) => fits(event, wanted)) : [];
    if (turned) matches.reverse();
    drawn = 0;
    const mine = (turn += 1);
    const [fitting, all] = [matches.length, data.events.length].map((size) => size.toLocaleString(document.documentElement.lang));
    count.textContent = !filled.length ? "" : matches.length ? _("{some} of {all} events").replace("{some}", fitting).replace("{all}", all) : _("No event fits all of this.");
    heading.textContent = filled.length ? _("Events that fit") : _("Oldest first");
    if (some) {
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
      turnTo(newest);
      filter.open = true;
      wait(false);
      count.textContent = _("The events could not be loaded. Close this and open it again to try once more.");
      return;
    }
    for (const [key, value] of inAddress) {
      if (KEYS.includes(key) && form.elements[key]) form.elements[key].value = value;
    }
    apply();
  };

  if (order) {
    order.replaceChildren(newest, " ", oldest);
    order.setAttribute("role", "group");
    order.setAttribute("aria-label", _("Order"));
  }
  (order ?? filter).after(heading, found, more);
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
  order?.addEventListener("click", ({ target }) => {
    if (target !== newest && target !== oldest) return;
    turnTo(target);
    if (data) apply();
    else start();
  });
  // A bar of the chart leads to its month, which is there only without a filter.
  document.querySelector(".chart-density")?.addEventListener("click", (event) => {
    if (!event.target.closest("a") || !data) return;
    for (const key of KEYS) if (form.elements[key]) form.elements[key].value = "";
    turnTo(newest);
    apply();
  });
  turnTo(inAddress.get("order") === "oldest" ? oldest : newest);
  const isNarrowed = KEYS.some((key) => inAddress.get(key));
  const isAsked = isNarrowed || turned;
  wait(isAsked);
  column?.classList.toggle("is-waiting", isAsked); // at first all of it, which the filter pushes down as it opens
  filter.open = isNarrowed || matchMedia("(min-width: 60rem)").matches;
  if (turned) start();
}
