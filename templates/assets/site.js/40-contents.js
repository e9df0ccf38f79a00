"use strict";

// Marks in the list of headings the one that the reader is at: the last that has come near the top of the window.
const NEAR = 0.12;
const contents = document.getElementById("page:contents");
const entries = new Map();
for (const link of contents?.querySelectorAll("a[href^='#']") || []) {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (heading) entries.set(heading, link);
}

function mark() {
  const passed = [...entries.keys()].filter((heading) => heading.getBoundingClientRect().top < innerHeight * NEAR);
  const here = entries.get(passed.at(-1));
  for (const link of entries.values()) {
    if (link === here) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
  // The list itself scrolls where it is longer than the window; at once, and without moving the page.
  if (here && contents.scrollHeight > contents.clientHeight) contents.scrollTop = here.offsetTop - contents.clientHeight / 2;
}

if (entries.size) {
  const watch = new IntersectionObserver(mark, { rootMargin: `0px 0px ${(NEAR - 1) * 100}% 0px` });
  for (const heading of entries.keys()) watch.observe(heading);
}
