"""What is told of a session: to the display in ``Sessions``, and to somebody who looks for a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from backends.projection.mirror.session import MirrorSession

__all__ = ["diagnostics_of", "report_of"]


def report_of(session: MirrorSession) -> dict[str, Any]:
    """As in ``Sessions``."""
    context, wish, sight = session.context, session.wish, session.sight
    picture = sight.picture
    x, y, width, height = picture.visible if picture else (0, 0, wish.width, wish.height)
    return {
        "id": session.id,
        "device": session.phone.id,
        "backend": context.kind,
        "app": context.app,
        "name": session.phone.name,
        "state": session.state.value,
        "reason": session.reason.value,
        "text": session.text or (sight.text if session.linked else ""),
        "waiting": sight.waiting if session.linked else "",
        "width": picture.width if picture else wish.width,
        "height": picture.height if picture else wish.height,
        "active_x": x,
        "active_y": y,
        "active_width": width,
        "active_height": height,
        "resizable": "resize" in context.capabilities,
        "capabilities": sorted(context.capabilities),
        "sounds": session.sounds.roles,
        "has_audio": "media" in session.sounds.roles,
        "gated": session.gated,
    }


def diagnostics_of(session: MirrorSession) -> list[tuple[str, str, str]]:
    """What was negotiated last and how it went: group, name, value."""
    picture = session.sight.picture
    rows = [
        ("session", "state", session.state.value),
        ("session", "attempts", str(session.attempts)),
        ("session", "last end", ": ".join(filter(None, session.last_end)) or "-"),
        ("video", "frames", str(session.sight.frames)),
        ("video", "bytes", str(session.sight.bytes)),
        ("video", "dropped", str(session.sight.feed.dropped)),
    ]
    if picture is not None:
        rows.append(("video", "format", f"{picture.codec} {picture.width}x{picture.height} {picture.visible}"))
    for role, sound in sorted(session.sounds.formats.items()):
        rows.append(("sound", role, f"{sound.codec} {sound.rate} Hz x{sound.channels}"))
    return rows + session.link_report()
