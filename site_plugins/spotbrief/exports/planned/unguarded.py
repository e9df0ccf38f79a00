"""Web pages and XML files that are published as they are: the policy of the site does not stand in them, so they may run nothing."""

import os
import re
from collections.abc import Iterator, Mapping

from spotbrief.exports.site import Site
from spotbrief.model.origin import Where
from spotbrief.model.page import Embed
from spotbrief.model.policy import DIRECTIVES, origin_of
from spotbrief.model.problem import Problem
from spotbrief.model.settings import Settings
from spotbrief.reading.fields import did_you_mean
from spotbrief.reading.site_file import SiteFile
from spotbrief.reading.web_files import WEB_FILES, starts_like_markup, web_embeds

_BLANKS = re.compile(r"^[\x00-\x20]+|[\t\n\r]+|[\x00-\x20]+$")
_HOST = re.compile(r"(https?:)?[/\\]{2,}|https?:[/\\]?", re.IGNORECASE)
"""All the ways to write an address of another host that browsers put up with."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_RUN = {"inline script": "a script that is written into it", "transformation": "a style sheet (XSLT) that may make anything of it"}
_NO_MARKUP = frozenset({".svg", ".js", ".css", ".json", ".txt", ".md"})
"""Files that every server names as what they are; of SVG, another rule says what it may hold."""
_SNIFFED = 1445
"""Bytes by which browsers guess what a file is (WHATWG MIME Sniffing, section 5)."""
_PICTURED = frozenset({"pictures", "fonts"})


def unguarded(file: SiteFile, site: Site, content: str, taken: Mapping[str, str]) -> Iterator[Problem]:
    """The first thing in each that a page of the site could not do; *taken* are files below *content*, by their addresses."""
    settings = site.corpus.settings
    of_content = {f"{content}/{source}" for source in taken.values()}
    for path in sorted(of_content - set(settings.unguarded)):
        suffix = os.path.splitext(path)[1].lower()
        if (suffix in WEB_FILES or _is_markup(site, path, suffix)) and (found := _first(site, path, suffix)):
            message, line, column = found
            let = _line(settings, path, file.path.name)
            hint = f"take it out, or make an ordinary page of the file; if the desk answers for what it does, {let}"
            yield Problem(
                rule="unguarded", severity="error", where=Where(file=path), message=message, hint=hint, line=line or 1, column=column or 1
            )
    for path in settings.unguarded:
        if path not in of_content:
            pointer, message = ("plugins", "briefings", "unguarded"), f"there is no file '{path}' that is published"
            yield file.problem("unguarded", "error", pointer, message, did_you_mean(path, sorted(filter(_is_web_file, of_content))))


def _is_web_file(path: str) -> bool:
    return os.path.splitext(path)[1].lower() in WEB_FILES


def _is_markup(site: Site, path: str, suffix: str) -> bool:
    """Whether browsers may take a file of another name for a web page, by what it starts with."""
    if suffix in _NO_MARKUP:
        return False
    try:
        with (site.root / path).open("rb") as file:
            return starts_like_markup(file.read(_SNIFFED))
    except OSError:
        return False


def _first(site: Site, path: str, suffix: str) -> tuple[str, int, int] | None:
    """What is wrong, with its line and column."""
    name, settings = path.rpartition("/")[2], site.corpus.settings
    try:
        for embed in web_embeds((site.root / path).read_bytes(), suffix):
            if what := _what(embed, settings):
                return f"'{name}' is published as it is, without the policy of the site, and has {what}", embed.line, embed.column
    except ValueError as error:
        return f"'{name}' {error}", 1, 1
    except OSError as error:
        return f"'{name}' cannot be read: {error.strerror}", 1, 1
    return None


def _what(embed: Embed, settings: Settings) -> str:
    """In words, what readers are to be spared; empty for what a page of the site may have too."""
    if embed.purpose in _RUN:
        return _RUN[embed.purpose]
    if embed.purpose == "handler":
        return "an address that is a script" if embed.url == "javascript:" else f"the event handler {embed.url}"
    return elsewhere(embed, settings)


def elsewhere(embed: Embed, settings: Settings) -> str:
    """In words, what *embed* asks of another host that `allow` does not name; empty where it asks nothing of one."""
    url = _BLANKS.sub("", embed.url)
    if _HOST.match(url):
        url = _HOST.sub(lambda found: f"{found[1] or 'https:'}//", url, count=1)
        return "" if _is_allowed(url, embed.purpose, settings) else f"something of another host, '{_short(url)}'"
    is_own = not _SCHEME.match(url) or (url.lower().startswith("data:") and embed.purpose in ("pictures", "media"))
    return "" if is_own or embed.purpose == "forms" else f"an address that is no file of the site, '{_short(url)}'"


def _is_allowed(url: str, purpose: str, settings: Settings) -> bool:
    own = {origin_of(own) for own in (settings.site_url, settings.published_url) if own}
    if purpose == "calls":
        return origin_of(url) in own or any(settings.policy_here.allows(url, one) for one in DIRECTIVES)
    purposes = _PICTURED if purpose == "pictures" else {"frames" if purpose == "objects" else purpose}
    return origin_of(url) in own or any(settings.policy_here.allows(url, one) for one in purposes)


def _line(settings: Settings, path: str, config: str) -> str:
    """What to write in the file of settings."""
    if settings.unguarded:
        return f"add {path} to 'unguarded' in {config}"
    return f"add unguarded: [{path}] to the options of 'briefings' in {config}"


def _short(url: str) -> str:
    return url if len(url) <= 60 else f"{url[:59]}…"
