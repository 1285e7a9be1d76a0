"""A phone to drive against: the other side of the real protocols on the wire, with apps that draw, sound and react.

A folder is a kind of phone; what a phone shows and sounds like is here, for all of them. Each kind is written from its
protocol's facts and not from our head unit's code, so that a mistake on either side shows. See docs/guides/simulators.md.
"""

__all__: list[str] = []
