"""The pictures, as geometry and as SVG: where everything goes in a strip, what it says, and its text as an image.

Belongs here: pure functions from told figures and words to measures and marks. Does not belong here: what may be told
(`domain/disclosure.py` has decided that before), pages, reports, files. Standard library only.
"""
