"""What an editor's commands write into the sources: something new, and what has moved."""
