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
  const published = briefing.querySelector("time")?.dateTime ?? "";
  if (!(moment(briefing.dataset.changed || published) > since)) continue;
  const mark = spotbrief.node("strong", "mark-new", moment(published) > since ? _("New") : _("Updated"));
  (briefing.querySelector(".label, .chapter-title") ?? briefing).append(" ", mark);
}

// The line on what changed says what did since that visit, in the words of the build; it stays as it is for who has seen the newest.
const line = document.querySelector(".news-line");

async function sinceVisit() {
  const got = await fetch(new URL(line.dataset.since, location.href));
  if (!got.ok) return;
  const { until, steps } = await got.json();
  const step = steps.findLast(([start]) => start * 1000 <= since);
  if (since < until * 1000) line.querySelector("span").textContent = step[1];
}

if (line && Number.isFinite(since)) sinceVisit().catch(() => {});
