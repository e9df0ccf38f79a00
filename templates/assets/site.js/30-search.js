"use strict";

// The search is loaded when somebody turns to it: by a click, by Tab, or by the key /.
const form = document.querySelector(".masthead form[role=search]");
const box = form && form.elements.q;
let loaded;

function load() {
  loaded = loaded || import(new URL("search.js", form.action)).then((search) => search.attach(form));
  return loaded;
}

function typing(target) {
  return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

if (form && !document.querySelector(".search-page")) {
  box.addEventListener("focus", load, { once: true });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const wanted = document.querySelector(".search-page input[type=search]") || box;
  if (!wanted) return;
  event.preventDefault();
  if (wanted.checkVisibility()) wanted.focus();
  else location.assign(form.action); // phones have the box on a page of its own
});
