"""The phone's pictures as a decoder wants them: parameter sets apart, and the part of a picture that is to be seen."""

from __future__ import annotations

from backends.projection.carlinkit.h264 import split
from backends.projection.carlinkit.messages import VideoPacket
from backends.projection.carlinkit.sentences import NONSENSE
from backends.projection.defs import SessionState, VideoFormat
from backends.projection.errors import PeerFault
from backends.projection.mirror.link import LinkListener

__all__ = ["Pictures"]


class Pictures:
    """``asked``: the size that was asked for. ``framed``: it comes in the middle of a larger one (Android Auto has few sizes)."""

    def __init__(self, listener: LinkListener) -> None:
        self._listener = listener
        self._format: VideoFormat | None = None
        self._config = b""
        self.asked = (0, 0)
        self.framed = False
        self.count = 0

    def take(self, packet: VideoPacket, received_ns: int) -> None:
        """A picture, parameter sets, or both. Raises PeerFault when it is neither."""
        config, frame, key = split(packet.data)
        if not config and not frame:
            raise PeerFault(NONSENSE)
        form = VideoFormat("h264", packet.width, packet.height, self._active(packet.width, packet.height))
        if form != self._format:
            self._format = form
            self._config = b""
            self._listener.video_format(form)
        if config and config != self._config:
            self._config = config
            self._listener.config(config, received_ns)
        if frame:
            if not self.count:
                self._listener.state(SessionState.READY)
            self.count += 1
            self._listener.frame(frame, received_ns // 1000, received_ns, key=key)

    def _active(self, width: int, height: int) -> tuple[int, int, int, int] | None:
        asked_width, asked_height = self.asked
        margins = (width - asked_width, height - asked_height)
        if not self.framed or margins == (0, 0) or min(margins) < 0:
            return None
        return margins[0] // 2, margins[1] // 2, asked_width, asked_height
