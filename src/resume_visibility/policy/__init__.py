"""What may be seen: clauses, facts, rules, and the table of all cases. No content of a resume is touched here."""
