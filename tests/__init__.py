"""A package, so that another distribution's top-level ``tests`` (kuksa-client installs one) cannot take its place."""
