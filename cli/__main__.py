"""``python -m monazite.cli`` is the command ``monazite``."""

from . import main

main()
