"""Two folders change places, in one step where the system can: whoever looks sees the one or the other, and never neither."""

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD, _EXCHANGE = -100, 2
"""Linux' renameat2(2) and macOS' renamex_np(2) have the same number for it."""

_CANNOT = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})


def put(new: Path, place: Path, aside: Path) -> None:
    """Let *new* take the *place* of what is there, which goes to *aside*. Raises OSError.

    Where it takes two steps and is cut off between them, *place* is empty and *aside* holds what was there.
    """
    if not place.exists():
        os.rename(new, place)
        return
    if _exchanged(new, place):
        os.rename(new, aside)
        return
    os.rename(place, aside)
    try:
        os.rename(new, place)
    except OSError:
        os.rename(aside, place)
        raise


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the two have changed places in one step; False where this system cannot. Raises OSError."""
    library = ctypes.CDLL(None, use_errno=True) if sys.platform != "win32" else None
    names = os.fsencode(one), os.fsencode(other)
    if linux := getattr(library, "renameat2", None):
        failed = linux(_AT_FDCWD, names[0], _AT_FDCWD, names[1], ctypes.c_uint(_EXCHANGE))
    elif mac := getattr(library, "renamex_np", None):
        failed = mac(*names, ctypes.c_uint(_EXCHANGE))
    else:
        return False
    code = ctypes.get_errno() if failed else 0
    if code and code not in _CANNOT:
        raise OSError(code, os.strerror(code), str(other))
    return not code
