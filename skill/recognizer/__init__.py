"""Words to intents: for the terminal, the page and the tests, and the compiled model that Alexa does the same with."""
