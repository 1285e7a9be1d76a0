"""The `reverse:` service: tunnels from a name on the phone to a port of the host."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backends.projection.simphone.scrcpy.adbd import AdbConnection
    from backends.projection.simphone.scrcpy.sockets import Sockets
    from backends.projection.simphone.scrcpy.stream import AdbStream

__all__ = ["serve_reverse"]

_ABSTRACT = "localabstract:"


async def serve_reverse(stream: AdbStream, *, connection: AdbConnection, sockets: Sockets, request: str) -> None:
    """Answer one request: `forward:[norebind:]FROM;TO`, `killforward:FROM`, `killforward-all`, `list-forward`."""
    verb, _, rest = request.partition(":")
    try:
        match verb:
            case "list-forward":
                lines = "".join(
                    f"(reverse) {_ABSTRACT}{name} {target}\n"
                    for name, target in sockets.reversed_by(connection).items()
                )
                await stream.write(f"{len(lines):04x}{lines}".encode())
            case "killforward-all":
                sockets.forget(connection)
                await stream.write(b"OKAY")
            case "killforward":
                name = _name(rest)
                if name not in sockets.reversed_by(connection) or not sockets.unreverse(name):
                    raise OSError(f"listener '{rest}' not found")
                await stream.write(b"OKAY")
            case "forward":
                rebind = not rest.startswith("norebind:")
                source, _, target = rest.removeprefix("norebind:").partition(";")
                if not target:
                    raise OSError(f"bad forward: {request}")
                sockets.reverse(_name(source), connection, target, rebind=rebind)
                await stream.write(b"OKAY")
            case _:
                raise OSError(f"unknown reverse request {verb}")
    except OSError as error:
        text = str(error)
        await stream.write(f"FAIL{len(text):04x}{text}".encode())
    finally:
        stream.close()


def _name(address: str) -> str:
    if not address.startswith(_ABSTRACT):
        raise OSError(f"cannot bind listener: {address} is not on this phone")
    return address.removeprefix(_ABSTRACT)
