"""Gives ids to the parts of public briefings that go by their numbers, which move when another is added above.

Whatever names them by number is turned along: later words on judgements, translations and their fingerprints, and links.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from spotbrief.cli.editing.changes import Called, Change, Field, Named
from spotbrief.cli.editing.finding import linked
from spotbrief.cli.editing.text_file import TextFile, read
from spotbrief.corpus.anchored import PARTS, anchored, meant
from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.search.plain import plain
from spotbrief.model.briefing import Briefing
from spotbrief.model.origin import Pointer
from spotbrief.model.record import record
from spotbrief.model.translation import Translation
from spotbrief.reading import front_matter
from spotbrief.reading.desk import read_desk
from spotbrief.reading.files import walk as files_below
from spotbrief.reading.ids import new_id
from spotbrief.reading.text import Unreadable

WORDS = 7
"""The first words of a part make an id for it."""

Key = tuple[str, str, str]
"""What a part is called, the id of its briefing, and its number."""


@record
class Given:
    """What files say with ids, as bytes, and why some stay as they are."""

    files: Mapping[str, bytes]
    left: Mapping[str, str]


def with_ids(config: Path) -> Given:
    """The files of the desk of *config* that say more or other ids then; nothing else means anything else."""
    corpus = linked(config)
    if corpus.desk.unread:
        return Given(
            files={}, left={file: "it has mistakes, so nothing gets an id until they are mended" for file, _ in corpus.desk.unread}
        )
    root = config.resolve().parent
    public = [one for one in corpus.briefings.values() if one.is_public(corpus.settings.now)]
    made, left = _made(root, corpus, public), dict[str, str]()
    before = _problems(root, corpus, {})
    if made.files and _problems(root, corpus, made.files) != before:
        spoilt = [one for one in public if _problems(root, corpus, _made(root, corpus, [one]).files) != before]
        left = {one.origin.file: "its translations would not be understood any more" for one in spoilt}
        made = _made(root, corpus, [one for one in public if one not in spoilt])
    return Given(files=made.files, left={**made.left, **left})


def _made(root: Path, corpus: Corpus, briefings: Iterable[Briefing]) -> Given:
    names, files, left = _Names(corpus), dict[str, TextFile](), dict[str, str]()
    ids = dict[Key, str]()
    for briefing in briefings:
        own = {(part, briefing.id, str(i + 1)): names.of(part, briefing, entry) for part, i, entry in _nameless(briefing)}
        try:
            files |= _changed(root, files, _changes(corpus, briefing, own))
        except click.ClickException:
            left[briefing.origin.file] = "it, or what names its parts, is written in a way that a program should not change"
        else:
            ids |= own
    return Given(files=_led_on(root, corpus, {file: text.data() for file, text in files.items()}, ids), left=left)


def _changed(root: Path, files: Mapping[str, TextFile], changes: Mapping[str, Sequence[tuple[Pointer, str]]]) -> dict[str, TextFile]:
    made = dict[str, TextFile]()
    for file, wanted in changes.items():
        text = files.get(file) or read(root, file)
        made[file] = text.changed([one for at, id in wanted for one in _written(text, at, id)])
    return made


def _written(text: TextFile, at: Pointer, id: str) -> Iterator[Change]:
    """The changes by which the entry at *at* has the *id*; a fingerprint gets another name."""
    if "translated_from" in at:
        yield Called(at[:-1], str(at[-1]), id)
        return
    if isinstance(text.value(at), str):
        yield Named(at)
    yield Field(at, "id", id, behind="title" if at[-2] == PARTS["event"] else "text")


def _nameless(briefing: Briefing) -> Iterator[tuple[str, int, Any]]:
    for part, field in PARTS.items():
        yield from ((part, i, entry) for i, entry in enumerate(getattr(briefing, field)) if not entry.id)


class _Names:
    """Ids that are free."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._taken = defaultdict[str, set[str]](set)
        self._taken["judgement"] = {one.key.casefold() for one in corpus.judgements.values()}
        self._taken["event"] = {id.casefold() for id in corpus.events}
        self._taken["statement"] = {one.key.casefold() for one in corpus.statements}
        for briefing in corpus.desk.briefings:
            self._taken["event"] |= {entry.id.casefold() for entry in briefing.timeline}
            self._taken[f"takeaway {briefing.id}"] = {one.id.casefold() for one in briefing.key_takeaways}

    def of(self, part: str, briefing: Briefing, entry: Any) -> str:
        """An id for *entry*, made of its first words."""
        said = plain(entry.title if part == "event" else entry.text, self._name)
        made = new_id(" ".join(said.split()[:WORDS]), briefing.language or self._corpus.settings.language)
        made = made if made and not made.replace("-", "").isdigit() else f"{part}-{made}".strip("-")
        taken = self._taken[f"takeaway {briefing.id}" if part == "takeaway" else part]
        number, id = 1, made
        while id.casefold() in taken:
            number += 1
            id = f"{made}-{number}"
        taken.add(id.casefold())
        return id

    def _name(self, id: str) -> str:
        return self._corpus.actors[id].name if id in self._corpus.actors else id


