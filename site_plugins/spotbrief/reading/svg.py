"""An SVG picture -> what in it may run, or fetch from elsewhere."""

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as Xml

_RUNNING = frozenset({"script", "handler", "listener", "foreignobject", "iframe", "embed", "object", "audio", "video"})
_BLANK = re.compile(r"[\x00-\x20]+")
_FETCHING = re.compile(r"@import|url\(\s*['\"]?(?!['\"#]|data:)", re.IGNORECASE)
_LINKS = ("http://", "https://", "mailto:", "#")
_OWN = ("#", "data:image/")


def active_parts(data: bytes) -> Iterator[str]:
    """What makes the picture more than a picture, in words. Raises xml.etree.ElementTree.ParseError for what is not XML."""
    for event, element in Xml.iterparse(BytesIO(data), events=("start", "end", "pi")):
        if event == "pi":
            if (element.text or "").startswith("xml-stylesheet"):
                yield "a style sheet of its own"
        elif event == "start":
            yield from _of_element(element)
        elif _local(element.tag) == "style" and _FETCHING.search(element.text or ""):
            yield "a style that loads something from elsewhere"


def _of_element(element: Xml.Element) -> Iterator[str]:
    tag = _local(element.tag)
    if tag in _RUNNING:
        yield f"the element <{tag}>"
    for name, value in element.attrib.items():
        yield from _of_attribute(tag, _local(name), _BLANK.sub("", value).lower())


def _of_attribute(tag: str, name: str, value: str) -> Iterator[str]:
    if name.startswith("on"):
        yield f"the event handler {name}"
    elif name in ("href", "src") and not value.startswith(_LINKS if tag == "a" else _OWN):
        yield f"an address that is not allowed, '{value[:40]}'"
    elif name == "attributename" and _local(value.rpartition(":")[2]) in ("href", "src"):
        yield "an address that changes"
    elif _FETCHING.search(value):
        yield "a style that loads something from elsewhere"


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()
