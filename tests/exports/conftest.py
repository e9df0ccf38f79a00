"""One desk for all exports, with every field and with text that means harm."""

import re

import pytest

from tests.desks import Built, Desk

EVIL = "]]> <script>alert(1)</script> &amp; & \\u2028end"
"""As it stands between YAML's double quotes, in plain text."""

SLY = "]]> `<script>` &lt;b&gt; &amp;#1; & \\u2028end"
"""The same for Markdown, which may hold no tags."""

FULL = f"""\
kind: assessment
question: Will it rain?
summary: "A *summary* of [[norway]] {SLY}"
bottom_line: It will.
updated: 2025-03-02
as_of: 2025-03-01
authors: [jane]
topics: [trade]
regions: [north]
storyline: story
actors: [norway]
image: {{src: map.svg, alt: A map, caption: The map, credit: Desk}}
key_takeaways:
  - {{id: rain, text: It rains., nature: fact, sources: [s1]}}
  - A plain one.
what_to_expect:
  - {{id: more, text: More *rain*, likelihood: unlikely, confidence: low, by: 2025-06-30, criteria: A gauge., indicators: [Clouds],
     actors: [norway], sources: [shared], revisions: [{{when: 2025-03-02, probability: 0.7, why: It was dry.}}]}}
  - {{text: Snow, likelihood: very unlikely, by: 2025-04, resolution: {{outcome: did_not_happen, when: 2025-05-01, note: None.}}}}
  - {{text: Hail, likelihood: likely, by: 2025-06~}}
implications: {{diplomats: [Take an umbrella.]}}
timeline:
  - {{id: flood, when: 2025-06-10/2025-06-12, title: The flood, text: It came., kind: incident, actors: [norway], place: Oslo,
     sources: [s1]}}
  - {{when: 2025-06, title: A vague spell}}
  - {{when: 2024-06-01, title: An old storm}}
statements:
  - {{actor: norway, issue: rain, when: 2025-02-20, stance: supports, text: Wants more., quote: More rain!,
     venue: Radio, sources: [shared]}}
sources:
  - {{id: s1, publisher: wire, title: "Report {EVIL}",
     url: 'https://example.org/r?a=1&b=2', published: ../2025-02}}
  - shared
public_event: {{title: "A panel {EVIL}", starts: 2025-06-05T18:00, ends: 2025-06-05T19:30,
   url: 'https://example.org/panel', speakers: [Jane]}}
corrections: [{{when: 2025-03-02, was: Sun, now: "Rain {SLY}"}}, {{when: 2025-03-04T10:00, kind: clarification, now: Drizzle}}]
changes: [{{when: 2025-03-02, note: A note.}}]
related: [second]
former_slugs: [old-first, older-first]
notes: SECRETNOTE of the desk
"""
BODY = """\
Prose on [[norway]], a [link](second.md#part), a [place](#part), a [page](../content/index.md), ![A map](map.svg) and a note[^1].

## Part

]]> &lt;b&gt; and `<script>`

[//]: # (SECRETNOTE of an editor)

[^1]: The note.
"""


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The files."""
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.actor("norway", "type: state\nnotes: SECRETNOTE too\nmemberships: [{organization: un, since: 1945}]\nbody: On [[un]].\n")
    desk.actor("un", "type: organization\n")
    desk.write("content/authors.yml", "jane: {name: Jane Roe}\n").write("content/topics.yml", "trade: {name: 'Trade & aid'}\n")
    desk.write("content/regions.yml", "north: {name: North}\n").write("content/issues.yml", "rain: {title: Rain}\n")
    desk.write("content/storylines.yml", "story: {title: The story}\n").write("content/publishers.yml", "wire: {name: The Wire}\n")
    desk.write("content/sources.yml", "shared: {title: Shared, accessed: 2025-02, notes: SECRETNOTE}\n")
    desk.write("content/events/summit.yml", "when: 2025-06-20\ntitle: A summit\nnotes: SECRETNOTE\n")
    desk.write("briefings/map.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    desk.brief("first", FULL, BODY, title=f'"First {EVIL}"')
    desk.brief("second", "timeline: [{id: flood}]\n", "## Part", title="Second")
    desk.brief(
        "gone", "status: withdrawn\nwithdrawn: The source took it back.\nwhat_to_expect: [{text: Fog, by: 2025-06-09}]\n", title="Gone"
    )
    return desk.brief("zebra", "status: draft\nformer_slugs: [zebra-old]\npublic_event: {title: ZEBRA, starts: 2025-06-05}\n", "ZEBRA")


@pytest.fixture(scope="module")
def built(laid: Desk) -> Built:
    """The desk, built once."""
    done = laid.build()
    assert done.code == 0, done.said
    assert set(re.findall(r"(?:warning|error)\[([a-z-]+)\]", done.said)) <= {"shown-as-typed", "lost-words"}, done.said
    return done
