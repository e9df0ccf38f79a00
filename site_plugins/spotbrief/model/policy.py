"""What pages may load from other hosts, or send there: the desk's decision."""

from collections.abc import Mapping
from dataclasses import field
from urllib.parse import urlsplit

from spotbrief.model.record import record

DIRECTIVES = {
    "scripts": "script-src",
    "styles": "style-src",
    "pictures": "img-src",
    "media": "media-src",
    "fonts": "font-src",
    "frames": "frame-src",
    "forms": "form-action",
    "connections": "connect-src",
}
"""What a host may be allowed for, and the directive of the policy that says so (W3C Content Security Policy Level 3)."""


@record
class Policy:
    """Hosts, each with what it is allowed for; nothing from elsewhere by default."""

    allowed: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def hosts(self, purpose: str) -> tuple[str, ...]:
        """The hosts that are allowed for *purpose*."""
        return tuple(host for host, purposes in self.allowed.items() if purpose in purposes)

    def opened_to(self, origin: str) -> "Policy":
        """This policy, with *origin* allowed for every purpose."""
        return Policy(allowed={**self.allowed, origin: frozenset(DIRECTIVES)})

    def allows(self, url: str, purpose: str) -> bool:
        """Whether an absolute *url* is allowed for *purpose*."""
        origin = origin_of(url)
        return any(_matches(host, origin) for host in self.hosts(purpose))


NOTHING = Policy()
"""The policy that allows no other host."""


def origin_of(url: str) -> str:
    """Scheme, host and port of an absolute *url*; https where it names none."""
    parts = urlsplit(f"https:{url}" if url.startswith("//") else url)
    return f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"


def _matches(host: str, origin: str) -> bool:
    return origin == host or (
        host.startswith("https://*.") and origin.startswith("https://") and origin.endswith(host.removeprefix("https://*"))
    )
