"""What became of published judgements since, by the history of their briefings."""
