"""The panel Meldingen: reports as they come in, written and dealt with."""
