"""What the interface says: every word that a reader sees and no editor typed, in one language.

Templates ask for phrases by `_("…")` (`rendering/phrases.py`). Scripts say theirs in English still. Three words are made small where they
stand within a sentence, which not every language does: the name of an audience, which is the desk's own; the outcomes that the track record
counts; the stance of a statement in Markdown.
"""
