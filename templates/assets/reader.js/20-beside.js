"use strict";

// A small box that lies over the page, beside what it belongs to.
const GAP = 8;

spotbrief.box = (className, kind) => {
  const box = spotbrief.node("div", `beside ${className}`);
  box.popover = kind;
  document.querySelector("main").append(box);
  return box;
};

// Puts an open box below a link; one that need not stay there lies above where there is no room.
spotbrief.place = (box, link, stays) => {
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - GAP));
  const height = box.offsetHeight + GAP;
  const above = !stays && at.bottom + height > innerHeight && at.top > height;
  box.style.left = `${Math.round(scrollX + left)}px`;
  box.style.top = `${Math.round(scrollY + (above ? at.top - height : at.bottom + GAP))}px`;
};

// Fills a box with copies of what is in an element.
spotbrief.copy = (box, from, without) => {
  const copy = from.cloneNode(true);
  for (const left of copy.querySelectorAll(without)) left.remove();
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  box.replaceChildren(...copy.childNodes);
};
