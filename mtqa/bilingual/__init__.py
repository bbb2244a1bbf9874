"""What a translation keeps of its source: numbers, names, addresses, whether something is denied."""
