"use strict";

// The rows of a list, narrowed down by what they are about; what is asked for stands in the address, so that Back takes it back.
const narrow = document.querySelector(".row-filter");

if (narrow) {
  const list = document.querySelector(".row-list");
  const ROW = ":is(.row, .headline)";
  const pager = document.querySelector(".pager");
  const count = narrow.querySelector(".row-count");
  const clear = narrow.querySelector("button");
  const fields = [...narrow.querySelectorAll("select")];
  const { first, pages, some, none, failed } = narrow.dataset;
  const ours = new Set(list.querySelectorAll(ROW));
  let all = pages === "1" ? Promise.resolve() : undefined;

  const fits = (row) => {
    const facets = (row.dataset.facets ?? "").split(";");
    return fields.every(({ value, dataset }) => !value || (facets[dataset.at] ?? "").split(" ").includes(value));
  };

  const number = (size) => size.toLocaleString(document.documentElement.lang || "en");

  const show = () => {
    const narrowed = fields.some((field) => field.value);
    const rows = [...list.querySelectorAll(ROW)];
    const found = rows.filter((row) => {
      row.hidden = narrowed ? !fits(row) : !ours.has(row);
      return !row.hidden;
    });
    for (const group of list.querySelectorAll(".row-group")) {
      const left = group.querySelectorAll(`${ROW}:not([hidden])`).length;
      group.hidden = !left;
      const told = group.querySelector(".count");
      told.dataset.whole ??= told.textContent; // of all pages, and not of the rows that stand here
      told.textContent = narrowed ? number(left) : told.dataset.whole;
    }
    if (pager) pager.hidden = narrowed;
    clear.hidden = !narrowed;
    count.textContent = !narrowed ? "" : found.length ? some.replace("{some}", number(found.length)).replace("{all}", number(rows.length)) : none;
  };

  // Takes in the rows of the other pages: each below the heading that it has there.
  const takeIn = (html, address) => {
    const other = new DOMParser().parseFromString(html, "text/html");
    for (const link of other.querySelectorAll(`${ROW} a`)) link.href = new URL(link.getAttribute("href"), address);
    for (const part of other.querySelectorAll(".row-list .rows")) {
      const heading = part.closest(".row-group")?.querySelector("h2").id;
      const home = heading ? document.getElementById(heading)?.closest(".row-group").querySelector(".rows") : list.querySelector(".rows");
      if (home) home.append(...part.children);
      else list.append(part.closest(".row-group"));
    }
  };

  const read = async (address) => {
    const got = await fetch(address);
    if (!got.ok) throw new Error(got.statusText);
    return got.text();
  };

  const load = async () => {
    const addresses = Array.from({ length: pages - 1 }, (_, i) => new URL(`page/${i + 2}/`, new URL(first, location.href)));
    const texts = await Promise.all(addresses.map(read));
    texts.forEach((text, i) => takeIn(text, addresses[i]));
  };

  const apply = async () => {
    if (fields.some((field) => field.value)) {
      try {
        await (all ??= load());
      } catch {
        all = undefined;
        count.textContent = failed;
        return;
      }
    }
    show();
  };

  const fromAddress = () => {
    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = asked.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.value = "";
      const folded = field.closest("details");
      if (folded && field.value) folded.open = true;
    }
    return apply();
  };

  const toAddress = () => {
    const address = new URL(location.href);
    for (const { name, value } of fields) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    address.hash = "";
    history.pushState(null, "", address);
    apply();
  };

  narrow.hidden = false;
  narrow.addEventListener("change", toAddress);
  narrow.addEventListener("submit", (event) => event.preventDefault());
  narrow.addEventListener("reset", () => setTimeout(toAddress));
  addEventListener("popstate", fromAddress);
  if (fields.some((field) => new URLSearchParams(location.search).get(field.name))) fromAddress();
}
