"use strict";

// What is folded opens for paper, for a link to its judgement, and for one that leads into it where the browser does not open it by itself.
const opened = [];

const unfold = (target) => {
  const folded = [...(target?.querySelectorAll(":scope.judgement > details:not([open])") ?? [])];
  for (let one = target?.closest("details:not([open])"); one; one = one.parentElement.closest("details:not([open])")) folded.push(one);
  for (const one of folded) one.open = true;
  return folded.length > 0;
};

const unfoldTarget = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (unfold(target)) target.scrollIntoView();
};

addEventListener("hashchange", unfoldTarget);
if (location.hash) unfoldTarget();

addEventListener("beforeprint", () => {
  for (const one of document.querySelectorAll("main details:not([open])")) {
    one.open = true;
    opened.push(one);
  }
});

addEventListener("afterprint", () => {
  for (const one of opened.splice(0)) one.open = false;
});

// What opens the rest of a judgement is heard with the judgement.
for (const summary of document.querySelectorAll(".judgement > .row-more > summary")) {
  const claim = summary.closest(".judgement").querySelector(":is(h2, h3, h4)");
  if (!claim) continue;
  const said = _("{part}: {claim}").replace("{part}", () => summary.textContent).replace("{claim}", () => spotbrief.begun(claim, 50));
  summary.setAttribute("aria-label", said);
}

// Each sheet of paper says what it is a sheet of, behind the name of the site, where the browser can write into the margin.
const title = document.querySelector(".briefing-head h1");
if (title) {
  const day = document.querySelector(".briefing-head .byline time");
  const said = [title.textContent, day?.textContent].filter(Boolean).join(" · ");
  document.documentElement.style.setProperty("--running-head", JSON.stringify(` · ${said}`));
}
