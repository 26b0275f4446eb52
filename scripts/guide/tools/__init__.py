"""What any program could use: YAML with places, markup, XML text, files written whole. Knows nothing of guides."""
