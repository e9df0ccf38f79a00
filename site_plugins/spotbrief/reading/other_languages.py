"""Files that are named as translations into a language that the desk does not have."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from spotbrief.model.countries import spoken_in
from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem
from spotbrief.reading.languages import is_language, of_country

RULE = "translation-language"

_FOLLOWS = ("missing-field", "front-matter")
"""Rules whose breach follows from it: a translation has no fields of its own."""


def in_no_language(paths: Iterable[str], languages: Sequence[str]) -> Iterator[Problem]:
    """The files among *paths* that stand beside an original, and end in a code that is none of the desk's *languages*."""
    stems = {path: path.rpartition(".")[0] for path in paths}
    originals = {*stems.values()}
    for path, stem in stems.items():
        original, dot, code = stem.rpartition(".")
        if dot and original in originals and code not in languages and is_language(code):
            message = f"'{code}' is no language of this desk, so this is no translation of {PurePosixPath(original).name}"
            yield Problem(
                rule=RULE, severity="warning", where=Where(file=path), message=message, hint=_hint(path, code, languages), line=1, column=1
            )


def without_what_follows(problems: Iterable[Problem], strays: Iterable[Problem]) -> list[Problem]:
    """*problems* without those that only follow from a file's being one of *strays*."""
    files = {one.where.file for one in strays}
    return [one for one in problems if one.where.file not in files or one.rule not in _FOLLOWS]


def _hint(path: str, code: str, languages: Sequence[str]) -> str:
    right = next((one for one in (spoken_in(code), code.lower()) if one in languages), "")
    if right:
        name = PurePosixPath(path).name.replace(f".{code}.", f".{right}.")
        return f"{of_country(code) or f'the code is {right}'}: call the file {name}"
    if languages:
        new = spoken_in(code) or code
        return f"the desk has {', '.join(languages)}: name '{new}' below languages in mkdocs.yml, or call the file otherwise"
    return "name the languages of the desk in mkdocs.yml, such as languages: {en: English, uk: Українська}, or call the file otherwise"
