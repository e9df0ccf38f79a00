"""Nodes of JSON-LD 1.1 in the vocabulary of schema.org, and the element that carries them in a page."""

import json
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

Node = dict[str, Any]

ARTICLE, BREADCRUMB = "#article", "#breadcrumb"
"""What a page calls its own nodes: ids are relative to the page (JSON-LD 1.1, 4.1.3), whose address would else stand in it many times."""

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""No text can close the element or open a comment in it: JSON reads the escapes as the signs themselves."""


_IN_FULL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def node(type: str, **said: Any) -> Node:
    """A node of a type with what is known of it; what is empty is left out."""
    return {"@type": type, **{name: value for name, value in said.items() if value or value is False}}


def reference(id: str) -> Node:
    """A node that stands elsewhere on the page."""
    return {"@id": id}


def script(nodes: Iterable[Node]) -> Markup:
    """The data block of a page; browsers do not run it, so the page's policy for scripts has nothing to say on it."""
    graph = _IN_FULL.encode({"@context": "https://schema.org", "@graph": list(nodes)})
    for sign, escape in _ESCAPES.items():  # most are nowhere in it, which is seen far sooner than `translate` has looked at each sign
        graph = graph.replace(sign, escape)
    return Markup(f'<script type="application/ld+json">{graph}</script>\n')
