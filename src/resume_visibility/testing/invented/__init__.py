"""Made-up resumes that look like those of people: for benchmarks, lists, text and examples. Needs no Hypothesis.

The laws draw the nasty ones (`testing/resume_strategies.py`). The texts of people are data, in JSON files beside the code.
"""
