"""The report as typed blocks, made once from an anonymised session: whatever prints prose prints these.

Belongs here: which sections a report has, in which order, and what they say, by the catalogue's words. Does not belong
here: markup, measures, fonts, files. A block that a later format cannot print is a fault of that format.
"""
