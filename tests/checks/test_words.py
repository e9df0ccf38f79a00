"""What readers see is what was typed: signs that are shown, words that vanish, text that becomes something else."""

import json
import re
from dataclasses import is_dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from spotbrief.model import fields
from spotbrief.model.kinds import KINDS
from spotbrief.model.sorts import TEXTS, Mark
from tests.cli.run import run
from tests.desks import Desk

SHOWN = {
    "![](/uploads/screenshot (2).png)": "write: ![](</uploads/screenshot (2).png>)",
    "See [doc](my file.pdf)": "[doc](<my file.pdf>)",
    "[x] (https://example.org)": "take out the blank between ] and (",
    "It was **bold **.": "**bold** has no blanks inside its signs",
    "a | b\nc | d": "a table needs a line such as | --- | --- |",
    "{{< tweet 1 >}}": "a shortcode of Hugo",
    "{% include x %}": "Liquid",
    '[caption id="x"]words[/caption]': "a shortcode or a tag in brackets",
    "[TOC]": "take it out",
    "!!! quote": "> [!NOTE]",
    "::: pullquote": "> [!NOTE]",
    "> [!quote]\n> Words": "the notes are > [!NOTE]",
    "*[NATO]: the alliance": "write it in full",
    "It is ==marked==.": "write **words**",
    "So it is[^1].": "no note of that name",
    "Good :tada:": "short names of pictures",
    "&foo; bar": "write the sign that is meant",
    "$E = mc^2$": "nothing is raised here",
    "$$x$$": "formulas are not set here",
    "+++\ntitle = 1\n+++": "front matter stands at the top",
    "#Heading of three words": "a blank after the #",
    "-one\n-two": "a list has a blank after each sign",
    "1.one\n2.two": "start each with a hyphen",
    "An [open bracket": "a backslash before each sign that is meant: \\[",
    "a b{.lead}": "Markdown has no attributes here",
    "@@x@@": "\\@\\@",
    "%%note%%": "\\%\\%",
    "''wiki''": "\\'\\'",
    "= Head =\n\n== Sub ==": "a backslash",
    "++new++ words": "\\+\\+",
    "//slanted// words": "\\/\\/",
    "\\textbf{x}": "\\",
    "A half-closed `code": "`",
    "image::map.png[Map]": "a backslash",
    "h2. Heading": "a heading starts with ##",
    '"words":https://example.org': "a backslash",
    "As told [@smith2020].": "a backslash",
    "One &mdash another": "write the sign that is meant",
    "(https://example.org)[words]": "write [https://example.org](words)",
    "•\tone thing\n•\ttwo things": "a hyphen and a blank",
    "• one thing\n• two things": "a hyphen and a blank",
    "o\tone thing\no\ttwo things": "a hyphen and a blank",
    "\uf0b7 one thing\n\uf0b7 two things": "a hyphen and a blank",
    "→ one thing\n→ two things": "a hyphen and a blank",
    "He *said * so": "*emphasis* has no blanks",
    "said”__ to all": "**bold**",
    "the people*.* The": "\\*\\.\\*",
    "a | b | c\nd | e | f": "a table needs a line such as | --- | --- |",
    "It was *word and more": "needs a star behind its last word too",
    "- *one and more\n- two": "needs a star behind its last word too",
    "- one\n-two": "a list has a blank after each sign",
    "– one\n– two": "write each of a list as - words",
    "(a) one\n(b) two": "these lines run together",
    "- [ ]no blank": "a line such as - [ ] words",
    "[youtube abc123]": "a shortcode or a tag in brackets",
    "[https://x.example|words]": "a link is [words](address)",
    "&amp;nbsp; typed twice": "write the sign that is meant",
    "See https:// x.example": "two slashes and no blank",
    "[w](https://x.example/a b) and ![p](c.png)": "write: [w](<https://x.example/a b>)",
    "(a) [w](<https://x.example>), [q](b c (1).pdf).": "write: [q](<b c (1).pdf>)",
    "10^6^ people": "nothing is raised here",
    "Our pictures [gallery] of it.": "take it out",
    'Look [gallery ids="1,2"] here.': "a shortcode or a tag in brackets",
    "Now [tweet 123] so.": "a shortcode or a tag in brackets",
    "{toc}": "a backslash",
    "|a|b|\nwords": "a table needs a line such as | --- | --- |",
    "Name\tAge\nBob\t3": "a table has | between its cells",
}
"""Signs of Markdown that failed, and of a dozen other languages, with a part of the mend."""

