"""Plays a projected session's sound from its stream socket.

QtMultimedia is imported with the first stream. Without a sound device the packets are read and dropped, and `problem` says so.
"""

from __future__ import annotations

import logging
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSocketNotifier, Signal

from backends.projection.defs import AUDIO_PACKET_MAX, AudioFormat, Packet, PacketDecoder, PacketType, StreamError

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioSink

__all__ = ["AudioStream"]

_READ_BYTES = 64 * 1024
_BUFFER_S = 0.12
"""Sound held ahead by the sink: enough for the scheduling of a busy car, short enough for a touch sound."""
_logger = logging.getLogger(__name__)


class AudioStream(QObject):
    """One stream at a time; lives on the display's thread."""

    changed = Signal()
    ended = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._packets = PacketDecoder(AUDIO_PACKET_MAX)
        self._sink: QAudioSink | None = None
        self._output: QIODevice | None = None
        self.problem = ""
        self.heard_bytes = 0

    def attach(self, fd: int) -> None:
        """Play the stream behind a descriptor, which is ours from now on."""
        self.detach()
        self._socket = socket.socket(fileno=fd)
        self._socket.setblocking(False)
        self._packets = PacketDecoder(AUDIO_PACKET_MAX)
        self._notifier = QSocketNotifier(fd, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def detach(self) -> None:
        """Fall silent."""
        if self._notifier:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._socket:
            self._socket.close()
            self._socket = None
        self._stop_sink()

    def _stop_sink(self) -> None:
        if self._sink:
            self._sink.stop()
            self._sink.deleteLater()
        self._sink, self._output = None, None

    def _read(self) -> None:
        if self._socket is None:
            return
        try:
            data = self._socket.recv(_READ_BYTES)
            packets = self._packets.feed(data) if data else []
        except BlockingIOError:
            return
        except OSError as error:
            data, packets = b"", []
            _logger.debug("audio socket error=%s", error)
        except StreamError as error:
            self._finish(f"The sound's data makes no sense: {error}")
            return
        for packet in packets:
            self._take(packet)
        if not data:
            self._finish("")

    def _finish(self, reason: str) -> None:
        self.detach()
        self.ended.emit(reason)

    def _take(self, packet: Packet) -> None:
        if packet.type == PacketType.FORMAT:
            self._open(AudioFormat.unpack(packet.payload))
        elif packet.type == PacketType.FRAME:
            self.heard_bytes += len(packet.payload)
            if self._output is not None:
                self._output.write(QByteArray(packet.payload))

    def _open(self, wanted: AudioFormat) -> None:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

        self._stop_sink()
        device = QMediaDevices.defaultAudioOutput()
        self.problem = "" if not device.isNull() else "There is no sound device: the phone's sound is silent."
        if not self.problem:
            layout = QAudioFormat()
            layout.setSampleRate(wanted.rate)
            layout.setChannelCount(wanted.channels)
            layout.setSampleFormat(QAudioFormat.SampleFormat.Int16)
            self._sink = QAudioSink(device, layout, self)
            self._sink.setBufferSize(int(wanted.rate * _BUFFER_S) * wanted.channels * 2)
            self._output = self._sink.start()
        self.changed.emit()
