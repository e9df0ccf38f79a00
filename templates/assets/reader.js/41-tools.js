"use strict";

// Share, print, cite, follow: one stop of the keyboard, with the arrows from one to the next.
const tools = document.querySelector(".tools");

if (tools) {
  const { say, plain } = spotbrief;
  const share = tools.querySelector(".share");
  tools.querySelector(".print")?.addEventListener("click", () => window.print());

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(share.href);
      say(_("Link copied"));
    } catch {
      location.assign(share.href);
    }
  };

  share.addEventListener("click", (event) => {
    if (!plain(event)) return;
    event.preventDefault();
    if (!navigator.share) copy();
    else navigator.share({ title: document.title, url: share.href }).catch((error) => error.name !== "AbortError" && copy());
  });

  const stops = [...tools.children];
  const stopAt = (chosen) => {
    for (const stop of stops) stop.tabIndex = stop === chosen ? 0 : -1;
  };
  tools.setAttribute("role", "toolbar");
  stopAt(stops[0]);

  tools.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = stops[(at + step + stops.length) % stops.length];
    stopAt(next);
    next.focus();
  });
}
