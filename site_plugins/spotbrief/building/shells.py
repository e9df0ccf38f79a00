"""What the templates of a page may name beside the page itself."""

from typing import Any

from spotbrief import __version__
from spotbrief.exports.site import Site
from spotbrief.rendering.fonts import fonts_for
from spotbrief.rendering.phrases import phrases
from spotbrief.rendering.shell import LANGUAGES
from spotbrief.views.indexes import indexes


def shell_globals(site: Site) -> dict[str, Any]:
    """The same for every page of *site*, under whatever engine."""
    corpus = site.corpus
    settings = corpus.settings
    own: dict[str, Any] = {
        "base": site.prefix,
        "languages": LANGUAGES if site.ways else "",
        "site_name": settings.site_name,
        "site_description": settings.site_description,
    }
    own["fonts"] = fonts_for(corpus.words.conventions.alphabet)
    own |= {"assets": site.assets, "version": __version__, "indexes": tuple(indexes(corpus)), "trust": bool(corpus.desk.trust)}
    return own | phrases(corpus.words) | {"language": corpus.words.language, "direction": corpus.words.dir}
