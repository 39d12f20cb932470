"""What a build keeps for the next one, in the state folder; it can be deleted at any time."""
