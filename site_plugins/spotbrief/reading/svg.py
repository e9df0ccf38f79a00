"""An SVG picture -> what makes it more than a picture: whatever is not on the lists here may run, or fetch from elsewhere."""

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as Xml
from xml.parsers import expat

from spotbrief.reading.css import fetches

_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = """
    svg g defs symbol use switch view title desc metadata style a image
    path rect circle ellipse line polyline polygon text tspan textPath
    linearGradient radialGradient stop pattern marker clipPath mask filter
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
    feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence animate animateMotion animateTransform mpath set
"""
"""Elements that draw, give structure or move (SVG 2, Filter Effects, SVG Animations)."""
_DRAWING = frozenset(_ELEMENTS.split())

NOTES = (
    "{http://www.inkscape.org/",
    "{http://sodipodi.sourceforge.net/",
    "{http://ns.adobe.com/",
    "{http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "{http://purl.org/dc/",
    "{http://creativecommons.org/",
    "{http://web.resource.org/cc/",
)
"""How names start that drawing programs use for notes of their own, of which browsers show nothing."""

_ADDRESSES = frozenset({"href", "src", "ping", "base"})
_OWN = re.compile(r"#|data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)
_BLANK = re.compile(r"[\x00-\x20]+")


def active_parts(data: bytes) -> Iterator[str]:
    """What makes the picture more than a picture, in words. Raises xml.etree.ElementTree.ParseError for what is not XML."""
    root: Xml.Element | None = None
    for event, element in Xml.iterparse(BytesIO(data), events=("start", "end", "pi")):
        if event == "pi":
            if (element.text or "").startswith("xml-stylesheet"):
                yield "a style sheet of its own"
        elif event == "start":
            if root is None and _drawn(element.tag) != "svg":
                yield f"the element <{_local(element.tag)}> in place of <svg>"
            root = element if root is None else root
            yield from _of_element(element)
        elif _drawn(element.tag) == "style" and fetches("".join(element.itertext())):
            yield "a style that loads something from elsewhere"
    yield from _declared(data)


def _of_element(element: Xml.Element) -> Iterator[str]:
    if _drawn(element.tag) not in _DRAWING and not element.tag.startswith(NOTES):
        yield f"the element <{_local(element.tag)}>"
    for name, value in element.attrib.items():
        yield from _of_attribute(name, value)


def _of_attribute(full_name: str, value: str) -> Iterator[str]:
    name, packed = _local(full_name), _BLANK.sub("", value)
    if name.startswith("on"):
        yield f"the event handler {name}"
    elif name in _ADDRESSES and not _OWN.match(packed):
        yield f"an address that is not allowed, '{packed[:40]}'"
    elif name == "attributename" and packed.lower().rpartition(":")[2].startswith((*_ADDRESSES, "on")):
        yield "an address that changes"
    elif not full_name.startswith(NOTES) and fetches(value):
        yield "a style that loads something from elsewhere"


def _declared(data: bytes) -> Iterator[str]:
    """What a document type adds to elements; readers of XML differ in how much of it they see."""
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.AttlistDeclHandler = lambda *_: found.append("attributes in its document type")
    parser.EntityDeclHandler = lambda name, is_parameter, *_: found.append(f"the entity %{name};") if is_parameter else None
    parser.Parse(data, True)
    yield from found


def _drawn(tag: str) -> str:
    """The name of an element of SVG, of its namespace or of none; empty for others."""
    name = tag.removeprefix(_SVG)
    return "" if name.startswith("{") else name


def _local(name: str) -> str:
    return name.rpartition("}")[2].lower()
