"""Ordinary pages in several languages: `about.uk.md` is `/uk/about/`, and each language has a navigation of its own."""

from collections.abc import Iterable, Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from spotbrief.exports.site import Site
from spotbrief.model.settings import SiteLanguage
from spotbrief.reading.translation_file import language_in


def speak(files: Files, config: MkDocsConfig, languages: Sequence[SiteLanguage]) -> None:
    """Give each page the address of its language, and each language a front page."""
    tags = [language.tag for language in languages[1:]]
    for file in files.documentation_pages() if tags else ():
        stem, language = language_in(file.src_uri.rpartition(".")[0], tags)
        if language:
            original = File(f"{stem}.md", file.src_dir, file.dest_dir, file.use_directory_urls)
            _move(file, f"{language}/{original.dest_uri}")
    there = {file.dest_uri for file in files}
    for language_of in languages[1:]:
        if f"{language_of.tag}/index.html" not in there:
            text = f"# {language_of.site_name or config.site_name}\n"
            path = f"{language_of.tag}/index.md"
            files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))


def _move(file: File, path: str) -> None:
    file.dest_uri = path
    for name in ("url", "abs_dest_path"):
        file.__dict__.pop(name, None)  # they follow from the other
    if file.inclusion.is_in_nav():
        file.inclusion = InclusionLevel.NOT_IN_NAV  # the navigation is written in the first language


def spoken(nav: Navigation, files: Files, site: Site, language: SiteLanguage) -> Navigation:
    """*nav* in another language: its titles, and the pages that are there."""
    pages = {file.dest_uri: file.page for file in files.documentation_pages() if file.page}
    items: list[StructureItem] = list(_spoken(nav.items, pages, site, language))
    return Navigation(items, [item for item in _all(items) if isinstance(item, Page)])


def _spoken(items: Iterable[object], pages: dict[str, Page], site: Site, language: SiteLanguage) -> Iterable[StructureItem]:
    for item in items:
        title = _title(getattr(item, "title", None), site, language)
        if isinstance(item, Section) and (children := [*_spoken(item.children, pages, site, language)]):
            section = Section(title, children)
            for child in children:
                child.parent = section
            yield section
        elif isinstance(item, Page) and (page := pages.get(f"{site.prefix}{item.file.dest_uri}")):
            if title:
                page.title = title
            yield page
        elif isinstance(item, Link):
            yield Link(title, item.url)


def _title(title: str | None, site: Site, language: SiteLanguage) -> str:
    """What the desk calls it in the language, or else what we do; a page without one has its own."""
    return language.navigation.get(title or "") or (site.corpus.words(title) if title else "")


def _all(items: Iterable[object]) -> Iterable[object]:
    for item in items:
        yield item
        yield from _all(getattr(item, "children", None) or ())
