"use strict";

// A chosen heading closes the list of headings that lies over the page on phones.
for (const list of document.querySelectorAll("nav[popover]")) {
  list.addEventListener("click", (event) => {
    if (event.target.closest("a") && list.matches(":popover-open")) list.hidePopover();
  });
}
