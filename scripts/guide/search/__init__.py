"""The guide's own search: an index for each language, made at build and ranked in the browser.

What lives here: the package's public names. The parts: ``analysis`` (from text to
terms), ``compounds`` (Swedish words written together),
``units`` (what can be found), ``index`` (the
index itself) and ``files`` (how it is written into the site). The other half of
the engine is ``scripts/guide/client/search``: it analyses the reader's query
exactly as ``analysis`` does, which the tests hold it to.
"""
