"""What goes in: frozen values, valid once built. No rule lives here."""
