"""Streams that take the words of any language."""

from io import TextIOWrapper
from typing import TextIO


def write_any_language(*streams: TextIO) -> None:
    """Let each stream take every sign: Windows gives pipes and files a code page that has no Cyrillic, or nothing else.

    A pipe or a file gets UTF-8; a console keeps its encoding, and shows what it lacks as a number.
    """
    for stream in streams:
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
