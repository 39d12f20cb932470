"""The same data in the formats of programs and spreadsheets."""
