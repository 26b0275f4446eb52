"""The texts as language: spelling, readability, translations, and the dictionaries."""
