"""``python -m backends.projection.worker``: see `backends.projection.worker.host`."""

from __future__ import annotations

import sys

from backends.projection.worker.host import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
