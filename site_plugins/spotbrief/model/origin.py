"""Where a thing was written, so that a problem can be shown at its line."""

from spotbrief.model.record import record

Pointer = tuple[str | int, ...]
"""The way from the top of a YAML file to a value: keys and list positions."""


@record
class Where:
    """A place in a file before it is turned into line and column: a YAML value, or a link target in prose."""

    file: str
    pointer: Pointer = ()
    target: str | None = None
    """In prose: the link, picture or mention that is meant, as it was typed."""
    place: tuple[int, int] | None = None
    """Line and column, from 1, in the prose, in the text at *pointer*, or in a file of settings, where they are known."""
    of_key: bool = False
    """Whether the name of the field at *pointer* is meant, and not its value."""


@record
class Origin:
    """The files a thing was read from, relative to the project, with `/`."""

    file: str
    pointer: Pointer = ()
    prose_file: str = ""
    """The file that holds the Markdown body; the same as *file* unless the briefing is a pair."""

    def at(self, *pointer: str | int) -> Where:
        """The place of a value of this thing."""
        return Where(file=self.file, pointer=self.pointer + pointer)

    def prose(self, target: str | None = None) -> Where:
        """The place of *target* in the Markdown body."""
        in_yaml = self.prose_file.lower().endswith((".yml", ".yaml"))
        pointer = (*self.pointer, "body") if in_yaml else ()
        return Where(file=self.prose_file or self.file, pointer=pointer, target=target)
