"""What the scrcpy server prints for its `list_*` options, to the column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backends.projection.simphone.apps import App
    from backends.projection.simphone.scrcpy.phone import Phone

__all__ = ["answers", "apps", "displays", "encoders"]

_NAME_COLUMN = 30
_ENCODER_COLUMN = 70


def answers(wanted: Iterable[str], phone: Phone) -> list[str]:
    """The log lines (without their `[server] INFO: `) for these options."""
    texts: list[str] = []
    for kind in wanted:
        match kind:
            case "list_encoders":
                texts += [encoders(), _audio_encoders()]
            case "list_displays":
                texts.append(displays(phone))
            case "list_apps":
                texts += ["Processing Android apps... (this may take some time)", apps(phone.installed)]
            case _:
                texts.append("List of cameras:\n    (none)")
    return texts


def apps(installed: Sequence[type[App]], title: str = "List of apps:") -> str:
    """System apps first, then by label, then by package. A label over 30 characters pushes the package to a line of its own."""
    lines = [title]
    for app in sorted(installed, key=lambda app: (not app.SYSTEM, app.LABEL, app.PACKAGE)):
        mark = "*" if app.SYSTEM else "-"
        padding = " " * (_NAME_COLUMN - len(app.LABEL))
        filler = padding if padding else f"\n   {' ' * _NAME_COLUMN}"
        lines.append(f" {mark} {app.LABEL}{filler} {app.PACKAGE}")
    return "\n".join(lines)


def displays(phone: Phone) -> str:
    """The displays there are."""
    return "\n".join(
        [
            "List of displays:",
            *(f"    --display-id={one.ident}    ({one.width}x{one.height})" for one in phone.displays.values()),
        ]
    )


def encoders() -> str:
    """The video encoders."""
    return _encoder_list("video", (("h264", "c2.example.avc.encoder"), ("h265", "c2.example.hevc.encoder")))


def _audio_encoders() -> str:
    names = (
        ("opus", "c2.android.opus.encoder"),
        ("aac", "c2.android.aac.encoder"),
        ("flac", "c2.android.flac.encoder"),
    )
    return _encoder_list("audio", names)


def _encoder_list(kind: str, names: Iterable[tuple[str, str]]) -> str:
    lines = [f"List of {kind} encoders:"]
    for codec, name in names:
        lines.append(f"{f'    --{kind}-codec={codec} --{kind}-encoder={name}':<{_ENCODER_COLUMN - 1}} (sw)")
    return "\n".join(lines)
