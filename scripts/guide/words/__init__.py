"""Every word of the interface, for Python, templates and scripts alike."""
