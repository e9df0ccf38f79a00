"""`python -m tests.docs.rules`: what every rule asks for, from the texts of `spotbrief explain` into docs/pages/rules.md."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from spotbrief.checks.explanations import FRONT_MATTER, TEXT, Example, Explanation, explained, explanation
from spotbrief.checks.run import RULES

PAGE = Path(__file__).parents[2] / "docs/pages/rules.md"
HEAD = """\
# When check complains

`spotbrief check` says in each line where something is wrong, how severe it is, which rule it breaks, and how to mend it:

```text
briefings/2025-03-04-minerals.md:4:10: error[unknown-reference] there is no actor 'ukrane'
  hint: did you mean 'ukraine'?
```

An **error** stops every build: the site would be wrong. A **warning** stops a publication. **Advice** stops nothing. What a desk thinks
of a rule, it says with the option `rules` ([Make it yours](look.md#how-strict-the-desk-is)), and one line may let a warning or advice
pass, with its reason:

```yaml
published: 2025-05-20
status: draft  # allow stale-draft: waits for the court
```

`<!-- allow missing-alt: drawn by hand -->` does so in an ordinary page. Texts of briefings have no comments, so a line of the front matter
lets a rule pass in the whole text: `# allow second-title in the text: as the paper has it`.

Below stand all rules, each with an example that breaks it and one that keeps it. `spotbrief explain` and the id of a rule says the same in
the terminal. The examples are of 1 June 2025.
"""
GROUPS = {
    "Names and ids": ("references", "ids"),
    "Links and pictures": ("links", "own_links", "numbers", "pictures"),
    "Judgements": ("judgements", "wording", "revisions", "resolutions", "twins", "scenarios", "overdue"),
    "Events, dates and the record": ("events", "record"),
    "Sources": ("sources",),
    "Translations": ("translations",),
    "Texts": ("texts", "words", "placeholders", "titles"),
    "Ordinary pages and settings": ("pages", "policy", "effects"),
}
"""By heading: the modules whose rules stand below it. What no module holds is said of files."""
FILES = "Files that cannot be used, and what a build refuses"
PLACES = {FRONT_MATTER: ("yaml", "front matter"), TEXT: ("markdown", "text")}
LANGUAGES = {"yml": "yaml", "md": "markdown", "html": "html", "xml": "xml", "svg": "xml", "po": "po"}


def page() -> str:
    """The page of Markdown."""
    rows = sorted(explained(), key=lambda rule: [*GROUPS, FILES].index(_group(rule)))
    parts = [HEAD]
    for group, rules in groupby(rows, _group):
        parts += [f"## {group}\n", *(f"{part}\n" for rule in rules for part in _rule(explanation(rule)))]
    return "\n".join(parts)


def _group(rule: str) -> str:
    module = next((one.find.__module__.rpartition(".")[2] for one in RULES if one.id == rule), "")
    return next((group for group, modules in GROUPS.items() if module in modules), FILES)


def _rule(one: Explanation) -> Iterator[str]:
    yield f"### {one.rule}"
    yield f"*{one.severity.capitalize()}.* **{one.what}** {one.why}"
    for word, example in (("Wrong", one.wrong), ("Right", one.right)):
        yield from (_fence(word, place, text) for place, text in _shown(example))
    if one.beside:
        yield f"Beside it: {', '.join(f'`{path}`' for path in one.beside)}."


def _shown(example: Example) -> Iterator[tuple[str, str]]:
    for place, text in example.items():
        yield place, "".join(sign if sign.isprintable() or sign == "\n" else f"<U+{ord(sign):04X}>" for sign in text)


def _fence(word: str, place: str, text: str) -> str:
    language, name = PLACES.get(place, (LANGUAGES.get(place.rpartition(".")[2], "text"), place))
    text = text if text.endswith("\n") else f"{text}\n"
    return f'````{language} title="{word}: {name}"\n{text}````'


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
