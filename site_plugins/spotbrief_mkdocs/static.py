"""Files that the engine copies as they are: on their way into the site they leave behind what tells of who made them."""

import logging
import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from spotbrief.reading.media.clean import clean_file
from spotbrief.reading.media.refused import Refused

log = logging.getLogger("mkdocs.plugins.spotbrief")


class CleanFile(File):
    """A file that is copied without Exif, XMP, comments and the like."""

    is_preview = False

    def copy_file(self, dirty: bool = False) -> None:
        """Write it into the site; of a picture that cannot be read, a preview shows nothing, and a build ends."""
        try:
            data = clean_file(Path(self.abs_src_path), self.src_uri) if self.abs_src_path else None
        except Refused as refused:
            if not self.is_preview:
                raise PluginError(str(refused)) from None
            log.info("Left out: %s", refused)
            return
        if data is None:
            super().copy_file(dirty)
            return
        os.makedirs(os.path.dirname(self.abs_dest_path), exist_ok=True)
        Path(self.abs_dest_path).write_bytes(data)


def pass_through_gate(files: Files, config: MkDocsConfig, *, is_preview: bool) -> None:
    """Let every file of *files* that is no page be cleaned when it is copied."""
    for file in [file for file in files if not file.is_documentation_page() and type(file) is File and file.abs_src_path]:
        clean = CleanFile(
            file.src_uri, file.src_dir, file.dest_dir, config.use_directory_urls, dest_uri=file.dest_uri, inclusion=file.inclusion
        )
        clean.is_preview, clean.abs_src_path = is_preview, file.abs_src_path
        files.remove(file)
        files.append(clean)
