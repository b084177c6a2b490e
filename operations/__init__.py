"""What the commands do: one operation a module, from paths and settings to a typed report."""
