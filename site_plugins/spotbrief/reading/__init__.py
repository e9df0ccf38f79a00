"""Files -> values with positions -> the model, and all problems of form."""
