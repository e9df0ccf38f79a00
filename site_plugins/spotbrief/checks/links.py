"""Links and pictures in texts lead somewhere, and only where they may."""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from urllib.parse import unquote

from spotbrief.checks.link_mends import SLASH, mend_of_path, mend_of_scheme, mend_of_url
from spotbrief.checks.rule import Finding, Reach, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.public import in_the_dark
from spotbrief.corpus.renamed import renamed_in
from spotbrief.corpus.resolve import PAGED, Target, find_target, path_of, safe_url
from spotbrief.model.kinds import RENAMED
from spotbrief.model.origin import Where
from spotbrief.model.picture import Picture
from spotbrief.model.problem import Hint
from spotbrief.model.prose import Prose
from spotbrief.model.sorts import PICTURES, Sort
from spotbrief.reading.fields import did_you_mean, listed, meant, near_id
from spotbrief.reading.files import PICTURES as SUFFIXES
from spotbrief.reading.markdown import SCHEME, anchors
from spotbrief.reading.site_address import own_machine
from spotbrief.reading.unknown import name_on_machine

_BLANKS = re.compile(r"[\x00-\x20]+")
_RUNS = re.compile(r"javascript:|vbscript:|data:(?!image/(?!svg))", re.IGNORECASE)
_ADDRESSES = frozenset({Sort.URL, Sort.IDENTIFIER})


@rule("link-scheme", "error")
def link_scheme(corpus: Corpus) -> Iterator[Finding]:
    """Addresses start with https:, http: or mailto:."""
    for where, url in urls(corpus):
        if not safe_url(url):
            yield where, f"'{_short(url)}' is no web address", mend_of_url(url)
    for text in corpus.written:
        prose, where, file = text.prose, text.where, text.file
        typed = [*((link, False) for link in prose.links), *((src, True) for src, _ in prose.images)]
        for address, is_picture in typed:
            if find_target(address, file, corpus).to == "refused":
                mend = mend_of_scheme(address, is_picture=is_picture)
                yield _in(where, address), f"the address '{_short(unquote(address))}' is not allowed", mend
    for page in corpus.desk.pages:  # which may have schemes of all kinds, but none that runs
        for address in (*page.body.links, *(src for src, _ in page.body.images)):
            if _RUNS.match(_BLANKS.sub("", address)):
                yield (
                    page.origin.prose(address),
                    f"the address '{_short(unquote(address))}' is a script or a page of its own",
                    "take it out",
                )


@rule("missing-link", "error", Reach.NAMES)
def missing_link(corpus: Corpus) -> Iterator[Finding]:
    """Links within the site lead to a briefing, a page or a file that exists."""
    unread = {file for file, _ in corpus.desk.unread}
    hint = _nearest_file(corpus)
    for text in corpus.written:
        prose, where, file = text.prose, text.where, text.file
        for address in prose.links:
            target = find_target(address, file, corpus)
            if target.to == "nowhere" and path_of(address, file) not in unread:
                yield (
                    _in(where, address),
                    f"the link '{_short(address)}' leads nowhere",
                    (not SCHEME.match(address) and mend_of_path(address)) or hint(address, file),
                )
            elif target.to == "outside" and own_machine(address):
                yield _in(where, address), _to_own_machine(address), hint(address, file)
            elif target.to == "thing" and target.kind not in PAGED:
                message = f"the link '{_short(address)}' leads to reference data that has no page of its own"
                yield _in(where, address), message, "link to a briefing, or write [[id]] to name an actor"
            elif target.to == "beyond":
                yield (
                    _in(where, address),
                    f"the link '{_short(address)}' leads out of the desk's folders",
                    "link to a file of the desk, or to a web address",
                )
    for where, url in urls(corpus):
        to = find_target(url, where.file, corpus).to if safe_url(url) else "refused"
        if to == "outside" and own_machine(url):
            yield where, _to_own_machine(url), "write the address of a page that readers can open, or take it out"
        if to == "nowhere":
            yield (
                where,
                f"the link '{_short(url)}' leads nowhere on this site",
                "write the address of a page that the site has, or take it out",
            )