def _changes(corpus: Corpus, briefing: Briefing, ids: Mapping[Key, str]) -> Mapping[str, Sequence[tuple[Pointer, str]]]:
    """What is to be written in each file: an id for the entry at a place, or another name for a fingerprint."""
    made = defaultdict[str, dict[Pointer, str]](dict)

    def say(of: Briefing, field: str, place: int, id: str) -> None:
        made[of.origin.file][(*of.origin.pointer, field, place)] = id
        for one in _translations(corpus, of):
            for file, at in _told(one, field, place):
                made[file][at] = id

    for (part, _, number), id in ids.items():
        say(briefing, PARTS[part], int(number) - 1, id)
    full = {f"{briefing.id}:{number}": f"{briefing.id}:{id}" for (part, _, number), id in ids.items() if part == "judgement"}
    for later in corpus.desk.briefings:
        for place, followup in later.followups():
            if followup.id in full:
                say(later, PARTS["judgement"], place, full[followup.id])
    for one in _translations(corpus, briefing):
        for name, now in _fingerprints(one, ids):
            at = one.head.origin.at("translated_from", name) if one.head else briefing.origin.at()
            made[at.file][at.pointer] = now
    return {file: list(places.items()) for file, places in made.items()}


def _translations(corpus: Corpus, briefing: Briefing) -> Iterator[Translation]:
    return (one for one in corpus.desk.translations if (one.kind, one.id) == ("briefings", briefing.id))


def _told(translation: Translation, field: str, place: int) -> Iterator[tuple[str, Pointer]]:
    """Where a translation tells of an entry."""
    for at, where in translation.places.items():
        if at[:2] == (field, place):
            yield where.file, where.pointer[: where.pointer.index(field) + 2]


def _fingerprints(translation: Translation, ids: Mapping[Key, str]) -> Iterator[tuple[str, str]]:
    """The names of fingerprints that have a number in them, and what they are called then."""
    numbers = {(PARTS[part], number): id for (part, _, number), id in ids.items()}
    for name in (translation.head.translated_from if translation.head else None) or ():
        field, _, rest = name.partition(".")
        number, dot, more = rest.partition(".")
        if (field, number) in numbers:
            yield name, f"{field}.{numbers[field, number]}{dot}{more}"


def _led_on(root: Path, corpus: Corpus, files: Mapping[str, bytes], ids: Mapping[Key, str]) -> dict[str, bytes]:
    """The same, and links by number lead to the ids."""
    led = dict(files)
    if not ids:
        return led
    for folder in (corpus.desk.briefings_folder, corpus.desk.content_folder):
        for file in files_below(root, folder, with_readme=folder == corpus.desk.content_folder).texts:
            said = files[file] if file in files else (root / file).read_bytes()
            if b"#" in said and (now := _with_links(said.decode("utf-8", "surrogateescape"), file, corpus, ids)) is not None:
                led[file] = now.encode("utf-8", "surrogateescape")
    return led


def _with_links(text: str, file: str, corpus: Corpus, ids: Mapping[Key, str]) -> str | None:
    """The text with other links; None where it has none to turn."""
    now, moved = text, 0
    for link in anchored(text, _body_of(text, file)):
        of, number = meant(link, file, corpus)
        if id := ids.get((link.part, of, number)):
            at = link.end - len(number) + moved
            now = now[:at] + id + now[at + len(number) :]
            moved += len(id) - len(number)
    return now if now != text else None


def _body_of(text: str, file: str) -> int:
    """The sign at which Markdown begins in a file."""
    if not file.lower().endswith(".md"):
        return len(text)
    try:
        return len(text) - len(front_matter.split(text).body)
    except Unreadable:
        return 0


def _problems(root: Path, corpus: Corpus, files: Mapping[str, bytes]) -> list[tuple[str, str]]:
    settings, desk = corpus.settings, corpus.desk
    languages = tuple(one.tag for one in settings.languages)
    _, problems = read_desk(root, settings.timezone, desk.briefings_folder, desk.content_folder, languages=languages, unsaved=files)
    return sorted((one.where.file, one.rule) for one in problems)
