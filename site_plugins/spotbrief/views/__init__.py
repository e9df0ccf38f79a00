"""One file for each kind of page: the corpus -> exactly what its template may see."""
