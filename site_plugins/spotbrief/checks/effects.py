"""Settings of other themes that have no effect here, and what to do instead."""

from collections.abc import Iterator
from typing import Any

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.logo import logo_fault, logo_path
from spotbrief.model.settings import Settings

_COLOURS = "write colours and sizes into templates/assets/site.css/60-ours.css"
_FOLLOWED = {"name", "custom_dir", "static_templates", "language", "direction", "locale", "features", "logo", "favicon"}
_HINTS = {
    "palette": f"take it out; {_COLOURS}",
    "font": "take it out; fonts of your own go into templates/assets/fonts/ and templates/assets/site.css/",
    "icon": "take it out; theme.logo and theme.favicon name files of yours",
}
_EXTRA = {
    "analytics": "name the script as extra_javascript, and its host below 'allow', an option of 'briefings'",
    "consent": "take it out: the site sets no cookies",
    "alternate": "take it out, or name the other site in nav",
    "version": "take it out, or name the other versions in nav",
}
_FEATURES = ("content.code.", "content.tabs.", "content.tooltips", "content.footnote.", "content.action.")
"""How the features of Material begin that its own script, or its own part of a page, still follows."""
_OWN_PAGES = ("main.html", "base.html", "shell.html", "shell/")
"""Templates with which a desk may follow any setting."""


@rule("no-effect", "advice")
def no_effect(corpus: Corpus) -> Iterator[Finding]:
    """What mkdocs.yml says of the theme has an effect on the pages."""
    settings = corpus.settings
    theme = settings.written.get("theme")
    if any(name.startswith(_OWN_PAGES) for name in settings.templates):
        return
    if isinstance(theme, dict):
        for key, value in theme.items():
            if key not in _FOLLOWED and value is not False:
                yield _finding(settings, ("theme", key), f"theme.{key}", _HINTS.get(key, "take it out"))
        yield from _features(settings, theme)
    extra = settings.written.get("extra")
    for key, hint in _EXTRA.items():
        if isinstance(extra, dict) and extra.get(key):
            yield _finding(settings, ("extra", key), f"extra.{key}", hint)


@rule("missing-sign", "error")
def missing_sign(corpus: Corpus) -> Iterator[Finding]:
    """The files that theme.logo and theme.favicon name exist."""
    theme, content = corpus.settings.written.get("theme"), corpus.desk.content_folder
    if not isinstance(theme, dict):
        return
    for key in ("logo", "favicon"):
        path = str(theme[key] or "") if key in theme else ""
        if path and f"{content}/{path}" not in corpus.desk.attachments:
            hint = f"put the file below {content}/, and write its path from there"
            yield corpus.settings.place(("theme", key)), f"there is no file '{content}/{path}'", hint


@rule("unusable-logo", "error")
def unusable_logo(corpus: Corpus) -> Iterator[Finding]:
    """The logo that theme.logo names is an SVG, PNG, WebP or JPEG, of at most 25 million pixels."""
    path = logo_path(corpus)
    if path and (wrong := logo_fault(corpus, path)):
        yield corpus.settings.place(("theme", "logo")), f"the logo '{path}' {wrong[0]}", wrong[1]


def _features(settings: Settings, theme: dict[str, Any]) -> Iterator[Finding]:
    features = theme.get("features")
    for number, feature in enumerate(features if isinstance(features, list) else ()):
        if theme.get("name") != "material" or not str(feature).startswith(_FEATURES):
            yield _finding(settings, ("theme", "features", number), f"the feature '{feature}'", "take it out")


def _finding(settings: Settings, pointer: tuple[str | int, ...], what: str, hint: str) -> Finding:
    return settings.place(pointer), f"{what} has no effect on pages of Spotbrief", hint
