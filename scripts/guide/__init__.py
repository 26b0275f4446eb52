"""The guide's own Python: the model of its sources, the checks, the builders and the command line."""
