"""What a dongle is told at the start, in order (docs/protocols/carlinkit.md, "Start")."""

from __future__ import annotations

from dataclasses import dataclass

from backends.projection.carlinkit.messages import box_settings, command, file, file_number, open_box
from backends.projection.carlinkit.settings import DongleSettings
from backends.projection.carlinkit.tables import Command

__all__ = ["NIGHT_FILE", "Stage", "changes", "opening"]

NIGHT_FILE = "/tmp/night_mode"  # noqa: S108 - a path inside the dongle
_DPI_FILE = "/tmp/screen_dpi"  # noqa: S108
_HAND_FILE = "/tmp/hand_drive_mode"  # noqa: S108
_CHARGE_FILE = "/tmp/charge_mode"  # noqa: S108
_NAME_FILE = "/etc/box_name"
_ANDROID_FILE = "/etc/android_work_mode"
_NAME_MAX = 16


@dataclass(frozen=True, slots=True)
class Stage:
    """What the picture is for. Pixels, even; ``left_hand_drive``: the driver sits on the left."""

    width: int
    height: int
    dpi: int
    night: bool
    left_hand_drive: bool
    language: str = "en"
    name: str = "Pillion"


def opening(stage: Stage, settings: DongleSettings, *, now_s: float) -> list[bytes]:
    """All messages of the start but the last one (`Command.WIFI_CONNECT`, a second later)."""
    return [
        file_number(_DPI_FILE, stage.dpi),
        open_box(stage.width, stage.height, settings.fps),
        file_number(NIGHT_FILE, stage.night),
        file_number(_HAND_FILE, not _left(stage, settings)),
        file_number(_CHARGE_FILE, 1),
        file(_NAME_FILE, (settings.name or _plain_name(stage.name)).encode("ascii")),
        box_settings(_settings(stage, settings, now_s=now_s)),
        command(Command.WIFI_ENABLE),
        *_choices(settings),
        file_number(_ANDROID_FILE, 1),
    ]


def changes(stage: Stage, settings: DongleSettings, *, now_s: float) -> list[bytes]:
    """What a dongle takes while it runs."""
    return [
        file_number(_HAND_FILE, not _left(stage, settings)),
        box_settings(_settings(stage, settings, now_s=now_s)),
        *_choices(settings),
    ]


def _choices(settings: DongleSettings) -> list[bytes]:
    return [
        command(Command.WIFI_5_GHZ if settings.wifi_band == "5" else Command.WIFI_2_4_GHZ),
        command(Command.CAR_MICROPHONE if settings.microphone == "car" else Command.BOX_MICROPHONE),
        command(Command.AUDIO_HERE if settings.audio == "dongle" else Command.AUDIO_ELSEWHERE),
    ]


def _left(stage: Stage, settings: DongleSettings) -> bool:
    return settings.drive == "left" or (settings.drive == "car" and stage.left_hand_drive)


def _plain_name(name: str) -> str:
    """The car's name in the dongle's letters: it hands names to a shell."""
    kept = "".join(letter for letter in name if letter.isascii() and (letter.isalnum() or letter in " _-"))
    return kept.strip()[:_NAME_MAX].strip() or "Pillion"


def _settings(stage: Stage, settings: DongleSettings, *, now_s: float) -> dict[str, object]:
    values: dict[str, object] = {
        "mediaDelay": settings.media_delay,
        "syncTime": int(now_s),
        "androidAutoSizeW": stage.width,
        "androidAutoSizeH": stage.height,
        "drivePosition": 0 if _left(stage, settings) else 1,
        "lang": stage.language,
        "GNSSCapability": 3,
        "DashboardInfo": 5,
    }
    if settings.name:
        values |= {"wifiName": settings.name, "btName": settings.name, "boxName": settings.name}
    return values
