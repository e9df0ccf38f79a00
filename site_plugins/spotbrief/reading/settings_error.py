"""A setting that cannot be used."""


class SettingsError(Exception):
    """A setting is wrong; says which, how to mend it, and the way to it in mkdocs.yml."""

    def __init__(self, message: str, *pointer: str) -> None:
        super().__init__(message)
        self.pointer = pointer


def wrong_option(option: str, message: str) -> SettingsError:
    """Of an option of the plugin `briefings`."""
    return SettingsError(message, "plugins", "briefings", option)
