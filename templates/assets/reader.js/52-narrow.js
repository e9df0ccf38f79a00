"use strict";

// A field above a long list: only what has the typed words in it stays, and only the headings of what stays.
const narrow = document.querySelector(".narrow");

if (narrow) {
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("\u2010", "-").toLowerCase();
  const said = narrow.querySelector(".narrow-count");
  const rows = [...document.querySelectorAll("[data-names]")].map((row) => ({
    row,
    text: plain(`${row.textContent} ${row.dataset.names}`),
  }));
  const groups = [...document.querySelectorAll(".narrowed")].reverse();
  const folded = groups.filter((group) => group.localName === "details").map((group) => [group, group.open]);

  const apply = ({ target }) => {
    const wanted = plain(target.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { row, text } of rows) {
      row.hidden = !wanted.every((word) => text.includes(word));
      found += !row.hidden;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-names]:not([hidden])");
    for (const [group, open] of folded) group.open = wanted.length ? true : open;
    const { found: some, none } = narrow.dataset;
    said.textContent = !wanted.length ? "" : found ? some.replace("{found}", found).replace("{all}", rows.length) : none;
  };

  narrow.hidden = false;
  narrow.querySelector("input").addEventListener("input", apply);
}
