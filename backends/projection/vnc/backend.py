"""Phones and computers that show their screen over VNC: the backend ``vnc``."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any, ClassVar

from backends.core.errors import Invalid
from backends.projection.domain import format_address
from backends.projection.mirror.backend import MirrorBackend
from backends.projection.mirror.inputs import check_text
from backends.projection.mirror.link import Link, LinkListener
from backends.projection.mirror.phone import MirrorPhone
from backends.projection.vnc.discovery import Neighbours

if TYPE_CHECKING:
    from backends.projection.vnc.link import VncLink

__all__ = ["VncBackend", "parse_target"]

_FIRST_PORT = 5900
_DISPLAYS = 100
"""What follows the colon is a display up to here, and a port from there on, as with every viewer."""
_TARGET = re.compile(r"(?:vnc://)?(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9._-]{1,253}))(?:::?(\d{1,5}))?/?\Z")
_QUALITIES = range(10)


class VncBackend(MirrorBackend):
    """Details of a phone: ``user`` (for servers that want a name beside the password), ``quality`` of JPEG (0 to 9)."""

    NAME: ClassVar[str] = "vnc"
    APP: ClassVar[str] = "VNC"
    CAPABILITIES: ClassVar[frozenset[str]] = frozenset(
        {"video", "touch", "keys", "rotary", "text", "resize", "clipboard"}
    )

    def check_address(self, address: str, details: dict[str, Any]) -> str:
        """``host``, ``host:display`` or ``host:port``."""
        quality = details.get("quality", _QUALITIES[-2])
        if not isinstance(quality, int) or quality not in _QUALITIES:
            raise Invalid("The quality of pictures is a number from 0 to 9")
        if not isinstance(details.get("user", ""), str):
            raise Invalid("The user is a name")
        return format_address(*parse_target(address))

    def link(self, phone: MirrorPhone, listener: LinkListener) -> Link:
        # NumPy, Pillow and the ciphers are for a car that has such a phone.
        from backends.projection.vnc.handshake import Credentials
        from backends.projection.vnc.link import Target, VncLink

        details = phone.details
        host, port = parse_target(phone.address)
        certificate = str(details.get("certificate", ""))
        credentials = Credentials(phone.secrets.get("password", ""), str(details.get("user", "")), bool(certificate))
        target = Target(host, port, credentials, certificate, quality=int(details.get("quality", _QUALITIES[-2])))
        return VncLink(target, listener, lambda seen: details.update(certificate=seen))

    def clipboard(self, session: str) -> str:
        """As ``Clipboard``: what was copied there since the connection stands."""
        return self._parked(session).copied

    def set_clipboard(self, session: str, text: str) -> None:
        """As ``SetClipboard``."""
        self._parked(session).copy(check_text(text))

    def _parked(self, session: str) -> VncLink:
        from backends.projection.vnc.link import VncLink

        link = self._linked(session)
        self._may_type()
        assert isinstance(link, VncLink)
        return link

    async def accept(self, phone: MirrorPhone, what: str, value: str) -> None:
        """A password; or that the phone's new certificate, or its lack of one, is all right."""
        if what == "certificate":
            phone.details.pop("certificate", None)
        else:
            await super().accept(phone, what, value)

    async def discover(self) -> None:
        def left(host: str, port: int) -> None:
            self.left(format_address(host, port))

        await Neighbours(self._seen, left, time.monotonic).run()

    def _seen(self, name: str, host: str, port: int) -> None:
        self.found(format_address(host, port), name=name)


def parse_target(text: str) -> tuple[str, int]:
    """Host and port. Raises ValueError."""
    found = _TARGET.match(text.strip())
    if found is None:
        raise ValueError(f"'{text[:80]}' is no address; write host or host:port")
    number = int(found[3] or 0)
    port = number if number >= _DISPLAYS else _FIRST_PORT + number
    if port > 65535:
        raise ValueError(f"'{text[:80]}' has no port up to 65535")
    return found[1] or found[2], port
