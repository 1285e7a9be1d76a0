"""A phone to drive against: an adbd and a scrcpy server on the wire, with apps that draw, sound and react.

It is the other side of the real protocol, written from the protocol's facts and not from our head unit's code, so that a
mistake on either side shows. See docs/guides/simulators.md.
"""

__all__: list[str] = []
