"""What all whole-screen projections share: one phone, one `Link`, at most one session.

link: the seam to a protocol; session: its life; attempt, retries: one link, and when the next; streams, story: what flows,
what is told; backend: the phones' sessions; phone_members: the phones; memory: on disk.
"""

from backends.projection.mirror.backend import MirrorBackend
from backends.projection.mirror.link import Link, LinkListener, Point, Surroundings, Value
from backends.projection.mirror.memory import Memory
from backends.projection.mirror.phone import MirrorPhone
from backends.projection.mirror.session import MirrorSession

__all__ = [
    "Link",
    "LinkListener",
    "Memory",
    "MirrorBackend",
    "MirrorPhone",
    "MirrorSession",
    "Point",
    "Surroundings",
    "Value",
]
