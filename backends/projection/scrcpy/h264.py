"""The picture's size out of an H.264 sequence parameter set: servers before 4.0 tell a rotation in no other way.

ITU-T H.264 7.3.2.1.1 and annex B; only what leads to the size is read.
"""

from __future__ import annotations

from backends.projection.scrcpy.protocol import SIDE_MAX

__all__ = ["picture_size"]

_SPS = 7
_WITH_CHROMA = {100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135}
_SPS_MAX = 4096


class _Bits:
    """Bits from the left, without the emulation-prevention bytes; reading past the end raises ValueError."""

    def __init__(self, data: bytes) -> None:
        plain = data[:_SPS_MAX].replace(b"\0\0\3", b"\0\0")
        self._value = int.from_bytes(plain, "big")
        self._left = len(plain) * 8

    def bits(self, count: int) -> int:
        if count > self._left:
            raise ValueError("the parameter set ends too early")
        self._left -= count
        return (self._value >> self._left) & ((1 << count) - 1)

    def unsigned(self) -> int:
        """ue(v)."""
        zeros = 0
        while not self.bits(1):
            zeros += 1
            if zeros > 32:
                raise ValueError("no number is that long")
        return (1 << zeros) - 1 + self.bits(zeros)

    def signed(self) -> int:
        """se(v)."""
        code = self.unsigned()
        return (code + 1) // 2 if code % 2 else -(code // 2)


def picture_size(config: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of the first sequence parameter set in an Annex B config; None when there is none."""
    for unit in config.split(b"\0\0\1")[1:]:
        if unit and unit[0] & 0x1F == _SPS:
            try:
                return _read_sps(_Bits(unit[1:]))
            except ValueError:
                return None
    return None


def _read_sps(bits: _Bits) -> tuple[int, int] | None:
    profile = bits.bits(8)
    bits.bits(16)
    bits.unsigned()
    chroma = 1
    separate = 0
    if profile in _WITH_CHROMA:
        chroma = bits.unsigned()
        if chroma == 3:
            separate = bits.bits(1)
        bits.unsigned()
        bits.unsigned()
        bits.bits(1)
        if bits.bits(1):
            for index in range(12 if chroma == 3 else 8):
                if bits.bits(1):
                    _skip_scaling(bits, 16 if index < 6 else 64)
    bits.unsigned()
    _skip_order(bits)
    bits.unsigned()
    bits.bits(1)
    width_mbs = bits.unsigned() + 1
    height_units = bits.unsigned() + 1
    frames_only = bits.bits(1)
    if not frames_only:
        bits.bits(1)
    bits.bits(1)
    left = right = top = bottom = 0
    if bits.bits(1):
        left, right, top, bottom = (bits.unsigned() for _ in range(4))
    step_x = 2 if chroma in (1, 2) and not separate else 1
    step_y = (2 if chroma == 1 and not separate else 1) * (2 - frames_only)
    width = width_mbs * 16 - (left + right) * step_x
    height = height_units * 16 * (2 - frames_only) - (top + bottom) * step_y
    return (width, height) if 0 < width <= SIDE_MAX and 0 < height <= SIDE_MAX else None


def _skip_scaling(bits: _Bits, count: int) -> None:
    last = following = 8
    for _ in range(count):
        if following:
            following = (last + bits.signed()) % 256
        last = following or last


def _skip_order(bits: _Bits) -> None:
    kind = bits.unsigned()
    if kind == 0:
        bits.unsigned()
    elif kind == 1:
        bits.bits(1)
        bits.signed()
        bits.signed()
        for _ in range(min(bits.unsigned(), 256)):
            bits.signed()
