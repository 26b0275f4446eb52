"""The only wing that knows MkDocs: the hook, staging and swap, serving."""
