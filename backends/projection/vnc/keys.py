"""Our words for keys, and characters, as X11 keysyms (X.Org's keysymdef.h and XF86keysym.h)."""

from __future__ import annotations

__all__ = ["KEYSYMS", "keysym_of"]

_SHIFT, _CONTROL = 0xFFE1, 0xFFE3
_TAB, _RETURN, _ESCAPE = 0xFF09, 0xFF0D, 0xFF1B

KEYSYMS: dict[str, tuple[int, ...]] = {
    "home": (0xFF50,),
    "back": (_ESCAPE,),
    "escape": (_ESCAPE,),
    "apps": (_CONTROL, _SHIFT, _ESCAPE),
    "menu": (0xFF67,),
    "up": (0xFF52,),
    "down": (0xFF54,),
    "left": (0xFF51,),
    "right": (0xFF53,),
    "ok": (_RETURN,),
    "enter": (_RETURN,),
    "tab": (_TAB,),
    "rotary_right": (_TAB,),
    "rotary_left": (_SHIFT, _TAB),
    "delete": (0xFF08,),
    "search": (0x1008FF1B,),
    "play_pause": (0x1008FF14,),
    "play": (0x1008FF14,),
    "pause": (0x1008FF31,),
    "stop": (0x1008FF15,),
    "next": (0x1008FF17,),
    "previous": (0x1008FF16,),
    "rewind": (0x1008FF3E,),
    "fast_forward": (0x1008FF97,),
    "volume_up": (0x1008FF13,),
    "volume_down": (0x1008FF11,),
    "mute": (0x1008FF12,),
    "call": (0x1008FF6E,),
}
"""Pressed in this order. Home, Escape and Control-Shift-Escape are what droidVNC-NG takes as home, back and the apps."""

_CONTROLS = {"\n": _RETURN, "\r": _RETURN, "\t": _TAB, "\b": 0xFF08, "\x1b": _ESCAPE, "\x7f": 0xFFFF}
_UNICODE = 0x01000000


def keysym_of(letter: str) -> int | None:
    """The keysym of a character: Latin-1 is itself, the rest is by its Unicode number. None: nothing to type."""
    if letter in _CONTROLS:
        return _CONTROLS[letter]
    code = ord(letter)
    if 0x20 <= code < 0x7F or 0xA0 <= code <= 0xFF:
        return code
    return _UNICODE + code if code > 0xFF and not 0xD800 <= code < 0xE000 else None
