"""The page at home: what it shows, written on the server, and every figure on one sheet."""
