"""What the interface says: every word that a reader sees and no editor typed, in one language.

Templates ask for phrases by `_("…")` (`rendering/phrases.py`). Scripts ask likewise (`rendering/scripts.py`).
"""
