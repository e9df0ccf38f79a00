"""Every rule: what breaks it, where it points, and what it says."""

from collections.abc import Callable
from time import process_time

import pytest

from spotbrief.checks.run import RULES
from tests.checks.ledger_cases import CASES as LEDGER_CASES
from tests.desks import CONFIG, FRONT, PNG, Desk
from tests.media.files import plain_png

SMALL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 280" font-size="14">\n<text x="9" y="9">Oslo</text></svg>'

Lay = Callable[[Desk], object]


def spoken(desk: Desk, fields: str) -> Desk:
    """A desk in two languages, with a briefing and what its translation says."""
    desk.write("mkdocs.yml", CONFIG.replace("{timezone: Europe/Kyiv}", "{languages: {en: English, uk: Українська}}"))
    desk.brief("a", "summary: What happened is this.\nkey_takeaways: [{id: rain, text: It rained all day.}]\n")
    return desk.write("briefings/a.uk.md", f"---\ntitle: Дощ\n{fields}---\nТекст.\n")


CASES: dict[str, tuple[Lay, str]] = LEDGER_CASES | {
    "two-in-one": (
        lambda d: asking(d, "two-in-one").brief("a", "summary: Rain is likely (high confidence).\n"),
        "briefings/a.md:4:10: advice[two-in-one] 'likely' and 'high confidence' stand in one sentence",
    ),
    "bare-may": (
        lambda d: asking(d, "bare-may").brief("a", "what_to_expect:\n  - {text: It may rain., likelihood: likely, by: 2025-07-01}\n"),
        "briefings/a.md:5:12: advice[bare-may] 'may' leaves open how likely this is\n  hint: say what will be, and how likely it is",
    ),
    "untranslated": (
        lambda d: spoken(d, "summary: Ось що сталося.\n"),
        "briefings/a.uk.md:2:1: advice[untranslated] not in 'uk' yet: key_takeaways.rain.text\n  hint: run: spotbrief translate a uk",
    ),
    "left-as-written": (
        lambda d: spoken(d, "summary: What happened is this.\n"),
        "briefings/a.uk.md:3:10: advice[left-as-written] 'summary' is still the text of the original\n  hint: write it in 'uk'",
    ),
    "short-translation": (
        lambda d: spoken(d, "summary: Ось що сталося.\n").brief("a", "summary: It rained.\n", "One word after another is said here. " * 10),
        "briefings/a.uk.md:5:1: advice[short-translation] the text has 1 word, and that of the original 70\n  hint: translate the rest",
    ),
    "translation-behind": (
        lambda d: spoken(d, "summary: Ось.\ntranslated_from:\n  key_takeaways.rain.text: 00000000\n  title: b1a2c6b8\n"),
        "briefings/a.uk.md:5:28: advice[translation-behind] the takeaway 'key_takeaways.rain.text' was changed since it was translated: "
        "it says now 'It rained all day.'",
    ),
    "allow": (
        lambda d: d.write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", "Europe/Kyiv, allow: {www.youtube.com/embed: frames}")),
        "mkdocs.yml:6:55: error[allow] 'www.youtube.com/embed' is no host that can be allowed\n  hint: write https://www.youtube.com",
    ),
    "blocked": (
        lambda d: d.write("content/a.md", '# A\n\n<iframe src="https://www.youtube.com/embed/x"></iframe>\n'),
        "content/a.md:3:1: warning[blocked] browsers block this frame of another host, 'https://www.youtube.com/embed/x'\n"
        "  hint: if the desk trusts that host: add allow: {https://www.youtube.com: frames} to the options of 'briefings' in mkdocs.yml",
    ),
    "inline-script": (
        lambda d: d.write("content/a.md", "# A\n\n<script>alert(1)</script>\n"),
        "content/a.md:3:1: warning[inline-script] browsers do not run a script that is written into a page, by the policy of the site",
    ),
    "no-effect": (
        lambda d: d.write("mkdocs.yml", CONFIG.replace("font: false", "font: false, palette: {primary: red}")),
        "mkdocs.yml:4:38: advice[no-effect] theme.palette has no effect on pages of Spotbrief\n  hint: take it out; write colours",
    ),
    "missing-sign": (
        lambda d: d.write("mkdocs.yml", CONFIG.replace("font: false", "logo: logo.svg")),
        "mkdocs.yml:4:25: error[missing-sign] there is no file 'content/logo.svg'",
    ),
    "unusable-logo": (
        lambda d: d.write("mkdocs.yml", CONFIG.replace("font: false", "logo: l.pdf")).write("content/l.pdf", "%PDF-1.4"),
        "mkdocs.yml:4:25: error[unusable-logo] the logo 'content/l.pdf' is of a kind that no icons can be made of\n  hint: save it as SVG",
    ),
    "inline-style": (
        lambda d: d.write("content/a.md", '# A\n\n<p style="color: red">Red.</p>\n'),
        "content/a.md:3:1: advice[inline-style] browsers leave this style out, by the policy of the site",
    ),
    "unknown-reference": (
        lambda d: d.actor("norway").brief("a", "actors: [norwey]\n"),
        "briefings/a.md:4:10: error[unknown-reference] there is no actor 'norwey'\n  hint: did you mean 'norway'?",
    ),
    "loose-brackets": (
        lambda d: d.actor("un").brief("a", body="`[[ok]]`\n\n| a | b |\n| - | - |\n| x | [[un|the UN]] |"),
        "briefings/a.md:9:7: warning[loose-brackets] '[[un' is not read as a name, so readers see the brackets\n  hint: write [[id]]",
    ),
    "unknown-audience": (
        lambda d: d.brief("a", "implications: {diplomat: [Call home.]}\n"),
        "briefings/a.md:4:16: error[unknown-audience] there is no audience 'diplomat'\n  hint: did you mean 'diplomats'?",
    ),
    "broader-circle": (
        lambda d: d.write("content/topics.yml", "a: {name: A, broader: b}\nb: {name: B, broader: a}\nc: {name: C, broader: a}\n"),
        "content/topics.yml:2:23: error[broader-circle] 'b' is part of itself, through a",
    ),
    "unpublished-related": (
        lambda d: d.brief("a", "related: [b]\n").brief("b", "status: draft\n"),
        "briefings/a.md:4:11: advice[unpublished-related] 'b' is not public",
    ),
    "overdue": (
        lambda d: d.brief("a", "what_to_expect:\n  - {text: R, id: rain, likelihood: likely, by: 2025-05}\n"),
        "briefings/a.md:5:5: advice[overdue] this was due (2025-05), and nobody has said how it ended\n"
        "  hint: run: spotbrief resolve a:rain",
    ),
    "dated-ahead": (
        lambda d: d.brief("a", "corrections: [{when: 2026-01-01, now: Rain}]\n"),
        "briefings/a.md:4:22: advice[dated-ahead] this correction is dated ahead, but is shown at once",
    ),
    "reversed-event": (
        lambda d: d.brief("a", "public_event: {title: Talk, starts: 2025-06-05T18:00, ends: 2025-06-05T17:00}\n"),
        "briefings/a.md:4:61: error[reversed-event] this event ends before it starts",
    ),
    "withdrawn-without-status": (
        lambda d: d.brief("a", "withdrawn: It was wrong.\n"),
        "briefings/a.md:4:12: warning[withdrawn-without-status] this says why the briefing is withdrawn, so it is taken down",
    ),
    "named-twice": (
        lambda d: d.write("content/topics.yml", "rain: {name: Rain}\n").brief("a", "topics: [rain, rain]\n"),
        "briefings/a.md:4:16: warning[named-twice] 'rain' is named twice under topics",
    ),
    "missing-body": (
        lambda d: d.write("briefings/a.yml", "title: A\npublished: 2025-03-01\n"),
        "briefings/a.yml:1:1: warning[missing-body] the briefing has no text\n  hint: write it in a.md beside this file, or as body: |",
    ),
    "shown-as-typed": (
        lambda d: d.brief("a", body="One\n\nTwo {{< x >}}"),
        "briefings/a.md:7:5: warning[shown-as-typed] readers see the signs of '{{< x >}}' as they were typed",
    ),
    "lost-words": (
        lambda d: d.brief("a", body="One\n\n[^n]: Two"),
        "briefings/a.md:7:7: warning[lost-words] readers do not see '[^n]: Two': no text refers to this note",
    ),
    "garbled-letters": (
        lambda d: d.brief("a", body="Itâ€™s so"),
        "briefings/a.md:5:3: warning[garbled-letters] 'â€™' is '’' in a wrong encoding\n  hint: write '’'",
    ),
    "struck-out": (
        lambda d: d.brief("a", body="From ~5 to 6~7"),
        "briefings/a.md:5:6: warning[struck-out] two single tildes strike out what stands between them: '5 to 6'",
    ),
    "unmeant-markup": (
        lambda d: d.brief("a", body="1986. A year"),
        "briefings/a.md:5:1: warning[unmeant-markup] '1986' starts a list here, as if it were a number of it\n  hint: write 1986\\.",
    ),
    "skipped-heading": (
        lambda d: d.brief("a", body="## One\n\n#### Two"),
        "briefings/a.md:7:1: advice[skipped-heading] the heading 'Two' is of level 4, but the one above it is of level 2",
    ),
    "duplicate-id": (
        lambda d: d.brief("Talks").brief("2025/talks"),
        "error[duplicate-id] the id 'Talks' and 'talks' (the same but for case or Unicode form) stands twice",
    ),
    "untold-event": (
        lambda d: d.brief("a", "timeline: [{id: e}]\n").brief("b", "timeline: [{id: e, when: 2025, title: E}]\nstatus: withdrawn\n"),
        "briefings/a.md:4:12: error[untold-event] the date of the event 'e' is told only in 'b', which is not public or is withdrawn",
    ),
    "duplicate-slug": (
        lambda d: d.brief("a", "former_slugs: [b]\n").brief("b"),
        "briefings/a.md:4:16: error[duplicate-slug] the id 'b' stands twice among the addresses of briefings, first in briefings/b.md",
    ),
    "unsafe-id": (
        lambda d: d.brief("my talks"),
        "error[unsafe-id] the id 'my talks' cannot be an address: it holds ' '\n  hint: write 'my-talks'",
    ),
    "raw-html": (lambda d: d.brief("a", body="One.\n\nTwo <b>bold</b>."), "briefings/a.md:7:5: error[raw-html]"),
    "link-scheme": (
        lambda d: d.brief("a", "sources: [{title: S, url: 'javascript:alert(1)'}]\n", body="[x](ftp://example.org)"),
        "briefings/a.md:6:1: error[link-scheme] the address 'ftp://example.org' is not allowed",
    ),
    "missing-link": (
        lambda d: d.brief("talks-in-riyadh").brief("a", body="See [it](talks-in-riyad.md)."),
        "briefings/a.md:5:5: error[missing-link] the link 'talks-in-riyad.md' leads nowhere\n  hint: did you mean 'talks-in-riyadh.md'?",
    ),
    "own-address": (
        lambda d: d.brief("a", body="See [it](https://desk.example/base/briefings/b/#x-y).").brief("b", body="## X y"),
        "briefings/a.md:5:5: advice[own-address] 'https://desk.example/base/briefings/b/#x-y' leads to 'b' of this desk, "
        "but dies with the site's address\n  hint: write (b.md#x-y) instead",
    ),
    "unpublished-link": (
        lambda d: d.brief("a", body="See [it](b.md).").brief("b", "embargo: 2025-07-01\n"),
        "briefings/a.md:5:5: error[unpublished-link] 'b' is not public yet, but this public text links to it",
    ),
    "missing-anchor": (
        lambda d: d.brief("a", body="[x](b.md#whats-next)").brief("b", body="## What is next"),
        "briefings/a.md:5:1: warning[missing-anchor] there is no heading '#whats-next' there\n  hint: did you mean 'what-is-next'?",
    ),
    "missing-picture": (
        lambda d: d.brief("a", body="![a map](mapp.png)").write("briefings/map.png", PNG),
        "briefings/a.md:5:1: error[missing-picture] there is no picture 'mapp.png'\n  hint: did you mean 'map.png'?",
    ),
    "broken-picture": (
        lambda d: d.brief("a", body="![A map](map.png)").write("briefings/map.png", PNG[:40]),
        "briefings/a.md:5:1: error[broken-picture] the picture 'map.png' breaks off: its end is missing\n  hint: copy it here again, whole",
    ),
    "heavy-picture": (
        lambda d: d.brief("a", body="![A map](map.png)").write("briefings/map.png", plain_png(4001)),
        "briefings/a.md:5:1: advice[heavy-picture] the picture 'map.png' has 4,001 x 1 pixels\n  hint: 2,000 pixels",
    ),
    "small-letters": (
        lambda d: d.brief("a", body="![A map](map.svg)").write("briefings/map.svg", SMALL),
        "briefings/a.md:5:1: advice[small-letters] the letters of the picture 'map.svg' are 6.3 pixels on a phone: 'Oslo' in its line 2\n"
        "  hint: draw it narrower, or its letters larger: 25 at least where a drawing is 720 wide",
    ),
    "missing-alt": (
        lambda d: d.brief("a", body="![](map.png)").write("briefings/map.png", PNG),
        "briefings/a.md:5:1: warning[missing-alt] the picture 'map.png' has no alternative text",
    ),
    "unknown-term": (
        lambda d: d.brief("a", "what_to_expect: [{text: Rain, likelihood: verry likely, by: 2025-06}]\n"),
        "briefings/a.md:4:43: error[unknown-term] 'verry likely' is no term of the scale ICD 203\n  hint: did you mean 'very likely'?",
    ),
    "probability-outside-term": (
        lambda d: d.brief("a", "what_to_expect: [{text: Rain, likelihood: likely, probability: 0.9, by: 2025-06}]\n"),
        "error[probability-outside-term] 0.9 is not 'likely', which stands for 55–80%\n  hint: write the term 'very likely'",
    ),
    "judgement-without-by": (
        lambda d: d.brief("a", "what_to_expect: [Rain.]\n"),
        "briefings/a.md:4:18: warning[judgement-without-by]",
    ),
    "by-before-published": (
        lambda d: d.brief("a", "what_to_expect: [{text: Rain, by: 2025-02}]\n"),
        "briefings/a.md:4:35: error[by-before-published] this was due (2025-02) before the briefing is published",
    ),
    "incomplete-event": (
        lambda d: d.brief("a", "timeline: [{title: They meet}]\n"),
        "briefings/a.md:4:12: error[incomplete-event] this event has no date",
    ),
    "contradictory-event": (
        lambda d: d.write("content/events/e.yml", "when: 2025-02-01\ntitle: E\n").brief("a", "timeline: [{id: e, when: 2025-02-03}]\n"),
        "error[contradictory-event] the event 'e' is dated 2025-02-03 here, but 2025-02-01 in content/events/e.yml",
    ),
    "differing-event": (
        lambda d: d.write("content/events/e.yml", "when: 2025-02\ntitle: E\nplace: Riyadh\n").brief(
            "a", "timeline: [{id: e, place: Jeddah}]\n"
        ),
        "warning[differing-event] the place of the event 'e' is 'Jeddah' here, but 'Riyadh' in content/events/e.yml",
    ),
    "unknown-name": (
        lambda d: d.actor("norway").brief("a", "public_event: {title: P, starts: 2025-07-01, speakers: [norwey, Jane Roe, norway]}\n"),
        "briefings/a.md:4:57: warning[unknown-name] 'norwey' looks like an id, and there is no actor or author of that id\n  hint: did you",
    ),
    "unusual-kind": (
        lambda d: d.brief("a", "timeline: [{when: 2025, title: E, kind: talk}]\n"),
        "briefings/a.md:4:41: advice[unusual-kind] 'talk' is not one of the usual kinds of events\n  hint: did you mean 'talks'?",
    ),
    "correction-before-publication": (
        lambda d: d.brief("a", "corrections: [{when: 2025-02-01, now: Two}]\n"),
        "error[correction-before-publication] this correction is dated before the briefing is published",
    ),
    "held-back": (
        lambda d: d.brief("a", "embargo: 2025-07-01T06:00\n"),
        "advice[held-back] held back until 1 July 2025, 06:00 (Europe/Kyiv)",
    ),
    "stale-draft": (
        lambda d: d.write("briefings/a.md", FRONT.format(title="A", more="embargo: 2025-05-24T18:00\nstatus: review\n", body="B.")),
        "briefings/a.md:4:10: advice[stale-draft] this is still status: review, but was to open on 24 May 2025, 18:00\n"
        "  hint: take out 'status: review' to publish it, or write a day that is to come",
    ),
    "membership-reversed": (
        lambda d: d.actor("a", "type: state\nmemberships: [{organization: UN, since: 2020, until: 2019}]\n"),
        "content/actors/a.yml:3:54: error[membership-reversed] this ends (2019) before it starts (2020)",
    ),
    "membership-of-itself": (
        lambda d: d.actor("a", "type: state\nmemberships: [{organization: a}]\n"),
        "error[membership-of-itself] 'a' is a member of itself here",
    ),
    "fact-without-source": (
        lambda d: d.brief("a", "key_takeaways: [{text: It rained., nature: fact}]\n"),
        "warning[fact-without-source]",
    ),
    "uncited-source": (
        lambda d: d.brief("a", "key_takeaways: [{text: Rain., sources: [s1]}]\nsources: [{id: s1, title: S}, {id: s2, title: T}]\n"),
        "advice[uncited-source] nothing in this briefing cites the source 's2'",
    ),
    "same-title": (
        lambda d: d.brief("2025-03-01-talks", title="Talks in  Riyadh").brief("2025-03-08-talks", title="talks in Riyadh"),
        "briefings/2025-03-08-talks.md:2:8: advice[same-title] '2025-03-01-talks' has the same title",
    ),
    "placeholder": (
        lambda d: d.write("content/about.md", "# About\n\nWrite here.\n").brief("a", body="Write here."),
        "content/about.md:3:1: warning[placeholder] this is still what the form said",
    ),
    "unfinished": (
        lambda d: d.brief("a", body="First.\n\nHe said TK on Monday."),
        "briefings/a.md:7:9: warning[unfinished] 'TK' says that something is still to be done here",
    ),
    "misplaced-briefing": (
        lambda d: d.write("content/actors/x.md", "---\ntitle: X\nstatus: draft\n---\nText.\n"),
        "content/actors/x.md:3:9: error[misplaced-briefing] this is a briefing, but as a page under content/ it would be "
        "published at once\n  hint: move it to briefings/",
    ),
    "too-many-brackets": (
        lambda d: d.write("content/x.md", f"# A page\n\nOne.\n\n{'[[' * 400}\n"),
        "content/x.md:5:1: error[too-many-brackets] more than 500 brackets are opened in this paragraph",
    ),
    "too-many-signs": (
        lambda d: d.write("content/x.md", f"# A page\n\nOne.\n\n{'*a_' * 40_000}\n"),
        "content/x.md:5:1: error[too-many-signs] more than 5,000 signs of Markdown stand in this paragraph",
    ),
    "page-template": (
        lambda d: d.write("templates/home.html", "").write("content/x.md", "---\ntemplate: hom.html\n---\n# X\n"),
        "content/x.md:2:11: error[page-template] the desk has no template 'hom.html' of its own\n  hint: did you mean 'home.html'?",
    ),
    "hidden-reference": (
        lambda d: d.brief("a", body="One.\n\nThis &#x202e;is not shown."),
        "briefings/a.md:7:6: error[hidden-reference] '&#x202e;' is a hidden right-to-left override\n  hint: delete it",
    ),
    "second-title": (
        lambda d: d.brief("a", body="Text.\n\n# One *more*\n\n## Two"),
        "briefings/a.md:7:1: warning[second-title] '# One more' would be a second title of the page, and is shown",
    ),
    "block-in-sentence": (
        lambda d: d.brief("a", "summary: |\n  # Rain\n\n  It rains.\nquestion: Why?\n"),
        "briefings/a.md:4:10: warning[block-in-sentence] this field is for a sentence or two, and cannot show a heading",
    ),
    "duplicate-footnote": (
        lambda d: d.brief("a", body="One.[^n]\n\n[^n]: Two.\n[^n]: Three."),
        "briefings/a.md:7:1: error[duplicate-footnote] the footnote '[^n]:' is written twice",
    ),
}


