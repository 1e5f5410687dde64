"""JSON at the edge, in and out. cattrs lives here alone."""