def _to_own_machine(url: str) -> str:
    return f"the link '{_short(url)}' leads to the machine or the network of whoever reads it, and so nowhere"


def _named_by(address: str) -> str:
    """The file that an address of the site would be the page of."""
    name = unquote(address.partition("#")[0]).rstrip("/").rpartition("/")[2]
    return f"{name}.md" if (SCHEME.match(address) or address.startswith("/")) and name else ""


def _told_by(path: str) -> str:
    """The part of *path* by which it is compared: its name, or its folder if the name is index.md or README.md."""
    folder, _, name = path.rpartition("/")
    return folder.rpartition("/")[2] + "/" if name.casefold() in ("index.md", "readme.md") else name


def _nearest_file(corpus: Corpus) -> Callable[[str, str], str]:
    """Makes a hint for a path that leads nowhere: the file of nearly the same name, as it is typed from where the link stands."""

    @cache  # most desks have no such link
    def named() -> dict[str, str]:
        linked = {path for path, (kind, _) in corpus.files.items() if kind in PAGED}
        paths = sorted(linked | corpus.desk.attachments, reverse=True)
        return {name: path for path in paths for name in (path.rpartition("/")[2], _told_by(path))}

    @cache
    def find(name: str) -> str | None:
        return name if name in named() else near_id(name, named()) if len(named()) < 5000 else None

    former = cache(lambda: renamed_in(corpus))

    def hint(address: str, file: str) -> str:
        path, by_name = path_of(address, file) or _named_by(address), named()
        if moved := _moved(path, former(), corpus):
            way = posixpath.relpath(moved, posixpath.dirname(file))
            return Hint(f"its name is another now: write {way}", address, way)
        near = find(_told_by(path))
        if near and by_name[near] != file:
            return meant(address, posixpath.relpath(by_name[near], posixpath.dirname(file)))
        return "write the way from this file to a briefing, a page or a document, such as 2025-03-03-talks.md"

    return hint


def _moved(path: str, former: dict[tuple[str, str], str], corpus: Corpus) -> str:
    """The file of the thing that *path* named before it was renamed; empty if there is none."""
    *folders, name = path.split("/")
    kind = folders[-1] if folders and folders[-1] in RENAMED else "briefings"
    now = former.get((kind, name.rpartition(".")[0]))
    return next((file for file, node in corpus.files.items() if node == (kind, now)), "") if now else ""


@rule("unpublished-link", "error", Reach.ALL)
def unpublished_link(corpus: Corpus) -> Iterator[Finding]:
    """A public text does not link to a briefing that is not public."""
    now = corpus.settings.now
    hidden = {("briefings", id) for id, briefing in corpus.briefings.items() if not briefing.is_public(now)}
    dark = hidden and in_the_dark(corpus.desk, now, corpus.settings.site_url) | hidden
    for text in corpus.written if hidden else ():
        where = text.where
        for address in text.prose.links if text.of not in dark else ():
            target = find_target(address, text.file, corpus)
            if (target.kind, target.id) in hidden:
                message = f"'{target.id}' is not public yet, but this public text links to it"
                yield _in(where, address), message, "publish the two together, or take the link out"
        for card in text.prose.cards if text.of not in dark else ():
            if ("briefings", card.partition(":")[2]) in hidden:
                message = f"'{card.partition(':')[2]}' is not public yet, but this public text shows its card"
                yield _in(where, card), message, "publish the two together, or take the card out"
    for where, url in urls(corpus) if hidden else ():
        target = find_target(url, where.file, corpus)
        if (target.kind, target.id) in hidden and corpus.files.get(where.file) not in dark:
            message = f"'{target.id}' is not public yet, but this public address leads to it"
            yield where, message, "publish the two together, or take the address out"


@rule("missing-anchor", "warning")
def missing_anchor(corpus: Corpus) -> Iterator[Finding]:
    """The part of a link after # names a heading, or another place, that exists."""
    find = cache(anchors)
    for text in corpus.written:
        prose, where, file = text.prose, text.where, text.file
        for address in prose.links:
            if "#" in address and (body := _text_of(find_target(address, file, corpus), prose, corpus)) is not None:
                anchor = address.partition("#")[2]
                if anchor not in ("", "top") and ":" not in anchor and anchor not in find(body):
                    hint = did_you_mean(anchor, sorted(find(body))) or Hint(
                        f"that text has no headings: take #{anchor} out", f"#{anchor}" if address != f"#{anchor}" else ""
                    )
                    yield _in(where, address), f"there is no heading '#{anchor}' there", hint


