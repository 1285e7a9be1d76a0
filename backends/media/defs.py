"""Names and words of MPRIS (https://specifications.freedesktop.org/mpris-spec/latest/), and how they map to ours."""

from __future__ import annotations

from backends.media.domain import Repeat, Status

__all__ = [
    "LOOP_WORDS",
    "NO_TRACK",
    "OUR_NAME",
    "PATH",
    "PLAYER",
    "PREFIX",
    "ROOT",
    "STATUS_WORDS",
    "TRACK_PREFIX",
    "repeat_of",
    "status_of",
]

PREFIX = "org.mpris.MediaPlayer2."
OUR_NAME = PREFIX + "pillion"
PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
NO_TRACK = PATH + "/TrackList/NoTrack"
TRACK_PREFIX = "/org/pillion/track/"

STATUS_WORDS = {Status.PLAYING: "Playing", Status.PAUSED: "Paused", Status.STOPPED: "Stopped"}
LOOP_WORDS = {Repeat.NONE: "None", Repeat.TRACK: "Track", Repeat.PLAYLIST: "Playlist"}


def status_of(word: object) -> Status:
    """Anything we do not know is stopped: it must not look as if it played."""
    return next((status for status, known in STATUS_WORDS.items() if known == word), Status.STOPPED)


def repeat_of(word: object) -> Repeat:
    """Anything we do not know repeats nothing."""
    return next((repeat for repeat, known in LOOP_WORDS.items() if known == word), Repeat.NONE)
