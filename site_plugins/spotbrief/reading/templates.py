"""The folders of a desk's own templates -> the templates that its pages may name."""

from pathlib import Path


def own_templates(root: Path, custom_dir: object = None) -> frozenset[str]:
    """Names of the templates in `templates/` and in the theme's *custom_dir*, both below *root* unless that is absolute."""
    folders = [root / "templates", *([root / str(custom_dir)] if custom_dir else [])]
    return frozenset(path.relative_to(folder).as_posix() for folder in folders for path in folder.rglob("*.html") if path.is_file())
