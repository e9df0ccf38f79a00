"""The web manifest (W3C Web Application Manifest): name and icons, for those who put the site on their home screen."""

import json
from collections.abc import Iterator

from spotbrief.exports.output import Edition, Output, one

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
        "icons": [
            {"src": above + assets[f"icons/{size}.png"].path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
            for size in _SIZES
        ],
    }
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()