def asking(desk: Desk, rule: str) -> Desk:
    """A desk that asks for a rule that is off by itself."""
    return desk.write("mkdocs.yml", CONFIG.replace("Europe/Kyiv", f"Europe/Kyiv, rules: {{{rule}: advice}}"))


def test_every_rule_has_a_case_and_a_line_of_documentation() -> None:
    """A rule without either would be one that nobody can trust."""
    assert {rule.id for rule in RULES} == set(CASES)
    assert all(rule.about.endswith(".") for rule in RULES)


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_says_what_is_wrong_and_where(rule: str, desk: Desk) -> None:
    """Each is found at its place, in the editor's words."""
    lay, expected = CASES[rule]
    lay(desk)
    assert expected in desk.said()


def test_a_clean_desk_has_no_problem(desk: Desk) -> None:
    """No rule cries wolf."""
    desk.actor("norway").write("content/topics.yml", "trade: {name: Trade}\n").brief("a", "actors: [norway]\ntopics: [trade]\n")
    assert desk.said() == ""


def test_all_problems_come_in_one_run(desk: Desk) -> None:
    """A broken file does not hide what is wrong in another, nor one field the next."""
    desk.brief("a", "kind: newz\nstatus: drafft\nsummery: x\n").brief("b", "topics: [x]\n").write("briefings/c.md", "---\na: [\n---\n")
    said = desk.said()
    assert [part in said for part in ("newz", "drafft", "summery", "topic 'x'", "briefings/c.md")] == [True] * 5


