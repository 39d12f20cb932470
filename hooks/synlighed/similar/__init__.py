"""Which items are alike, by what they say of themselves."""
