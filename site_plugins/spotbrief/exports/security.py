"""Where to report a hole in the site (RFC 9116)."""

from collections.abc import Iterator
from datetime import timedelta

from spotbrief.exports.output import Edition, Output, one
from spotbrief.model.settings import Settings

_LASTS = timedelta(days=364)
"""The RFC asks for less than a year; every build starts it anew."""


PATH = ".well-known/security.txt"


def outputs(edition: Edition) -> Iterator[Output]:
    """`/.well-known/security.txt`, where the desk names a contact."""
    settings = edition.corpus.settings
    if settings.security_contact:
        yield one(PATH, lambda: _security_txt(settings))


def _security_txt(settings: Settings) -> bytes:
    lines = [f"Contact: {settings.security_contact}", f"Expires: {settings.now + _LASTS:%Y-%m-%dT%H:%M:%SZ}"]
    lines.append(f"Preferred-Languages: {settings.language}")
    if settings.site_url:
        lines.append(f"Canonical: {settings.site_url.rstrip('/')}/{PATH}")
    return "".join(f"{line}\n" for line in lines).encode()
