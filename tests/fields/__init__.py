"""What the model says of its fields, held against every output."""
