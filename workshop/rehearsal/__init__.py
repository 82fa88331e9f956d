"""Simulated people over real sockets: a whole workshop for practice and proof, and the load of the benchmarks.

Belongs here: clients of the app's own HTTP and wire. Does not belong here: any way into the server but those.
"""
