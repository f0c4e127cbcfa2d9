"""EDXL-RM 1.0 (OASIS)."""