@rule("missing-picture", "error")
def missing_picture(corpus: Corpus) -> Iterator[Finding]:
    """Pictures stand beside the text that shows them."""
    for src, where, file in _pictures(corpus):
        target = find_target(src, file, corpus)
        suffix = "." + target.id.rpartition(".")[2].lower()
        if (
            target.to in ("nowhere", "anchor", "thing")
            or (target.to == "refused" and where.pointer[-1:] == ("src",))
            or (target.to == "attachment" and suffix not in SUFFIXES)
        ):
            yield where, *_no_picture(src, file, corpus)
        elif target.to == "beyond":
            yield where, f"the picture '{_short(src)}' lies outside the desk's folders", "put it beside this file"
        elif target.to == "outside":
            yield (
                where,
                f"the picture '{_short(src)}' lies on another site",
                "put a copy beside this file: pages load nothing from elsewhere",
            )


def _no_picture(src: str, file: str, corpus: Corpus) -> tuple[str, str]:
    """What is said of a picture that is not there, and the mend."""
    suffix = "." + src.rpartition(".")[2].lower()
    if "." in src and suffix not in SUFFIXES and not SCHEME.match(src) and "#" not in src:
        return f"'{_short(src)}' is in a format that browsers do not show", f"save it as {listed(sorted(SUFFIXES))}, and name that file"
    if name := name_on_machine(src):
        return f"'{_short(src)}' is a path of one machine", Hint(f"put the picture beside this file, and write {name}", src, name)
    if "\\" in src:
        return f"there is no picture '{_short(src)}'", Hint(SLASH, src, src.replace("\\", "/"))
    return f"there is no picture '{_short(src)}'", did_you_mean(src, _beside(file, corpus)) or "put the picture beside this file"


@rule("missing-alt", "warning")
def missing_alt(corpus: Corpus) -> Iterator[Finding]:
    """Pictures have a text for readers who do not see them."""
    for where, picture in _picture_fields(corpus):
        if not picture.alt:
            yield where, f"the picture '{_short(picture.src)}' has no alternative text", "add a line such as alt: What it shows"
    for text in corpus.written:
        prose, where = text.prose, text.where
        for src, alt in prose.images:
            if not alt.strip() and not src.startswith("data:"):  # that it is no file of the desk is told already
                yield (
                    _in(where, src),
                    f"the picture '{_short(src)}' has no alternative text",
                    f"write what it shows: ![what it shows]({src})",
                )


def urls(corpus: Corpus) -> Iterator[tuple[Where, str]]:
    """Every field that holds a web address, with its place."""
    for thing, pointer, url, mark in corpus.desk.fields(_ADDRESSES):
        if mark.sort is Sort.URL or pointer[-1] == "website":
            yield thing.origin.at(*pointer), url


def _pictures(corpus: Corpus) -> Iterator[tuple[str, Where, str]]:
    for where, picture in _picture_fields(corpus):
        yield picture.src, replace(where, pointer=(*where.pointer, "src")), where.file
    for text in corpus.written:
        yield from ((src, _in(text.where, f"!{src}"), text.file) for src, _ in text.prose.images)


def _picture_fields(corpus: Corpus) -> Iterator[tuple[Where, Picture]]:
    return ((thing.origin.at(*pointer), picture) for thing, pointer, picture, _ in corpus.desk.fields(PICTURES))


def _in(where: Where, address: str) -> Where:
    return where if where.pointer else Where(file=where.file, target=address)


def _text_of(target: Target, here: Prose, corpus: Corpus) -> str | None:
    if target.to == "anchor":
        return here.text
    return corpus.briefings[target.id].body.text if target.kind == "briefings" else None


def _beside(file: str, corpus: Corpus) -> list[str]:
    folder = file.rpartition("/")[0] + "/"
    return sorted(path[len(folder) :] for path in corpus.desk.attachments if path.startswith(folder))


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
