"""How the car describes itself to the phone: the tables of service discovery."""

from __future__ import annotations

from backends.projection.android_auto.tables import Table, flag, inner, inners, numbers, signed, string, unsigned

__all__ = ["AudioConfig", "Bluetooth", "ConnectionConfig", "Discovery", "HeadUnit", "ImageOptions", "InputSource"]
__all__ += ["MediaSink", "MediaSource", "NavigationService", "Nothing", "PingConfig", "SensorKind", "SensorSource"]
__all__ += ["Service", "Touchscreen", "VideoConfig", "WifiProjection"]


class Nothing(Table):
    """A service without particulars."""


class SensorKind(Table):
    kind: int = signed(1, 0)


class SensorSource(Table):
    sensors: tuple[SensorKind, ...] = inners(1, lambda: SensorKind)
    location: int | None = unsigned(2)
    fuels: tuple[int, ...] = numbers(3, packed=False)
    connectors: tuple[int, ...] = numbers(4, packed=False)


class AudioConfig(Table):
    rate: int = unsigned(1, 0)
    bits: int = unsigned(2, 0)
    channels: int = unsigned(3, 0)


class VideoConfig(Table):
    """resolution: the tier's number; rate 1 is 60 and 2 is 30 pictures a second; codec as in `ids.Codec`."""

    resolution: int = signed(1, 0)
    rate: int = signed(2, 0)
    margin_width: int = unsigned(3, 0)
    margin_height: int = unsigned(4, 0)
    dpi: int = unsigned(5, 0)
    real_dpi: int | None = unsigned(9)
    codec: int | None = signed(10)


class MediaSink(Table):
    codec: int | None = signed(1)
    stream: int | None = signed(2)
    audio: tuple[AudioConfig, ...] = inners(3, lambda: AudioConfig)
    video: tuple[VideoConfig, ...] = inners(4, lambda: VideoConfig)
    in_call: bool | None = flag(5)
    display: int | None = unsigned(6)
    display_kind: int | None = signed(7)


class MediaSource(Table):
    codec: int | None = signed(1)
    audio: AudioConfig | None = inner(2, lambda: AudioConfig)
    in_call: bool | None = flag(3)


class Touchscreen(Table):
    width: int = unsigned(1, 0)
    height: int = unsigned(2, 0)
    kind: int | None = signed(3)


class InputSource(Table):
    keycodes: tuple[int, ...] = numbers(1)
    touchscreen: Touchscreen | None = inner(2, lambda: Touchscreen)
    display: int | None = unsigned(5)


class Bluetooth(Table):
    address: str = string(1, "")
    methods: tuple[int, ...] = numbers(2)


class ImageOptions(Table):
    height: int = unsigned(1, 0)
    width: int = unsigned(2, 0)
    depth: int = unsigned(3, 0)


class NavigationService(Table):
    """kind 1: pictures of turns, 2: their kinds alone."""

    interval_ms: int = unsigned(1, 0)
    kind: int = signed(2, 0)
    image: ImageOptions | None = inner(3, lambda: ImageOptions)


class WifiProjection(Table):
    bssid: str = string(1, "")


class Service(Table):
    """A channel; one of the others is set."""

    id: int = unsigned(1, 0)
    sensor: SensorSource | None = inner(2, lambda: SensorSource)
    sink: MediaSink | None = inner(3, lambda: MediaSink)
    input: InputSource | None = inner(4, lambda: InputSource)
    source: MediaSource | None = inner(5, lambda: MediaSource)
    bluetooth: Bluetooth | None = inner(6, lambda: Bluetooth)
    navigation: NavigationService | None = inner(8, lambda: NavigationService)
    media_status: Nothing | None = inner(9, lambda: Nothing)
    phone_status: Nothing | None = inner(10, lambda: Nothing)
    notification: Nothing | None = inner(13, lambda: Nothing)
    wifi: WifiProjection | None = inner(14, lambda: WifiProjection)


class PingConfig(Table):
    timeout_ms: int = unsigned(1, 0)
    interval_ms: int = unsigned(2, 0)
    high_latency_ms: int = unsigned(3, 0)
    tracked: int = unsigned(4, 0)


class ConnectionConfig(Table):
    ping: PingConfig | None = inner(1, lambda: PingConfig)


class HeadUnit(Table):
    make: str = string(1, "")
    model: str = string(2, "")
    year: str = string(3, "")
    vehicle: str = string(4, "")
    unit_make: str = string(5, "")
    unit_model: str = string(6, "")
    build: str = string(7, "")
    version: str = string(8, "")


class Discovery(Table):
    """Make to version are said twice: phones of all ages read one or the other."""

    services: tuple[Service, ...] = inners(1, lambda: Service)
    make: str = string(2, "")
    model: str = string(3, "")
    year: str = string(4, "")
    vehicle: str = string(5, "")
    unit_make: str = string(7, "")
    unit_model: str = string(8, "")
    build: str = string(9, "")
    version: str = string(10, "")
    native_media_in_voice: bool | None = flag(11)
    driver: int | None = signed(6)
    session_bits: int | None = signed(13)
    display_name: str = string(14, "")
    connection: ConnectionConfig | None = inner(16, lambda: ConnectionConfig)
    unit: HeadUnit | None = inner(17, lambda: HeadUnit)
