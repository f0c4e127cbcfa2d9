"""The panel Bijstand: who needs what, who has what, who gave what to whom, what is left."""
