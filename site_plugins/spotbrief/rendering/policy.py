"""The Content Security Policy of a page (W3C CSP Level 3): nothing from elsewhere, no inline script but those of templates."""

import re
from base64 import b64encode
from hashlib import sha256
from html import escape

_FIRST = '<meta charset="utf-8">'
_INLINE = re.compile(r"<script(?![^>]*\b(?:src=|type=\"(?:application/(?:ld\+)?json|speculationrules)\"))[^>]*>(.*?)</script>", re.DOTALL)
_POLICY = (
    "default-src 'self'; script-src 'self'{scripts}; img-src 'self' data:; object-src 'none'; frame-src 'none'; "
    "form-action 'self'; base-uri 'none'"
)


def with_policy(html: str, written: str = "") -> str:
    """*html* with its policy right after its charset; hashes are for its inline scripts, but for those in what an editor has *written*."""
    hashes = dict.fromkeys(
        f" 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in _INLINE.findall(_without(written, html))
    )
    policy = escape(_POLICY.format(scripts="".join(hashes)), quote=False)
    return html.replace(_FIRST, f'{_FIRST}<meta http-equiv="Content-Security-Policy" content="{policy}">', 1)


def _without(written: str, html: str) -> str:
    """What templates made of a page; nothing where a script that an editor wrote cannot be told from theirs."""
    if written in html:
        return html.replace(written, "")
    return "" if "<script" in written.lower() else html
