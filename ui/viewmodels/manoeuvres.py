"""The words of org.pillion.Projection1 for manoeuvres and lanes, as pictures and sentences."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

__all__ = ["lane_symbol", "manoeuvre_symbol", "manoeuvre_text"]

_SYMBOLS = {
    "depart": "navigation",
    "name_change": "turn-straight",
    "straight": "turn-straight",
    "slight_left": "turn-slight-left",
    "slight_right": "turn-slight-right",
    "turn_left": "turn-left",
    "turn_right": "turn-right",
    "sharp_left": "turn-sharp-left",
    "sharp_right": "turn-sharp-right",
    "u_turn_left": "turn-u-left",
    "u_turn_right": "turn-u-right",
    "on_ramp": "turn-merge-left",
    "on_ramp_left": "turn-ramp-left",
    "on_ramp_right": "turn-ramp-right",
    "off_ramp": "turn-ramp-right",
    "off_ramp_left": "turn-ramp-left",
    "off_ramp_right": "turn-ramp-right",
    "fork_left": "turn-fork-left",
    "fork_right": "turn-fork-right",
    "merge": "turn-merge-left",
    "merge_left": "turn-merge-left",
    "merge_right": "turn-merge-right",
    "roundabout_enter": "turn-roundabout",
    "roundabout_exit": "turn-roundabout",
    "roundabout_ccw": "turn-roundabout",
    "roundabout_cw": "turn-roundabout-cw",
    "ferry": "ship",
    "ferry_train": "ship",
    "destination": "turn-destination",
    "destination_straight": "turn-destination",
    "destination_left": "turn-destination",
    "destination_right": "turn-destination",
}
_TEXTS: dict[str, object] = {
    "depart": QT_TRANSLATE_NOOP("Guidance", "Set off"),
    "name_change": QT_TRANSLATE_NOOP("Guidance", "Straight on"),
    "straight": QT_TRANSLATE_NOOP("Guidance", "Straight on"),
    "slight_left": QT_TRANSLATE_NOOP("Guidance", "Bear left"),
    "slight_right": QT_TRANSLATE_NOOP("Guidance", "Bear right"),
    "turn_left": QT_TRANSLATE_NOOP("Guidance", "Turn left"),
    "turn_right": QT_TRANSLATE_NOOP("Guidance", "Turn right"),
    "sharp_left": QT_TRANSLATE_NOOP("Guidance", "Sharp left"),
    "sharp_right": QT_TRANSLATE_NOOP("Guidance", "Sharp right"),
    "u_turn_left": QT_TRANSLATE_NOOP("Guidance", "Turn around"),
    "u_turn_right": QT_TRANSLATE_NOOP("Guidance", "Turn around"),
    "on_ramp": QT_TRANSLATE_NOOP("Guidance", "Take the ramp"),
    "on_ramp_left": QT_TRANSLATE_NOOP("Guidance", "Take the ramp on the left"),
    "on_ramp_right": QT_TRANSLATE_NOOP("Guidance", "Take the ramp on the right"),
    "off_ramp": QT_TRANSLATE_NOOP("Guidance", "Take the exit"),
    "off_ramp_left": QT_TRANSLATE_NOOP("Guidance", "Take the exit on the left"),
    "off_ramp_right": QT_TRANSLATE_NOOP("Guidance", "Take the exit on the right"),
    "fork_left": QT_TRANSLATE_NOOP("Guidance", "Keep left"),
    "fork_right": QT_TRANSLATE_NOOP("Guidance", "Keep right"),
    "merge": QT_TRANSLATE_NOOP("Guidance", "Merge"),
    "merge_left": QT_TRANSLATE_NOOP("Guidance", "Merge to the left"),
    "merge_right": QT_TRANSLATE_NOOP("Guidance", "Merge to the right"),
    "ferry": QT_TRANSLATE_NOOP("Guidance", "Take the ferry"),
    "ferry_train": QT_TRANSLATE_NOOP("Guidance", "Take the car train"),
    "destination": QT_TRANSLATE_NOOP("Guidance", "You arrive"),
    "destination_straight": QT_TRANSLATE_NOOP("Guidance", "You arrive"),
    "destination_left": QT_TRANSLATE_NOOP("Guidance", "You arrive, on the left"),
    "destination_right": QT_TRANSLATE_NOOP("Guidance", "You arrive, on the right"),
}
_LANES = {
    "straight": "lane-straight",
    "slight_left": "lane-slight-left",
    "slight_right": "lane-slight-right",
    "left": "lane-left",
    "right": "lane-right",
    "turn_left": "lane-left",
    "turn_right": "lane-right",
    "sharp_left": "lane-sharp-left",
    "sharp_right": "lane-sharp-right",
    "u_turn_left": "lane-u-left",
    "u_turn_right": "lane-u-right",
}


def manoeuvre_symbol(word: str) -> str:
    """An icon of assets/icons; for an unknown word the one of guidance itself."""
    return _SYMBOLS.get(word, "navigation")


def manoeuvre_text(word: str, exit_number: int = 0) -> str:
    """What to do; empty for an unknown word: the road's name stands alone then."""
    if word.startswith("roundabout"):
        if exit_number > 0:
            text = QCoreApplication.translate("Guidance", "Roundabout, exit %1")
            return text.replace("%1", str(exit_number))
        return QCoreApplication.translate("Guidance", "Through the roundabout")
    text = str(_TEXTS.get(word, ""))
    return QCoreApplication.translate("Guidance", text) if text else ""


def lane_symbol(shape: str) -> str:
    """An icon of assets/icons; its arrows share one stem, so that two of them lie upon each other."""
    return _LANES.get(shape, "lane-straight")
