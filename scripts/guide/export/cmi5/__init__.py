"""cmi5: a learning path for platforms with a store of experiences (xAPI)."""
