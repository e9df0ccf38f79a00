"""The option `languages` -> the languages of a site that has several, the first at its root."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from spotbrief.model.settings import SiteLanguage
from spotbrief.reading.fields import did_you_mean
from spotbrief.reading.languages import language_of
from spotbrief.reading.settings_error import wrong_option

SAID = ("name", "site_name", "site_description", "copyright", "navigation")
"""What a site may say of itself in each language."""

_WORDS = {"shown": "shown", "left_out": "left_out", "left out": "left_out"}


def languages_of(options: Mapping[str, Any], root: Path) -> dict[str, Any]:
    """The settings that follow from the options `language` and `languages`. Raises SettingsError."""
    typed = options.get("languages")
    if typed is None:
        return language_of(options.get("language"), root)
    if not isinstance(typed, dict) or len(typed) < 2:
        raise _wrong("languages maps two or more codes to what each language is called, such as {en: English, uk: Українська}")
    named = options.get("audiences")
    found = [_language(code, said, root, named if isinstance(named, dict) else {}) for code, said in typed.items()]
    first, chosen = found[0], options.get("language")
    if chosen and language_of(chosen, root)["language"] not in (first.tag, "en"):
        raise wrong_option("language", f"languages begins with '{first.tag}', and so that is the language: take language out")
    if len({one.tag for one in found}) < len(found):
        raise _wrong("languages names one of them twice")
    return {"language": first.tag, "catalogues": first.catalogues, "languages": tuple(found), "untranslated": _untranslated(options)}


def _untranslated(options: Mapping[str, Any]) -> str:
    said = str(options.get("untranslated") or "shown")
    if said not in _WORDS:
        raise wrong_option("untranslated", f"untranslated must be shown or left_out, not '{said}'")
    return _WORDS[said]


def _language(code: Any, said: Any, root: Path, audiences: Mapping[Any, Any]) -> SiteLanguage:
    fields = {"name": said} if isinstance(said, str) else said
    if not isinstance(fields, dict) or not isinstance(fields.get("name"), str) or not fields["name"].strip():
        raise _wrong(f"languages: write what '{code}' is called in itself, such as uk: Українська", str(code))
    for key, value in fields.items():
        if key not in SAID:
            raise _wrong(f"languages: '{code}' has no '{key}'; {did_you_mean(str(key), SAID)}", str(code))
        shape = dict if key == "navigation" else str
        if value is not None and not isinstance(value, shape):
            raise _wrong(f"languages: {key} of '{code}' must be {'titles by titles' if shape is dict else 'a text'}", str(code))
    known = language_of(code, root)
    tag = known["language"]
    names = {str(id): name[code] for id, name in audiences.items() if isinstance(name, dict) and isinstance(name.get(code), str)}
    navigation = {str(title): str(ours) for title, ours in (fields.get("navigation") or {}).items()}
    texts = {key: str(fields.get(key) or "").strip() for key in SAID if key != "navigation"}
    return SiteLanguage(tag=tag, catalogues=known["catalogues"], navigation=navigation, audiences=names, **texts)


def first_of(value: Any, languages: Any) -> Any:
    """*value* of an option that may stand in several languages, in the first of them."""
    if not isinstance(value, dict) or not isinstance(languages, dict):
        return value
    first = next(iter(languages))
    return {id: name.get(first, name) if isinstance(name, dict) and set(name) <= set(languages) else name for id, name in value.items()}


def _wrong(message: str, *pointer: str) -> Exception:
    error = wrong_option("languages", message)
    error.pointer = (*error.pointer, *pointer)
    return error
