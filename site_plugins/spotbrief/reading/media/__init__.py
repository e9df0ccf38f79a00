"""Pictures and documents: what they are, and the same without what tells of who made them, where and with what."""
