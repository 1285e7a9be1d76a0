"""CAN frames between processes of one machine, where the kernel has no SocketCAN: python-can's ``udp_multicast`` wire format.

Any program that uses python-can's interface of that name on the same group and port takes part. Against python-can's own
class this one drains its socket without a system call to ask first, knows its own frames by their source port, never lets a
frame leave the machine (hop limit 0), and finds an interface that works: the route to the group if there is one and nothing
filters it, else loopback.
"""

from __future__ import annotations

import ipaddress
import logging
import socket
from contextlib import suppress
from typing import Any

import msgpack

from backends.vehicle.dbc.model import EXTENDED
from backends.vehicle.errors import BusError
from backends.vehicle.ports import Frame

__all__ = ["DEFAULT_GROUP", "DEFAULT_PORT", "MulticastPort"]

DEFAULT_GROUP = "239.74.163.2"
DEFAULT_PORT = 43113

_ANY, _LOOPBACK = "0.0.0.0", "127.0.0.1"  # noqa: S104 - an interface index for multicast, not an address to bind
_RECEIVE_BUFFER = 4 << 20
_DRAIN_LIMIT = 2000
_PROBE_S = 0.1
_ERROR_BUS_OFF = 0x40
"""CAN_ERR_BUSOFF of linux/can/error.h, in the identifier of an error frame."""
_logger = logging.getLogger(__name__)


def _membership(group: str, interface: str) -> bytes:
    return socket.inet_aton(group) + socket.inet_aton(interface)


def _works(group: str, interface: str) -> bool:
    """Whether a datagram to the group by this interface comes back to this machine."""
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear,
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mouth,
    ):
        try:
            ear.bind((group, 0))
            ear.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, _membership(group, interface))
            _aim(mouth, interface)
            ear.settimeout(_PROBE_S)
            mouth.sendto(b"pillion", (group, ear.getsockname()[1]))
            return ear.recv(16) == b"pillion"
        except OSError as error:
            _logger.info("multicast probe failed interface=%s error=%s", interface, error)
            return False


def _aim(mouth: socket.socket, interface: str) -> None:
    mouth.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 0)
    if interface != _ANY:
        mouth.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(interface))


class MulticastPort:
    """One end of the bus on a group and port. Raises BusError when the machine has no usable multicast."""

    def __init__(self, group: str = DEFAULT_GROUP, port: int = DEFAULT_PORT) -> None:
        try:
            usable = ipaddress.IPv4Address(group).is_multicast
        except ValueError:
            usable = False
        if not usable:
            raise BusError(f"{group} is no IPv4 multicast group; take one of 239.0.0.0 to 239.255.255.255")
        interface = next((candidate for candidate in (_ANY, _LOOPBACK) if _works(group, candidate)), None)
        if interface is None:
            raise BusError(
                f"Multicast to {group} does not come back on this machine, neither by its network nor by loopback; "
                "check the firewall, or name another bus with --interface and --channel"
            )
        self._group = (group, port)
        self.garbage = 0
        self._ear = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._mouth = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            self._listen(group, port)
            _aim(self._mouth, interface)
            self._mouth.connect(self._group)
            self._own_port = self._mouth.getsockname()[1]
        except OSError as error:
            self.close()
            raise BusError(f"Cannot open the bus {group}:{port}: {error.strerror or error}") from error

    def _listen(self, group: str, port: int) -> None:
        ear = self._ear
        ear.setblocking(False)
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BUFFER)
        ear.bind((group, port))
        joined = 0
        for interface in (_ANY, _LOOPBACK):
            with suppress(OSError):  # without a route only loopback can be joined
                ear.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, _membership(group, interface))
                joined += 1
        if not joined:
            raise OSError("no interface joins the group")

    def fileno(self) -> int:
        """Readable when frames wait."""
        return self._ear.fileno()

    def drain(self) -> list[Frame]:
        """All frames that wait, but at most 2,000; our own, remote and error frames are left out.

        An error frame that says "bus off" (as SocketCAN has them) means just that: BusError.
        """
        frames: list[Frame] = []
        off = False
        receive, unpack, own = self._ear.recvfrom, msgpack.unpackb, self._own_port
        for _ in range(_DRAIN_LIMIT):
            try:
                packet, source = receive(4096)
            except BlockingIOError:
                break
            except OSError as error:
                raise BusError(f"The bus failed: {error.strerror or error}") from error
            if source[1] == own:
                continue
            try:
                frame: dict[str, Any] = unpack(packet)
                if frame.get("is_error_frame"):
                    off = off or bool(frame["arbitration_id"] & _ERROR_BUS_OFF)
                    continue
                if frame.get("is_remote_frame"):
                    continue
                key = frame["arbitration_id"]
                frames.append((key | EXTENDED if frame["is_extended_id"] else key, bytes(frame["data"])))
            except (ValueError, KeyError, TypeError, AttributeError, msgpack.UnpackException):
                self.garbage += 1
        if off:
            raise BusError("The bus is off: too many errors on the wire")
        return frames

    def send(self, key: int, data: bytes) -> None:
        """Put a frame on the bus. Raises BusError."""
        self._send(key, data, error=False)

    def send_bus_off(self) -> None:
        """Tell all who listen that the bus is off: there are no errors on this wire, so somebody must say so."""
        self._send(_ERROR_BUS_OFF, bytes(8), error=True)

    def _send(self, key: int, data: bytes, error: bool) -> None:
        packet = msgpack.packb(
            {
                "timestamp": 0.0,
                "arbitration_id": key & 0x1FFF_FFFF,
                "is_extended_id": bool(key & EXTENDED),
                "is_remote_frame": False,
                "is_error_frame": error,
                "channel": None,
                "dlc": len(data),
                "data": data,
                "is_fd": len(data) > 8,
                "bitrate_switch": False,
                "error_state_indicator": False,
            }
        )
        try:
            self._mouth.send(packet)
        except ConnectionRefusedError:
            pass  # an ICMP answer to an earlier frame; nobody has to listen
        except OSError as error:
            raise BusError(f"The bus failed: {error.strerror or error}") from error

    def close(self) -> None:
        """Leave the group."""
        self._ear.close()
        self._mouth.close()
