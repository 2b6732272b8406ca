"""Rules for content that types cannot check: of stretches, routines, their order, limits, programmes and names."""