GOOD = (
    'He said [sic] that R&D at AT&T, C++ and C# cost $5-$10, 50%+ (see #1), @handle, 5*, f**k, "yes!!" ... and/or 12:30:45.',
    "x_y_z, http://a.example/c_d__e~f?g=h, +380 44 000, ~50 and ~70, <3, a < b > c, O'Brien's 'q', [the minister] (pictured), 2 * 3 * 4.",
    "\\*x\\*, \\[y\\] and `**code**`; A | B -- so --- he went -> there, п`ятниця, &lt;name&gt;, &copy;.",
    "The [brief](a.md)s, un*frigging*believable caf&eacute;, [t][l] and [l].\n\n[l]: https://example.org/abc",
    "As told[^a].\n\n[^a]: By hand.\n\n- [x] done\n- [ ] to do\n\n> [!NOTE]\n> Words\n\n1. a\n1. b\n",
    "If a == b, 10^6 people and 10^-3, C ++, as follows::\n\nTitle :: Sub (== 50), (!! now !!), f*** it, *Note:* so. => [!]",
    "[2025-03-03]\n\n[sic]\n\n[…]\n\n[1]\n\n[the president]\n\n[UPDATE]\n\nSo *said* he [in 2024], and 5 * 4 * 3.",
    "A word* and more.\n\n*Note: see there.",
    "It is &#91;_formerly so_&#93; and &#8220;_said_&#8221;, R&amp;D; a &lt;b&gt;.",
    "The following:\n\n+ [one](https://x.example)\n\nA. Smith\nC. Jones",
    "[x](https://x.example/a%20für%20b) R&copy; file[^4]: a file\n\n[^4]: Note",
    "„Spaß“ «AMANHÃ» NÃO, Ängste, “Ñ” Å, voilà\u00a0», café…”, СІРІ, 3×3, می\u200cخواهم, 👩\u200d💻, «БОРІС…»",
    "Run this:\n\n    make site\n    $ ls -la\n\n    if x: print(1)\n\nSo.",
    "The set {1, 2, 3} and {word}; |x| of a number, |x| < 5.\n\n|x| is its size, and that of y is |y|",
    "A [gallery](https://example.org/a) in Kyiv, a [video] of it.",
    "| a | b |\n| - | - |\n| 1 | 2 \\| 3 |\n\n```py\nx = {1: '**'}\n```\n\n## Head\n\n### Sub\n\n2*n* and *Economist*'s **Word**s",
)


@pytest.mark.parametrize("body", SHOWN)
def test_signs_that_readers_would_see_are_told(desk: Desk, body: str) -> None:
    """Whatever language they are of; the mend is for that language."""
    said = desk.brief("a", body=body).said()
    assert "briefings/a.md:5:" in said
    assert "warning[shown-as-typed]" in said
    assert SHOWN[body].removeprefix("write: ") in said


