"""The table of answers: from what a person did to the function that answers it."""
