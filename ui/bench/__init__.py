"""Figures: one module a bench, each with ``measure(argv) -> dict`` of `Figure`-shaped entries."""
