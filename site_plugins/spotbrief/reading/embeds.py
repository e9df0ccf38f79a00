"""What the HTML in an ordinary page asks a browser to load, to send or to run."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from spotbrief.model.page import Embed

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_SPAN = re.compile(r"(?<!`)(`+)(?!`)(?:.|\n(?!\n))+?(?<!`)\1(?!`)")
_HOLDS = re.compile(r"(?:!!!|\?\?\?|===|[-*+] |\d+[.)] |\[\^|: )")
"""The start of a block whose text is indented without being code."""
_PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)\s>]+)")
_RUNS = re.compile(r"[\x00-\x20]*" + r"[\t\n\r]*".join("javascript:"), re.IGNORECASE)
"""An address that is a script; browsers leave out blanks in it."""
_REFRESH = re.compile(r"\s*[\d.]*[\s;,]*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)
"""What leads on from a page by itself (HTML, section 4.2.5.3)."""
_CALLS = frozenset({"dns-prefetch", "preconnect", "prefetch", "prerender"})
"""Links for which browsers call a host ahead, whatever the policy of a page says."""
_PURPOSES = {
    ("script", "src"): "scripts",
    ("img", "src"): "pictures",
    ("video", "src"): "media",
    ("video", "poster"): "pictures",
    ("audio", "src"): "media",
    ("track", "src"): "media",
    ("source", "src"): "media",
    ("iframe", "src"): "frames",
    ("form", "action"): "forms",
    ("button", "formaction"): "forms",
    ("input", "formaction"): "forms",
    ("object", "data"): "objects",
    ("embed", "src"): "objects",
}


def embeds(text: str) -> Iterator[Embed]:
    """Everything that *text*, Markdown with HTML, embeds outside of code."""
    if "<" in text or "![" in text:
        plain = _without_code(text)
        yield from (Embed(purpose="pictures", url=found[1], typed=found[0]) for found in _PICTURE.finditer(plain))
        reader = Reader()
        reader.feed(plain)
        yield from reader.found


class Reader(HTMLParser):
    """Collects what the tags of HTML embed."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Embed] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what one tag embeds."""
        self.see(tag, {name: value or "" for name, value in attrs}, self.get_starttag_text() or f"<{tag}")

    def see(self, tag: str, said: dict[str, str], typed: str) -> None:
        """Note what a tag with these attributes embeds."""
        line, offset = self.getpos()
        made = (Embed(purpose=purpose, url=url, typed=typed, line=line, column=offset + 1) for purpose, url in self.embedded(tag, said))
        self.found += made

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Take `<![` for a comment up to the next `>`, as browsers do; the reader that comes with Python gives up at some."""
        return self.parse_bogus_comment(i, True)

    def embedded(self, tag: str, said: dict[str, str]) -> Iterator[tuple[str, str]]:
        """Purposes and addresses."""
        if tag == "script" and "src" not in said and "json" not in said.get("type", ""):
            yield "inline script", ""
        if tag == "link" and "stylesheet" in said.get("rel", "").lower():
            yield "styles", said.get("href", "")
        if tag == "link" and not _CALLS.isdisjoint(said.get("rel", "").lower().split()):
            yield "calls", said.get("href", "").strip()
        if tag == "meta" and said.get("http-equiv", "").strip().lower() == "refresh" and (on := _REFRESH.match(said.get("content", ""))):
            yield "departures", on[1].strip()
        if tag == "style" or "style" in said:
            yield "inline style", ""
        if handler := next((name for name in said if name.startswith("on")), ""):
            yield "handler", handler
        yield from (("handler", "javascript:") for value in said.values() if _RUNS.match(value))
        yield from ((_PURPOSES[tag, name], value.strip()) for name, value in said.items() if (tag, name) in _PURPOSES and value)
        yield from (("pictures", part.split()[0]) for part in said.get("srcset", "").split(",") if part.strip())


def _without_code(text: str) -> str:
    """*text* with blanks for its code, so that everything else stays in its place."""
    lines, fence, holds, after_blank = [], "", False, True
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence or found:
            if found and (not fence or found[1].startswith(fence)):
                fence = "" if fence else found[1]
            lines.append("")
            continue
        indented = line.startswith(("    ", "\t"))
        if line.strip() and not indented:
            holds = bool(_HOLDS.match(line.lstrip()))
        lines.append("" if indented and after_blank and not holds else line)
        after_blank = not line.strip() or (after_blank and indented and not holds)
    return _SPAN.sub(lambda span: "\n" * span[0].count("\n"), "\n".join(lines))
