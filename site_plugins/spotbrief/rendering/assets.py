"""templates/assets/ -> files of the site: styles, scripts, fonts, icons.

A folder named like a file, such as `site.css/`, becomes that file: its parts in the order of their names, minified. Published
names carry a hash of what is in them, so that browsers may keep a file for ever.
"""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath

from rjsmin import jsmin

from spotbrief.model.record import record
from spotbrief.reading.media.clean import clean_file
from spotbrief.rendering.css import smaller
from spotbrief.rendering.scripts import in_words
from spotbrief.words.words import Words

_LAYERS = "@layer tokens,base,parts,pages;"
"""The order of the layers, whichever file comes first; what stands in none, such as a desk's own styles, wins over all of them."""

_TOKENS = "site.css/15-tokens.css"

_BUNDLE = re.compile(r"(.+?\.(?:css|js))/[^/]+")
_URL = re.compile(r"""url\(["']?(?!data:|#)([^"')]+)["']?\)""")


@record
class Asset:
    """One published file: its path below the site's root, and what is in it."""

    path: str
    data: bytes


def load_assets(folders: Sequence[Path], site_name: str, words: Words) -> dict[str, Asset]:
    """Every asset by its plain name, such as `site.css` or `fonts/serif.woff2`; the first of *folders* wins file by file."""
    files = _files(folders)
    bundled = {name: found[1] for name in files if (found := _BUNDLE.fullmatch(name))}
    made = {name: published(name, _data(path, name)) for name, path in files.items() if name not in bundled}
    for bundle in sorted(set(bundled.values())):
        parts = [files[name].read_text("utf-8") for name in sorted(bundled) if bundled[name] == bundle]
        if bundle == "site.css":
            parts = [_tokens_below(folders, files[_TOKENS]), *parts, _running_head(site_name)]
        if bundle.endswith(".css"):
            parts.insert(0, _LAYERS)
        if bundle.endswith(".js"):
            parts = [in_words(part, words) for part in parts]
        made[bundle] = published(bundle, _joined(bundle, parts, made).encode())
    return made


def _tokens_below(folders: Sequence[Path], used: Path) -> str:
    """Our tokens, below a desk's own copy of them, which may lack what later versions brought."""
    ours = _files(folders[1:]).get(_TOKENS, used)
    return "" if ours.samefile(used) else ours.read_text("utf-8").replace("@layer tokens", "@layer tokens.ours", 1)


def _running_head(site_name: str) -> str:
    """The site's name at the top of every printed page but the first (CSS Paged Media Level 3), where the masthead stands."""
    written = "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):06x}" for sign in site_name)
    return f'@page{{@top-left{{content:"{written}" var(--running-head,"");font:8.5pt serif}}}}@page:first{{@top-left{{content:none}}}}'


def _files(folders: Sequence[Path]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted((folder / "assets").rglob("*")):
            if path.is_file():
                found.setdefault(path.relative_to(folder / "assets").as_posix(), path)
    return found


def _data(path: Path, name: str) -> bytes:
    data = clean_file(path, f"templates/assets/{name}")
    return path.read_bytes() if data is None else data


def published(name: str, data: bytes) -> Asset:
    """*data* as a file of the site, under a name that changes with what it holds."""
    path = PurePosixPath("assets", name)
    return Asset(path=str(path.with_suffix(f".{sha256(data).hexdigest()[:8]}{path.suffix}")), data=data)


def _joined(bundle: str, parts: Sequence[str], published: Mapping[str, Asset]) -> str:
    if bundle.endswith(".js"):
        return str(jsmin("".join(f"{{\n{part}\n}}\n" for part in parts)))  # a block each, so that no name meets another's

    def address(found: re.Match[str]) -> str:
        asset = published.get(found[1])
        return f"url({asset.path.removeprefix('assets/')})" if asset else found[0]

    return _URL.sub(address, smaller("\n".join(parts)))
