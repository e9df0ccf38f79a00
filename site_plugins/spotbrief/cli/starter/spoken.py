"""A language of a new desk: its first pages, and what its settings say in it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from spotbrief.model.scale import Scale
from spotbrief.reading.forms import as_yaml, filled, form, forms_below
from spotbrief.reading.languages import ENGLISH, LOCALE, language_of
from spotbrief.words.words import Words

_TITLES = ("Home", "Briefings", "Outlook", "Storylines", "Actors", "Timelines")
"""Titles in the navigation that any language has, since our own pages have them."""

_PAGES = ("method", "about")
"""Ordinary pages in the navigation, each under its own heading."""

_ONE_LANGUAGE = re.compile(r"^      language: .*\n", re.MULTILINE)


class Spoken:
    """What a desk called *name* says in the language *tag*. Raises SettingsError where nobody has said anything in it."""

    def __init__(self, tag: str, name: str, scale: Scale, root: Path) -> None:
        self.tag = tag
        self.description = form(form_in(tag, "content/index.md")).split("\n")[2]
        words = Words(ZoneInfo("UTC"), tag, language_of(tag, root)["catalogues"])
        terms = "\n".join(f"| {words(term.term)} | {words.band(term.low, term.high)} |" for term in scale.terms)
        self._values = {"name": name, "terms": terms}
        self.titles = {title.lower(): words(title) for title in _TITLES} | {page: self._heading(page) for page in _PAGES}

    @property
    def own_name(self) -> str:
        """What the language is called in itself, or its tag where Unicode's names of it are not kept."""
        path = LOCALE / f"{self.tag.partition('-')[0]}.json"
        own = str(json.loads(path.read_text("utf-8"))["own"]) if path.is_file() else self.tag
        return own[:1].upper() + own[1:]

    def pages(self, suffix: str = "") -> Iterator[tuple[str, str]]:
        """Its ordinary pages; *suffix* stands before `.md` in the names of those of a further language."""
        for name in forms_below("desk/content"):
            page = name.removeprefix("desk/content/")
            yield f"content/{page.removesuffix('.md')}{suffix}.md", filled(form_in(self.tag, f"content/{page}"), self._values, str)

    def settings(self, first: "Spoken") -> str:
        """What the option `languages` says of it beside the *first*, each title of the navigation by the first's."""
        known = _TITLES if first.tag.partition("-")[0] == ENGLISH else ()
        both = [(first.titles[key], said) for key, said in self.titles.items() if key.capitalize() not in known]
        lines = "".join(f"            {as_yaml(theirs)}: {as_yaml(ours)}\n" for theirs, ours in both)
        head = f"        {self.tag}:\n          name: {as_yaml(self.own_name)}\n"
        name = "          # site_name: what the desk is called in this language, where it is called otherwise\n"
        return f"{head}{name}          site_description: {as_yaml(self.description)}\n          navigation:\n{lines}"

    def _heading(self, page: str) -> str:
        """What a page is called in the navigation: the heading of its form, without the name of the desk."""
        heading = form(form_in(self.tag, f"content/{page}.md")).partition("\n")[0]
        return heading.removeprefix("# ").replace("{name}", "").strip()


def form_in(tag: str, path: str) -> str:
    """The form of a file of a desk in a language, or in English."""
    own = f"desk-{tag.partition('-')[0]}"
    return f"{own}/{path}" if f"{own}/{path}" in forms_below(own) else f"desk/{path}"


def with_languages(settings: str, spoken: list[Spoken]) -> str:
    """The *settings* of a desk in one language, with several: the first has the root of the site."""
    first, *others = spoken
    head = "      languages:  # the first has the root of the site, each other its own folder\n"
    said = [f"        {first.tag}: {as_yaml(first.own_name)}\n", *(other.settings(first) for other in others)]
    return _ONE_LANGUAGE.sub(lambda _: head + "".join(said), settings, count=1)
