"""The track record: a stranger computes every figure again from its table, and every figure leads to its judgements."""

import json
import re
from collections import Counter
from html import unescape
from itertools import product
from pathlib import Path
from posixpath import join, normpath
from typing import Any
from urllib.parse import parse_qsl
from zoneinfo import ZoneInfo

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from spotbrief.corpus.score import Came
from spotbrief.model.scale import Term
from spotbrief.views.facets import LABELS
from spotbrief.views.marks import Marks
from spotbrief.views.track_record_findings import of_words
from spotbrief.words.words import Words
from tests.desks import Built, Desk
from tests.newsroom import record_desk
from tests.newsroom.recompute import asked, counted, interval, numbers, of_part, parts, scores, spells, table, verdict, wilson

SAID = {
    "holds": "means what it says",
    "may_hold": "Nothing speaks against",
    "too_bold": "less often",
    "too_timid": "more often",
    "few": "Too few",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A desk of about 120 judgements, which says on the pages of authors how good theirs were."""
    desk = record_desk.lay_odd_ones(record_desk.lay(Desk(tmp_path_factory.mktemp("desk")), 80))
    desk.write("mkdocs.yml", (desk.root / "mkdocs.yml").read_text().replace("Europe/Kyiv}", "Europe/Kyiv, author_records: true}"))
    done = desk.build()
    assert done.code == 0, done.said
    return done


@pytest.fixture(scope="module")
def data(built: Built) -> Any:
    """What the API says."""
    return json.loads((built.site / "api/v1/track-record.json").read_bytes())


def same(found: Any, expected: Any) -> None:
    """To four decimals, field by field; what cannot be said is left out."""
    said = {name: value for name, value in expected.items() if value is not None}
    assert found.keys() == said.keys()
    for name, value in said.items():
        if isinstance(value, dict):
            same(found[name], value)
        else:
            assert found[name] == pytest.approx(value, abs=5e-5), name


# The table


def test_the_table_has_every_judgement_once_and_says_why_one_does_not_count(built: Built) -> None:
    rows = table(built.site)
    all_of_them = json.loads((built.site / "api/v1/judgements.json").read_bytes())["judgements"]
    assert sorted(row["id"] for row in rows) == sorted(one["id"] for one in all_of_them)
    assert len(counted(rows)) >= 60
    odd = {row["id"].partition(":")[2]: row["why_not"] for row in rows if row["id"].startswith("odd:")}
    assert odd == {
        "overdue": "", "overdue2": "", "void": "void", "early": "early", "undated": "no_date", "unrated": "no_likelihood",
        "twin": "told_twice", "formula": "", "open": "open",
    }  # fmt: skip
    assert all((row["counted"] == "yes") == (row["why_not"] == "") for row in rows)


def test_scores_of_a_judgement_follow_from_its_steps(built: Built) -> None:
    for row in counted(table(built.site)):
        held, truth, days = spells(row), float(row["truth"]), float(row["days"])
        assert days == sum(count for _, count in held)
        briers = [(said - truth) ** 2 for said, _ in held]
        assert [float(row["first"]), float(row["last"])] == [held[0][0], held[-1][0]]
        assert float(row["held"]) == pytest.approx(sum(said * count for said, count in held) / days, abs=1e-8)
        assert float(row["brier_first"]) == pytest.approx(briers[0], abs=1e-8)
        assert float(row["brier_last"]) == pytest.approx(briers[-1], abs=1e-8)
        mean = sum(brier * count for brier, (_, count) in zip(briers, held, strict=True)) / days
        assert float(row["brier_held"]) == pytest.approx(mean, abs=1e-8)


def test_revisions_and_followups_stand_in_the_steps(built: Built) -> None:
    rows = {row["id"]: row for row in table(built.site)}
    assert rows["odd:formula"]["steps"] == "2024-02-01=0.97 2024-03-03=0.875"
    assert any(len(spells(row)) > 2 for row in counted(table(built.site)))
    assert rows["odd:overdue"]["steps"] == "2024-02-01=0.675"
    assert (rows["odd:overdue"]["answered"], rows["odd:overdue"]["truth"], rows["odd:overdue2"]["truth"]) == ("no", "0", "1")


def test_scenarios_of_a_question_weigh_one_half_each(built: Built) -> None:
    rows = [row for row in counted(table(built.site)) if row["group"]]
    assert set(numbers(rows, "weight")) == {0.5}
    assert len(rows) == 27
    assert set(Counter(row["question"] for row in rows).values()) == {3}


def test_a_spreadsheet_runs_no_cell(built: Built) -> None:
    rows = table(built.site)
    assert {row["id"]: row["text"] for row in rows}["odd:formula"] == "'=1+1 is two, and so on."
    assert not [cell for row in rows for cell in row.values() if cell[:1] in "=+-@\t\r" and cell]


def test_what_was_withdrawn_stands_without_words(built: Built) -> None:
    gone = [row for row in table(built.site) if row["withdrawn"] == "yes"]
    assert gone
    assert {row["text"] for row in gone} == {"A judgement that was taken down with its briefing."}
    assert any(row["counted"] == "yes" for row in gone)


# The figures


def test_the_api_keeps_to_its_schema(built: Built, data: Any) -> None:
    schema = json.loads((built.site / "api/v1/schema/track-record.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(data)
    assert json.loads((built.site / "api/v1/index.json").read_bytes())["track_record"].endswith("/api/v1/track-record.json")
    for address in (data["url"], data["csv"], data["method"], *(part["url"] for part in data["parts"])):
        assert (built.site / address.removeprefix("https://desk.example/base/").partition("?")[0]).exists()


def test_every_figure_of_the_api_is_computed_again(built: Built, data: Any) -> None:
    rows = counted(table(built.site))
    total = scores(rows)
    same(data["score"], total)
    low, high = interval(total)
    same(data["interval"], {"low": low, "high": high})
    assert (data["judgements"], data["few"]) == (len(rows), 10)
    assert data["coin"] == pytest.approx(total["coin"])
    assert sorted((part["by"], part["key"]) for part in data["parts"]) == sorted(parts(rows))
    for part in data["parts"]:
        ones = of_part(rows, part["by"], part["key"])
        same(part["score"], scores(ones))
        assert (part["judgements"], part["few"]) == (len(ones), part["score"]["count"] < 10)
    reasons = Counter(row["why_not"] for row in table(built.site) if row["counted"] == "no")
    assert {one["reason"]: one["judgements"] for one in data["uncounted"] if one["judgements"]} == reasons


def test_every_term_of_the_api_is_computed_again(built: Built, data: Any) -> None:
    for term in data["terms"]:
        ones = of_part(counted(table(built.site)), "term", term["term"])
        hits = int(sum(numbers(ones, "truth")))
        came, questions = asked(ones)
        assert (term["judgements"], term["came"], term["verdict"]) == (len(ones), hits, verdict(term["term"], came, questions))
        assert (term["questions"], term["came_by_question"]) == (questions, pytest.approx(came))
        low, high = wilson(came, questions)
        same(term["interval"], {"low": low, "high": high})


_DATA = re.compile(r'<data value="([^"]*)">([^<]*)</data>')


def figures(html: str) -> list[float]:
    """Figures as a page gives them, in their order; what readers see is the same, rounded."""
    found = _DATA.findall(html)
    for exact, shown in found:
        number = shown.replace(",", "")
        scale, decimals = (100, 0) if number.endswith("%") else (1, len(number.partition(".")[2]))
        assert float(number.rstrip("%")) == pytest.approx(float(exact) * scale, abs=0.5 * 10**-decimals + 5e-5 * scale)
    return [float(exact) for exact, _ in found]


def main_of(page: str) -> str:
    """What readers see of a page."""
    return page.partition("<main")[2].partition(">")[2].partition("<script")[0]


def section(page: str, name: str) -> str:
    """What stands below a heading."""
    return page.partition(f'id="section:{name}"')[2].partition("</section>")[0]


def expect(found: list[float], expected: list[float]) -> None:
    """To four decimals, in order."""
    assert found == pytest.approx(expected, abs=5.1e-5)


def ended(site: Path) -> list[dict[str, str]]:
    """The rows of the table that have an answer, or whose date has passed."""
    return [row for row in table(site) if row["outcome"] or row["counted"] == "yes" or "" < row["by"] < "2025-06-01"]


def of_list(built: Built) -> list[str]:
    """The rows of the list of what ended, on all its pages, in their order."""
    base = built.site / "outlook/resolved"
    paths = [base, *sorted(base.glob("page/*"), key=lambda path: int(path.name))]
    return [row for path in paths for row in re.findall(r'<li class="row".*?</li>', (path / "index.html").read_text("utf-8"), re.DOTALL)]


def led_to(built: Built, page: str, href: str) -> int:
    """How many judgements the list shows to a reader whom that link leads to it from *page*: those that have all that it asks for."""
    path, _, query = unescape(href).partition("?")
    assert normpath(join(page, path)) == "outlook/resolved"
    rows = [dict(zip(LABELS, row.partition(' data-facets="')[2].partition('"')[0].split(";"), strict=False)) for row in of_list(built)]
    for name, value in parse_qsl(query, strict_parsing=True):
        field = (
            built.page("outlook/resolved").partition(f' name="{name}" data-at="{list(LABELS).index(name)}">')[2].partition("</select>")[0]
        )
        fit = [row for row in rows if value in row.get(name, "").split()]
        assert f'<option value="{value}">' in field or fit == rows  # a field that tells nothing apart is left out
        rows = fit
    return len(rows)


def test_every_figure_that_leads_to_judgements_leads_to_as_many(built: Built) -> None:
    """From the record: those that count, on either side of even, with a base rate, and each kind that stands apart; and from authors."""
    seen = Counter[str]()
    for page in ("outlook/track-record", "authors/a1"):
        for href, name in re.findall(r'<a href="([^"]*resolved/\?[^"]*)">(.*?)</a>', main_of(built.page(page))):
            count = re.findall(r'<data value="(\d+)">', name)
            if count:
                assert led_to(built, page, href) == int(count[-1]), href
                seen.update(value for name, value in parse_qsl(unescape(href).partition("?")[2]) if name == "which")
    apart = {"unanswered", "early", "void", "no_likelihood", "told_twice", "withdrawn"}
    assert apart | {"counted", "likelier", "less_likely", "rated"} == set(seen)


def test_every_figure_of_the_sentences_is_computed_again(built: Built) -> None:
    page, rows = built.page("outlook/track-record"), counted(table(built.site))
    total, (low, high) = scores(rows), interval(scores(rows))
    above = [float(row["truth"]) for row in rows if float(row["held"]) > 0.5]
    below = [float(row["truth"]) for row in rows if float(row["held"]) < 0.5]
    head = page.partition('<header class="page-head">')[2].partition("</header>")[0]
    own, base, held = total["own_average"], total["base_rates"], total["held"]
    references = [[total["coin"]], [own["reference"]], [base["reference"], base["count"]]]
    leads = [round(total["coin"], 2) - round(held, 2), round(own["reference"], 2) - round(held, 2), base["skill"]]
    ahead = [figure for lead, said in zip(leads, references, strict=True) if lead > 0 for figure in said]
    behind = [figure for lead, said in zip(leads, references, strict=True) if lead <= 0 for figure in said]
    three = [len(rows), held, total["first"], total["last"]]
    expect(figures(head), [sum(above), len(above), sum(below), len(below), *three, *ahead, *behind, len(rows), low, high])
    assert ("cannot tell yet" in head) == (round(low, 2) <= round(total["coin"], 2) <= round(high, 2))


def test_every_figure_of_the_sections_is_computed_again(built: Built) -> None:
    page, rows = built.page("outlook/track-record"), counted(table(built.site))
    total = scores(rows)
    expect(figures(section(page, "scores")), [total["first"], total["held"], total["last"]])
    own, base = total["own_average"], total["base_rates"]
    made_of = [total["reliability"], total["resolution"], total["uncertainty"], own["skill"], own["reference"]]
    pairs = round(total["discrimination"] * 100)
    expect(figures(section(page, "parts")), [*made_of, base["skill"], base["reference"], base["count"], pairs])
    worst = sorted((row for row in rows if row["answered"] == "yes"), key=lambda row: -float(row["brier_held"]))[:5]
    expect(figures(section(page, "worst")), numbers(worst, "brier_held"))
    apart = Counter(row["why_not"] for row in ended(built.site) if row["why_not"])
    gone, silent = sum(row["withdrawn"] == "yes" for row in ended(built.site)), total["unanswered"]
    assert sorted(figures(section(page, "apart"))) == sorted([*map(float, apart.values()), gone, silent])


def test_every_row_of_the_tables_is_computed_again_and_leads_to_its_judgements(built: Built, data: Any) -> None:
    page, rows = built.page("outlook/track-record"), counted(table(built.site))
    by_name = {(part["by"], part["name"]): part for part in data["parts"]}
    seen = 0
    for by, body in re.findall(r'<table class="scores" id="by:(\w+)">(.*?)</table>', page, re.DOTALL):
        for name, rest in re.findall(r'<tr[^>]*><th scope="row">(.*?)</th>(.*?)</tr>', body):
            part = by_name[by, unescape(re.sub("<[^>]*>", "", name))]
            ones = of_part(rows, by, part["key"])
            found = scores(ones)
            shown = [] if found["count"] < 10 else [found["said"], found["came"], found["held"]]
            assert ("too few to tell" in rest) == (not shown)
            expect(figures(rest), [len(ones), found["unanswered"], *shown])
            assert led_to(built, "outlook/track-record", re.findall(r'href="([^"]*)"', rest)[0]) == len(ones)
            seen += 1
    assert seen == len(data["parts"])


def test_the_picture_says_what_the_table_does(built: Built) -> None:
    chart = section(built.page("outlook/track-record"), "words")
    lanes = re.findall(r'aria-label="([^,]+), [^:]*: (\d+) of (\d+) came(?:, on (\d+) questions)?(?:, (\d+)–(\d+)%)?\. ([^"]*)"', chart)
    assert len(lanes) == 7
    for term, count in re.findall(
        r'<span class="chart-name"><a href="([^"]*)">[^<]*</a>.*?aria-label="[^:]*: \d+ of (\d+) came', chart, re.DOTALL
    ):
        assert led_to(built, "outlook/track-record", term) == int(count)
    for name, came, count, on, low, high, words in lanes:
        ones = of_part(counted(table(built.site)), "term", name[:1].lower() + name[1:])
        hits = int(sum(numbers(ones, "truth")))
        assert (int(came), int(count)) == (hits, len(ones))
        of_questions, questions = asked(ones)
        assert (int(on) if on else len(ones)) == questions
        found = verdict(name[:1].lower() + name[1:], of_questions, questions)
        assert SAID[found] in words
        if found == "few":
            assert not low
        else:
            assert [int(low), int(high)] == [round(bound * 100) for bound in wilson(of_questions, questions)]


def test_no_figure_of_the_page_is_left_unchecked(built: Built) -> None:
    """Every digit stands in a figure, in the picture, or in a date, a year, a name, or what was said of a judgement."""
    page = main_of(built.page("outlook/track-record"))
    page = re.sub(r"<(figure|ol)\b.*?</\1>", " ", _DATA.sub(" ", page), flags=re.DOTALL)
    text = re.sub("<[^>]*>", " ", re.sub(r'<th scope="row">.*?</th>|<caption>.*?</caption>', " ", page))
    assert set(re.findall(r"\d+", text)) <= {"0", "100", "50", "10"}  # a perfect score, pairs, guessing, the least number


@pytest.mark.parametrize("author", ["a0", "a1", "a2", "a3"])
def test_an_author_has_a_record_where_the_desk_wants_it(built: Built, author: str) -> None:
    ones = of_part(counted(table(built.site)), "author", author)
    found = scores(ones)
    low, high = interval(found)
    shown = figures(section(built.page(f"authors/{author}"), "record"))
    expect(shown, [len(ones), found["came"], found["said"], found["held"], found["coin"], low, high])


# The judgements behind them


def test_every_judgement_that_ended_stands_in_the_list_once(built: Built) -> None:
    """The latest first: those that count with their scores, the others with the reason; none that is open."""
    listed, rows = of_list(built), ended(built.site)
    assert len(listed) == len(rows) > 100
    found = [figures(row) for row in listed]
    assert sorted(score for one in found for score in one) == pytest.approx(sorted(numbers(counted(rows), "brier_held")), abs=5.1e-5)
    assert all(bool(score) != ("does not count" in row) for score, row in zip(found, listed, strict=True))
    reasons = Counter(row["why_not"] for row in rows if row["why_not"])
    told = Counter(re.findall("does not count[^<]*", "".join(listed)))
    assert sorted(told.values()) == sorted(reasons.values())
    text = "".join(listed)
    assert "Not yet." not in text
    assert "Some day." not in text
    ends = [
        max(re.findall('<time datetime="([^"]*)"', row.rpartition("<p>")[2]) or re.findall('<time datetime="([^"]*)"', row))
        for row in listed
    ]
    assert ends == sorted(ends, reverse=True)


def test_links_of_the_lists_lead_to_the_judgements(built: Built) -> None:
    for path in (built.site / "outlook/track-record/index.html", *sorted((built.site / "outlook/resolved").rglob("index.html"))):
        page = str(path.parent.relative_to(built.site))
        main = main_of(path.read_text("utf-8"))
        for href in re.findall(r'href="([^"]*)"', main):
            target, _, anchor = href.partition("?")[0].partition("#")
            file = built.site / normpath(join(page, target))
            if file.is_dir():
                assert not anchor or f'id="{anchor}"' in (file / "index.html").read_text("utf-8")
            else:
                assert file.is_file(), (page, href)


# Small desks


def small(root: Path, judgements: int) -> Built:
    """A desk with so many judgements that count."""
    entries = [
        f"{{text: 'Thing {n} comes.', likelihood: likely, by: 2025-04-0{n + 1}, resolution: {{outcome: happened, when: 2025-04-0{n + 1}}}}}"
        for n in range(judgements)
    ]
    desk = Desk(root)
    desk.brief("a", f"what_to_expect: [{', '.join(entries)}]\n" if entries else "")
    built = desk.build()
    assert built.code == 0, built.said
    return built


@pytest.mark.parametrize(
    ("judgements", "says"),
    [
        (0, "No judgement of ours has reached its date yet"),
        (1, "The date of 1 of our judgements has passed"),
        (5, "The date of 5 of our judgements has passed"),
    ],
)
def test_with_few_judgements_nothing_is_said_of_how_good_they_were(tmp_path: Path, judgements: int, says: str) -> None:
    built = small(tmp_path, judgements)
    page = built.page("outlook/track-record")
    text = " ".join(re.sub("<[^>]*>", "", main_of(page)).split())
    assert says in text
    assert "From 10 on" in text
    assert not re.search(r"\d\.\d\d|%", text)
    assert len(table(built.site)) == judgements
    found = json.loads((built.site / "api/v1/track-record.json").read_bytes())
    assert found["judgements"] == judgements
    assert ("score" in found) == (judgements > 0)
    if judgements:
        same(found["score"], scores(table(built.site)))
        assert "Thing 0 comes." in built.page("outlook/resolved")


def test_authors_have_no_record_unless_the_desk_wants_it(desk: Desk) -> None:
    desk.write("content/authors.yml", "jane: {name: Jane}\n").brief("a", "authors: [jane]\n")
    assert "section:record" not in desk.build().page("authors/jane")


def test_the_formulas_are_in_words_and_in_symbols(built: Built) -> None:
    page = built.page("outlook/how-we-score")
    for name in ("Brier 1950", "Murphy 1973", "Wilson 1927", "Brown, Cai and DasGupta 2001", "ROC curve"):
        assert name in page
    assert "B = (p − o)²" in page
    names = set(table(built.site)[0])
    assert set(re.findall(r"<code>([a-z_]+)</code>", page)) - {"yes", "no"} <= names


# What the figures come to


def test_the_title_of_the_picture_says_what_it_shows(built: Built) -> None:
    """The most telling word, by the same interval as the picture; and no more than chance allows."""
    page = built.page("outlook/track-record")
    title = re.sub("<[^>]*>", "", page.partition('id="section:words">')[2].partition("</h2>")[0])
    found = re.search(r"When we said ‘([^’]*)’, it came .*?(\d+) of (\d+)", title)
    assert found
    ones = of_part(counted(table(built.site)), "term", found[1])
    assert (int(found[2]), int(found[3])) == (int(sum(numbers(ones, "truth"))), len(ones))
    said = {"too_bold": "less often", "too_timid": "more often", "holds": "as often", "may_hold": "nothing speaks against"}
    assert said[verdict(found[1], *asked(ones))] in title


def test_a_table_names_two_rows_only_where_chance_does_not_make_the_difference(built: Built) -> None:
    """By any two intervals that do not meet."""
    rows, seen = counted(table(built.site)), 0
    for by, body in re.findall(r'<table class="scores" id="by:(\w+)">(.*?)</table>', built.page("outlook/track-record"), re.DOTALL):
        caption = re.sub("<[^>]*>", "", body.partition("</caption>")[0])
        sure = [total for of, key in parts(rows) if of == by and (total := scores(of_part(rows, by, key)))["count"] >= 10]
        apart = any(interval(one)[1] < interval(other)[0] for one, other in product(sure, sure))
        assert ("Better than chance explains:" in caption) == apart
        assert ("chance allows" in caption) == (len(sure) > 1 and not apart)
        seen += 1
    assert seen


def test_a_word_that_holds_or_does_not_is_the_title() -> None:
    """What speaks against a word is told before what speaks for one."""
    terms = (Term(term="unlikely", low=0.2, high=0.45), Term(term="likely", low=0.55, high=0.8))
    marks = Marks(Words(ZoneInfo("UTC")))

    def title(**came: Came) -> str:
        return str(of_words(terms, came, marks).striptags())

    none = Came(hits=0, count=40, questions=40, by_question=0)
    some = Came(hits=68, count=100, questions=100, by_question=68)
    few = Came(hits=1, count=3, questions=3, by_question=1)
    assert title(unlikely=none, likely=some) == "When we said ‘unlikely’, it came less often than the word says: 0 of 40"
    assert title(likely=some) == "When we said ‘likely’, it came as often as the word says: 68 of 100"
    assert title(likely=few) == "Too few judgements to tell whether our words mean what they say"
