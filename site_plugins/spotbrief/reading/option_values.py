"""What may stand in single options of the plugin `briefings`."""

import re
from collections.abc import Mapping
from typing import Any

from spotbrief.model.settings import AUDIENCES
from spotbrief.reading.settings_error import wrong_option

SWITCHES = {"cards": True, "author_records": False, "audit": False}
"""Options that are true or false, with what they usually are."""

_AUTHORITY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")


def switches(options: Mapping[str, Any]) -> dict[str, Any]:
    """Whether each is on, by its name. Raises SettingsError."""
    return {name: _switch(options, name, usual=usual) for name, usual in SWITCHES.items()}


def contact(value: Any) -> str:
    """Where holes are reported. Raises SettingsError."""
    contact = str(value or "")
    if contact and not re.fullmatch(r"https://[^\s/]+\.\S+|mailto:[^\s@]+@[^\s@]+\.[^\s@]+", contact):
        raise wrong_option("security_contact", f"security_contact must be an address that starts with https: or mailto:, not '{contact}'")
    return contact


def paths(value: Any) -> tuple[str, ...]:
    """The files that nothing is asked of. Raises SettingsError."""
    paths = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        raise wrong_option("unguarded", "unguarded lists files, such as [content/map.html]")
    return tuple(paths)


def rules(value: Any) -> Mapping[str, Any]:
    """How severe rules are, as typed, by id. Raises SettingsError."""
    if value is not None and not isinstance(value, dict):
        raise wrong_option("rules", "rules must map ids of rules to error, warning, advice or off, such as stale-draft: off")
    return {str(name): said for name, said in (value or {}).items()}


def _switch(options: Mapping[str, Any], name: str, *, usual: bool) -> bool:
    value = str(options.get(name, usual)).lower()
    if value not in ("true", "false"):
        raise wrong_option(name, f"{name} must be true or false, not '{value}'")
    return value == "true"


def count(options: Mapping[str, Any], name: str, default: int) -> int:
    """How many things a page has. Raises SettingsError."""
    value = options.get(name, default)
    if not str(value).isdigit() or int(value) < 1:
        raise wrong_option(name, f"{name} must be a whole number from 1 on, not '{value}'")
    return int(value)


def audiences(value: Any) -> dict[str, str]:
    """What readers are told apart by: names by id. Raises SettingsError."""
    if value is None:
        return AUDIENCES
    if not value or not isinstance(value, dict) or not all(isinstance(label, str) and label.strip() for label in value.values()):
        raise wrong_option("audiences", "audiences must map ids to names, such as diplomats: Diplomats")
    return {str(id): label for id, label in value.items()}


def authority(value: Any) -> str:
    """RFC 4151: a domain name. Raises SettingsError."""
    if value in (None, ""):
        return ""
    if not isinstance(value, str) or not _AUTHORITY.fullmatch(value):
        raise wrong_option("id_authority", f"id_authority is '{value}': write a domain alone, such as desk.example")
    return value.lower()