def test_a_mistake_in_form_hides_no_other(desk: Desk) -> None:
    """Of a file with wrong fields the rest is checked in the same run, each at its place, and nothing is said twice."""
    desk.actor("norway", "type: kingdom\nmemberships: [{organization: norway}]\nrelations: [{to: nobody, kind: ally, sort: old}]\n")
    desk.brief(
        "a",
        "kind: newz\ntopics: [[a], traid]\nauthors: jane\n"
        "key_takeaways:\n  - {text: One, sources: [wier]}\n  - {txt: Two, sources: [nowhere]}\n"
        "what_to_expect: [{text: Rain, by: tomorow, likelihood: perhaps}]\n"
        "timeline: [{when: soon, title: E, actors: [norwey]}, scalar]\n"
        "sources: [{id: wire, url: 'ftp://x'}]\n",
        body="[x](nowhere.md) [[norwey]]",
    )
    rules = [line.split("] ")[0] for line in desk.said().splitlines() if not line.startswith("  hint")]
    assert rules == [
        "briefings/a.md:4:7: error[unknown-value",
        "briefings/a.md:5:10: error[shape",
        "briefings/a.md:5:15: error[unknown-reference",
        "briefings/a.md:6:10: error[shape",
        "briefings/a.md:8:27: error[unknown-reference",
        "briefings/a.md:9:6: error[unknown-field",
        "briefings/a.md:9:26: error[unknown-reference",
        "briefings/a.md:10:35: error[value",
        "briefings/a.md:10:56: error[unknown-term",
        "briefings/a.md:11:19: error[value",
        "briefings/a.md:11:44: error[unknown-reference",
        "briefings/a.md:11:54: error[shape",
        "briefings/a.md:12:27: error[link-scheme",
        "briefings/a.md:14:1: error[missing-link",
        "briefings/a.md:14:17: error[unknown-reference",
        "content/actors/norway.yml:2:7: error[unknown-value",
        "content/actors/norway.yml:3:30: error[membership-of-itself",
        "content/actors/norway.yml:4:18: error[unknown-reference",
        "content/actors/norway.yml:4:38: error[unknown-field",
    ]


