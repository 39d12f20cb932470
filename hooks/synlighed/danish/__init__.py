"""Danish language conventions: dates, numbers, alphabetical order, slugs and small words.

Everything here is a pure function of its arguments. The process locale is never read, and
no word belongs to one organisation.
"""
