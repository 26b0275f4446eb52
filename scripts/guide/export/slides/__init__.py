"""Slides: what a group sees while its facilitator says what the page says."""
