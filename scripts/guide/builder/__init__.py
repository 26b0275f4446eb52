"""What is built beside the pages: the guide's own parts of a site, written by plain Python.

What lives here: ``scripts`` (the browser's scripts, put together of modules).
"""
