"""The colours of kinds on cards: those of the site's styles, so that a desk's own reach the cards too."""

import re
from collections.abc import Mapping

from spotbrief.rendering.assets import Asset

STYLES = "site.css"
INK = "#15181c"
"""For a kind whose colour the styles do not say in a form that a picture can take."""

_TOKEN = re.compile(r"--kind-([a-z-]+):\s*(?:light-dark\(\s*)?(#[0-9A-Fa-f]{3,8}\b|rgb\([^)]*\)|hsl\([^)]*\)|[a-z]+\b(?!\())")


def colours_of(assets: Mapping[str, Asset]) -> dict[str, str]:
    """The light colour of each kind by the tokens `--kind-…`; of two that are told, the later."""
    styles = assets[STYLES].data.decode("utf-8", "replace") if STYLES in assets else ""
    return {name.replace("-", "_"): colour for name, colour in _TOKEN.findall(styles)}
