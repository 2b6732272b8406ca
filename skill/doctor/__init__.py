"""The doctor: checks a deployed skill at its address or in its stack, and says the next step for each trouble."""
