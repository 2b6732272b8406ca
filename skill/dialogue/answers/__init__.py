"""The answers: a table of which function answers which intent, and a folder for each chapter of what people can say."""
