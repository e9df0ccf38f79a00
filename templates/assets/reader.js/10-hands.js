"use strict";

// Conveniences for pages of the desk; ordinary pages do without. What the files after this one share: elements, words that are spoken too, what is kept on the reader's machine.
// An element of a class with things in it; a text stays a text, whatever is written in it.
const node = (name, className = "", ...inside) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...inside.filter(Boolean));
  return made;
};

const notice = document.body.appendChild(node("p", "notice"));
notice.setAttribute("role", "status");
let waiting;

// Shows a short message, and has screen readers speak it.
const say = (text) => {
  clearTimeout(waiting);
  notice.textContent = "";
  waiting = setTimeout(() => {
    notice.textContent = text;
    waiting = setTimeout(() => (notice.textContent = ""), 4000);
  }, 60);
};

// A browser that keeps nothing gives nothing.
const kept = (key) => {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
};

const keep = (key, value) => {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // The page works all the same.
  }
};

// The first words of an element, without what is no claim: enough to tell one from another where they are heard alone.
const begun = (element, long) => {
  const parts = [...element.childNodes].filter((part) => !part.matches?.("small, sup, .permalink"));
  const text = parts.map((part) => part.textContent).join("").trim();
  return text.length > long ? `${text.slice(0, long).replace(/\s+\S*$/, "")}…` : text;
};

// A click that asks for nothing but the link itself: no new tab, no download.
const plain = (event) => event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

globalThis.spotbrief = { node, say, kept, keep, begun, plain };
