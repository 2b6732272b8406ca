"""What must hold of stretches, routines, their order, limits, programmes and names, beyond their shape."""
