"use strict";

// A click on the sign beside a takeaway, a judgement or an event copies its address.
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
