"""Use cases, a file a verb: join, perform, close_round, finish, report, forget. Ports to the outside in ports.py.

Belongs here: the order in which rules, live state and record are used, and what happens when one of them fails.
Does not belong here: rules (activities, domain), Redis, SQL, Flask, sockets.
"""
