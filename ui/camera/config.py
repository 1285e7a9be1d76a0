"""Cameras and the car's measures, from the vehicle profile; a unit profile may name other sources for the same cameras.

.. code-block:: toml

    [dimensions]                # metres; steering_ratio: steering wheel degrees for one degree at the road wheel
    wheelbase_m = 2.84
    width_m = 1.86
    length_m = 4.65
    rear_overhang_m = 0.95
    steering_ratio = 15.2

    [camera.rear]
    kind = "mjpeg"              # mjpeg (HTTP), rtsp, v4l2, file (played in a loop)
    url = "http://192.168.7.20:8080/stream"   # or device = "/dev/video0", or a file's path
    mirror = true               # shown as in a mirror (default: only a rear camera)
    mirrored_source = false     # the camera itself delivers a mirrored picture
    height_m = 0.95             # where it sits: above the ground, ahead of the bumper's end, right of the middle
    tilt_deg = 28               # downwards
    fov_deg = 140               # across the picture
    lens = "fisheye"            # fisheye (equidistant) or rectilinear, with distortion k1 and k2
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeVar

__all__ = [
    "KINDS",
    "PLACES",
    "SIMULATED",
    "VEHICLES",
    "CameraError",
    "CameraSetup",
    "CameraSpec",
    "Dimensions",
    "Mounting",
    "load_setup",
]

VEHICLES = Path(__file__).resolve().parents[2] / "assets" / "vehicles"
KINDS = ("mjpeg", "rtsp", "v4l2", "file")
PLACES = ("rear", "front", "left", "right")
_T = TypeVar("_T", "Dimensions", "Mounting")
SIMULATED = "sim:"
"""A source that a running camera simulator stands in for."""


class CameraError(ValueError):
    """A profile's camera or measures make no sense; the text names the entry."""


@dataclass(frozen=True, slots=True)
class Dimensions:
    """Of the car, metres; ``steering_ratio``: degrees at the steering wheel for one at the road wheels."""

    wheelbase_m: float = 2.7
    width_m: float = 1.8
    length_m: float = 4.5
    rear_overhang_m: float = 0.95
    steering_ratio: float = 15.0


@dataclass(frozen=True, slots=True)
class Mounting:
    """Where a camera sits and how it sees. ``setback_m``: ahead of the bumper's end; ``lateral_m``: right of the middle."""

    height_m: float = 0.95
    tilt_deg: float = 28.0
    fov_deg: float = 140.0
    setback_m: float = 0.05
    lateral_m: float = 0.0
    lens: str = "fisheye"
    k1: float = 0.0
    k2: float = 0.0


@dataclass(frozen=True, slots=True)
class CameraSpec:
    """One camera. ``stale_ms``: a picture older than this is not live; ``repeats_ms``: nor is one that stays the same for
    this long (0: the source has no noise, do not judge); ``options``: words for the reader (a V4L2 video_size)."""

    name: str
    kind: str
    source: str
    place: str = "rear"
    mirror: bool = True
    mirrored_source: bool = False
    mounting: Mounting = field(default_factory=Mounting)
    stale_ms: int = 200
    repeats_ms: int = 200
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def flip(self) -> bool:
        """Whether the delivered picture has to be turned round to be shown."""
        return self.mirror != self.mirrored_source


@dataclass(frozen=True, slots=True)
class CameraSetup:
    """All cameras of a vehicle, the rear ones first, and its measures."""

    profile: str = ""
    cameras: tuple[CameraSpec, ...] = ()
    dimensions: Dimensions = field(default_factory=Dimensions)

    def with_sources(self, sources: Mapping[str, str]) -> CameraSetup:
        """Other sources for the cameras named (``rear`` → a URL, a device or a file); their kind follows from them."""
        known = {camera.name: camera for camera in self.cameras}
        for name, source in sources.items():
            place = name if name in PLACES else "rear"
            camera = known.get(name, CameraSpec(name, "mjpeg", source, place, mirror=place == "rear"))
            known[name] = replace(camera, kind=_kind_of(source), source=source)
        return replace(self, cameras=tuple(known.values()))

    def with_simulator(self, address: str) -> CameraSetup:
        """The running simulator (http://host:port) stands in for every camera that says so."""
        cameras = [
            replace(c, source=f"{address}/{c.source.removeprefix(SIMULATED)}") if c.source.startswith(SIMULATED) else c
            for c in self.cameras
        ]
        return replace(self, cameras=tuple(cameras))


