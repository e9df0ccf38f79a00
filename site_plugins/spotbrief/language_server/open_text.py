"""A text that an editor has open, changed as the protocol says."""

import re

from lsprotocol import types
from pygls.workspace import TextDocument

_LINE_END = re.compile(r"\r\n|\r|\n")
"""All that ends a line. pygls ends lines at other signs too, such as U+2028, and would change another place than was meant."""


class OpenText(TextDocument):
    """The text of a document, into which changes come range by range."""

    def apply_change(self, change: types.TextDocumentContentChangeEvent) -> None:
        """Takes in one change; the next one counts from what is there then."""
        if isinstance(change, types.TextDocumentContentChangePartial):
            start, end = self.offset_at_position(change.range.start), self.offset_at_position(change.range.end)
            change = types.TextDocumentContentChangeWholeDocument(f"{self.source[:start]}{change.text}{self.source[end:]}")
        super().apply_change(change)

    def offset_at_position(self, client_position: types.Position) -> int:
        """The number of signs before a position; behind the end of a line, that is its end."""
        text, start = self.source, 0
        for _ in range(client_position.line):
            if not (found := _LINE_END.search(text, start)):
                return len(text)
            start = found.end()
        found = _LINE_END.search(text, start)
        end, units = found.start() if found else len(text), 0
        for place in range(start, end):
            if units >= client_position.character:
                return place
            units += self.position_codec.client_num_units(text[place])
        return end
