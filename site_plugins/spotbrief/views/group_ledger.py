"""From the page of a topic to what the ledger says of it: what is open, and how what ended came out."""

from collections.abc import Iterator

from markupsafe import Markup

from spotbrief.corpus.corpus import Backlinks
from spotbrief.corpus.track_record import track_record
from spotbrief.views.components import Parts
from spotbrief.views.facets import narrowed
from spotbrief.views.track_record_parts import href_of


def ledger_links(parts: Parts, id: str, trail: Backlinks) -> Iterator[Markup]:
    """Links to the judgements on the topic of that *id* in the outlook and in the track record, as far as there are any."""
    links, words = parts.links, parts.words
    if "outlook" not in parts.corpus.settings.sections:
        return
    if any(not one.resolution for one in trail.judgements):
        yield parts.marks.link(narrowed(links.to("outlook/"), topic=id), words("In the outlook, to narrow down further"))
    if counted := track_record(parts.corpus).parts["topic"].get(id):
        ended = words.count(len(counted), "judgement", "judgements")
        yield parts.marks.link(href_of("topic", id, links), words("How we did: {judgements} on this that ended", judgements=ended))
