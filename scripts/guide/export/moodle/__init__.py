"""Moodle: a learning path as a course to restore, and its questions for the question bank."""
