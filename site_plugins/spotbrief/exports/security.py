"""Where to report a hole in the site (RFC 9116)."""

from datetime import timedelta

from spotbrief.exports.output import Output
from spotbrief.model.settings import Settings

_LASTS = timedelta(days=364)
"""The RFC asks for less than a year; every build starts it anew."""


def security_txt(settings: Settings) -> Output:
    """`/.well-known/security.txt`."""
    path = ".well-known/security.txt"
    lines = [f"Contact: {settings.security_contact}", f"Expires: {settings.now + _LASTS:%Y-%m-%dT%H:%M:%SZ}"]
    lines.append(f"Preferred-Languages: {settings.language}")
    if settings.site_url:
        lines.append(f"Canonical: {settings.site_url.rstrip('/')}/{path}")
    return Output(path=path, data="".join(f"{line}\n" for line in lines).encode())
