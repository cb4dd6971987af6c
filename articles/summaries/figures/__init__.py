"""Numbers in running text: read with their units and bounds, and compared; which of them matter is rules/’s."""
