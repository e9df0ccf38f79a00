"""The one kind of class the model is made of: a value that nobody changes, and that refuses unknown fields.

The type checker sees to the first: a dataclass that is frozen at run time takes more than twice as long to make, and so do
its instances, of which a build makes hundreds of thousands.
"""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

from pydantic import ConfigDict

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Make *cls* a slotted, keyword-only dataclass that pydantic validates without extra keys."""
    made = dataclass(slots=True, kw_only=True, unsafe_hash=True)(cls)
    made.__pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[attr-defined]
    return made
