"""Forms compiled from ui/ by tools/forms.py; do not edit."""
