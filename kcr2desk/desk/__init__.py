"""The desk: everything with a screen."""
