"""JSON with places: where strings stand, the objects of an array one at a time, feed items."""
