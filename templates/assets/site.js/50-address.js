"use strict";

// Paper says where a page is found.
const found = document.querySelector("link[rel=canonical]");
if (found) {
  const address = document.createElement("p");
  address.className = "masthead-address";
  address.textContent = found.href;
  document.querySelector(".masthead-top > .wordmark")?.after(address);
}
