"""Words of other systems for what is called otherwise here: Hugo, Jekyll, WordPress, Ghost, Drupal, Decap, and plain habit."""

from collections.abc import Mapping


def _turned(table: Mapping[str, str]) -> dict[str, str]:
    """Our word for each of theirs, from a table that has theirs for each of ours."""
    return {theirs: ours for ours, words in table.items() for theirs in words.split(", ")}


FIELDS = _turned(
    {
        "summary": "abstract, dek, desc, description, excerpt, intro, lead, lede, standfirst, subtitle, synopsis, teaser",
        "as_of": "as_at, cutoff",
        "authors": "author, byline, contributors",
        "topics": "categories, category, keywords, subject, subjects, tag, tags",
        "text": "claim",
        "confidence": "confidence_level",
        "body": "content",
        "corrections": "correction",
        "regions": "countries, country, geography",
        "image": (
            "cover, cover_image, feature_image, featured_image, featuredimage, header, hero, hero_image, img, photo, picture, "
            "portrait, avatar, thumbnail"
        ),
        "published": (
            "created, created_at, date, pub_date, pubdate, publish_date, publishdate, published_at, published_on, publication_date"
        ),
        "credit": "credits",
        "when": "day",
        "by": "deadline, due",
        "embargo": "embargo_until, embargoed, embargoed_until",
        "until": "ended",
        "timeline": "events",
        "what_to_expect": "forecast, forecasts, judgements, judgments, outlook, predictions",
        "name": "full_name, label",
        "title": "headline",
        "url": "href, link, website, homepage",
        "updated": "last_modified, last_modified_at, last_updated, lastmod, modified, modified_at, updated_at, updated_on",
        "place": "location, venue, where",
        "notes": "newsroom_notes",
        "organization": "organisation",
        "actors": "people, persons, who",
        "sources": "references, bibliography, citations",
        "related": "related_posts, see_also",
        "resolution": "resolved",
        "storyline": "series, story",
        "since": "started",
        "starts": "start",
        "ends": "end",
        "key_takeaways": "takeaways, key_points, highlights",
        "bottom_line": "tldr, bluf",
    }
)
"""Fields of others, in small letters with underscores, and ours. Which kinds have ours is looked up where it is needed."""

FIELDS |= _turned(
    {
        "title": "заголовок, назва, titel, überschrift",
        "name": "ім’я, ім'я, імя",
        "published": "дата, опубліковано, datum",
        "kind": "вид, тип, art",
        "status": "статус",
        "embargo": "ембарго, sperrfrist",
        "language": "мова, sprache",
        "authors": "автор, автори, autor, autoren",
        "topics": "тема, теми, теги, мітки, thema, themen",
        "regions": "регіон, регіони, region, regionen",
        "actors": "учасник, учасники, akteure",
        "storyline": "сюжет",
        "summary": "анотація, опис, підсумок, стислий_виклад, zusammenfassung",
        "bottom_line": "суть, висновок, fazit",
        "key_takeaways": "головне, тези, висновки, kernaussagen",
        "what_to_expect": "очікування, прогноз, судження, чого_чекати, prognosen, urteile",
        "implications": "наслідки, що_це_означає, folgen",
        "timeline": "події, хронологія, ereignisse",
        "statements": "заяви, aussagen",
        "sources": "джерело, джерела, quelle, quellen",
        "image": "зображення, світлина, фото, bild",
        "notes": "нотатки, примітки, notizen",
        "question": "запитання, питання, frage",
        "text": "текст",
        "likelihood": "ймовірність, імовірність, wahrscheinlichkeit",
        "confidence": "впевненість, упевненість, sicherheit",
        "criteria": "критерій, критерії, kriterien, kriterium",
        "by": "до, строк, термін, bis",
        "when": "коли, wann",
        "why": "чому, warum",
        "place": "місце, ort",
        "publisher": "видавець",
        "url": "адреса, посилання",
    }
)
"""What Ukrainian and German editors call them."""

