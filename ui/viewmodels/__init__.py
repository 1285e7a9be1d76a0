"""What QML sees: one noun a view-model, read-only properties, ``request…`` slots."""
