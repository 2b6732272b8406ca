"""How a file of the content becomes what it says, or complaints that an author understands, each with its line."""
