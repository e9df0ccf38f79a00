"use strict";

// A source's note opens beside the claim; the list at the end of the page stays where it is.
const links = document.querySelectorAll(".note a[href^='#source:']");

if (links.length && HTMLElement.prototype.showPopover) {
  const box = spotbrief.box("beside-note", "auto");
  box.setAttribute("role", "dialog");
  box.tabIndex = -1;
  let opener, closing;

  // The notes of one claim: whoever opens one of them reads all of them, so that a claim is one stop of the keyboard.
  const beside = (link) => [...link.closest(".note").parentElement.querySelectorAll(":scope > .note a")];
  const permalink = (link) => link.closest(".note").parentElement.querySelector(":scope > .permalink");
  const number = (link) => link.hash.split(":")[1];

  const told = (link) => {
    const source = document.getElementById(link.hash.slice(1));
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
      const source = document.getElementById(link.hash.slice(1));
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
