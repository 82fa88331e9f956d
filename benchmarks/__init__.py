"""Benchmarks: how fast the live core is beside the bare stack, and what a seat costs. See docs/performance.md.

Belongs here: a load generator that is no part of the server, what it drives, and the tables. Does not belong here:
anything that the app needs.
"""
