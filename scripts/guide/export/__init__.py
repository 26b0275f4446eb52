"""What leaves the site as files: one folder a format, over one model of a learning path."""
