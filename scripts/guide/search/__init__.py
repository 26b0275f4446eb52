"""The guide's own search: an index for each language, made at build and ranked in the browser.

The parts: ``units`` (what can be found), ``analysis`` (from text to terms), ``compounds`` (Swedish words written
together), ``index`` (the index itself), ``files`` (how it is written into the site) and ``measuring`` (how good the
answers are). The other half of the engine is ``scripts/guide/client/search``: it analyses the reader's query exactly
as ``analysis`` does, which the tests hold it to.
"""
