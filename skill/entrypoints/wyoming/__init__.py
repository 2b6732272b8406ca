"""The skill for satellites that speak Wyoming, as Home Assistant's do: words in, words and timed sound out."""
