"""The web manifest (W3C Web Application Manifest): name and icons, for those who put the site on their home screen."""

import json
from collections.abc import Mapping

from spotbrief.exports.output import Output
from spotbrief.model.settings import Settings
from spotbrief.rendering.assets import Asset

_SIZES = ("192", "512")


def manifest(settings: Settings, assets: Mapping[str, Asset]) -> Output:
    """`/site.webmanifest`."""
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
            {"src": assets[f"icons/{size}.png"].path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
            for size in _SIZES
        ],
    }
    return Output(path="site.webmanifest", data=f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode())
