"""Addresses: published, moved, short; the ledger that never shrinks, and the list of them all."""