def test_what_could_not_be_read_is_shown_by_nothing(desk: Desk) -> None:
    """A briefing with a mistake is checked, and is in no corpus that pages are made of."""
    examined = desk.brief("a", "status: drafft\n").brief("b", "related: [a]\n", "[x](a.md)").examine()
    assert [problem.rule for problem in examined.problems] == ["unknown-value"]
    assert list(examined.corpus.briefings) == ["b"]


def test_an_unknown_source_is_looked_for_in_the_briefing(desk: Desk) -> None:
    """Its own sources come first; where none is near they are listed."""
    said = desk.brief("a", "key_takeaways: [{text: One, sources: [wier, x]}]\nsources: [{id: wire, title: T}, {id: un, title: U}]\n").said()
    assert "there is no source 'wier'\n  hint: did you mean 'wire'?" in said
    assert "there is no source 'x'\n  hint: this briefing's own sources: wire, un; others: add content/sources/x.yml" in said


def test_character_references_are_looked_for_wherever_they_are_read(desk: Desk) -> None:
    """In short texts and ordinary pages too; where signs are shown as typed, that is said."""
    desk.brief("a", "summary: 'One &#1; two'\nquestion: '&#1;?'\n").write("content/about.md", "# About\n\n&#8238; `&#1;`\n")
    found = [(problem.rule, problem.where.file, problem.line) for problem in desk.examine().problems]
    shown = ("shown-as-typed", "briefings/a.md", 5)
    assert found == [("hidden-reference", "briefings/a.md", 4), shown, ("hidden-reference", "content/about.md", 3)]


