"""Socket.IO: three handlers for ever (connect, disconnect, command), and the loop that sends frames.

Belongs here: sockets and their audiences. Does not belong here: rules, Redis, SQL, HTTP pages.
"""
