"""The reference server: a small, whole and honest example of the contract in `openapi.yaml`.

Nothing here knows what time it is: the clock is an argument.
"""
