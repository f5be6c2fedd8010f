"""Papers set by hand in the manner of real reports, each with its truth."""
