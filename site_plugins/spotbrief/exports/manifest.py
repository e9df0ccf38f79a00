"""The web manifest (W3C Web Application Manifest): name and icons, for those who put the site on their home screen."""

import json
from collections.abc import Iterator, Mapping

from spotbrief.exports.output import Edition, Output, one
from spotbrief.rendering.assets import Asset

_SIZES = ("192", "512")


def outputs(edition: Edition) -> Iterator[Output]:
    """`/site.webmanifest`."""
    yield one("site.webmanifest", lambda: _manifest(edition))


def _manifest(edition: Edition) -> bytes:
    settings, assets = edition.corpus.settings, edition.assets
    above = "../" * settings.prefix.count("/")
    said = {
        "name": settings.site_name,
        "description": settings.site_description,
        "lang": settings.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "icons": list(_icons(assets, above)),
    }
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()


def _icons(assets: Mapping[str, Asset], above: str) -> Iterator[dict[str, str]]:
    """Pictures of both sizes, or the drawing of a desk whose logo nobody here can turn into them."""
    for size in _SIZES:
        if icon := assets.get(f"icons/{size}.png"):
            yield {"src": above + icon.path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
    if f"icons/{_SIZES[-1]}.png" not in assets and (drawing := assets.get("icons/favicon.svg")):
        yield {"src": above + drawing.path, "sizes": "any", "type": "image/svg+xml", "purpose": "any"}