def _kind_of(source: str) -> str:
    if source.startswith(("http:", "https:", SIMULATED)):
        return "mjpeg"
    if source.startswith(("rtsp:", "rtsps:")):
        return "rtsp"
    return "v4l2" if source.startswith("/dev/") else "file"


def load_setup(profile: str) -> CameraSetup:
    """Of a shipped vehicle profile by name, or any by the path of its folder or file; one without cameras has none.

    Raises CameraError.
    """
    path = VEHICLES / profile if "/" not in profile else Path(profile)
    file = path / "profile.toml" if path.is_dir() else path
    try:
        facts = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise CameraError(f"{file}: {error}") from error
    try:
        cameras = [_camera(name, dict(entry)) for name, entry in facts.get("camera", {}).items()]
        dimensions = _filled(Dimensions, dict(facts.get("dimensions", {})), "dimensions")
    except (TypeError, ValueError, AttributeError) as error:
        raise CameraError(f"{file}: {error}") from error
    cameras.sort(key=lambda camera: PLACES.index(camera.place))
    return CameraSetup(profile, tuple(cameras), dimensions)


def _camera(name: str, entry: dict[str, Any]) -> CameraSpec:
    where = f"camera.{name}"
    source = str(entry.pop("url", "") or entry.pop("device", "") or entry.pop("path", ""))
    if not source:
        raise ValueError(f"{where} needs a url, a device or a path")
    kind = str(entry.pop("kind", _kind_of(source)))
    if kind not in KINDS:
        raise ValueError(f"{where}.kind {kind!r} is not one of {', '.join(KINDS)}")
    place = str(entry.pop("place", name if name in PLACES else "rear"))
    if place not in PLACES:
        raise ValueError(f"{where}.place {place!r} is not one of {', '.join(PLACES)}")
    mounting = {f.name: entry.pop(f.name) for f in fields(Mounting) if f.name in entry}
    spec = CameraSpec(
        name=name,
        kind=kind,
        source=source,
        place=place,
        mirror=bool(entry.pop("mirror", place == "rear")),
        mirrored_source=bool(entry.pop("mirrored_source", False)),
        mounting=_filled(Mounting, mounting, where),
        stale_ms=int(entry.pop("stale_ms", 200)),
        repeats_ms=int(entry.pop("repeats_ms", 200)),
        options={key: str(value) for key, value in dict(entry.pop("options", {})).items()},
    )
    if entry:
        raise ValueError(f"{where}.{sorted(entry)[0]} is not known")
    if spec.mounting.lens not in ("fisheye", "rectilinear"):
        raise ValueError(f"{where}.lens {spec.mounting.lens!r} is neither fisheye nor rectilinear")
    limit = 220 if spec.mounting.lens == "fisheye" else 150
    if not 20 <= spec.mounting.fov_deg <= limit:
        raise ValueError(f"{where}.fov_deg is from 20 to {limit} for this lens")
    return spec


def _filled(kind: type[_T], entry: dict[str, Any], where: str) -> _T:
    known = {f.name: f.type for f in fields(kind)}
    if unknown := sorted(set(entry) - set(known)):
        raise ValueError(f"{where}.{unknown[0]} is not known")
    values: dict[str, Any] = {key: str(value) if known[key] == "str" else float(value) for key, value in entry.items()}
    for key, value in values.items():
        if key in ("wheelbase_m", "width_m", "length_m", "steering_ratio", "height_m") and not float(value) > 0:
            raise ValueError(f"{where}.{key} is more than 0")
    return kind(**values)
