"""JSON at the edge, in and out. cattrs is imported here alone."""
