"use strict";

// What is folded on the page of a briefing keeps a few of its entries in sight, each in a line; styles leave them out where the page is narrow.
const { node, copy, begun } = spotbrief;

const eventLine = (event) => {
  const title = event.querySelector(":is(h3, h4)");
  const [when, link] = [node("span", "when"), node("a", "", title && begun(title, Infinity))];
  const date = event.querySelector(":is(h3, h4) + p");
  if (date) copy(when, date, ":nth-child(n + 2)");
  link.href = `#${event.id}`;
  for (const name of ["lang", "dir"]) if (title?.hasAttribute(name)) link.setAttribute(name, title.getAttribute(name));
  return node("li", "", when, " ", link);
};

const actorLine = (actor) => {
  const made = node("li");
  copy(made, actor, ".role, .about, .actor-latest");
  return made;
};

// Who put it out, and what it is called.
const sourceLine = (source) => {
  const made = node("li");
  copy(made, source, ".attribution, small, .cited");
  const title = made.querySelector(":scope > :is(a, [lang])");
  while (title?.nextSibling) title.nextSibling.remove();
  return made;
};

const digests = [
  [".timeline", "ol", "digest", 3, eventLine],
  [".actors", "ul", "digest is-run-in", 4, actorLine],
  [".sources", "ol", "digest is-numbered", 3, sourceLine],
];

for (const [list, name, style, count, told] of digests) {
  const entries = [...document.querySelectorAll(`.briefing .folded > ${list} > li`)].slice(0, count);
  if (entries.length) entries[0].closest(".folded").after(node(name, style, ...entries.map(told)));
}
