"""Writing a file whole or not at all.

In: a path and the bytes. Out: nothing; afterwards the file holds all of them, or what it held before (trust.md B29).
The bytes go to a temporary file in the same folder, reach the disk, and take the name in one step. A temporary file
that a killed run left behind is removed by the next run that writes the same name. A refusal is a ``Diagnostic`` in
``CannotWrite``.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from criteria.diagnostics import Diagnostic
from criteria.source import Place

if sys.platform != "win32":
    import fcntl

SUFFIX = ".criteria-part"
NO_FOLDERS_TO_SYNC = sys.platform == "win32"


class CannotWrite(Exception):
    """A file that cannot be written, and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.kind)
        self.diagnostic = diagnostic


def write(path: str | Path, data: bytes) -> None:
    """All of ``data`` under the name ``path``; a link is followed, a device (``/dev/null``) is written directly."""
    given = Place(str(path))
    try:
        target = Path(os.path.realpath(path))
        mode = _mode(target, given)
        if mode is not None and not stat.S_ISREG(mode):
            target.write_bytes(data)
            return
        _clean(target)
        for last in (False, True):
            try:
                _replace(target, data, mode)
                break
            except FileNotFoundError:
                # Between making the temporary file and locking it, another run may have cleaned it away.
                if last:
                    raise
        _sync_folder(target.parent)
    except (OSError, ValueError) as error:
        raise CannotWrite(_refusal(error, given)) from None


@contextmanager
def workplace(path: str | Path) -> Iterator[Path]:
    """A folder beside ``path`` for what takes long to write; it is gone afterwards, and where a run was killed the next one removes it."""
    given = Place(str(path))
    try:
        target = Path(os.path.realpath(path))
        mode = _mode(target, given)
        if mode is not None and not stat.S_ISREG(mode):
            raise CannotWrite(Diagnostic("output-no-file", given))
        _clean(target)
        part = target.with_name(f".{target.name}.{os.getpid()}{SUFFIX}")
        part.mkdir()
        handle = -1 if sys.platform == "win32" else os.open(part, os.O_RDONLY)
    except (OSError, ValueError) as error:
        raise CannotWrite(_refusal(error, given)) from None
    try:
        if handle >= 0:
            _lock(handle)
        yield part
    finally:
        _remove(part)
        if handle >= 0:
            os.close(handle)


def arrive(part: Path, path: str | Path) -> None:
    """A file that is whole takes the name ``path``, in one step."""
    try:
        target = Path(os.path.realpath(path))
        mode = _mode(target, Place(str(path)))
        if mode is not None:
            os.chmod(part, stat.S_IMODE(mode))
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, target)
        _sync_folder(target.parent)
    except (OSError, ValueError) as error:
        raise CannotWrite(_refusal(error, Place(str(path)))) from None


def _refusal(error: Exception, given: Place) -> Diagnostic:
    return Diagnostic("cannot-write", given, {"reason": getattr(error, "strerror", None) or str(error)})


def _remove(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def _mode(target: Path, given: Place) -> int | None:
    """The mode of what stands there; a folder is refused, and so is a name in a folder that is not there."""
    if not target.parent.is_dir():
        raise CannotWrite(Diagnostic("no-such-folder", given, {"folder": str(target.parent)}))
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise CannotWrite(Diagnostic("output-is-folder", given))
    return mode


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}{SUFFIX}")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(handle, "wb") as file:
            _lock(file.fileno())
            if mode is not None:
                os.chmod(part, stat.S_IMODE(mode))
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if sys.platform != "win32":
                os.replace(part, target)
        if sys.platform == "win32":  # an open file cannot be renamed there
            os.replace(part, target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _lock(handle: int) -> None:
    """While its writer lives, a temporary file is locked, so that no other run takes it for a leftover."""
    if sys.platform != "win32":
        with suppress(OSError):  # some network folders know no locks
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _clean(target: Path) -> None:
    """Removes temporary files for this name that nobody is writing any more."""
    for part in target.parent.glob(f".{_literal(target.name)}.*{SUFFIX}"):
        if part.is_dir():
            _clean_folder(part)
            continue
        with suppress(OSError), open(part, "rb") as file:
            if sys.platform != "win32":
                fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
                part.unlink()
        if sys.platform == "win32":  # refused by the system while its writer has it open
            with suppress(OSError):
                part.unlink()


def _clean_folder(part: Path) -> None:
    """A workplace that nobody works in any more."""
    if sys.platform == "win32":  # what is open there stays, and with it the folder
        _remove(part)
        return
    with suppress(OSError):
        handle = os.open(part, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _remove(part)
        finally:
            os.close(handle)


def _literal(name: str) -> str:
    """The name as a pattern that matches only itself."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _sync_folder(folder: Path) -> None:
    if NO_FOLDERS_TO_SYNC:
        return
    with suppress(OSError):  # not every file system syncs folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
