"""Numbers and dates in a text: quantities with units, shares, ranges, money, days, years."""
