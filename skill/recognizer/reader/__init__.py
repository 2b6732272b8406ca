"""Reads what no known sentence is: weighs its words, by weights that were learned from sentences people say."""