def test_a_hint_for_a_link_offers_what_can_be_linked(desk: Desk) -> None:
    """A briefing, page, document or actor by its way from here; neither the file itself nor data without a page."""
    desk.write("briefings/maps/front.pdf", b"%PDF").write("content/events/e.yml", "when: 2025\ntitle: E\n").actor("norway").brief(
        "2025/talks"
    )
    links = ["frnt.pdf", "talks.mdd", "b.md", "indx.md", "norwey.yml", "../content/events/e.yml", "wholly-other.md"]
    said = desk.brief("bb", body=" ".join(f"[x]({link})" for link in links)).said()
    assert [line.removeprefix("  hint: ") for line in said.splitlines()[1::2]] == [
        "did you mean 'maps/front.pdf'?",
        "did you mean '2025/talks.md'?",
        "write the way from this file to a briefing, a page or a document, such as 2025-03-03-talks.md",
        "did you mean '../content/index.md'?",
        "did you mean '../content/actors/norway.yml'?",
        "link to a briefing, or write [[id]] to name an actor",
        "write the way from this file to a briefing, a page or a document, such as 2025-03-03-talks.md",
    ]


def test_a_new_briefing_may_stay_a_form_while_it_is_a_draft(desk: Desk) -> None:
    """Once it is published, what nobody wrote is named."""
    desk.brief("a", "status: draft\n", body="Write here.").brief("b", body="Write here.", title="B").brief(
        "c", "status: review\n", "Write here.", "C"
    )
    assert [(problem.rule, problem.where.file) for problem in desk.examine().problems] == [("placeholder", "briefings/b.md")]


