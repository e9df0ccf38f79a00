"""The MkDocs adapter: the only package that imports an engine; one plugin a file."""

import gc

gc.set_threshold(200_000)  # a build makes millions of objects and hardly any cycles, which the collector looks for in vain
