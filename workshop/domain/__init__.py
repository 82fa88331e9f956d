"""The pure rules of the subject: scales, placements, agreement, agenda, formulation, plan, disclosure.

Belongs here: anything that a facilitator could argue about without knowing that there is a computer.
Does not belong here: bytes, JSON, clocks, randomness, Flask, Redis, SQL. Standard library only.
"""
