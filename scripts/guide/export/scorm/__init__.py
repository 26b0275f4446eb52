"""SCORM 1.2 and 2004: a learning path that a platform plays and keeps account of."""
