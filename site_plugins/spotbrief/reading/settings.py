"""mkdocs.yml -> what the desk decided about its site."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.model.settings import AUDIENCES, SECTIONS, Settings
from spotbrief.reading.fields import adapter, did_you_mean
from spotbrief.reading.templates import own_templates
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.yaml import compose, value_of

OPTIONS = ("timezone", "scale", "audiences", "per_page", "events_per_page", "folder", "security_contact", "id_authority", "cards")
"""The options of the plugin `briefings`."""

OURS = "spotbrief/"
"""What stands before the name of a plugin of ours that MkDocs has one of, too."""

_SCALES = Path(__file__).parent / "scales"


class SettingsError(Exception):
    """A setting is wrong; says which, and how to mend it."""


@record
class Folders:
    """Where a desk keeps its texts, relative to the project."""

    briefings: str = "briefings"
    content: str = "docs"
    site: str = "site"


def now_from(environment: Mapping[str, str]) -> datetime:
    """The moment to build for: SOURCE_DATE_EPOCH (reproducible-builds.org) if it is set, or else the present.

    Raises SettingsError for what is no count of seconds since 1970: the present might publish what is to be held back.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise SettingsError(f"SOURCE_DATE_EPOCH is '{epoch[:40]}': write seconds since 1970, such as 1748736000, or unset it") from None


def settings_from(
    options: Mapping[str, Any],
    *,
    site: Mapping[str, Any],
    root: Path,
    now: datetime,
    preview: bool = False,
    sections: frozenset[str] = SECTIONS,
    custom_dir: object = None,
) -> Settings:
    """Settings from the options of the plugin `briefings` and the *site*'s own keys of mkdocs.yml. Raises SettingsError.

    *custom_dir* is the theme's.
    """
    for name in options:
        if name not in OPTIONS:
            raise SettingsError(f"the plugin 'briefings' has no option '{name}'; {did_you_mean(name, OPTIONS)}")
    return Settings(
        now=now,
        timezone=_timezone(options.get("timezone") or "UTC"),
        scale=_scale(str(options.get("scale") or "icd203"), root),
        audiences=_audiences(options.get("audiences")),
        per_page=_count(options, "per_page", 20),
        events_per_page=_count(options, "events_per_page", 500),
        site_name=str(site.get("site_name") or "Briefings"),
        site_url=str(site.get("site_url") or ""),
        site_description=str(site.get("site_description") or ""),
        preview=preview,
        sections=sections,
        templates=own_templates(root, custom_dir),
        security_contact=_contact(options.get("security_contact")),
        id_authority=_authority(options.get("id_authority")),
        cards=_switch(options, "cards"),
    )


def read_config(config: Path, now: datetime, environment: Mapping[str, str] = MappingProxyType({})) -> tuple[Settings, Folders]:
    """Settings and folders from a mkdocs.yml, without the engine; `!ENV` looks into *environment*. Raises SettingsError."""
    try:
        values = _tolerant(compose(decode(config.read_bytes())), environment)
    except OSError as error:
        raise SettingsError(
            f"{config} cannot be read: {error.strerror}; run this in the folder of mkdocs.yml, or name it with --config"
        ) from None
    except Unreadable as error:
        raise SettingsError(f"{config}:{error.line}:{error.column}: {error.message}; {error.hint}") from None
    plugins = _plugins(values.get("plugins") if isinstance(values, dict) else None)
    if "briefings" not in plugins:
        raise SettingsError(f"{config} does not name the plugin 'briefings': add it under plugins")
    options = plugins["briefings"]
    sections = frozenset(name.removeprefix(OURS) for name in plugins if name != "search") & SECTIONS
    theme = values.get("theme")
    custom_dir = theme.get("custom_dir") if isinstance(theme, dict) else None
    settings = settings_from(options, site=values, root=config.parent, now=now, sections=sections, custom_dir=custom_dir)
    named = {"briefings": options.get("folder"), "content": values.get("docs_dir"), "site": values.get("site_dir")}
    return settings, Folders(**{folder: str(name) for folder, name in named.items() if name})


_AUTHORITY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")


def _authority(value: Any) -> str:
    """RFC 4151: a domain name. Raises SettingsError."""
    if value in (None, ""):
        return ""
    if not isinstance(value, str) or not _AUTHORITY.fullmatch(value):
        raise SettingsError(f"id_authority is '{value}': write a domain alone, such as desk.example")
    return value.lower()


def _plugins(value: Any) -> dict[str, dict[str, Any]]:
    entries = [{name: options} for name, options in value.items()] if isinstance(value, dict) else value or []
    pairs = [pair for entry in entries for pair in (entry.items() if isinstance(entry, dict) else [(entry, None)])]
    return {str(name): options if isinstance(options, dict) else {} for name, options in pairs}


def _tolerant(node: Node | None, environment: Mapping[str, str]) -> Any:
    """Values of a file that is the engine's: tags are its business, but for `!ENV`, which may name what we need to know."""
    if node is not None and node.tag == "!ENV":
        return _from_environment(node, environment)
    if isinstance(node, MappingNode):
        return {_tolerant(key, environment): _tolerant(value, environment) for key, value in node.value if isinstance(key, ScalarNode)}
    if isinstance(node, SequenceNode):
        return [_tolerant(item, environment) for item in node.value]
    return node.value if node is not None else None


def _from_environment(node: Node, environment: Mapping[str, str]) -> Any:
    """`!ENV NAME` or `!ENV [NAME, OTHER, default]`, as MkDocs reads it."""
    parts = node.value if isinstance(node, SequenceNode) else [node]
    words = [part.value for part in parts if isinstance(part, ScalarNode)]
    default = words.pop() if len(words) > 1 else None
    return next((environment[name] for name in words if name in environment), default)


def _timezone(name: Any) -> ZoneInfo:
    try:
        return ZoneInfo(str(name))
    except (KeyError, ValueError, OSError):
        raise SettingsError(f"there is no timezone '{name}': write one such as Europe/Kyiv") from None


def _scale(name: str, root: Path) -> Scale:
    own = {path.stem: path for path in _SCALES.glob("*.yml")}
    path = own.get(name, root / name)
    try:
        scale: Scale = adapter(Scale).validate_python(value_of(compose(decode(path.read_bytes()))))
    except OSError:
        raise SettingsError(f"there is no scale '{name}': write {', '.join(sorted(own))}, or the path of a file") from None
    except Unreadable as error:
        raise SettingsError(f"{name}:{error.line}:{error.column}: {error.message}; {error.hint}") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(f"{name}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    return scale


def _audiences(value: Any) -> dict[str, str]:
    if value is None:
        return AUDIENCES
    if not isinstance(value, dict) or not all(isinstance(label, str) for label in value.values()):
        raise SettingsError("audiences must map ids to names, such as diplomats: Diplomats")
    return {str(id): label for id, label in value.items()}


def _contact(value: Any) -> str:
    contact = str(value or "")
    if contact and not re.fullmatch(r"(?:https://|mailto:)\S+", contact):
        raise SettingsError(f"security_contact must be an address that starts with https: or mailto:, not '{contact}'")
    return contact


def _switch(options: Mapping[str, Any], name: str) -> bool:
    value = str(options.get(name, True)).lower()
    if value not in ("true", "false"):
        raise SettingsError(f"{name} must be true or false, not '{value}'")
    return value == "true"


def _count(options: Mapping[str, Any], name: str, default: int) -> int:
    value = options.get(name, default)
    if not str(value).isdigit() or int(value) < 1:
        raise SettingsError(f"{name} must be a whole number from 1 on, not '{value}'")
    return int(value)
