"""From the files of a data folder to items with positions. Nothing else opens a data file."""

from synlighed.load.folder import load
from synlighed.load.known import Known
from synlighed.load.loaded import Loaded, LoadedItem

__all__ = ["Known", "Loaded", "LoadedItem", "load"]
