"""A small recruitment service around resume_visibility, to be copied: `python -m examples.service`."""
