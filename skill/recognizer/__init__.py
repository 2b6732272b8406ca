"""Turns words into intents, for the terminal, the page and the tests, and compiles the model with which Alexa does."""
