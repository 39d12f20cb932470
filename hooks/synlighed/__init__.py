"""Synlighed: compiles structured YAML and Danish prose into a static knowledge site.

The way through the package is told in ARCHITECTURE.md. Nothing in here knows MkDocs.
"""
