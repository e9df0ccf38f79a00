"""The one kind of class the model is made of: a value that nobody changes, and that refuses unknown fields.

The type checker sees to the first: a dataclass that is frozen at run time takes more than twice as long to make, and so do
its instances, of which a build makes hundreds of thousands.
"""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

from pydantic import ConfigDict

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Make *cls* a slotted, keyword-only dataclass that pydantic validates without extra keys, and that is equal by its fields."""
    made: Any = dataclass(slots=True, kw_only=True, init=False, eq=False, repr=False)(cls)
    made.__pydantic_config__ = ConfigDict(extra="forbid")
    for name, method in _as_value(made).items():
        if name not in cls.__dict__:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _as_value(cls: Any) -> dict[str, Any]:
    """What dataclasses would write and compile for each of hundreds of classes, which takes longer than to import them."""
    names = [field.name for field in fields(cls)]
    values: Any = attrgetter(*names) if names else lambda self: ()

    def made(self: Any, **values: Any) -> None:
        cls.__init__ = _init(cls)  # the first one that is made; of many classes a build makes none
        cls.__init__(self, **values)

    def equal(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def as_hash(self: Any) -> int:
        return hash(values(self))

    def shown(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return {"__init__": made, "__eq__": equal, "__hash__": as_hash, "__repr__": shown}


def _init(cls: Any) -> Callable[..., None]:
    """A function that sets the fields of *cls* one by one; nothing is quicker, and it can only be had by compiling it."""
    takes, sets, known = [], [], dict[str, Any]()
    for field in fields(cls):
        name, is_made = field.name, field.default_factory is not MISSING
        known[f"_{name}"] = field.default_factory if is_made else field.default
        if field.init:
            takes.append(name if known[f"_{name}"] is MISSING else f"{name}=_{name}")
        given = f"_{name}() if {name} is _{name} else {name}" if field.init else f"_{name}()"
        sets.append(f"self.{name} = {given if is_made else name}")
    exec(f"def __init__(self, {'*, ' if takes else ''}{', '.join(takes)}):\n " + "\n ".join(sets or ["pass"]), known)
    return known["__init__"]  # type: ignore[no-any-return]
