"""Values of the API that many things hold."""

from datetime import date
from typing import Annotated

from pydantic import Field

from spotbrief.model.record import record

Url = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Markdown = Annotated[str, Field(json_schema_extra={"contentMediaType": "text/markdown"})]
Html = Annotated[str, Field(json_schema_extra={"contentMediaType": "text/html"})]
Share = Annotated[float, Field(ge=0, le=1)]


@record
class Date:
    """A date that may be vague: EDTF as it was written, and the days that it spans where it is no plain day; an open end has no day."""

    edtf: str
    earliest: date | None = None
    latest: date | None = None


@record
class Ref:
    """Something that is named here and told elsewhere; a plain name has no id."""

    name: str
    id: str | None = None
    url: Url | None = None