MORE_FIELDS: Mapping[str, tuple[str, ...]] = {
    "date": ("when", "starts"),
    "description": ("text", "bio", "note"),
    "aliases": ("former_slugs", "other_names"),
    "redirect_from": ("former_slugs",),
    "redirects": ("former_slugs",),
    "old_slugs": ("former_slugs",),
    "also_known_as": ("other_names",),
    "aka": ("other_names",),
    "location": ("regions",),
    "subtitle": ("description",),
    "summary": ("description", "bio", "text"),
    "bio": ("description",),
    "biography": ("bio", "description"),
    "content": ("text",),
    "headline": ("name",),
    "name": ("title",),
    "title": ("name",),
    "caption": ("alt",),
    "start": ("since",),
    "end": ("until",),
    "start_date": ("starts", "since"),
    "end_date": ("ends", "until"),
    "from": ("since", "starts"),
    "to": ("until", "ends"),
    "path": ("src",),
    "file": ("src",),
    "link": ("archive_url",),
    "author": ("publisher",),
    "outlet": ("publisher",),
    "statement": ("text",),
    "position": ("stance", "role"),
    "job": ("role",),
    "odds": ("probability",),
    "chance": ("likelihood",),
    "reason": ("why",),
    "comment": ("note",),
    "category": ("kind",),
    "type": ("kind",),
    "alt_text": ("alt",),
    "social": ("same_as",),
    "twitter": ("same_as",),
    "speaker": ("speakers",),
    "parent": ("broader",),
    "result": ("outcome",),
    "date_resolved": ("when",),
    "what": ("note", "title", "text", "was"),
}
"""Others that mean different fields in different places: the first that a place has is meant, after those above."""

OF_FILE_NAME = frozenset({"slug", "permalink", "id", "path", "filename", "guid"})
"""What the name of a file says here."""

NEEDLESS = frozenset(
    (
        "canonical canonical_url changefreq comments css featured featured_post js layout math menu mermaid nav_order order "
        "outputs page pin pinned post_type priority reading_time readtime robots sidebar sitemap sticky template theme toc "
        "type visibility weight"
    ).split()
)
"""What sets up pages elsewhere; here the site does it for all."""

LANGUAGES = frozenset({"lang", "language", "locale"})
EXPIRIES = frozenset({"expires", "expiry", "expirydate", "expiry_date", "unpublish_date", "unpublished"})

VALUES = {
    "kind": _turned(
        {
            "assessment": "analysis, commentary, opinion, report",
            "news": "article, blog, post, story",
            "explainer": "backgrounder, background, faq",
            "spot_briefing": "brief, briefing, spot",
            "correction": "error, erratum, mistake, typo",
            "outlook": "forecast",
            "editors_note": "note",
            "interview": "q&a",
            "retraction": "withdrawal",
        }
    ),
    "status": _turned(
        {
            "open": "active, ongoing, running",
            "withdrawn": "archived, pulled, removed, retracted",
            "published": "approved, complete, final, live, on, public, publish, scheduled, true, yes",
            "closed": "done, ended, finished",
            "draft": "false, hidden, no, off, private, unpublished, wip",
            "review": "in review, pending, ready",
        }
    ),
    "nature": _turned(
        {
            "judgement": "analysis, assessment, estimate, inference, opinion, view",
            "assumption": "assumed, hypothesis, premise",
            "fact": "data, factual",
        }
    ),
    "confidence": _turned(
        {
            "moderate": "average, fair, med, medium, mid, middling, середній, середня, mittel, mittlere",
            "high": "certain, good, strong, very high",
            "low": "poor, very low, weak",
        }
    ),
    "outcome": _turned(
        {
            "happened": "1, came true, correct, occurred, right, true, y, yes, так, справдилось, ja",
            "did_not_happen": "0, did not happen, failed, false, incorrect, n, no, not happened, wrong, ні, не справдилось, nein",
            "void": "cancelled, n/a",
        }
    ),
    "stance": _turned(
        {
            "opposes": "against, anti, con, disagree, negative, no, oppose",
            "supports": "agree, favour, for, in favour, positive, pro, support, yes",
            "ambiguous": "mixed, neutral, unclear, undecided",
            "conditional": "with conditions",
        }
    ),
    "type": _turned(
        {
            "organization": "company, government, institution, ngo, organisation, party",
            "state": "country, nation",
            "person": "human, individual, people",
        }
    ),
}
"""Values of fields with a few words to choose from; one that the field at hand does not have is passed over."""


IN_PART = frozenset({"partly", "partial", "partially", "mixed", "in part", "half"})
"""What some call an outcome that is two."""


def foreign(name: str) -> str:
    """*name* as the tables have it: small letters, `featuredImage` and `featured-image` with an underscore."""
    parts = "".join(f"_{c.lower()}" if c.isupper() and i and name[i - 1].islower() else c.lower() for i, c in enumerate(name.strip()))
    return parts.replace("-", "_").replace(" ", "_")


def ours_for(name: str, known: tuple[str, ...]) -> str | None:
    """The field among *known* that others call *name*."""
    word = foreign(name)
    wanted = (FIELDS.get(word, ""), *MORE_FIELDS.get(word, ()), *MORE_FIELDS.get(FIELDS.get(word, ""), ()))
    return next((field for field in wanted if field in known), None)


def value_for(field: str, typed: str, expected: list[str]) -> str | None:
    """The word among *expected* that others write as *typed*."""
    word = typed.strip().casefold().replace("_", " ")
    found = VALUES.get(field, {}).get(word)
    return found if found in expected else None
