"""When events are: each time a series comes again, and what was moved since."""
