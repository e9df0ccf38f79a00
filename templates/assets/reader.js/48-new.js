"use strict";

// What was published or changed since the reader's last visit; nothing of it leaves the machine.
const VISIT = 30 * 60_000;
const DAY = 24 * 60 * 60_000;

// Kept as two moments: the last page view of the visit before this one, and the last of all. To a first visit nothing is new.
function lastVisit(now) {
  const [before, seen] = spotbrief.kept("visit").split(" ").map(Number);
  const since = !seen ? Infinity : now - seen > VISIT ? seen : before;
  spotbrief.keep("visit", `${since} ${now}`);
  return since;
}

// A briefing that names a day alone came out at some hour of it.
function moment(text) {
  const at = Date.parse(text);
  return text.includes("T00:00") ? at + DAY - 1 : at;
}

const since = lastVisit(Date.now());
for (const briefing of document.querySelectorAll("[data-changed]")) {
  if (moment(briefing.dataset.changed) <= since) continue;
  const published = briefing.querySelector("time")?.dateTime ?? briefing.dataset.changed;
  const mark = spotbrief.node("strong", "mark-new", moment(published) > since ? "New" : "Updated");
  (briefing.querySelector(".label, .chapter-title") ?? briefing).append(" ", mark);
}
