"""The desk in one of its languages: the same facts, with the texts of translations; what is not translated says in which language it is."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from spotbrief.corpus.behind import behind
from spotbrief.model.briefing import Briefing
from spotbrief.model.desk import Desk
from spotbrief.model.kinds import REFERENCE_KINDS
from spotbrief.model.settings import Settings
from spotbrief.model.texts import is_left, texts_of, to_translate
from spotbrief.model.translation import Translation
from spotbrief.model.walk import value_at

Key = tuple[str, str]


def in_language(desk: Desk, settings: Settings) -> Desk:
    """*desk* in the language of *settings*, which are of one of several; before anything that is not public is cut away."""
    return _InLanguage(desk, settings).made()


def is_out(translation: Translation, now: datetime) -> bool:
    """Whether readers may see a translation at *now*; never before its original."""
    head, thing = translation.head, translation.thing
    if isinstance(thing, Briefing) and not thing.is_public(now):
        return False
    return head is None or (head.status == "published" and (not head.embargo or head.embargo <= now))


class _InLanguage:
    def __init__(self, desk: Desk, settings: Settings) -> None:
        self._desk, self._settings, self._first = desk, settings, settings.tags[0]
        self._known: dict[Key, Translation] = {(one.kind, one.id): one for one in desk.translations if one.language == settings.language}
        self._used: dict[Key, Translation] = {}
        self._elsewhere: dict[str, str] = {}
        self._foreign: dict[Key, str] = {}
        self._slugs: dict[str, str] = {}

    def made(self) -> Desk:
        """The desk in that language; the same desk where that is the first, and all of it is written in that."""
        kinds: dict[str, Any] = {"briefings": tuple(map(self._briefing, self._desk.briefings))}
        if not (self._settings.prefix or self._used or self._elsewhere):
            return self._desk
        if self._settings.prefix:
            kinds |= {kind: tuple(self._thing(kind, thing) for thing in getattr(self._desk, kind)) for kind in REFERENCE_KINDS}
        return replace(self._desk, **kinds, translated=self._used, elsewhere=self._elsewhere, foreign=self._foreign, slugs=self._slugs)

    def _briefing(self, briefing: Briefing) -> Briefing:
        own = briefing.language or self._first
        home = own if own in self._settings.tags else self._first
        if home == self._settings.language:
            return briefing
        found = self._known.get(("briefings", briefing.id))
        if found and (self._settings.preview or is_out(found, self._settings.now) or not briefing.is_public(self._settings.now)):
            self._use("briefings", found, briefing, own)
            if found.head and found.head.slug:
                self._slugs[briefing.id] = found.head.slug
            return _held(found)
        self._elsewhere[briefing.id] = "" if home == self._first else f"{home}/"
        return replace(briefing, language=own)

    def _thing(self, kind: str, thing: Any) -> Any:
        found = self._known.get((kind, thing.id))
        if found and (self._settings.preview or is_out(found, self._settings.now)):
            self._use(kind, found, thing, self._first)
            return found.thing
        self._leave(thing, to_translate(thing), self._first)
        return thing

    def _use(self, kind: str, found: Translation, original: Any, own: str) -> None:
        self._used[kind, found.id] = replace(found, is_behind=True) if behind(found, original) else found
        was, now = texts_of(original), texts_of(found.thing)
        left = [at for at in to_translate(found.thing) if at not in found.places or is_left(was.get(at, ""), now[at])]
        self._leave(found.thing, left, own)

    def _leave(self, thing: Any, pointers: list[tuple[str | int, ...]], language: str) -> None:
        for at in pointers:
            if thing.origin and at != ("body",):
                self._foreign[thing.origin.file, value_at(thing, at)] = language


def _held(found: Translation) -> Briefing:
    """The briefing in the other language, held back for as long as the translation is."""
    briefing: Briefing = replace(found.thing, language=None)
    if not found.head:
        return briefing
    if found.head.status != "published" and briefing.status == "published":
        briefing = replace(briefing, status=found.head.status)
    if found.head.embargo and found.head.embargo > briefing.opens():
        briefing = replace(briefing, embargo=found.head.embargo)
    return briefing
