"""The Content Security Policy of a page (W3C CSP Level 3): from elsewhere only what the desk allows, inline only our own scripts."""

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import reduce
from hashlib import sha256
from html import escape

from spotbrief.model.policy import DIRECTIVES, NOTHING, Policy

FIRST = '<meta charset="utf-8">'
"""The policy stands right after it."""

_INLINE = re.compile(r"<script(?![^>]*\b(?:src=|type=\"(?:application/(?:ld\+)?json|speculationrules)\"))[^>]*>(.*?)</script>", re.DOTALL)
_OURS = {"script-src": "'self'", "img-src": "'self' data:", "frame-src": "'self'", "form-action": "'self'"}
"""Without hosts of the desk's; what is not named here falls back to `default-src`."""


def with_policy(html: str, policy: Policy = NOTHING, *written: str) -> str:
    """*html* with its policy right after its charset; hashes are for its inline scripts, but for those in what an editor has *written*."""
    said = escape(_said(policy, map(hash_of, _INLINE.findall(reduce(_without, written, html)))), quote=False)
    return html.replace(FIRST, f'{FIRST}<meta http-equiv="Content-Security-Policy" content="{said}">', 1)


def policy_header(policy: Policy) -> str:
    """The policy as a server says it of a file in which it does not stand; no inline script runs."""
    return _said(policy, ())


def hash_of(script: str) -> str:
    """The source by which a policy lets this one inline script run."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def _said(policy: Policy, hashes: Iterable[str]) -> str:
    named = dict(_OURS)
    for purpose, directive in DIRECTIVES.items():
        if hosts := policy.hosts(purpose):
            named[directive] = " ".join((named.get(directive, "'self'"), *hosts))
    named["script-src"] = " ".join((named["script-src"], *dict.fromkeys(hashes)))
    directives = (f"{directive} {sources}" for directive, sources in named.items())
    return "; ".join(("default-src 'self'", *directives, "object-src 'none'", "base-uri 'none'"))


def _without(html: str, written: str) -> str:
    """What templates made of a page; nothing where a script that an editor wrote cannot be told from theirs."""
    if not written or written in html:
        return html.replace(written, "") if written else html
    return "" if "<script" in written.lower() else html
