"""Which texts of an original were changed since they were translated, by the fingerprints that a translation keeps of them."""

from typing import Any

from spotbrief.model.origin import Pointer
from spotbrief.model.texts import fingerprint, path_of, texts_of
from spotbrief.model.translation import Translation


def behind(translation: Translation, original: Any) -> dict[str, Pointer | None]:
    """The names of such texts with their places in *original*; None for one that is not there any more."""
    said = translation.head.translated_from if translation.head else None
    if not said:
        return {}
    texts = texts_of(original)
    known = {path_of(original, at): at for at in texts}
    return {name: known.get(name) for name, digest in said.items() if name not in known or fingerprint(texts[known[name]]) != digest}