def test_a_lead_picture_may_not_be_a_script(desk: Desk) -> None:
    """An address that is not allowed is named, not left out in silence."""
    assert "briefings/a.md:4:14: error[missing-picture]" in desk.brief("a", 'image: {src: "javascript:alert(1)", alt: x}\n').said()


def test_a_number_is_the_id_of_an_entry_that_has_none(desk: Desk) -> None:
    """Both would have the same anchor."""
    said = desk.brief("a", "key_takeaways: [{id: '2', text: One.}, Two.]\n").said()
    assert "briefings/a.md:4:40: error[duplicate-id] the id '2' stands twice among the key takeaways" in said


def test_who_puts_a_backslash_into_a_path_is_told_of_the_slash(desk: Desk) -> None:
    """In links, in pictures, and in the lead picture."""
    body = r"![a map](maps\rivers.png) and [a table](maps\rivers.csv)"
    said = desk.brief("a", 'image: {src: "maps\\\\rivers.png", alt: x}\n', body=body).write("briefings/maps/rivers.png", PNG).said()
    assert said.count("hint: put / between the names of folders and files") == 3


def test_tags_in_code_are_not_the_tag_that_is_reported(desk: Desk) -> None:
    """The line is that of the first real tag."""
    assert "briefings/a.md:9:11: error[raw-html]" in desk.brief("a", body="```\n<b>\n```\n\n`<i>` and <u>this</u>\n\n<b>x</b>").said()