@pytest.mark.parametrize("body", GOOD)
def test_good_prose_is_left_alone(desk: Desk, body: str) -> None:
    """Signs that prose has, signs after a backslash, and code."""
    assert "warning" not in desk.brief("a", body=body).said()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("[^2]: Lost note\n\nText", "5:7: warning[lost-words] readers do not see '[^2]: Lost note': no text refers to this note"),
        ("Text\n\n[a]: https://x.example", "7:2: warning[lost-words] readers do not see '[a]: https://x.example'"),
        ("| a |\n| - |\n| 1 | gone |", "7:7: warning[lost-words] readers do not see 'gone': the row has more cells"),
        ("Of 12 in 2012.\n\n| a |\n| - |\n| 1 | 12 |", "9:7: warning[lost-words] readers do not see '12': the row has more cells"),
        ("> Of 2.\n>\n> a | b\n> --- | ---\n> 1 | 2 | 2 |", "9:11: warning[lost-words] readers do not see '2': the row has more cells"),
        ("No. Now\n\n[^2]: No", "7:7: warning[lost-words] readers do not see '[^2]: No': no text refers to this note"),
        ("A b c.\n\n[c]: b", "7:2: warning[lost-words] readers do not see '[c]: b': no text refers to this address"),
        ('No. [w](https://x.example "No")', "5:28: warning[lost-words]"),
        ("```py some title\n1\n```", "5:7: warning[lost-words] readers do not see 'some title'"),
        ('A [w](https://x.example "Hidden title").', "5:26: warning[lost-words] readers do not see 'Hidden title': it is the title"),
        ("Losses of ~50 and 10~20 drones", "5:11: warning[struck-out] two single tildes strike out what stands between them: '50 and 10'"),
        ("1986. A great year", "5:1: warning[unmeant-markup] '1986' starts a list here"),
        ("1. a\n2. b\n4. c", "7:1: warning[unmeant-markup] the number 4 is shown as 3"),
        ("2*3*4 is 24", "5:2: warning[unmeant-markup] the signs around '3' vanish"),
        ("It grew by 5\n+ 6 per cent", "6:1: warning[unmeant-markup] this line becomes a list"),
        ("> 50% of them", "5:1: warning[unmeant-markup] '> 50% of them' is shown as a quotation"),
        ("    It was the first day of a war", "5:5: warning[unmeant-markup] four blanks"),
        ("    Short words here.\n\n        more", "5:5: warning[unmeant-markup] four blanks"),
        ("    $ make site\n\n    “In 2025 (a year)”, he said.", "7:5: warning[unmeant-markup] four blanks"),
        ("```\nnever closed", "5:1: warning[unmeant-markup] the code that ``` opens here is never closed"),
        ("So it ended.\n---\nMore", "5:1: warning[unmeant-markup] the line of signs below makes a heading of 'So it ended.'"),
        ("---\ntitle: x\n---\nText", "6:1: warning[unmeant-markup] the line of signs below makes a heading of 'title: x'"),
        ("„https://x.example/”", "5:2: warning[unmeant-markup] the sign '”' becomes part of the address"),
        ("a*b*c is abc", "5:2: warning[unmeant-markup] the signs around 'b' vanish"),
        ("Lehrer*innen/Schüler*innen", "5:7: warning[unmeant-markup] the signs around 'innen/Schüler' vanish"),
        ("So \\(x\\) is", "5:4: warning[unmeant-markup] the backslashes around 'x' vanish"),
        ("\\[x + 1\\]", "5:1: warning[unmeant-markup] the backslashes around 'x + 1' vanish"),
        ("So it ended\n---\nMore", "hint: put a blank line above ---; for a heading, write ##"),
        ("Words\n-\nMore", "5:1: warning[unmeant-markup] the line of signs below makes a heading of 'Words'"),
        ("~~~", "5:1: warning[unmeant-markup] the code that ~~~ opens here is never closed"),
        ("![a](a.png)\n\n*A map*", "7:1: warning[unmeant-markup] 'A map' is no caption of the picture"),
        ("A [](https://x.example) b", "5:3: warning[lost-words] readers do not see the link to 'https://x.example': it has no words"),
        ("cafÃ© Â£5", "5:4: warning[garbled-letters] 'Ã©' is 'é' in a wrong encoding"),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "hint: write 'Привет'"),
        ("РџСЂРёРІРµС‚", "hint: write 'Привет'"),
        ("a re\u00adgion", "5:5: warning[garbled-letters] a hidden soft hyphen stands inside 'region'"),
        ("wo\ufffdrd", "5:3: warning[garbled-letters] a letter was lost here"),
        ("#### Four", "5:1: advice[skipped-heading] the heading 'Four' is of level 4"),
    ],
)
def test_words_that_vanish_or_change_are_told(desk: Desk, body: str, said: str) -> None:
    """At their line and column."""
    assert said in desk.brief("a", body=body).said()


def test_places_inside_yaml_are_found(desk: Desk) -> None:
    """In a text below its field, and in one beside it."""
    desk.write("briefings/a.yml", "title: A\npublished: 2025-03-01\nsummary: 'It ==is== so'\nbody: |\n  One.\n\n  Two {{x}}.\n")
    said = desk.said()
    assert "briefings/a.yml:3:14: warning[shown-as-typed]" in said
    assert "briefings/a.yml:7:7: warning[shown-as-typed]" in said


