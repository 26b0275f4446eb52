"""SCORM 1.2: a learning path that a platform plays and keeps account of."""
