"""What authors wrote: stretches, routines, ways between postures, phrases and warning words."""
