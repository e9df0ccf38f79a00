"""The language of a desk: its tag (BCP 47), and the files that hold what pages say in it."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from spotbrief.model.countries import spoken_in
from spotbrief.model.languages import tag
from spotbrief.reading.catalogue import read_catalogue
from spotbrief.reading.fields import nearest
from spotbrief.reading.settings_error import wrong_option
from spotbrief.reading.text import Unreadable

LOCALE = Path(__file__).parents[1] / "locale"
"""What comes with Spotbrief: `.po` files with phrases, `.json` files with what Unicode says about languages."""

OWN = "locale"
"""The desk's own folder of phrases, beside mkdocs.yml; what it has wins over ours."""

ENGLISH = "en"
"""The language in which phrases stand in templates."""


def language_of(typed: object, root: Path) -> dict[str, Any]:
    """The settings that follow from a language as it was *typed*: its tag, and its catalogues, which can be read. Raises SettingsError."""
    language = _tag(typed or ENGLISH)
    found = catalogues(language, root)
    for path in found:
        try:
            read_catalogue(path)
        except Unreadable as error:
            raise wrong_option("language", f"{path.name}:{error.line}:{error.column}: {error.message}; {error.hint}") from None
    return {"language": language, "catalogues": found}


def _tag(typed: object) -> str:
    try:
        return tag(typed)
    except ValueError:
        raise wrong_option("language", f"language: '{typed}' is no code of a language: {_hint(str(typed))}") from None


def catalogues(language: str, root: Path) -> tuple[Path, ...]:
    """The catalogues for a tag, those that win first: the desk's before ours, the region's before the language's. Raises SettingsError."""
    names = list(dict.fromkeys((language, language.partition("-")[0])))
    found = [folder / f"{name}.po" for name in names for folder in (root / OWN, LOCALE)]
    there = tuple(path for path in found if path.is_file())
    if names[-1] != ENGLISH and not there:
        known = ", ".join(sorted({ENGLISH, *(path.stem for path in LOCALE.glob("*.po"))}))
        slip = f" ({meant})" if (meant := of_country(language)) else ""
        raise wrong_option(
            "language",
            f"language: nobody has said yet what pages say in '{language}'{slip}: write one of {known}, or translate {OWN}/{names[-1]}.po",
        )
    return there


@cache
def names() -> dict[str, str]:
    """The codes of languages by what they are called, in English and in themselves."""
    return {name.casefold(): one["language"] for one in _known() for name in (one["name"], one["own"])}


@cache
def own_names() -> dict[str, str]:
    """What languages are called in themselves, by their codes: `Українська`."""
    return {one["language"]: one["own"][:1].title() + one["own"][1:] for one in _known()}


def _known() -> Iterator[dict[str, str]]:
    return (json.loads(path.read_text("utf-8")) for path in sorted(LOCALE.glob("*.json")))


def of_country(code: str) -> str:
    """Which language is spoken in the country of *code*: `Ukrainian is uk`; empty where it is no country's."""
    language = spoken_in(code)
    english = next((name for name, one in names().items() if one == language), "") if language else ""
    return f"{english.title()} is {language}" if language else ""


def is_language(code: str) -> bool:
    """Whether *code* is that of a well-known language, or of a country for one."""
    return code.lower().partition("-")[0] in names().values() or bool(spoken_in(code))


def _hint(typed: str) -> str:
    if slip := of_country(typed):
        return slip
    near = nearest(typed.casefold(), list(names()), 0.8)
    return f"did you mean '{names()[near]}'?" if near else "write one such as uk or en-GB"
