"use strict";

// For whom the reader reads: one audience open, the others folded up; the choice holds for all briefings.
const audiences = [...document.querySelectorAll(".audience")];

if (audiences.length > 1) {
  const { node, kept, keep } = spotbrief;
  const blocks = audiences.map((audience, number) => {
    const id = audience.dataset.audience;
    const heading = audience.querySelector("h3");
    const text = audience.querySelector("ul");
    const choice = node("button", "choice", heading.textContent.trim());
    const fold = node("button", "fold", ...heading.childNodes);
    choice.type = fold.type = "button";
    text.id = `audience-text-${number}`;
    fold.setAttribute("aria-controls", text.id);
    heading.append(fold);
    return { id, text, choice, fold };
  });
  const all = node("button", "choice", _("For everybody"));
  all.type = "button";

  const open = ({ text, fold }, wanted) => {
    // What is folded up is still found by the browser's own search.
    if (wanted) text.removeAttribute("hidden");
    else text.setAttribute("hidden", "until-found");
    fold.setAttribute("aria-expanded", String(wanted));
  };

  const choose = (id) => {
    const chosen = blocks.some((block) => block.id === id) ? id : "";
    all.setAttribute("aria-pressed", String(!chosen));
    audiences[0].parentElement.classList.toggle("is-narrowed", Boolean(chosen));
    for (const block of blocks) {
      block.choice.setAttribute("aria-pressed", String(block.id === chosen));
      open(block, !chosen || block.id === chosen);
    }
  };

  const choices = node("div", "choices", all, ...blocks.map((block) => block.choice));
  choices.setAttribute("role", "group");
  choices.setAttribute("aria-label", _("For whom you read"));
  audiences[0].parentElement.before(choices);

  for (const { id, choice } of [{ id: "", choice: all }, ...blocks]) {
    choice.addEventListener("click", () => {
      keep("audience", id);
      choose(id);
    });
  }
  for (const block of blocks) {
    block.fold.addEventListener("click", () => open(block, block.text.hasAttribute("hidden")));
    block.text.addEventListener("beforematch", () => open(block, true));
  }
  choose(kept("audience"));
}
