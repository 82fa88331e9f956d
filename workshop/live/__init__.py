"""The real-time state in Redis (or Valkey): keys, slots, one commit script, one consistent reading.

Belongs here: everything that knows a key name or a Redis command. Does not belong here: rules, SQL, sockets.
"""
