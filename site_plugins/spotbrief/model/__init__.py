"""The nouns: values that nobody changes, dates, scales; nothing is read or written here."""
