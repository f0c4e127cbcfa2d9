"""The panel of repatriation: arrivals, registration, stations, lists, hand-over."""
