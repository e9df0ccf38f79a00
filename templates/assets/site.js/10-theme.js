"use strict";

// Light, dark, or as the machine has it: each press goes on to the next, first to what the machine has not.
const root = document.documentElement;
const button = document.querySelector(".tool.is-theme");
const machine = matchMedia("(prefers-color-scheme: dark)");
const names = { "": _("Colours: system"), light: _("Colours: light"), dark: _("Colours: dark") };

function tell() {
  button.setAttribute("aria-label", names[root.dataset.theme || ""]);
}

function turn() {
  const states = machine.matches ? ["", "light", "dark"] : ["", "dark", "light"];
  const wanted = states[(states.indexOf(root.dataset.theme || "") + 1) % states.length];
  root.dataset.theme = wanted;
  tell();
  try {
    if (wanted) localStorage.setItem("theme", wanted);
    else localStorage.removeItem("theme");
  } catch {
    // A browser that keeps nothing still changes this page.
  }
}

if (button) {
  tell();
  button.addEventListener("click", turn);
}
