"use strict";

// Who somebody is: the entry of the page's list of actors, beside the name, on hover, focus or the first tap.
const entries = new Map();
for (const entry of document.querySelectorAll(".actors > [id^='actor:']")) {
  const link = entry.querySelector("a");
  if (link) entries.set(link.href, entry);
}

if (entries.size && HTMLElement.prototype.showPopover) {
  const SOON = 350;
  const box = spotbrief.box("beside-actor", "manual");
  const page = document.querySelector("main");
  box.id = "actor-card";
  let shown, timer, pointer;

  const hide = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = undefined;
    if (box.isConnected) box.hidePopover();
  };

  const show = (link) => {
    hide();
    shown = link;
    spotbrief.copy(box, entries.get(link.href), "script");
    box.showPopover();
    spotbrief.place(box, link);
    link.setAttribute("aria-describedby", box.id);
  };

  const later = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, SOON);
  };

  const nameAt = (target) => {
    const link = target.closest?.("a");
    return link && entries.has(link.href) && !link.closest(".actors, .beside") ? link : undefined;
  };

  const turnTo = (target) => {
    const link = nameAt(target);
    if (box.contains(target) || (link && link === shown)) clearTimeout(timer);
    else if (link) later(() => show(link));
    else later(hide);
  };

  page.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") turnTo(event.target);
  });

  page.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") later(hide);
  });

  page.addEventListener("focusin", (event) => {
    if (event.target.matches(":focus-visible")) turnTo(event.target);
  });

  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (!box.contains(event.target) && nameAt(event.target) !== shown) hide();
  });

  page.addEventListener("click", (event) => {
    const link = nameAt(event.target);
    if (!link || link === shown || pointer !== "touch" || !event.detail) return;
    event.preventDefault();
    show(link);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
}
