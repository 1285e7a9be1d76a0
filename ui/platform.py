"""Where the display can be shown, and whether this Python and this Qt go together: checked before Qt is loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

__all__ = ["PlatformError", "check_pair", "choose", "has_display", "require_pair"]

_NO_DISPLAY = (
    "there is no display here. Use --headless, or --vnc and a VNC viewer on port 5900, "
    "or 'pillion snap --out DIR' for pictures."
)


class PlatformError(Exception):
    """The display cannot run here; one line that says what to do."""


def check_pair(python: tuple[int, int], pyside: tuple[int, ...]) -> str:
    """Empty when they go together, else one clear line."""
    found = f"Python {python[0]}.{python[1]} with PySide6 {'.'.join(map(str, pyside))}"
    if not (3, 11) <= python < (3, 14):
        return f"{found}: Python 3.11 to 3.13 is needed; script/bootstrap takes the newest it finds."
    if pyside < (6, 11, 3):
        return f"{found}: PySide6 6.11.3 or later is needed; run script/bootstrap."
    if python < (3, 12) and pyside >= (6, 12):
        # It loses references to None and True and aborts after some 500 signal emissions.
        return f"{found} crashes: PySide6 6.12 needs Python 3.12; run script/bootstrap to get 6.11."
    return ""


def require_pair() -> None:
    """Raises PlatformError for a pair that does not work, or a PySide6 whose libraries are missing."""
    try:
        import PySide6
    except ImportError as error:
        raise PlatformError(f"PySide6 cannot be loaded ({error}); run script/bootstrap.") from error
    version = tuple(int(part) for part in PySide6.__version__.split(".")[:3])
    if problem := check_pair(sys.version_info[:2], version):
        raise PlatformError(problem)


def has_display(env: Mapping[str, str] = os.environ) -> bool:
    """Whether a window system answers where the environment says: Qt aborts the process when it does not."""
    if sys.platform != "linux":
        return True
    if wayland := env.get("WAYLAND_DISPLAY"):
        base = Path(env.get("XDG_RUNTIME_DIR", "/"))
        if (base / wayland).exists():
            return True
    display = env.get("DISPLAY", "")
    host, colon, number = display.partition(":")
    if not colon:
        return False
    # A display on another machine is for Qt to reach; a local one has its socket.
    screen = number.partition(".")[0]
    return (bool(host) and host != "unix") or Path(f"/tmp/.X11-unix/X{screen}").exists()  # noqa: S108  # where X says it is


def choose(*, headless: bool = False, vnc: int | None = None, platform: str = "", size: tuple[int, int]) -> str:
    """Set the environment Qt reads, and return the platform chosen ("" is Qt's own choice). Raises PlatformError.

    ``vnc``: port to serve on, or None.
    """
    if platform.partition(":")[0] == "vnc" and "size=" not in platform:
        vnc, platform = vnc or 5900, ""
    if headless:
        chosen = "offscreen"
    elif vnc is not None:
        chosen = f"vnc:size={size[0]}x{size[1]}:port={vnc}"
    else:
        chosen = platform or os.environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        os.environ["QT_QPA_PLATFORM"] = chosen
    elif not has_display():
        raise PlatformError(_NO_DISPLAY)
    if chosen.partition(":")[0] in ("offscreen", "vnc", "minimal", "linuxfb"):
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    # Our controls are built on templates: any other style would only cost time.
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    os.environ["QT_API"] = "pyside6"
    return chosen
