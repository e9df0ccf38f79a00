"""What lies at which address of a site, and what two things claim."""

import os
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from pathspec import GitIgnoreSpec

from spotbrief.exports.redirects import RESPELT
from spotbrief.exports.site import Site
from spotbrief.model.origin import Where
from spotbrief.model.problem import Problem
from spotbrief.reading.files import WELL_KNOWN, one_form
from spotbrief.reading.reference import is_data
from spotbrief.reading.site_file import SiteFile
from spotbrief.reading.translation_file import language_in


class Addresses:
    """Files below the folder of pages by their address, and all that the desk's data gives."""

    def __init__(self, site: Site, content: str, values: Mapping[str, Any]) -> None:
        self._site, self.content = site, content
        excluded, drafts = (str(values.get(key) or "").splitlines() for key in ("exclude_docs", "draft_docs"))
        # Each is a list of its own: what the one takes back with ! may still be in the other.
        self._excluded = tuple(map(GitIgnoreSpec.from_lines, ([".*", "/templates/", *excluded], drafts)))
        self.base = urlsplit(site.corpus.settings.base).path
        self.taken = dict(self._published(site.root / content))

    @cached_property
    def sources(self) -> frozenset[str]:
        """What the engine knows by name, in one Unicode form: files below the folder of pages, and the hubs of the desk's sections."""
        return frozenset((*map(one_form, self.taken.values()), *(page.source for page in self._site.shell_pages), "index.md"))

    @cached_property
    def all(self) -> frozenset[str]:
        """The path of every file of the site but the theme's, in one Unicode form."""
        return frozenset((*map(one_form, self.taken), "index.html", *(path for path, _ in self._site.claims())))

    def has(self, source: str) -> bool:
        """Whether the file at *source*, below the folder of pages, is part of the site."""
        return one_form(source) in self.sources

    def left_out(self, source: str) -> bool:
        """Whether that file is there, and mkdocs.yml takes it out."""
        path, desk = f"{self.content}/{one_form(source)}", self._site.corpus
        return not self.has(source) and (path in desk.files or path in desk.desk.attachments)

    def leads(self, path: str) -> bool:
        """Whether something lies at *path*, which begins at the site's root."""
        path = one_form(path.strip("/"))
        return {path, f"{path}/index.html".lstrip("/"), f"{path}.html"} & self.all != set() or path.startswith("assets/")

    def _published(self, folder: Path) -> Iterator[tuple[str, str]]:
        for top, folders, names in os.walk(folder, followlinks=True):
            below = Path(top).relative_to(folder)
            folders.sort()
            for name in sorted(names, key=lambda name: (os.path.splitext(name)[0] == "index", name)):  # an index wins over a README
                source = (below / name).as_posix()
                tags = self._site.corpus.settings.tags
                is_left_out = any(spec.match_file(source) for spec in self._excluded)
                if source.startswith(f"{WELL_KNOWN}/") or not (is_left_out or is_data(source, tags)):
                    yield _address(source, tags[1:]), source


def clashes(file: SiteFile, site: Site, content: str, taken: Mapping[str, str]) -> Iterator[Problem]:
    """Addresses that two things claim, or that differ only in case or Unicode form, which some hosts take for one.

    *taken* has the paths of files below *content*, with what they are made of.
    """
    ours = {f"{content}/{source}" for source in taken.values()}
    owners: dict[str, tuple[str, str]] = {}
    claimed = [*((path, f"{content}/{source}") for path, source in taken.items()), *site.beside_files(taken).claims()]
    for path, owner in claimed:
        key = path.casefold() if path.isascii() else unicodedata.normalize("NFC", path).casefold()
        if key in owners and (owner != RESPELT or owners[key][0] == path):
            first, other = owners[key]
            here = next((one for one in (other, owner) if one in ours or "/" in one), "")
            beside = owner if here == other else other
            same = "is the address of" if first == path else "differs only in case or Unicode form from the address of"
            message, hint = f"/{path} {same} {beside} too", "give this file another name"
            if here:
                yield Problem(rule="address-taken", severity="error", where=Where(file=here), message=message, hint=hint, line=1, column=1)
            else:
                yield file.problem("address-taken", "error", ("plugins", "briefings"), message, "rename one of the two")
        owners.setdefault(key, (path, owner))


def _address(source: str, languages: Sequence[str]) -> str:
    """Where the engine puts a file: a page gets a folder of its own, below that of its language."""
    stem, language = language_in(source.rpartition(".")[0], languages)
    if language and source.lower().endswith(".md"):
        return f"{language}/{_address(f'{stem}.md', ())}"
    pure = PurePosixPath(source)
    if pure.suffix.lower() not in (".md", ".markdown", ".mdown", ".mkdn", ".mkd"):
        return source
    return str(pure.parent / "index.html" if pure.stem in ("index", "README") else pure.with_suffix("") / "index.html")
