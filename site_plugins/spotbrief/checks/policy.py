"""What pages and mkdocs.yml ask for, against what the policy of the site lets through."""

import re
from collections.abc import Iterator
from typing import Any

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.model.origin import Where
from spotbrief.model.page import Embed
from spotbrief.model.policy import origin_of
from spotbrief.model.settings import Settings
from spotbrief.reading.embeds import embeds

_ELSEWHERE = re.compile(r"(?:https?:)?//[^/]", re.IGNORECASE)
_THINGS = {
    "scripts": "script",
    "styles": "style sheet",
    "pictures": "picture",
    "media": "sound or film",
    "frames": "frame",
    "forms": "form",
}
_WANTED = {"scripts": ("scripts", "connections")}
"""A script of another host is of little use where it may not ask its host."""


@rule("allow", "error")
def allow(corpus: Corpus) -> Iterator[Finding]:
    """The option `allow` names hosts, and what each is allowed for."""
    for pointer, message, hint in corpus.settings.policy_slips:
        yield _option(corpus.settings, *pointer), message, hint


@rule("blocked", "warning")
def blocked(corpus: Corpus) -> Iterator[Finding]:
    """Nothing comes from another host, or goes there, that the option `allow` does not let through."""
    settings = corpus.settings
    for where, embed in _embedded(corpus):
        if embed.purpose == "objects":
            message = f"browsers do not show '{_short(embed.url)}': the policy of the site has no objects"
            yield where, message, "link to it, or put it into an <iframe>"
        elif embed.purpose in _THINGS and _is_blocked(settings, embed.url, embed.purpose):
            yield where, *_blocked(settings, embed.url, embed.purpose)
    for key, purpose in (("extra_javascript", "scripts"), ("extra_css", "styles")):
        for number, entry in enumerate(_list(settings.written.get(key))):
            url = str(entry.get("path", "") if isinstance(entry, dict) else entry)
            if _is_blocked(settings, url, purpose):
                yield settings.place((key, number)), *_blocked(settings, url, purpose)


@rule("inline-script", "warning")
def inline_script(corpus: Corpus) -> Iterator[Finding]:
    """No page needs a script that is written into its text: browsers do not run it."""
    content, config = corpus.desk.content_folder, corpus.settings.place(("extra_javascript",)).file
    hint = f"put it into a file below {content}/, and name that as extra_javascript in {config}"
    for where, embed in _embedded(corpus):
        if embed.purpose in ("inline script", "handler"):
            what = f"'{embed.url}'" if embed.url else "a script that is written into a page"
            yield where, f"browsers do not run {what}, by the policy of the site", hint


@rule("inline-style", "advice")
def inline_style(corpus: Corpus) -> Iterator[Finding]:
    """No page needs a style that is written into its text: browsers leave it out."""
    hint = "take it out, or give the tag a class, and write its style in a file that extra_css names"
    for where, embed in _embedded(corpus):
        if embed.purpose == "inline style":
            yield where, "browsers leave this style out, by the policy of the site", hint


def _embedded(corpus: Corpus) -> Iterator[tuple[Where, Embed]]:
    """What ordinary pages and the line of the copyright embed."""
    for page in corpus.desk.pages:
        yield from ((page.origin.prose(embed.typed), embed) for embed in page.embeds)
    line = corpus.settings.written.get("copyright")
    where = corpus.settings.place(("copyright",))
    yield from ((where, embed) for embed in embeds(line if isinstance(line, str) else ""))


def _is_blocked(settings: Settings, url: str, purpose: str) -> bool:
    own = origin_of(url) in {origin_of(own) for own in (settings.site_url, settings.published_url) if own}
    return bool(_ELSEWHERE.match(url)) and not own and not settings.policy_here.allows(url, purpose)


def _blocked(settings: Settings, url: str, purpose: str) -> tuple[str, str]:
    message = f"browsers block this {_THINGS[purpose]} of another host, '{_short(url)}'"
    if url.lower().startswith("http:"):
        return message, f"write https: in place of http:, and allow it: {_line(settings, 'https' + url[4:], purpose)}"
    return message, f"if the desk trusts that host: {_line(settings, url, purpose)}"


def _line(settings: Settings, url: str, purpose: str) -> str:
    """What to write in mkdocs.yml."""
    host, file = origin_of(url), settings.place(settings.options_at).file
    had = settings.policy.allowed.get(host, frozenset())
    purposes = sorted({*had, *_WANTED.get(purpose, (purpose,))})
    said = purposes[0] if len(purposes) == 1 else f"[{', '.join(purposes)}]"
    if had:
        return f"write {host}: {said} below 'allow' in {file}"
    if settings.policy.allowed:
        return f"add {host}: {said} below 'allow' in {file}"
    options = _list_or_map(settings)
    if options:
        return f"add allow: {{{host}: {said}}} to the options of 'briefings' in {file}"
    return f"write - briefings: {{allow: {{{host}: {said}}}}} in {file}"


def _list_or_map(settings: Settings) -> bool:
    """Whether the plugin has options already."""
    step: Any = settings.written
    for key in settings.options_at:
        step = step[key]
    return isinstance(step, dict) and bool(step)


def _option(settings: Settings, *pointer: str | int) -> Where:
    return settings.place((*settings.options_at, "allow", *pointer))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _short(url: str) -> str:
    return url if len(url) <= 60 else f"{url[:59]}…"
