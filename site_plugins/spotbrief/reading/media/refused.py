"""Why a file cannot be published."""

from spotbrief.parallel import Plain

AGAIN = "copy it here again, whole"


class Refused(Plain):
    """A picture or a document that cannot be read; says why in words that follow its name, and how to mend it."""

    def __init__(self, message: str, hint: str = AGAIN) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def breaks_off() -> Refused:
    """The error for a file whose end is missing."""
    return Refused("breaks off: its end is missing")
