"""What the command line is made of; `__main__` runs it."""
