"""DNS messages as multicast DNS uses them: a question, and services out of an answer. No I/O, and nothing unbounded."""

from __future__ import annotations

import ipaddress
import struct
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["MESSAGE_MAX", "MdnsError", "Service", "parse_response", "query", "query_place"]

MESSAGE_MAX = 9000
_HEADER = struct.Struct(">6H")
_QUESTION = struct.Struct(">HH")
_RECORD = struct.Struct(">HHIH")
_SRV = struct.Struct(">3H")
_PTR, _A, _SRV_TYPE, _IN = 12, 1, 33, 1
_UNICAST = 0x8000
"""Answer me alone (RFC 6762, 5.4)."""
_RECORDS_MAX = 200
_JUMPS_MAX = 16
_NAME_MAX = 255
_LABEL_MAX = 63


class MdnsError(Exception):
    """These bytes are no answer."""


@dataclass(frozen=True, slots=True)
class Service:
    """``kind`` like _adb-tls-connect._tcp, ``name`` what it calls itself, ``host`` an IPv4 address.

    ``port`` 0: not told yet; ``ttl_s`` 0: it is going.
    """

    kind: str
    name: str
    host: str
    port: int
    ttl_s: int = 120


def query(kinds: Iterable[str]) -> bytes:
    """A question for services of these kinds."""
    questions = [_encode((*kind.split("."), "local")) + _QUESTION.pack(_PTR, _IN | _UNICAST) for kind in kinds]
    return _HEADER.pack(0, 0, len(questions), 0, 0, 0) + b"".join(questions)


def query_place(service: Service) -> bytes:
    """A question for the port of one whose name is known. Raises ValueError."""
    labels = (service.name, *service.kind.split("."), "local")
    return _HEADER.pack(0, 0, 1, 0, 0, 0) + _encode(labels) + _QUESTION.pack(_SRV_TYPE, _IN | _UNICAST)


def _encode(labels: Iterable[str]) -> bytes:
    raw = [label.encode() for label in labels]
    if any(not 0 < len(label) <= _LABEL_MAX for label in raw):
        raise ValueError("no name is written like this")
    return b"".join(bytes([len(label)]) + label for label in raw) + b"\0"


def parse_response(data: bytes, sender: str) -> list[Service]:
    """The services an answer tells of; ``sender`` stands in for an address it leaves out. Raises MdnsError.

    What a kind's instance is comes from PTR records, its port from SRV, its address from A: all in one message, as phones do it.
    """
    if not _HEADER.size <= len(data) <= MESSAGE_MAX:
        raise MdnsError(f"{len(data)} bytes")
    _, flags, questions, *counts = _HEADER.unpack_from(data)
    if not flags & 0x8000:
        raise MdnsError("a question")
    at = _HEADER.size
    if questions + sum(counts) > _RECORDS_MAX:
        raise MdnsError("too many records")
    for _ in range(questions):
        _, at = _name(data, at)
        at += _QUESTION.size
    pointers: list[tuple[str, tuple[str, ...], int]] = []
    places: dict[tuple[str, ...], tuple[int, tuple[str, ...], int]] = {}
    hosts: dict[tuple[str, ...], str] = {}
    for _ in range(sum(counts)):
        owner, at = _name(data, at)
        if at + _RECORD.size > len(data):
            raise MdnsError("cut off")
        kind, _, ttl_s, size = _RECORD.unpack_from(data, at)
        at += _RECORD.size
        if at + size > len(data):
            raise MdnsError("cut off")
        if kind == _PTR:
            pointers.append((_kind(owner), _name(data, at)[0], ttl_s))
        elif kind == _SRV_TYPE and size > _SRV.size:
            places[_key(owner)] = (_SRV.unpack_from(data, at)[2], _name(data, at + _SRV.size)[0], ttl_s)
        elif kind == _A and size == 4:
            hosts[_key(owner)] = str(ipaddress.IPv4Address(data[at : at + 4]))
        at += size
    found: dict[tuple[str, ...], Service] = {}
    for kind_name, owner, ttl_s in pointers:
        port, target, _ = places.get(_key(owner), (0, (), 0))
        if kind_name and owner:
            found[_key(owner)] = Service(kind_name, owner[0], hosts.get(_key(target), sender), port, ttl_s)
    for key, (port, target, ttl_s) in places.items():
        if key not in found and port and len(key) > 3:
            found[key] = Service(_kind(key[1:]), key[0], hosts.get(_key(target), sender), port, ttl_s)
    return list(found.values())


def _kind(labels: tuple[str, ...]) -> str:
    """_adb._tcp of (_adb, _tcp, local); empty for anything else."""
    return ".".join(labels[:2]).lower() if len(labels) == 3 and labels[2].lower() == "local" else ""


def _key(labels: tuple[str, ...]) -> tuple[str, ...]:
    """An instance's own name keeps its letters: it is compared with what somebody was shown."""
    return (labels[0], *(label.lower() for label in labels[1:])) if labels else ()


def _name(data: bytes, at: int) -> tuple[tuple[str, ...], int]:
    """Labels of the name at ``at``, and where the next thing begins. Raises MdnsError."""
    labels: list[str] = []
    end = -1
    jumps = total = 0
    while True:
        if at >= len(data):
            raise MdnsError("a name is cut off")
        size = data[at]
        if size & 0xC0 == 0xC0:
            if at + 1 >= len(data) or jumps >= _JUMPS_MAX:
                raise MdnsError("a name that goes in circles")
            end = at + 2 if end < 0 else end
            at = (size & 0x3F) << 8 | data[at + 1]
            jumps += 1
            continue
        at += 1
        if size == 0:
            return tuple(labels), at if end < 0 else end
        total += size + 1
        if size > _LABEL_MAX or total > _NAME_MAX or at + size > len(data):
            raise MdnsError("a name that is too long")
        labels.append(data[at : at + size].decode("utf-8", "replace"))
        at += size
