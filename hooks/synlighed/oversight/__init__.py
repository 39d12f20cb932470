"""What those who answer for the content must know of all of it."""
