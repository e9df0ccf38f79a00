"""Reads the settings of a desk from mkdocs.yml."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from spotbrief.model.instants import Day, parse_instant
from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.model.settings import SECTIONS, Settings
from spotbrief.reading import option_values
from spotbrief.reading.fields import adapter, did_you_mean, nearest
from spotbrief.reading.policy import read_policy
from spotbrief.reading.settings_error import SettingsError, wrong_option
from spotbrief.reading.site_address import wrong_address
from spotbrief.reading.site_file import SiteFile, plugins_of
from spotbrief.reading.site_languages import first_of, languages_of
from spotbrief.reading.templates import own_templates
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.themes import theme_missing, theme_name
from spotbrief.reading.timezones import timezone_named
from spotbrief.reading.yaml import compose, value_of

OPTIONS = (
    "language",
    "languages",
    "untranslated",
    "timezone",
    "scale",
    "audiences",
    "per_page",
    "events_per_page",
    "folder",
    "security_contact",
    "id_authority",
    "cards",
    "author_records",
    "audit",
    "allow",
    "unguarded",
    "rules",
)
"""The options of the plugin `briefings`."""

OURS = "spotbrief/"
"""What stands before the name of a plugin of ours that MkDocs has one of, too."""

_ALWAYS = ("toc", "tables", "fenced_code")
SCALES = {path.stem: path for path in (Path(__file__).parent / "scales").glob("*.yml")}
"""The files of the scales that everybody has, by name."""

USUAL_SCALE = "icd203"
"""The scale of a desk that names none."""


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


def as_of_from(environment: Mapping[str, str], zone: ZoneInfo) -> datetime | None:
    """The moment as of which a site is to be shown: SPOTBRIEF_AS_OF, which is the end of its day where it is a day; None for the present.

    Raises SettingsError.
    """
    if not (said := environment.get("SPOTBRIEF_AS_OF")):
        return None
    try:
        moment = parse_instant(said, zone)
    except ValueError as error:
        raise SettingsError(f"as of {said}: {error}") from None
    return datetime.combine(moment.date(), time.max, zone) if isinstance(moment, Day) else moment


def settings_from(
    options: Mapping[str, Any],
    *,
    site: Mapping[str, Any],
    root: Path,
    now: datetime,
    preview: bool = False,
    sections: frozenset[str] = SECTIONS,
    custom_dir: object = None,
    file: SiteFile | None = None,
) -> Settings:
    """Settings from the options of the plugin `briefings` and the *site*'s own keys of mkdocs.yml. Raises SettingsError.

    *custom_dir* is the theme's; *file* is the one that all this was typed in.
    """
    _refuse_unknown(options)
    policy, slips = read_policy(options.get("allow"))
    return Settings(
        policy=policy,
        policy_slips=slips,
        unguarded=option_values.paths(options.get("unguarded")),
        **_typed(file),
        **languages_of(options, root),
        now=now,
        timezone=timezone_named(options.get("timezone") or "UTC"),
        scale=scale_named(str(options.get("scale") or USUAL_SCALE), root),
        audiences=option_values.audiences(first_of(options.get("audiences"), options.get("languages"))),
        per_page=option_values.count(options, "per_page", 20),
        events_per_page=option_values.count(options, "events_per_page", 80),
        site_name=str(site.get("site_name") or "Briefings"),
        site_url=_address(site.get("site_url")),
        published_url=_address(file.values.get("site_url") if file else None),
        site_description=str(site.get("site_description") or ""),
        preview=preview,
        sections=sections,
        templates=own_templates(root, custom_dir),
        rules=option_values.rules(options.get("rules")),
        is_opened=_waits_for_openings(root / ".github/workflows"),
        security_contact=option_values.contact(options.get("security_contact")),
        id_authority=option_values.authority(options.get("id_authority")),
        **option_values.switches(options),
        repo_url=str(site.get("repo_url") or "").strip(),
        markdown_extensions=_extensions(site),
    )


def read_config(config: Path, now: datetime, environment: Mapping[str, str] = MappingProxyType({})) -> tuple[Settings, Folders]:
    """Settings and folders from a mkdocs.yml, without the engine; `!ENV` looks into *environment*. Raises SettingsError."""
    site = read_site_file(config, environment)
    try:
        return settings_of_file(site, now)
    except SettingsError as error:
        file, line, column = site.place(error.pointer)
        raise SettingsError(f"{config.parent / file}:{line}:{column}: {error}", *error.pointer) from None


def read_site_file(config: Path, environment: Mapping[str, str]) -> SiteFile:
    """The settings as they were typed. Raises SettingsError."""
    try:
        return SiteFile(config, environment)
    except OSError as error:
        raise SettingsError(
            f"{error.filename} cannot be read: {error.strerror}; run this in the folder of mkdocs.yml, or name it with --config"
        ) from None
    except Unreadable as error:
        raise SettingsError(f"{config}:{error.line}:{error.column}: {error.message}; {error.hint}") from None


def settings_of_file(site: SiteFile, now: datetime) -> tuple[Settings, Folders]:
    """Settings and folders of *site*. Raises SettingsError."""
    values, plugins = site.values, plugins_of(site.values.get("plugins"))
    if "briefings" not in plugins:
        near = nearest("briefings", plugins)
        hint = f"did you mean it by '{near}'?" if near else "add it under plugins"
        raise SettingsError(f"{site.path.name} does not name the plugin 'briefings': {hint}", "plugins", *([near] if near else []))
    options = plugins["briefings"] if isinstance(plugins["briefings"], dict) else {}
    theme = values.get("theme")
    if missing := theme_missing(theme):
        raise SettingsError(missing, "theme", "name")
    # Under a theme of our name, the engine takes our plugin for `search`.
    sections = frozenset(name.removeprefix(OURS) for name in plugins if name != "search" or theme_name(theme) == OURS[:-1]) & SECTIONS
    custom_dir = theme.get("custom_dir") if isinstance(theme, dict) else None
    settings = settings_from(
        options,
        site=values,
        root=site.path.parent,
        now=now,
        sections=sections,
        custom_dir=custom_dir,
        file=site,
    )
    if values.get("site_dir") is not None and (not isinstance(values["site_dir"], str) or not values["site_dir"].strip()):
        raise SettingsError("site_dir names no folder: write one such as site, or take the line out", "site_dir")
    named = {"briefings": options.get("folder"), "content": values.get("docs_dir"), "site": values.get("site_dir")}
    return settings, Folders(**{folder: str(name) for folder, name in named.items() if name})


def _refuse_unknown(options: Mapping[str, Any]) -> None:
    for name in options:
        if name not in OPTIONS:
            raise wrong_option(name, f"the plugin 'briefings' has no option '{name}'; {did_you_mean(name, OPTIONS)}")


def _waits_for_openings(workflows: Path) -> bool:
    return any("spotbrief opening --wait" in path.read_text("utf-8", errors="replace") for path in workflows.glob("*.yml"))


def _typed(file: SiteFile | None) -> dict[str, Any]:
    """The parts of the file that the settings keep, for checks that report mistakes in it."""
    return {"written": file.values, "place": file.where, "options_at": _options_at(file.values.get("plugins"))} if file else {}


def _options_at(plugins: Any) -> tuple[str | int, ...]:
    """Where the options of the plugin `briefings` stand."""
    if isinstance(plugins, dict):
        return ("plugins", "briefings")
    for number, entry in enumerate(plugins or ()):
        if isinstance(entry, dict) and "briefings" in entry:
            return ("plugins", number, "briefings")
    return ("plugins",)


def _extensions(site: Mapping[str, Any]) -> dict[str, Mapping[str, Any]] | None:
    """The extensions of Markdown that mkdocs.yml names, and those that MkDocs has always."""
    ours = {name.removeprefix(OURS) for name in plugins_of(site.get("plugins"))}
    if ours - SECTIONS or site.get("hooks"):
        return None
    named = {**dict.fromkeys(_ALWAYS), **plugins_of(site.get("markdown_extensions")), **(site.get("mdx_configs") or {})}
    return {name: options if isinstance(options, dict) else {} for name, options in named.items()}


def _address(value: Any) -> str:
    """The site's address without blanks around it. Raises SettingsError for what is none."""
    url = str(value or "").strip()
    if url and (wrong := wrong_address(url)):
        raise SettingsError("; ".join(wrong), "site_url")
    return url


def scale_named(name: str, root: Path) -> Scale:
    """One that comes with us, or one of a file below *root*. Raises SettingsError."""
    path = SCALES.get(name, root / name)
    try:
        scale: Scale = adapter(Scale).validate_python(value_of(compose(decode(path.read_bytes()))))
    except OSError:
        raise wrong_option("scale", f"there is no scale '{name}': write {', '.join(sorted(SCALES))}, or the path of a file") from None
    except Unreadable as error:
        raise SettingsError(f"{name}:{error.line}:{error.column}: {error.message}; {error.hint}") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(f"{name}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    return scale
