"""One desk with everything machines read, and with texts that would like to get out of where they stand."""

import re

import pytest

from tests.desks import CONFIG, Built, Desk

HOSTILE = """</script><script>alert(1)</script> <!-- & "q" 'q' {b} \\ % $ # _ ~ ^"""
FULL = """\
kind: assessment
summary: A summary of [[norway]] & more.
bottom_line: It will.
updated: 2025-03-02
authors: [jane, joe]
topics: [trade]
regions: [north]
storyline: story
actors: [norway]
key_takeaways:
  - {text: "It rains, says [[un|the UN]].", nature: fact, sources: [s1]}
what_to_expect:
  - {text: More rain, likelihood: unlikely, confidence: low, by: 2025-06-30, criteria: A gauge., indicators: [Clouds],
     revisions: [{when: 2025-03-02, probability: 0.7, why: It was dry.}], resolution: {outcome: happened, when: 2025-05-01, sources: [shared]}}
implications: {diplomats: [Take an umbrella.]}
timeline: [{id: flood, when: 2025-02-10/2025-02-12, title: The flood, actors: [norway], place: Oslo, sources: [s1]}]
statements: [{actor: norway, issue: rain, when: 2025-02-20, stance: supports, text: Wants more., sources: [shared]}]
sources:
  - {id: s1, publisher: Gauge Office, title: Report (final), url: 'https://example.org/r_(1)?a=1&b=2', published: 2025-02}
  - shared
public_event: {title: A panel, starts: 2025-03-05T18:00, ends: 2025-03-05T19:00, url: 'https://example.org/panel', speakers: [Jane]}
corrections: [{when: 2025-03-02T09:30, was: Sun, now: Rain}]
notes: SECRETNOTE of the desk
"""
BODY = """\
Prose on [[un|the UN]], a [link](second.md#part-two), `[[code]](second.md)`, a [page](../content/about.md) and ![a map](map.svg).

| a | b |
| - | - |
| [[un\\|UN]] | [x][far] | SECRETNOTE beyond the table |

```python SECRETNOTE on the code
[[un]] [same](second.md)
```

[far]: second.md
[//]: # (SECRETNOTE in a definition)
[^9]: SECRETNOTE that nothing cites

[[briefing:second]]
"""
TRUST = """\
name: Tiny Desk Ltd
email: desk@desk.example
licence: https://creativecommons.org/licenses/by/4.0/
how_we_work: |
  We follow [[norway]].

  Twice.
ownership: Nobody owns us.
notes: SECRETNOTE of the owners
"""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The desk, built once."""
    desk = Desk(tmp_path_factory.mktemp("machines"))
    desk.write("mkdocs.yml", CONFIG.replace("exports]", "exports, spotbrief/search]"))
    desk.actor("norway", "type: state\nother_names: [Norge]\nidentifiers: {wikidata: Q20, iso3166: 'NO'}\n")
    desk.actor("un", "type: organization\nidentifiers: {wikidata: Q1065, website: 'https://www.un.org'}\n", name="United Nations")
    desk.actor(
        "kim", "type: person\nmemberships: [{organization: un, role: Envoy, since: 2025-01}, {organization: norway}]\n", name="Kim Li"
    )
    desk.write(
        "content/authors.yml",
        "jane: {name: Jane Roe, role: Analyst, same_as: ['https://example.org/jane']}\njoe: {name: 'Joe, and Sons'}\n",
    )
    desk.write("content/topics.yml", "trade: {name: Trade}\n").write("content/regions.yml", "north: {name: The North}\n")
    desk.write("content/issues.yml", "rain: {title: Rain or shine}\n").write("content/storylines/story.yml", "title: The story\n")
    desk.write("content/sources.yml", "shared: {title: Shared source, publisher: wire, url: 'https://example.org/s'}\n")
    desk.write("content/publishers.yml", "wire: {name: The Wire}\n").write("content/trust.yml", TRUST)
    desk.write("content/about.md", "# About & so on\n").write("briefings/map.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    desk.brief("first", FULL, BODY, title="First & foremost")
    desk.brief("second", "", "## Part two", title="Second")
    quoted = HOSTILE.replace("'", "''")
    desk.brief("hostile", f"question: '{quoted}'\nauthors: [mallory]\nstatus: withdrawn\nkeep_text: true\n", title=f"'{quoted}'")
    desk.write("content/authors/mallory.yml", f"name: '{quoted}'\nrole: '{quoted}'\n")
    desk.write("briefings/fresh.md", "---\ntitle: Fresh & new\npublished: 2025-05-31T10:00\n---\nNews.\n")
    desk.brief("draft", "status: draft\n", title="DRAFTTITLE")
    done = desk.build()
    assert done.code == 0, done.said
    assert set(re.findall(r"(?:warning|error)\[([a-z-]+)\]", done.said)) <= {"shown-as-typed", "lost-words"}, done.said
    return done
