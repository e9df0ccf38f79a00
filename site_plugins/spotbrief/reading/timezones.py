"""The timezone that a desk names."""

import re
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from spotbrief.reading.fields import nearest
from spotbrief.reading.settings_error import wrong_option

_OFFSET = re.compile(r"(?:GMT|UTC)?\s*(?P<sign>[+-])0?(?P<hours>\d{1,2})(?::?00)?", re.IGNORECASE)


def timezone_named(name: Any) -> ZoneInfo:
    """Raises SettingsError."""
    try:
        return ZoneInfo(str(name))
    except (KeyError, ValueError, OSError):
        raise wrong_option("timezone", f"there is no timezone '{name}': {_zone_hint(str(name))}") from None


def _zone_hint(name: str) -> str:
    """What to write for an offset from Greenwich, the name of a city, or a slip."""
    if found := _OFFSET.fullmatch(name):
        turned = "-" if found["sign"] == "+" else "+"  # POSIX counts westward
        hours = int(found["hours"])
        fixed = f", or Etc/GMT{turned}{hours} for the same hour all year (its sign is the other way round)" if 0 < hours <= 12 else ""
        return f"write the zone of a place, such as Europe/Kyiv{fixed}"
    zones = sorted(available_timezones(), key=lambda zone: (len(zone), zone))
    city = name.strip().replace(" ", "_").casefold()
    near = next((zone for zone in zones if zone.casefold().rpartition("/")[2] == city), None) or nearest(name, zones, 0.7)
    return f"did you mean '{near}'?" if near else "write one such as Europe/Kyiv"
