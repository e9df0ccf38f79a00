"""A small desk in which editors write no Latin letter but in ids and addresses, and use every kind of thing."""

from pathlib import Path

from tests.desks import Desk

CONFIG = """\
site_name: Стіл
site_description: Про стіл
site_url: https://desk.example/base/
docs_dir: content
plugins:
  - briefings: {timezone: Europe/Kyiv, scale: scale.yml, audiences: {a1: Люди}, per_page: 2}
  - actors
  - timelines
  - outlook
  - spotbrief/search
  - exports
"""

MANY = 31
"""Topics, so that a list of them is cut."""

FILES = {
    "scale.yml": "name: Шкала\nterms: [{term: навряд, low: 0, high: 0.5}, {term: певно, low: 0.5, high: 1}]\n",
    "content/index.md": "# Стіл\n",
    "content/actors/p1.yml": """\
name: Особа
type: person
memberships: [{organization: o1, role: Голова, since: 2020, until: 2022}, {organization: s1, role: Радник}]
relations: [{to: o1, kind: друг}]
sanctions: [{authority: Влада, reason: Вчинок, since: 2021-03~}]
identifiers: {website: "https://p1.example/", wikidata: Q1}
sources: [q1]
""",
    "content/actors/o1.yml": "name: Установа\ntype: organization\n",
    "content/actors/s1.yml": "name: Держава\ntype: state\n",
    "content/actors/s2.yml": "name: Сусід\ntype: state\nformer_slugs: [s9]\n",
    "content/issues.yml": "i1: {title: Питання}\ni2: {title: Друге}\n",
    "content/topics/t1.yml": "name: Тема\n",
    "content/regions.yml": "r1: {name: Край}\n",
    "content/authors/w1.yml": "name: Автор\nrole: Редактор\n",
    "content/authors/w2.yml": "name: Другий\n",
    "content/authors/w3.yml": "name: Третій\n",
    "content/storylines/l1.yml": "title: Історія\n",
    "content/publishers.yml": "u1: {name: Видавець, country: Край}\n",
    "content/sources.yml": """\
q1: {title: Джерело, publisher: u1, url: "https://q.example/", archive_url: "https://a.example/", accessed: 2025-01-02, published: 2025}
q2: {title: Без видавця}
""",
    "content/events/e1.yml": "when: 2025-06-04\ntitle: Завтра\nkind: talks\nactors: [p1]\n",
    "content/events/e2.yml": "when: 2025-04~\ntitle: Якось\nkind: свято\n",
    "content/events/e4.yml": "when: 2025-05/2025-06\ntitle: Двічі\n",
    "content/events/e3.yml": "when: 2026-01-01\ntitle: Далі\n",
    "content/trust.yml": """\
name: Стіл
founded: 2024
email: 1@desk.example
address: Київ
licence: "https://l.example/"
same_as: ["https://same.example/"]
how_we_work: Так.
verification: Так.
unnamed_sources: Так.
corrections: Так.
ethics: Так.
ownership: Так.
""",
    "briefings/b1.md": """\
---
title: Перший
published: 2025-03-01
kind: assessment
authors: [w1, w2, w3]
topics: [t1]
regions: [r1]
storyline: l1
actors: [p1, o1, s1, s2]
updated: 2025-03-02T10:00
as_of: 2025-03-01
former_slugs: [b9]
summary: Коротко.
key_takeaways: [{text: Головне., nature: fact, sources: [q1]}]
what_to_expect:
  - {text: Буде., likelihood: певно, probability: 0.7, confidence: low, by: 2025-06-03, criteria: Побачимо., sources: [q1], topics: [t1]}
  - text: Було.
    likelihood: навряд
    confidence: high
    by: 2025-04
    topics: [t1]
    revisions: [{when: 2025-03-05, likelihood: певно, why: Бо так.}]
    resolution: {outcome: void, when: 2025-04-01, note: Отак., sources: [q1, q2]}
  - {text: Пізно., likelihood: певно, by: 2025-04-02}
  - {text: Колись., likelihood: певно, by: 2025-06-20}
  - {text: Потім., likelihood: певно, confidence: moderate, by: 2025-07}
  - {text: Ще., likelihood: навряд, by: 2025-08}
implications: {a1: [Ось.]}
timeline:
  - {when: 2025-02-10/2025-02-12, title: Подія, sources: [q1], place: Місто}
  - {when: 2025-02-15, title: Друга подія}
statements:
  - {actor: p1, issue: i1, when: 2025-01-01, text: Так., stance: supports, sources: [q1]}
  - {actor: p1, issue: i1, when: 2025-02-01, text: Ні., stance: opposes}
  - {actor: s1, issue: i1, when: 2025-02-02, text: Може.}
  - {actor: s2, issue: i2, when: 2025-02, text: Як коли., stance: conditional}
sources: [q1, {title: Своє, url: "https://own.example/"}]
corrections: [{when: 2025-03-02, was: Хиба., now: Правда., text: Сталося.}, {when: 2025-03-02T11:00, kind: update, now: Нове.}]
changes: [{when: 2025-03-02T10:00, note: Зміна.}]
---
Текст [[p1]].
""",
    "briefings/b2.md": """\
---
title: Другий
published: 2025-04-01
kind: tracker
storyline: l1
topics: [t1]
actors: [p1, o1, s1, s2]
public_event: {title: Зустріч, starts: 2025-06-05T10:00, ends: 2025-06-05T12:00, speakers: [p1, Хтось]}
---
Текст.

[[public_event:b2]]
""",
    "briefings/b3.md": """\
---
title: Третій
published: 2025-05-01
status: withdrawn
keep_text: true
public_event: {title: Скасоване, starts: 2025-06-06}
key_takeaways: [Теза.]
---
Текст.
""",
    "briefings/b4.md": """\
---
title: Четвертий
published: 2025-05-02
status: withdrawn
what_to_expect: [{text: Зникне., likelihood: певно, by: 2025-07-01}]
---
Текст.
""",
    "briefings/b5.md": "---\ntitle: Чернетка\npublished: 2025-05-31\nstatus: draft\n---\nТекст.\n",
    "briefings/b6.md": "---\ntitle: На розгляді\npublished: 2025-05-31\nstatus: review\n---\nТекст.\n",
    "briefings/b7.md": "---\ntitle: Згодом\npublished: 2025-05-31\nembargo: 2025-07-01\n---\nТекст.\n",
}


def foreign_desk(root: Path) -> Desk:
    """The desk, written below *root*."""
    desk = Desk(root)
    desk.write("mkdocs.yml", CONFIG)
    for number in range(MANY):
        desk.write(f"content/topics/n{number}.yml", f"name: Тема {number}\n")
    for path, text in FILES.items():
        desk.write(path, text)
    return desk
