"""The JSON-LD of a page, as programs read it."""

import json
import re
from typing import Any
from urllib.parse import urljoin

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def graph(page: str) -> list[dict[str, Any]]:
    """The nodes of a page; there is exactly one block."""
    (block,) = BLOCK.findall(page)
    said = json.loads(block)
    assert said["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = resolved(said["@graph"], canonical(page))
    return nodes


def canonical(page: str) -> str:
    """The address of a page, as it says it; empty where it says none."""
    found = re.search(r'<link rel="canonical" href="([^"]*)"', page)
    return found[1] if found else ""


def resolved(value: Any, base: str) -> Any:
    """JSON-LD in which every id is an address, as a program reads it in its page (JSON-LD 1.1, 7.1)."""
    if isinstance(value, dict):
        return {name: urljoin(base, part) if name == "@id" else resolved(part, base) for name, part in value.items()}
    return [resolved(part, base) for part in value] if isinstance(value, list) else value
