"""A workshop in one thread: real rules, real commit script, real pages, and everything between them from a seed.

`bin/simulate` runs it; docs/reliability.md says what it shows. The store is fakeredis under the real live store
(store.py), the record is the one in memory that the record's own tests hold against SQL (record.py), a worker is the
product's gate, hub, fan-out and watch (worker.py), and the pages are the product's TypeScript in QuickJS (pages.py).
Time is virtual (loop.py): a schedule of a minute takes some tens of milliseconds, and happens again from its seed.
"""
