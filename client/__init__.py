"""What a notebook holds: ``monazite.connect()`` and the answers it gives."""
