"""What needs a decision: refused changes, conflicts, what waits for them."""
