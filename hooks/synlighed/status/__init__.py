"""Whether things work now: what was measured and told, judged at a moment, and nothing more.

All of it is pure: the moment is an argument, and so is what was measured. It knows no kinds, so
that a refresh of a published site need not read the data again.
"""
