"""MkDocs as the engine of a build: its files, and the shells, which are pages of it that lie in a folder of their own."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from spotbrief.exports.planned.rendered import Made
from spotbrief.exports.site import Site
from spotbrief.model.settings import SiteLanguage
from spotbrief.reading.files import WELL_KNOWN
from spotbrief.reading.reference import is_data
from spotbrief.rendering.shell import ShellPage
from spotbrief_mkdocs.forms import name_in_one_form
from spotbrief_mkdocs.languages import speak
from spotbrief_mkdocs.static import pass_through_gate


class MkDocs:
    """Has read the names of all files, and makes its pages next."""

    def __init__(
        self, config: MkDocsConfig, files: Files, content: str, shells: Path, languages: tuple[SiteLanguage, ...] = (), *, is_preview: bool
    ) -> None:
        self._config, self._files, self._content, self._shells, self._is_preview = config, files, content, shells, is_preview
        self._languages = languages
        self.html: dict[str, str] = {}
        """What the text of each page became."""

    def files(self, hidden: frozenset[str]) -> Mapping[str, str]:
        """Take reference data, *hidden* pictures and the theme's sitemap out."""
        config, files = self._config, self._files
        name_in_one_form(files)
        for file in list(files):
            data = is_data(file.src_uri, tuple(one.tag for one in self._languages))
            is_hidden = f"{self._content}/{file.src_uri}" in hidden
            if data or is_hidden or (file.src_uri == "sitemap.xml" and file.src_dir != config.docs_dir):
                files.remove(file)
            elif file.src_uri.startswith(f"{WELL_KNOWN}/"):  # the engine leaves every dot folder out
                file.inclusion = InclusionLevel.INCLUDED
        pass_through_gate(files, config, is_preview=self._is_preview)
        if not files.get_file_from_path("index.md"):
            files.append(File.generated(config, "index.md", content=f"# {config.site_name}\n"))
        speak(files, config, self._languages)
        return {file.dest_uri: file.src_uri for file in files if file.inclusion.is_included()}

    def pages(self, site: Site) -> Made:
        """Put the shells among the pages that it makes next."""
        for shell in site.shell_pages:
            file = File.generated(self._config, shell.source, content=shell.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
            file.dest_dir = str(self._shells)
            self._files.append(file)
        return lambda page: self.html.get(page.path)

    def shell(self, page: ShellPage) -> str:
        """The shell that was made, from its folder."""
        return (self._shells / page.url / "index.html").read_text("utf-8")
