"""The connection to the platform that measures: what is asked, what is kept of the answers."""
