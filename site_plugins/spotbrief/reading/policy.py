"""The option `allow` -> the policy, and what is wrong with it."""

import re
from typing import Any

from spotbrief.model.origin import Pointer
from spotbrief.model.policy import DIRECTIVES, Policy
from spotbrief.reading.fields import did_you_mean

Slip = tuple[Pointer, str, str]
"""The place below the option, what is wrong, and how to mend it."""

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"https://(?:\*\.(?={_LABEL}\.{_LABEL}))?{_LABEL}(?:\.{_LABEL})+(?::[1-9][0-9]{{0,4}})?")
_LOOSE = re.compile(r"(?:(?:https?:)?//)?([^/?#\s'\";,]+)(?:[/?#].*)?", re.IGNORECASE)
_SHAPE = "write a host and what for, such as https://www.youtube-nocookie.com: frames"


def read_policy(value: Any) -> tuple[Policy, tuple[Slip, ...]]:
    """What *value*, a mapping from hosts to one purpose or several, allows; what is wrong in it allows nothing."""
    if value in (None, "", {}):
        return Policy(), ()
    if not isinstance(value, dict):
        return Policy(), (((), "the option 'allow' maps hosts to what they are allowed for", _SHAPE),)
    allowed: dict[str, frozenset[str]] = {}
    slips: list[Slip] = []
    for typed, said in value.items():
        host = str(typed)
        wrong = list(_wrong(host, said))
        slips += wrong
        if not wrong:
            allowed[host] = frozenset(map(str, said if isinstance(said, list) else [said]))
    return Policy(allowed=allowed), tuple(slips)


def _wrong(host: str, said: Any) -> list[Slip]:
    if not _HOST.fullmatch(host):
        return [((host,), f"'{host[:60]}' is no host that can be allowed", _host_hint(host))]
    if said in (None, "", []) or isinstance(said, dict):
        return [((host,), f"this does not say what {host} is allowed for", f"write one or more of {', '.join(DIRECTIVES)}")]
    many = isinstance(said, list)
    return [
        ((host, number) if many else (host,), f"nothing can be allowed for '{str(purpose)[:40]}'", did_you_mean(str(purpose), DIRECTIVES))
        for number, purpose in enumerate(said if many else [said])
        if purpose not in DIRECTIVES
    ]


def _host_hint(typed: str) -> str:
    found = _LOOSE.fullmatch(typed.strip())
    name = found[1].lower() if found else ""
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError:
            name = ""
    meant = f"https://{name}"
    return f"write {meant}" if _HOST.fullmatch(meant) else "write https:// and the name of one host, or https://*. and a domain; no path"
