"""How good the extraction is: scores against an annotated file."""
