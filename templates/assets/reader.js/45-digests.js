"use strict";

// What is folded keeps a few of its entries in sight, each in a line; styles leave them out where the page is narrow.
const { node, copy, begun } = spotbrief;

const line = (entry, without) => {
  const made = node("li");
  copy(made, entry, without);
  return made;
};

const eventLine = (event) => {
  const title = event.querySelector("h3");
  const [when, link] = [node("span", "when"), node("a", "", begun(title, Infinity))];
  copy(when, event.querySelector("h3 + p"), ":nth-child(n + 2)");
  link.href = `#${event.id}`;
  for (const name of ["lang", "dir"]) if (title.hasAttribute(name)) link.setAttribute(name, title.getAttribute(name));
  return node("li", "", when, " ", link);
};

const digests = [
  [".timeline", "ol", "digest", 3, eventLine],
  [".actors", "ul", "digest is-run-in", 4, (actor) => line(actor, ".role, .about, .actor-latest")],
  [".sources", "ol", "digest is-numbered", 3, (source) => line(source, ".attribution, .accessed, .cited")],
];

for (const [list, name, style, count, told] of digests) {
  const entries = [...document.querySelectorAll(`.folded > ${list} > li`)].slice(0, count);
  if (entries.length) entries[0].closest(".folded").after(node(name, style, ...entries.map(told)));
}
