"""Warnings about the car: rules as data (``warnings.toml``), judged over the table of values."""
