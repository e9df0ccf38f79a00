"""The engine's files by names in one Unicode form, as links and the navigation name them, however they were saved."""

from typing import Any

from mkdocs.structure.files import File, Files

from spotbrief.reading.files import one_form


def name_in_one_form(files: Files) -> None:
    """Give each file the name that it is looked up by; where it lies on the disk stays known."""
    if all(one_form(file.src_uri) == file.src_uri for file in files):
        return
    for file in list(files):  # all of them, to keep their order
        files.remove(file)
        files.append(file if one_form(file.src_uri) == file.src_uri else _renamed(file))


def _renamed(file: File) -> File:
    named = File(one_form(file.src_uri), file.src_dir, file.dest_dir, file.use_directory_urls, inclusion=file.inclusion)
    named.abs_src_path, named.edit_uri, named.generated_by = file.abs_src_path, file.edit_uri, file.generated_by
    return named


def navigation_in_one_form(entries: Any) -> Any:
    """The same entries, their paths in that form, and their titles as they were typed."""
    if isinstance(entries, str):
        return one_form(entries)
    if isinstance(entries, list):
        return [navigation_in_one_form(entry) for entry in entries]
    return {title: navigation_in_one_form(entry) for title, entry in entries.items()} if isinstance(entries, dict) else entries
