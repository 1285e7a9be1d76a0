"""What the head unit's commands do to the phone."""

from __future__ import annotations

__all__ = ["KEYCODES", "NAMES"]

KEYCODES = {
    100: 21, 101: 22, 102: 19, 103: 20, 104: 23, 106: 4, 111: 21, 112: 22, 113: 19, 114: 20,
    200: 3, 201: 126, 202: 127, 203: 85, 204: 87, 205: 88,
}  # fmt: skip
"""Commands that are keys, and Android's codes for them, which the simulated apps understand."""

NAMES = {
    5: "voice", 6: "voice_released", 7: "car_microphone", 12: "key_frame", 15: "box_microphone", 16: "night", 17: "day",
    18: "gnss_on", 19: "gnss_off", 22: "audio_elsewhere", 23: "audio_here", 24: "wifi_2.4", 25: "wifi_5",
    300: "accept_call", 301: "reject_call", 500: "video_focus", 1000: "wifi_enable", 1002: "wifi_connect",
}  # fmt: skip
"""For the counters of a test."""
