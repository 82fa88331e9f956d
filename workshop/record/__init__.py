"""What lasts, in SQL: organisations, accounts, sessions, tallies, kept texts, formulation, plan, releases.

Belongs here: tables, transactions, migrations. Does not belong here: a row for a delegate, any time finer than a day.
"""
