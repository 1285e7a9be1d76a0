"""Whether there is anything to make sound with, asked without Qt: on a machine without sound, asking Qt costs a warning."""

from __future__ import annotations

import os
import socket
from pathlib import Path

__all__ = ["sound_is_likely"]

_CONNECT_S = 0.2


def sound_is_likely() -> bool:
    """Whether a sound server answers or, where there is none, a sound device exists.

    A server is PulseAudio or PipeWire in the place they are found by: PULSE_SERVER, else the runtime folder.
    """
    named = os.environ.get("PULSE_SERVER", "")
    if named:
        path = named.removeprefix("unix:")
        # A server elsewhere, or several to choose from: only Qt can find out.
        return _answers(Path(path)) if path.startswith("/") and " " not in path else True
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent"))
    sockets = [runtime / name for name in ("pulse/native", "pipewire-0")] + [Path("/run/pulse/native")]
    if any(path.exists() for path in sockets):
        return any(_answers(path) for path in sockets)
    return any(Path("/dev/snd").glob("pcm*p")) if Path("/dev/snd").is_dir() else os.name != "posix"


def _answers(path: Path) -> bool:
    """A socket file outlives its server."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(_CONNECT_S)
        try:
            client.connect(str(path))
        except OSError:
            return False
        return True
