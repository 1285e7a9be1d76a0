"""The scrcpy server's command line: `<version> key=value …`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["OptionError", "ServerOptions", "is_version_4", "parse_options"]

_NO_EFFECT = {
    *(
        "audio_bit_rate",
        "audio_codec_options",
        "audio_dup",
        "audio_encoder",
        "angle",
        "camera_ar",
        "camera_facing",
        "camera_fps",
    ),
    *(
        "camera_high_speed",
        "camera_id",
        "camera_size",
        "camera_torch",
        "camera_zoom",
        "capture_orientation",
        "crop",
        "downsize_on_error",
    ),
    *(
        "ignore_video_encoder_constraints",
        "keep_active",
        "power_off_on_close",
        "power_on",
        "screen_off_timeout",
        "show_touches",
    ),
    *("stay_awake", "video_encoder"),
}
"""Options that the server knows and that change nothing here."""
_VIDEO_CODECS = {"h264", "h265", "av1"}
_VIDEO_CODECS_4 = _VIDEO_CODECS | {"vp8", "vp9"}
_AUDIO_CODECS = {"opus", "aac", "flac", "raw"}
_AUDIO_SOURCES = re.compile(r"output|playback|mic(-[a-z-]+)?|voice-(call(-[a-z]+)?|performance)")
_NEW_DISPLAY = re.compile(r"(?:(\d+)x(\d+))?(?:/(\d+))?")
_LEVELS = ("verbose", "debug", "info", "warn", "error")


class OptionError(ValueError):
    """An argument that the server refuses; the text is what it prints before it exits."""


@dataclass(slots=True)
class ServerOptions:
    """Options with the server's defaults. Sizes in pixels, rates in bit/s and Hz; 0 means no limit."""

    scid: int = -1
    log_level: str = "debug"
    video: bool = True
    audio: bool = True
    control: bool = True
    video_codec: str = "h264"
    audio_codec: str = "opus"
    video_source: str = "display"
    audio_source: str = "output"
    max_size: int = 0
    alignment: int = 8
    video_bit_rate: int = 8_000_000
    max_fps: float = 0.0
    key_interval_s: float = 10.0
    tunnel_forward: bool = False
    display_id: int = 0
    clipboard_autosync: bool = True
    cleanup: bool = True
    new_display: tuple[int, int, int] | None = None
    vd_destroy_content: bool = True
    vd_system_decorations: bool = True
    flex_display: bool = False
    display_ime_policy: str = ""
    send_device_meta: bool = True
    send_frame_meta: bool = True
    send_dummy_byte: bool = True
    send_stream_meta: bool = True
    lists: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @property
    def socket_name(self) -> str:
        """The abstract socket's name."""
        return "scrcpy" if self.scid == -1 else f"scrcpy_{self.scid:08x}"


def is_version_4(version: str) -> bool:
    """Whether the 4.x stream format applies."""
    return int(version.partition(".")[0]) >= 4


def parse_options(server_version: str, arguments: list[str]) -> ServerOptions:
    """Read the arguments as the server of `server_version` does. Raises OptionError."""
    if not arguments:
        raise OptionError("Missing client version")
    if arguments[0] != server_version:
        raise OptionError(f"The server version ({server_version}) does not match the client ({arguments[0]})")
    four = is_version_4(server_version)
    options = ServerOptions(alignment=2 if four else 8)
    for argument in arguments[1:]:
        key, equals, value = argument.partition("=")
        if not equals:
            raise OptionError(f'Invalid key=value pair: "{argument}"')
        if not _take(options, key, value, four):
            options.unknown.append(key)
    return options


def _take(options: ServerOptions, key: str, value: str, four: bool) -> bool:
    """Apply one option; False when the server does not know it."""
    flag = value.lower() == "true"
    match key:
        case "scid":
            options.scid = _number(value, 16)
            if options.scid < -1:
                raise OptionError(f"scid may not be negative (except -1 for 'none'): {options.scid}")
        case "log_level":
            options.log_level = _one_of(value.lower(), _LEVELS, "Log level")
        case "video_codec":
            options.video_codec = _one_of(value, _VIDEO_CODECS_4 if four else _VIDEO_CODECS, "Video codec")
        case "audio_codec":
            options.audio_codec = _one_of(value, _AUDIO_CODECS, "Audio codec")
        case "video_source":
            options.video_source = _one_of(value, ("display", "camera"), "Video source")
        case "audio_source":
            if not _AUDIO_SOURCES.fullmatch(value):
                raise OptionError(f"Audio source {value} not supported")
            options.audio_source = value
        case "max_size":
            options.max_size = _number(value) if four else _number(value) & ~7
        case "min_size_alignment" if four:
            options.alignment = max(2, _number(value))
        case "video_bit_rate":
            options.video_bit_rate = _number(value)
        case "max_fps":
            options.max_fps = _decimal("max_fps", value)
        case "video_codec_options":
            options.key_interval_s = _key_interval(value, options.key_interval_s)
        case "display_id":
            options.display_id = _number(value)
        case "new_display":
            options.new_display = _new_display(value)
        case "display_ime_policy":
            options.display_ime_policy = _one_of(value, ("local", "fallback", "hide"), "Invalid display IME policy:")
        case "list_encoders" | "list_displays" | "list_cameras" | "list_camera_sizes" | "list_apps":
            if flag:
                options.lists.append(key)
        case "raw_stream":
            if flag:
                options.send_device_meta = options.send_frame_meta = options.send_dummy_byte = (
                    options.send_stream_meta
                ) = False
        case "send_codec_meta" if not four:
            options.send_stream_meta = flag
        case "send_stream_meta" | "flex_display" if not four:
            return False
        case (
            "video"
            | "audio"
            | "control"
            | "tunnel_forward"
            | "clipboard_autosync"
            | "cleanup"
            | "vd_destroy_content"
            | "vd_system_decorations"
            | "flex_display"
            | "send_device_meta"
            | "send_frame_meta"
            | "send_dummy_byte"
            | "send_stream_meta"
        ):
            setattr(options, key, flag)
        case _:
            return key in _NO_EFFECT
    return True


def _number(text: str, base: int = 10) -> int:
    try:
        return int(text, base)
    except ValueError:
        # Java's words, which scrcpy prints as they are.
        raise OptionError(f'For input string: "{text}"') from None


def _decimal(key: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise OptionError(f'Invalid float value for {key}: "{text}"') from None


def _one_of(value: str, allowed: tuple[str, ...] | set[str], what: str) -> str:
    if value not in allowed:
        raise OptionError(f"{what} {value} not supported")
    return value


def _key_interval(text: str, default: float) -> float:
    for item in text.split(","):
        key, _, value = item.partition("=")
        if key.partition(":")[0] == "i-frame-interval":
            return max(0.0, _decimal("i-frame-interval", value))
    return default


def _new_display(text: str) -> tuple[int, int, int]:
    """Width, height, dpi; 0 where the main display's value applies."""
    found = _NEW_DISPLAY.fullmatch(text)
    if found is None:
        raise OptionError(f"Invalid new display: {text}")
    width, height, dpi = (int(part or 0) for part in found.groups())
    if found.group(1) and (not width or not height):
        raise OptionError(f"Invalid new display: {text}")
    return width, height, dpi
