"""What a fault says: one file a layer, ``SENTENCES = {kind: (English, Danish)}``, with ``{values}`` to fill in."""
