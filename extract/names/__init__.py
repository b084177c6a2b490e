"""Names in a text: found, judged, given ids; policies, and phrases that stand for names."""
