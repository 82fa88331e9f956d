"""`bin/attack`: what somebody gains who sees every figure, knows who tapped when, and has phones of their own.

rooms.py makes rooms up, seen.py runs them through the real rules (controls.py through rules that are known to be bad),
worlds.py and solver.py ask whether all that was told leaves one stage only, odds.py how much better one can guess.
docs/promise.md has the results.
"""
