"""VeNCrypt's TLS: without a certificate (anonymous keys), or with one that is trusted when it is seen for the first time."""

from __future__ import annotations

import asyncio
import hashlib
import ssl

from backends.projection.errors import LinkLost, PeerFault
from backends.projection.vnc.protocol import VeNCrypt

__all__ = ["start_tls"]

_ANONYMOUS = frozenset({VeNCrypt.TLS_NONE, VeNCrypt.TLS_VNC, VeNCrypt.TLS_PLAIN})


async def start_tls(writer: asyncio.StreamWriter, kind: VeNCrypt) -> tuple[str, str]:
    """From here on all is encrypted. Answers what was negotiated, and the certificate's SHA-256 ("" without one).

    No authority vouches for a phone's certificate: whoever calls compares it with the one seen before.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    if kind in _ANONYMOUS:
        context.maximum_version = ssl.TLSVersion.TLSv1_2  # 1.3 has no anonymous keys
        context.set_ciphers("ADH:AECDH:@SECLEVEL=0")
    try:
        await writer.start_tls(context)
    except ssl.SSLError:
        raise PeerFault("The encrypted connection could not be made.") from None
    except OSError:
        raise LinkLost("The phone closed the connection.") from None
    found: ssl.SSLObject = writer.get_extra_info("ssl_object")
    certificate = found.getpeercert(binary_form=True)
    cipher = found.cipher()
    return (
        f"{found.version()} {cipher[0] if cipher else ''}",
        hashlib.sha256(certificate).hexdigest() if certificate else "",
    )