def _typed(hint: Any, trap: str, found: list[str]) -> Any:
    """A value for a field of this type, with a trap in each text; what is typed into *found* must be told."""
    kind, inner = get_origin(hint), get_args(hint)
    special = {fields.When: "2025-01-01", fields.Instant: "2025-03-01", fields.Probability: "0.7"}
    if any(hint == one for one in special):
        return next(value for one, value in special.items() if hint == one)
    if kind is Annotated:
        if any(isinstance(one, Mark) and one.sort in TEXTS for one in inner):
            found.append(f"{trap}{len(found)}")
            return f"Words [{found[-1]}](a b c) more"
        return _typed(inner[0], trap, found)
    if kind in (Union, UnionType):
        records = [one for one in inner if "Source'" in str(one) or "Source]" in str(one)]
        return _typed((records or list(inner))[0], trap, found)
    if kind is tuple:
        return [_typed(inner[0], trap, found)]
    if kind is dict:
        return {"diplomats": _typed(inner[1], trap, found)}
    if kind is Literal:
        return inner[0]
    return _thing(hint, trap, found) if is_dataclass(hint) else "an-id"


def _thing(cls: Any, trap: str, found: list[str]) -> dict[str, Any]:
    hints = get_type_hints(cls, include_extras=True)
    return {name: _typed(hint, trap, found) for name, hint in hints.items() if name not in ("id", "origin", "body", "notes")}


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_of_every_kind_is_looked_at(desk: Desk, kind: str) -> None:
    """The fields come from the model, so that a new one is looked at too."""
    found: list[str] = []
    values = _thing(KINDS[kind].thing, "trap", found)
    path = {"briefings": "briefings/a.yml", "trust": "content/trust.yml"}.get(kind, f"content/{kind}/a.yml")
    problems = desk.write(path, json.dumps(values | ({"body": "Text"} if kind == "briefings" else {}))).examine().problems
    told = " ".join(problem.message for problem in problems if problem.rule == "shown-as-typed")
    assert found
    assert [word for word in found if f"[{word}](a" not in told] == []


def test_texts_that_a_number_sign_cuts_are_told_in_every_field_of_words(desk: Desk) -> None:
    """Those for each audience, and policies, too."""
    desk.write("content/trust.yml", "ethics: Part #2\n")
    said = desk.brief("a", "implications:\n  diplomats:\n    - Watch Part #2\nkind: news #x\n").said()
    assert said.count("warning[cut-text]") == 2


PAGE = """\
# About {: .small }

!!! note
    Words with ~~no~~ effect.

[TOC]

{{ price }} and `{{ code }}`

Meant: \\*\\*, 5* and [sic]

> [!NOTE]
> Words
"""


def test_ordinary_pages_are_compared_with_what_their_own_markdown_makes(desk: Desk) -> None:
    """What an extension of mkdocs.yml reads is right there, and told where none does."""
    config = (desk.root / "mkdocs.yml").read_text()
    desk.write("content/about.md", PAGE).write("mkdocs.yml", f"{config}markdown_extensions: [admonition, attr_list]\n")
    found = re.findall(r"content/about\.md:(\d+:\d+): warning\[shown-as-typed\]", run(desk, "check").output)
    assert found == ["4:16", "8:1", "12:3"]
    desk.write("mkdocs.yml", config)
    assert "content/about.md:3:1: warning[shown-as-typed] readers see the signs of '!!! note'" in run(desk, "check").output


def test_pages_that_plugins_of_others_may_change_are_left_alone(desk: Desk) -> None:
    """They may run templates in them."""
    config = (desk.root / "mkdocs.yml").read_text().replace("actors,", "actors, macros,")
    assert "shown-as-typed" not in desk.write("content/about.md", PAGE).write("mkdocs.yml", config).said()
    assert "shown-as-typed" not in run(desk, "check").output


def test_a_title_is_plain_text(desk: Desk) -> None:
    """Its readers see every sign."""
    said = desk.brief("a", title='"**Bold** [[russia]] &amp; title"').said()
    assert "briefings/a.md:2:9: warning[shown-as-typed] readers see the signs of '**Bold**' as they were typed" in said
    assert "this field is plain text" in said
