"""Interfaces as read from their introspection XML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

from backends.interfaces import interface_xml

__all__ = ["InterfaceSpec", "MethodSpec", "load_spec", "parse_spec", "python_name"]


@dataclass(frozen=True, slots=True)
class MethodSpec:
    """Signatures of a method's arguments, one complete type each."""

    takes: tuple[str, ...]
    gives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InterfaceSpec:
    """One interface; signals map to their argument types, properties to (type, writable)."""

    name: str
    methods: dict[str, MethodSpec]
    signals: dict[str, tuple[str, ...]]
    properties: dict[str, tuple[str, bool]]
    xml: str


def python_name(member: str) -> str:
    """The method that implements a D-Bus member: PlayPause is play_pause."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", member).lower()


def parse_spec(xml: str, interface: str) -> InterfaceSpec:
    """Read one interface out of a node's XML. Raises LookupError when it is not in there."""
    for element in ElementTree.fromstring(xml).iter("interface"):  # noqa: S314  # our own files
        if element.get("name") != interface:
            continue
        methods = {
            method.attrib["name"]: MethodSpec(
                tuple(a.attrib["type"] for a in method.iter("arg") if a.get("direction") != "out"),
                tuple(a.attrib["type"] for a in method.iter("arg") if a.get("direction") == "out"),
            )
            for method in element.iter("method")
        }
        signals = {
            signal.attrib["name"]: tuple(a.attrib["type"] for a in signal.iter("arg"))
            for signal in element.iter("signal")
        }
        properties = {
            prop.attrib["name"]: (prop.attrib["type"], "write" in prop.get("access", "read"))
            for prop in element.iter("property")
        }
        text = ElementTree.tostring(element, encoding="unicode")
        return InterfaceSpec(interface, methods, signals, properties, text)
    raise LookupError(f"no interface {interface} in the XML")


@cache
def load_spec(interface: str) -> InterfaceSpec:
    """One of our own interfaces, from ``backends/interfaces``."""
    return parse_spec(interface_xml(interface), interface)
