"use strict";

// The address of a claim: a sign beside each takeaway, judgement and event of a briefing, which copies it at a click.
for (const claim of document.querySelectorAll(".briefing :is(.takeaway, .judgement, .timeline > li)[id]")) {
  const place = claim.querySelector(":is(h2, h3, h4)") ?? claim;
  const link = spotbrief.node("a", "permalink", "#");
  link.href = `#${claim.id}`;
  link.setAttribute("aria-label", _("Link to: {title}").replace("{title}", () => spotbrief.begun(place, 30)));
  place.append(" ", link);
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.(".permalink");
  if (!link || !spotbrief.plain(event) || !navigator.clipboard) return;
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(link.href);
    spotbrief.say(_("Link copied"));
  } catch {
    location.assign(link.href);
  }
});
