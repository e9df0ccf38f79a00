"""The folders of a desk's own templates -> the templates that its pages may name, and the tokens that copies of ours lack."""

import re
from pathlib import Path

TOKENS = "templates/assets/site.css/15-tokens.css"
"""Every colour, size and space; a desk may have a copy."""

_PACKAGE = Path(__file__).parents[1]
_SHIPPED = (_PACKAGE, _PACKAGE.parents[1])
"""In an installed package, and in its repository."""

_TOKEN = re.compile(r"(?:(?<=[\s{;/])|^)(--[\w-]+):\s*([^;{}]+);")


def own_templates(root: Path, custom_dir: object = None) -> frozenset[str]:
    """Names of the templates in `templates/` and in the theme's *custom_dir*, both below *root* unless that is absolute."""
    folders = [root / "templates", *([root / str(custom_dir)] if custom_dir else [])]
    return frozenset(path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*.html") if path.is_file())


def lacking_tokens(root: Path) -> dict[str, str]:
    """The tokens of our styles, with their values, that a copy of TOKENS below *root* lacks, and so does every other style of the desk."""
    if not (root / TOKENS).is_file():
        return {}
    styles = (path.read_text("utf-8", "replace") for path in (root / TOKENS).parents[1].rglob("*.css") if path.is_file())
    known = {name for text in styles for name, _ in _TOKEN.findall(text)}
    ours = next(path for folder in _SHIPPED if (path := folder / TOKENS).is_file()).read_text("utf-8")
    return {name: value for name, value in reversed(_TOKEN.findall(ours)) if name not in known}
