"""What is told of streams over the bus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from backends.sound.desk import Stream
    from backends.sound.streams import Recorder

__all__ = ["MICROPHONE", "recorder_view", "stream_view"]

MICROPHONE = "microphone"


def stream_view(stream: Stream, dry: int) -> dict[str, Any]:
    """One row of Streams."""
    row: dict[str, Any] = {"owner": stream.owner, "role": stream.role, "name": stream.name, "state": stream.state}
    if (voice := stream.voice) is None:
        return row | {"rate": 0, "channels": 0, "delay_ms": 0.0}
    figures = voice.figures
    return row | {
        "rate": voice.sound.rate,
        "channels": voice.sound.channels,
        "delay_ms": round(figures.delay_ms, 1),
        "buffer_ms": round(figures.buffer_ms, 1),
        "gaps": figures.gaps,
        "gap_ms": round(figures.gap_ms, 1),
        "device_gaps": dry,
        "dropped_ms": round(figures.dropped_ms, 1),
        "drift_ppm": round(figures.drift_ppm, 1),
        "gain_db": round(voice.ramp.level_db, 1) + 0.0,
    }


def recorder_view(recorder: Recorder) -> dict[str, Any]:
    """The microphone's row of Streams."""
    return {
        "owner": recorder.owner,
        "role": MICROPHONE,
        "name": "",
        "state": "playing",
        "rate": recorder.rate,
        "channels": recorder.channels,
        "dropped_ms": round(recorder.dropped_ms, 1),
    }
