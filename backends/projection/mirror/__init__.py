"""What all whole-screen projections share: one phone, one `Link`, at most one session.

link: the seam to a protocol; session: its life and its streams; backend: the phones; memory: what is kept on disk.
"""

from backends.projection.mirror.link import Link, LinkListener, Point, Surroundings, Value

__all__ = ["Link", "LinkListener", "Point", "Surroundings", "Value"]
