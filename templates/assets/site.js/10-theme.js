"use strict";

// Light or dark: what the reader chose on this machine, or else what the machine asks for.
const root = document.documentElement;
const button = document.querySelector(".tool.is-theme");
const machine = matchMedia("(prefers-color-scheme: dark)");

const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : machine.matches);

function show() {
  button.setAttribute("aria-pressed", String(dark()));
}

function turn() {
  const wanted = dark() ? "light" : "dark";
  const asks = machine.matches ? "dark" : "light";
  root.dataset.theme = wanted === asks ? "" : wanted;
  try {
    if (wanted === asks) localStorage.removeItem("theme");
    else localStorage.setItem("theme", wanted);
  } catch {
    // A browser that keeps nothing still changes this page.
  }
  show();
}

if (button) {
  button.hidden = false;
  button.addEventListener("click", turn);
  machine.addEventListener("change", show);
  show();
}
