"""KCR2 Desk: the desktop of a national crisis coordination room."""

__version__ = "0.1.0"
