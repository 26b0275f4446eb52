"""Common Cartridge: a learning path for platforms that import courses."""