@pytest.mark.parametrize("more", ["", "status: withdrawn\nwithdrawn: W.\n", "status: draft\nembargo: 2025-05-26\n"])
def test_what_is_public_or_of_this_week_is_no_stale_draft(desk: Desk, more: str) -> None:
    """However old it is."""
    assert "stale-draft" not in desk.brief("a", more).said()


def _work_of_slips(desk: Desk, count: int) -> float:
    """The time of the processor that reporting so many slips of two kinds takes, a hundred of them to a paragraph."""
    paragraphs = (" ".join(f"[x](nowhere{i}.md) <b>x</b>" for i in range(first, first + 50)) for first in range(0, count, 50))
    desk.brief("a", body="\n\n".join(paragraphs))
    started = process_time()
    assert desk.said().count("error[missing-link]") == count
    return process_time() - started


def test_the_work_of_slips_grows_as_their_number_does(desk: Desk) -> None:
    """Finding places takes one reading of the text, not one for each: ten times the slips are no hundred times the work."""
    few = min(_work_of_slips(desk, 300) for _ in range(3))
    assert min(_work_of_slips(desk, 3000) for _ in range(2)) < 25 * few


def test_a_message_is_one_line_whatever_was_typed(desk: Desk) -> None:
    """Nothing in it reaches the terminal as a command."""
    said = desk.brief("a", body="[x](&#27;[31m&#10;y.md)").said()
    assert "'<U+001B>[31m<line break>y.md' leads nowhere" in said


