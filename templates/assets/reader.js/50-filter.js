"use strict";

// All events of a timeline, found by actor, topic, kind and period at once; what is asked for stands in the address.
const filter = document.querySelector(".filter");

if (filter) {
  const STEP = 100;
  const KEYS = ["actor", "topic", "kind", "from", "to"];
  const { node } = spotbrief;
  const form = filter.querySelector("form");
  const count = filter.querySelector(".filter-count");
  const file = new URL(filter.dataset.events, location.href);
  const whole = document.querySelectorAll(".chart-density, .timeline, .timeline ~ .pager");
  const found = node("ol", "timeline");
  const more = node("button", "show-more", "Show more");
  more.type = "button";
  let data, matches, drawn;

  const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

  const load = async () => {
    const got = await fetch(file);
    if (!got.ok) throw new Error(got.statusText);
    data = await got.json();
    data.events = data.events.map((row, order) => ({
      order,
      ...Object.fromEntries(data.fields.map((field, column) => [field, row[column]])),
    }));
    offer("actor", data.names.actors);
    offer("topic", data.names.topics);
    offer("kind", Object.fromEntries(data.events.filter((event) => event.kind).map((event) => [event.kind, capital(event.kind)])));
  };

  const offer = (key, names) => {
    const options = Object.entries(names).sort(([, one], [, two]) => one.localeCompare(two));
    form.elements[key].append(...options.map(([id, name]) => new Option(name, id)));
    form.elements[key].closest("div").hidden = !options.length;
  };

  const named = (kind, ids) =>
    ids.flatMap((id, place) => {
      const name = data.names[kind][id];
      const linked = name && data.at[kind];
      const said = linked ? node("a", "", name) : (name ?? id);
      if (linked) said.href = new URL(`${data.at[kind]}${encodeURIComponent(id)}/`, file);
      return place ? [", ", said] : [said];
    });

  const when = (event) => {
    const time = node(event.precision === "day" ? "time" : "span", event.precision === "day" ? "" : "time", event.when);
    if (time.dateTime !== undefined) time.dateTime = event.earliest;
    return time;
  };

  const permalink = (event) => {
    const page = Math.floor(event.order / data.per_page) + 1;
    const folder = page > 1 ? `page/${page}/` : "./";
    const link = node("a", "permalink", "#");
    link.href = new URL(`${folder}#event:${encodeURIComponent(event.id)}`, file);
    link.setAttribute("aria-label", "Link to this event");
    return link;
  };

  // As parts/macros.html draws an event, without its text.
  const drawnEvent = (event) =>
    node(
      "li",
      `event date-${event.precision}`,
      node(
        "p",
        "when",
        when(event),
        ...(event.kind ? [" ", node("span", "event-kind", capital(event.kind))] : []),
        ...(event.place ? [" ", node("span", "place", event.place)] : []),
      ),
      node("p", "event-title", event.title, " ", permalink(event)),
      event.actors.length && node("p", "event-actors", ...named("actors", event.actors)),
      event.briefings.length && node("p", "told", "In ", ...named("briefings", event.briefings)),
    );

  const draw = () => {
    const next = matches.slice(drawn, drawn + STEP).map(drawnEvent);
    drawn += next.length;
    found.append(...next);
    more.hidden = drawn >= matches.length;
    return next[0];
  };

  const asked = () => Object.fromEntries(KEYS.map((key) => [key, form.elements[key].value]));

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
    for (const part of whole) part.hidden = filled.length > 0;
    found.replaceChildren();
    found.hidden = !filled.length;
    matches = filled.length ? data.events.filter((event) => fits(event, wanted)) : [];
    drawn = 0;
    draw();
    const [some, all] = [matches.length, data.events.length].map((size) => size.toLocaleString("en"));
    count.textContent = !filled.length ? "" : matches.length ? `${some} of ${all} events` : "No event fits all of this.";
  };

  const start = async () => {
    if (data !== undefined) return;
    data = null;
    count.textContent = "The events are being loaded.";
    try {
      await load();
    } catch {
      data = undefined;
      count.textContent = "The events could not be loaded. Close this and open it again to try once more.";
      return;
    }
    for (const [key, value] of new URLSearchParams(location.search)) {
      if (KEYS.includes(key)) form.elements[key].value = value;
    }
    apply();
  };

  (document.querySelector(".timeline") ?? filter).after(found, more);
  found.hidden = more.hidden = true;
  filter.hidden = false;
  filter.addEventListener("toggle", () => filter.open && start());
  form.addEventListener("change", () => data && apply());
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => data && apply()));
  more.addEventListener("click", () => {
    const first = draw();
    first.tabIndex = -1;
    first.focus();
  });
  const inAddress = new URLSearchParams(location.search);
  if (KEYS.some((key) => inAddress.get(key))) filter.open = true;
}
