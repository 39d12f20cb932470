"""The newsletter as a mail, its first draft, and how both look before anybody gets them."""
