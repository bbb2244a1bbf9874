"""The numbers, times and dates of a text with their values, and which of them a translation has kept."""
