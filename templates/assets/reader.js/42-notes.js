"use strict";

// Who says so is heard with the number of a note.
const NOTE = "sup > a[href^='#source:']";
const links = document.querySelectorAll(NOTE);
const sourceOf = (link) => document.getElementById(link.hash.slice(1));
const number = (link) => link.hash.split(":")[1];

for (const link of links) {
  const source = sourceOf(link);
  const name = source?.querySelector(".publisher") ?? source?.firstChild;
  if (name) link.setAttribute("aria-label", _("Source {number}: {source}").replace("{number}", number(link)).replace("{source}", () => name.textContent.trim()));
}

// A source leads back to all that rests on it.
const CLAIMS = {
  ".takeaway": (claim, place) => _("takeaway {number}").replace("{number}", place),
  ".judgement": (claim, place) => _("judgement {number}").replace("{number}", place),
  ".timeline > li": (claim) => claim.querySelector(":is(h3, h4) + p")?.firstElementChild?.textContent,
  ".statement": (claim) => _("statement of {actor}").replace("{actor}", () => claim.querySelector(".said strong")?.textContent ?? ""),
};

const restsOn = new Map();
for (const [kind, named] of Object.entries(CLAIMS)) {
  [...document.querySelectorAll(`.briefing ${kind}[id]`)].forEach((claim, i) => {
    const name = named(claim, i + 1);
    for (const source of new Set([...claim.querySelectorAll(NOTE)].map(sourceOf))) {
      const back = spotbrief.node("a", "", name);
      back.href = `#${claim.id}`;
      if (source && name) restsOn.set(source, [...(restsOn.get(source) ?? []), back]);
    }
  });
}

for (const [source, places] of restsOn) {
  const line = source.querySelector(".cited") ?? spotbrief.node("span", "cited");
  const [before, after] = _("Cited for {places}").split("{places}");
  const between = places.flatMap((place, i) => (i ? [", ", place] : [place]));
  line.prepend(before, ...between, after, line.firstChild ? " · " : "");
  source.append(" ", line);
}

// A note opens beside the claim; the list at the end of the page stays where it is.
if (links.length && HTMLElement.prototype.showPopover) {
  const box = spotbrief.box("beside-note", "auto");
  box.setAttribute("role", "dialog");
  box.tabIndex = -1;
  let opener, closing;

  // The notes of one claim: whoever opens one of them reads all of them, so that a claim is one stop of the keyboard.
  const beside = (link) => [...link.parentElement.parentElement.querySelectorAll(`:scope > ${NOTE}`)];
  const permalink = (link) => link.parentElement.parentElement.querySelector(":scope > .permalink");

  const told = (link) => {
    const source = sourceOf(link);
    const part = spotbrief.node("div", "beside-source");
    if (source) spotbrief.copy(part, source, ".cited");
    part.prepend(spotbrief.node("span", "beside-number", number(link)));
    return part;
  };

  const leading = (href, className, text) => {
    const made = spotbrief.node("a", className, text);
    made.href = href;
    return made;
  };

  const open = (link) => {
    opener = link;
    link.focus({ preventScroll: true });
    const others = beside(link).filter((one) => one !== link);
    const own = permalink(link);
    const more = spotbrief.node("p", "beside-more", leading(link.hash, "", _("In the list of sources")));
    if (own) more.append(" · ", leading(own.href, "permalink", _("Link to this")));
    box.replaceChildren(...[link, ...others].map(told), more);
    box.setAttribute("aria-label", [_("Source {number}").replace("{number}", number(link)), ...others.map(number)].join(", "));
    box.showPopover({ source: link });
    spotbrief.place(box, link, true);
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  };

  for (const link of links) {
    link.setAttribute("aria-haspopup", "dialog");
    if (link !== beside(link)[0]) link.tabIndex = -1;
    permalink(link)?.setAttribute("tabindex", "-1");
    // The press that closes a note must not open it again.
    link.addEventListener("pointerdown", () => (closing = opener === link && box.matches(":popover-open")));
    link.addEventListener("click", (event) => {
      const source = sourceOf(link);
      if (!source || !spotbrief.plain(event)) return;
      event.preventDefault();
      if (!event.detail || !closing) open(link);
    });
  }

  box.addEventListener("click", (event) => {
    if (event.target.closest("a")?.hash === opener.hash) box.hidePopover();
  });

  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget)) box.hidePopover();
  });

  box.addEventListener("toggle", (event) => {
    const nowhere = document.activeElement.contains(box);
    if (event.newState === "closed" && nowhere) opener.focus({ preventScroll: true });
  });
}
