"""Templates for every body of a roster, and the list (发放清单) that says who gets which."""
