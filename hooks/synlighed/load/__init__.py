"""From the files of a data folder to items with positions. Nothing else opens a data file."""

from synlighed.load.folder import Loaded, LoadedItem, load

__all__ = ["Loaded", "LoadedItem", "load"]
