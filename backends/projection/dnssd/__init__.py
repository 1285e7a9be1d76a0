"""Finding services on the local network: RFC 6762 and 6763, the asking side only (docs/protocols/adb.md has what is asked for).

``message`` is bytes without I/O, ``browser`` asks on every network of the car and remembers what answered.
"""

from backends.projection.dnssd.browser import Browser
from backends.projection.dnssd.message import MdnsError, Service, parse_response, query

__all__ = ["Browser", "MdnsError", "Service", "parse_response", "query"]
