"""The parts of the command line; `__main__` runs it."""
