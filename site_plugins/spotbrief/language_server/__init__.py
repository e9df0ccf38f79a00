"""Help while typing: a server of the Language Server Protocol (3.17) over the desk's own reading and checks."""