def test_a_link_to_nothing_leads_nowhere(desk: Desk) -> None:
    """An empty address would lead to the page itself."""
    assert "briefings/a.md:5:1: error[missing-link] the link '' leads nowhere" in desk.brief("a", body="[x]()").said()


def _work_of_unknown(desk: Desk, events: int) -> float:
    """The time of the processor that reporting two unknown ids of each event takes."""
    desk.brief("a", "timeline:\n" + "".join(f"  - {{when: 2025, title: E, actors: [nobody, actorr-{i % 3}]}}\n" for i in range(events)))
    started = process_time()
    assert desk.said().count("error[unknown-reference]") == 2 * events
    return process_time() - started


def test_a_missing_thing_that_all_name_costs_one_search(desk: Desk) -> None:
    """The nearest known id is looked for once: twenty times the mentions are not twenty times the searches."""
    for i in range(300):
        desk.actor(f"actor-{i}")
    few = min(_work_of_unknown(desk, 100) for _ in range(2))
    assert min(_work_of_unknown(desk, 2000) for _ in range(2)) < 15 * few


@pytest.mark.parametrize("field", ["published: 2025-03-04", "embargo:", "key_takeaways: []", "what_to_expect: []", "status: Review"])
def test_a_briefing_among_the_pages_is_told_by_any_of_its_fields(field: str, desk: Desk) -> None:
    """Whichever form it has, and wherever it lies; data of other kinds is none."""
    desk.write("content/2025-03-04-x.md", f"---\ntitle: X\n{field}\n---\nText.\n").write("content/briefings/y.yml", f"title: Y\n{field}\n")
    desk.write("content/README.md", f"---\n{field}\n---\n").write("content/data/z.yml", f"{field}\n")
    found = [(problem.where.file, problem.line) for problem in desk.examine().problems if problem.rule == "misplaced-briefing"]
    assert found == [("content/2025-03-04-x.md", 3), ("content/README.md", 2), ("content/briefings/y.yml", 2)]


@pytest.mark.parametrize("field", ["status: new", "status: deprecated", "date: 2025-03-04", "template: home.html"])
def test_a_page_has_every_field_that_the_theme_knows(field: str, desk: Desk) -> None:
    """They are no briefing's; a template of the desk's own is welcome."""
    desk.write("templates/home.html", "").write("content/x.md", f"---\n{field}\n---\n# X\n")
    assert desk.said() == ""


@pytest.mark.parametrize("field", ["authors", "topics", "regions", "actors", "related"])
def test_every_list_of_ids_names_nothing_twice(field: str, desk: Desk) -> None:
    """Nor is a briefing related to itself."""
    assert f"'x' is named twice under {field}" in desk.brief("a", f"{field}: [x, x]\n").said()
    assert "warning[named-twice] this is the briefing itself" in desk.brief("a", "related: [a]\n").said()
