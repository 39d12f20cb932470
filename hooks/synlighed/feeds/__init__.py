"""Formats that feed readers read, written from plain values."""
