"""Our words for keys, and Android's codes for them (android.view.KeyEvent)."""

from __future__ import annotations

__all__ = ["KEYCODES"]

KEYCODES = {
    "home": 3,
    "back": 4,
    "call": 5,
    "hangup": 6,
    "up": 19,
    "down": 20,
    "left": 21,
    "right": 22,
    "ok": 23,
    "volume_up": 24,
    "volume_down": 25,
    "tab": 61,
    "enter": 66,
    "delete": 67,
    "menu": 82,
    "search": 84,
    "play_pause": 85,
    "stop": 86,
    "next": 87,
    "previous": 88,
    "rewind": 89,
    "fast_forward": 90,
    "escape": 111,
    "play": 126,
    "pause": 127,
    "mute": 164,
    "apps": 187,
    "voice": 231,
}
