"""The site's look, put over the theme's."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs.utils.meta import get_data

from spotbrief.building.shells import shell_globals
from spotbrief.corpus.resolve import safe_url
from spotbrief.exports.site import Site
from spotbrief.rendering.fragments import template_folders
from spotbrief.rendering.jinja import compiled

MISSING = "404.html"
"""The file that GitHub Pages and most servers show for an address that leads nowhere."""

_PLAIN = re.compile(r'\bclass="(?:headerlink|footnote[\w-]*|align-\w+)"')
_THEMED = re.compile(r'\bclass="')
_STYLES, _SCRIPTS = "assets/stylesheets/main.*.min.css", "assets/javascripts/bundle.*.min.js"


class Undotted(FileSystemLoader):
    """The files of a theme, of which those in folders with a dot are found where they are named, but not listed.

    The engine publishes none of them, and Material has ten thousand icons: to look at all their names is a tenth of a small build.
    """

    def list_templates(self) -> list[str]:
        """The paths of the others, in their order."""
        return sorted({os.path.relpath(path, top).replace(os.sep, "/") for top in self.searchpath for path in _undotted(top)})


def _undotted(top: str) -> Iterator[str]:
    for folder, inside, names in os.walk(top):
        inside[:] = [name for name in inside if not name.startswith(".")]
        yield from (os.path.join(folder, name) for name in names)


def dress(env: Environment, config: MkDocsConfig, site: Site) -> None:
    """Let our templates win over the theme's, and the folder that mkdocs.yml names as `custom_dir` over ours."""
    custom = [config.theme.custom_dir] if config.theme.custom_dir else []
    ours = FileSystemLoader([*custom, *template_folders(site.root)])
    env.loader = ChoiceLoader([ours, env.loader] if env.loader else [ours])
    env.trim_blocks = env.lstrip_blocks = True  # the pages of a large site are made of few lines
    env.bytecode_cache = compiled("engine", site.corpus.words)
    env.globals.update(
        shell_globals(site),
        logo=_own_file(config, "logo"),
        favicon=_own_file(config, "favicon"),
        copyright=config.copyright or "",
        social=tuple(_social(config.extra.get("social"))),
        theme_styles=_found(config, _STYLES),
        theme_scripts=_found(config, _SCRIPTS),
    )


def prepare(theme: Theme) -> None:
    """Have the engine make the page for addresses that lead nowhere, and no sitemap of its own; and spare it the icons of the theme."""
    theme.static_templates = (theme.static_templates | {MISSING}) - {"sitemap.xml"}
    theirs = theme.get_env

    def environment() -> Environment:
        made = theirs()
        made.loader = Undotted(theme.dirs)
        return made

    theme.get_env = environment  # type: ignore[method-assign]


def typed_template(page: Page) -> str | None:
    """The template that the text of a page asks for, and not a plugin; None where there is none."""
    if "template" not in page.meta or page.file.generated_by:
        return None
    typed = get_data(page.file.content_string)[1]
    return str(typed["template"]) if "template" in typed else None


def uses_theme(html: str) -> bool:
    """Whether a page's own text uses parts that the theme's styles or scripts are for: those carry a class."""
    return bool(_THEMED.search(_PLAIN.sub("", html)))


def spare_theme_files(config: MkDocsConfig, files: Files, texts: Iterable[str], *, used: bool) -> None:
    """Take the theme's own files out of the site, but for those that pages load or that one of *texts* names.

    *used* says whether an ordinary page loads the theme's styles and scripts. Its styles become part of the layer of ours that they meet.
    """
    folders = {folder for folder in config.theme.dirs if folder != config.theme.custom_dir}
    loaded = {path for pattern in (_STYLES, _SCRIPTS) for path in _found(config, pattern)} if used else set()
    written = "\n".join(texts)
    for file in list(files):
        if file.src_dir in folders and not (file.src_uri in loaded or file.src_uri in written):
            files.remove(file)
        elif file.src_dir in folders and file.src_uri in loaded and file.src_uri.endswith(".css"):
            file.content_string = f"@layer base{{{file.content_string}}}"  # below our parts; outside all layers it would win over them


def _own_file(config: MkDocsConfig, key: str) -> str:
    """The file of the desk's own that a setting of the theme names; themes have defaults, which are theirs."""
    path = str(config.theme.get(key) or "")
    return path if path and (Path(config.docs_dir) / path).is_file() else ""


def _social(links: object) -> Iterator[tuple[str, str]]:
    """Address and name of each place where the desk is found, too."""
    for link in links if isinstance(links, list) else ():
        url = str(link.get("link", "")) if isinstance(link, dict) else ""
        if safe_url(url):
            yield url, str(link.get("name") or urlsplit(url).netloc.removeprefix("www.") or url.partition(":")[2])


def _found(config: MkDocsConfig, pattern: str) -> list[str]:
    return [path.relative_to(folder).as_posix() for folder in map(Path, config.theme.dirs) for path in sorted(folder.glob(pattern))]
