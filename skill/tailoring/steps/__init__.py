"""Which steps one person is led through: of their own, without what is left out, with what a body likes around them."""
