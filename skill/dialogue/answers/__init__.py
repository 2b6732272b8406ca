"""What answers each wish: the table of answers, and a room for each chapter of what people can say."""
