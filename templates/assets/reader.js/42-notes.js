"use strict";

// A source's note opens beside the claim; the list at the end of the page stays where it is.
const links = document.querySelectorAll(".note a[href^='#source:']");

if (links.length && HTMLElement.prototype.showPopover) {
  const box = spotbrief.box("beside-note", "auto");
  box.setAttribute("role", "dialog");
  box.tabIndex = -1;
  let opener, closing;

  const open = (link, source) => {
    opener = link;
    link.focus({ preventScroll: true });
    spotbrief.copy(box, source, ".cited");
    const number = link.hash.split(":")[1];
    const list = spotbrief.node("a", "", "In the list of sources");
    list.href = link.hash;
    box.prepend(spotbrief.node("span", "beside-number", number));
    box.append(spotbrief.node("p", "beside-more", list));
    box.setAttribute("aria-label", `Source ${number}`);
    box.showPopover({ source: link });
    spotbrief.place(box, link, true);
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  };

  for (const link of links) {
    link.setAttribute("aria-haspopup", "dialog");
    // The press that closes a note must not open it again.
    link.addEventListener("pointerdown", () => (closing = opener === link && box.matches(":popover-open")));
    link.addEventListener("click", (event) => {
      const source = document.getElementById(link.hash.slice(1));
      if (!source || !spotbrief.plain(event)) return;
      event.preventDefault();
      if (!event.detail || !closing) open(link, source);
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
