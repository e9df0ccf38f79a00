"""The model -> one linked whole: ids, mentions, merged events, what is public."""
