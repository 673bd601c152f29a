"""Files are written whole or not at all (trust.md B29)."""

import os
import subprocess
import sys

import pytest

from criteria import files
from criteria.files import CannotWrite, write

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX")


def test_new_and_old(tmp_path):
    target = tmp_path / "rapport [1].txt"
    write(target, b"one")
    write(target, b"two")
    assert target.read_bytes() == b"two"
    assert os.listdir(tmp_path) == [target.name]


@posix
def test_the_mode_stays(tmp_path):
    target = tmp_path / "a"
    target.write_bytes(b"")
    target.chmod(0o640)
    write(target, b"x")
    assert target.stat().st_mode & 0o777 == 0o640


@posix
def test_a_link_is_followed(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "link").symlink_to("a")
    write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"


@posix
def test_a_device_is_written_directly():
    write("/dev/null", b"x")


@pytest.mark.parametrize("name", ["", "nowhere/a", "\0", "x" * 300])
def test_refused(tmp_path, name):
    with pytest.raises(CannotWrite) as refused:
        write(tmp_path / name, b"x")
    assert refused.value.diagnostic.message()
    assert os.listdir(tmp_path) == []


def test_a_fault_in_the_middle_leaves_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "a"
    write(target, b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(CannotWrite) as refused:
        write(target, b"new")
    assert "No space left" in refused.value.diagnostic.message()
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a"]


@posix
def test_a_killed_run_leaves_the_old_file_and_its_leftover_is_cleaned(tmp_path):
    target = tmp_path / "a"
    write(target, b"old")
    code = (
        "import os, signal, sys\nfrom criteria import files\n"
        "files.os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "files.write(sys.argv[1], b'new')"
    )
    subprocess.run([sys.executable, "-c", code, str(target)], check=False)
    assert target.read_bytes() == b"old"
    assert len(os.listdir(tmp_path)) == 2
    write(target, b"newer")
    assert os.listdir(tmp_path) == ["a"]
    assert target.read_bytes() == b"newer"


@posix
def test_the_temporary_file_of_a_living_run_is_left_alone(tmp_path):
    import fcntl

    other = tmp_path / f".a.1{files.SUFFIX}"
    with other.open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        write(tmp_path / "a", b"x")
        assert other.exists()
