"""What the browser searches in, and which items are alike.

A document says of one page what it is called and what it is about, in words as
`danish.searching` compares them; the index is all documents and what is known of their words.
"""
