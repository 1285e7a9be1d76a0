"""``pillion doctor``: what works on this machine, what does not, and what to do about it. One line each."""

from __future__ import annotations

import argparse
import ctypes
import importlib.metadata
import importlib.util
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

__all__ = ["CHECKS", "Finding", "main", "sound_pair"]

_LINUX_CAN = "280"  # ARPHRD_CAN in linux/if_arp.h
_APT = "apt-get install"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. ``state``: ok, absent (the unit runs without it) or broken (it does not)."""

    name: str
    state: str
    text: str


def sound_pair(python: tuple[int, int], pyside: tuple[int, int]) -> bool:
    """PySide6 6.12 on Python 3.11 loses references to None and True and aborts after some 500 signal emissions."""
    return (3, 11) <= python <= (3, 13) and (pyside < (6, 12) if python < (3, 12) else pyside >= (6, 12))


def _python() -> Finding:
    version = importlib.metadata.version("PySide6")
    major, minor = (int(part) for part in version.split(".")[:2])
    pair = f"Python {sys.version_info.major}.{sys.version_info.minor} with PySide6 {version}"
    if sound_pair(sys.version_info[:2], (major, minor)):
        return Finding("python", "ok", pair)
    return Finding("python", "broken", f"{pair} do not go together: delete .venv and run script/bootstrap")


def _display() -> Finding:
    for variable in ("WAYLAND_DISPLAY", "DISPLAY"):
        if os.environ.get(variable):
            return Finding("display", "ok", f"{variable}={os.environ[variable]}")
    cards = sorted(Path("/dev/dri").glob("card*")) if Path("/dev/dri").is_dir() else []
    if cards:
        return Finding("display", "ok", f"{cards[0]} without a desktop: use a Wayland kiosk, or -platform linuxfb")
    return Finding(
        "display", "absent", "no display: use --headless, -platform vnc (then any VNC viewer), or pillion snap"
    )


def _sound() -> Finding:
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent"))
    paths = [path for path in (runtime / "pulse" / "native", Path("/run/pulse/native")) if path.exists()]
    if server := os.environ.get("PULSE_SERVER", "") or (str(paths[0]) if paths else ""):
        try:
            ctypes.CDLL("libpulse.so.0")
        except OSError:
            return Finding("sound", "broken", f"phones are not heard: {_APT} libpulse0")
        return Finding("sound", "ok", server)
    if (runtime / "pipewire-0").exists():
        return Finding("sound", "absent", f"PipeWire alone: music plays, phones are not heard; {_APT} pipewire-pulse")
    cards = Path("/proc/asound/cards")
    if cards.exists() and "no soundcards" not in cards.read_text():
        return Finding("sound", "absent", f"a sound card but no sound server: {_APT} pipewire-pulse")
    return Finding("sound", "absent", "no sound device: music plays silently")


def _player() -> Finding:
    """QtMultimedia plays through a plugin that is quietly left out when one of its libraries is missing."""
    spec = importlib.util.find_spec("PySide6")
    assert spec is not None
    assert spec.submodule_search_locations
    plugin = Path(spec.submodule_search_locations[0]) / "Qt" / "plugins" / "multimedia" / "libffmpegmediaplugin.so"
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return Finding("music", "broken", f"nothing can be played: {error}; run script/bootstrap, which installs it")
    return Finding("music", "ok", "FLAC, MP3, Ogg and AAC can be played")


def _dbus() -> Finding:
    daemon = shutil.which("dbus-daemon")
    if daemon:
        return Finding("d-bus", "ok", daemon)
    return Finding("d-bus", "broken", f"dbus-daemon is missing: {_APT} dbus-daemon, or use --in-process")


def _can() -> Finding:
    nets = sorted(p.parent.name for p in Path("/sys/class/net").glob("*/type") if p.read_text().strip() == _LINUX_CAN)
    if nets:
        return Finding("can", "ok", f"SocketCAN: {', '.join(nets)}")
    return Finding("can", "absent", "no SocketCAN interface: the simulated car uses UDP multicast on loopback")


def _multicast() -> Finding:
    group = "239.74.163.2"
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            joined = socket.inet_aton(group) + socket.inet_aton("127.0.0.1")
            probe.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, joined)
            probe.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("127.0.0.1"))
            probe.settimeout(1)
            probe.bind((group, 0))
            probe.sendto(b"pillion", (group, probe.getsockname()[1]))
            probe.recv(16)
        except OSError as error:
            return Finding(
                "multicast",
                "absent",
                f"no multicast on loopback ({error}): no simulated car; ip link set lo multicast on",
            )
    return Finding("multicast", "ok", "on loopback: the simulated car can be heard")


def _camera() -> Finding:
    devices = sorted(str(path) for path in Path("/dev").glob("video*"))
    if devices:
        return Finding("camera", "ok", ", ".join(devices))
    return Finding(
        "camera", "absent", "no /dev/video*: plug in a camera, or load the kernel's test camera: modprobe vivid"
    )


def _video() -> Finding:
    from ui.video.codecs import SOFTWARE, candidates, open_first

    chosen = open_first("h264", candidates("h264"))
    way = chosen.name if chosen else ""
    if way == SOFTWARE:
        text = "the processor: no V4L2 M2M, VAAPI or CUDA decoder could be opened; pictures of phones cost more of it"
        return Finding("video", "ok", text)
    return Finding("video", "ok" if way else "broken", way or "no H.264 decoder: install PyAV, pip install av")


def _bluetooth() -> Finding:
    adapters = sorted(p.name for p in Path("/sys/class/bluetooth").glob("hci*"))
    if adapters:
        return Finding("bluetooth", "ok", ", ".join(adapters))
    return Finding("bluetooth", "absent", "no adapter: phones connect by adb over USB or Wi-Fi")


def _adb() -> Finding:
    program = shutil.which("adb")
    with socket.socket() as probe:
        probe.settimeout(0.3)
        running = probe.connect_ex(("127.0.0.1", 5037)) == 0
    if running:
        return Finding("adb", "ok", "an adb server answers on port 5037")
    if program:
        return Finding("adb", "ok", f"{program}; start it for phones on USB: adb start-server")
    return Finding("adb", "absent", f"phones on Wi-Fi work without it; for USB: {_APT} adb")


def _fonts() -> Finding:
    program = shutil.which("fc-list")
    if program:
        listed = subprocess.run(
            [program, ":lang=zh", "family"], capture_output=True, text=True, timeout=10
        ).stdout.strip()
        found = bool(listed)
    else:
        found = any(Path("/usr/share/fonts").rglob("NotoSansCJK*"))
    if found:
        return Finding("fonts", "ok", "Chinese is covered; Latin and Arabic are shipped")
    return Finding("fonts", "absent", f"no Chinese font, its text would be boxes: {_APT} fonts-noto-cjk")


CHECKS: tuple[Callable[[], Finding], ...] = (
    _python, _display, _sound, _player, _dbus, _can, _multicast, _camera, _video, _bluetooth, _adb, _fonts,
)  # fmt: skip


def _lines(findings: Iterable[Finding]) -> str:
    marks = {"ok": "ok    ", "absent": "absent", "broken": "BROKEN"}
    return "\n".join(f"{marks[f.state]}  {f.name:<10} {f.text}" for f in findings)


def main(argv: list[str]) -> int:
    """Print the findings; 1 when the unit cannot run."""
    parser = argparse.ArgumentParser(prog="pillion doctor", description=__doc__)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args(argv)
    findings = [check() for check in CHECKS]
    print(json.dumps([asdict(f) for f in findings]) if arguments.json else _lines(findings))
    return 1 if any(f.state == "broken" for f in findings) else 0
