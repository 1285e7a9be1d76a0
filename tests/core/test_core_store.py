"""Files that survive a power cut."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backends.core import store

ROOT = Path(__file__).resolve().parents[2]

_WRITER = """
import sys
from pathlib import Path
from backends.core.store import write_atomic
path, number = Path(sys.argv[1]), int(sys.argv[2])
while True:
    number += 1
    write_atomic(path, (b"%d\\n" % number) * 3000)
    sys.stdout.write("%d\\n" % number)
    sys.stdout.flush()
"""

_KILLED_AT_STEP = """
import os, signal, sys
from pathlib import Path
from backends.core.store import write_atomic
path, step, seen = Path(sys.argv[1]), int(sys.argv[2]), 0
def audit(event, args):
    global seen
    if event in ("open", "os.rename") and str(path.parent) in str(args[0]) or event == "fsync":
        seen += 1
        if seen == step:
            os.kill(os.getpid(), signal.SIGKILL)
fsync = os.fsync
os.fsync = lambda handle: (audit("fsync", ()), fsync(handle), audit("fsync", ()))
sys.addaudithook(audit)
write_atomic(path, b"new" * 5000)
"""


def test_the_state_folder_follows_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PILLION_STATE", str(tmp_path))
    assert store.state_dir() == tmp_path
    assert store.cache_dir() == tmp_path / "cache"
    monkeypatch.delenv("PILLION_STATE")
    monkeypatch.setenv("XDG_STATE_HOME", "/var/x")
    assert store.state_dir() == Path("/var/x/pillion")
    monkeypatch.setenv("XDG_STATE_HOME", "relative/is/invalid")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert store.state_dir() == tmp_path / ".local/state/pillion"
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("PILLION_CONFIG", raising=False)
    assert store.config_dir() == tmp_path / ".config/pillion"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.lists(st.binary(max_size=4096), min_size=1, max_size=4))
def test_what_was_written_last_is_read(tmp_path: Path, contents: list[bytes]) -> None:
    path = tmp_path / "a" / "b" / "file.json"
    for content in contents:
        store.write_atomic(path, content)
        assert store.read_bytes(path) == content
    assert [entry.name for entry in path.parent.iterdir()] == ["file.json"]


def test_no_file_reads_as_none_and_a_folder_is_an_error(tmp_path: Path) -> None:
    assert store.read_bytes(tmp_path / "none") is None
    with pytest.raises(OSError, match="directory"):
        store.read_bytes(tmp_path)


def test_a_failed_write_keeps_the_old_content_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "file"
    store.write_atomic(path, b"old")
    (tmp_path / "folder" / "full").mkdir(parents=True)
    with pytest.raises(OSError, match="director"):
        store.write_atomic(tmp_path / "folder", b"cannot replace a folder")
    assert path.read_bytes() == b"old"
    assert {entry.name for entry in tmp_path.iterdir()} == {"file", "folder"}


def test_only_the_owner_may_read(tmp_path: Path) -> None:
    store.write_atomic(tmp_path / "file", b"private")
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


def test_bad_files_are_numbered_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    for number in (1, 2, 3):
        path.write_bytes(b"%d" % number)
        assert store.set_aside(path) == tmp_path / f"p.json.bad-{number}"
    assert not path.exists()
    assert (tmp_path / "p.json.bad-2").read_bytes() == b"2"


def test_kill_9_at_any_moment_leaves_the_old_or_the_new_content(tmp_path: Path) -> None:
    """A writer counts up and says each number once it is on disk; it is killed 20 times at random moments."""
    path = tmp_path / "deep" / "counter"
    chance = random.Random(20)
    said = 0
    for _ in range(20):
        with subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path), str(said)],
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ) as writer:
            assert writer.stdout is not None
            for _ in range(chance.randrange(1, 40)):
                writer.stdout.readline()
            # Spin a little so that the kill falls anywhere between two reports, not always right after one.
            for _ in range(chance.randrange(20_000)):
                pass
            writer.send_signal(signal.SIGKILL)
            rest = writer.stdout.read().split(b"\n")
            said = max([said, *(int(line) for line in rest[:-1])])
        lines = path.read_bytes().split()
        assert len(lines) == 3000, "half a file"
        assert len(set(lines)) == 1, "two contents mixed"
        on_disk = int(lines[0])
        assert on_disk >= said, "an acknowledged write was lost"
        said = on_disk
    store.clear_leftovers(path.parent)
    assert [entry.name for entry in path.parent.iterdir()] == ["counter"]


def test_killed_at_each_step_the_file_is_whole(tmp_path: Path) -> None:
    """The writer kills itself before its 1st, 2nd, … step on the disk, until it gets through."""
    path, outcomes = tmp_path / "file", []
    for step in range(1, 20):
        store.write_atomic(path, b"old" * 5000)
        code = subprocess.run(
            [sys.executable, "-c", _KILLED_AT_STEP, str(path), str(step)], cwd=ROOT, check=False
        ).returncode
        outcomes.append({b"old" * 5000: "old", b"new" * 5000: "new"}[path.read_bytes()])
        if code == 0:
            break
        assert code == -signal.SIGKILL
    else:
        pytest.fail("the writer never got through")
    assert len(outcomes) > 5, "the steps were not seen"
    assert outcomes == sorted(outcomes, key=["old", "new"].index), "new content must never be lost again"
    assert outcomes[0] == "old"
    assert outcomes[-1] == "new"
