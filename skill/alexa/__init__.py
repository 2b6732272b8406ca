"""The only part that knows the JSON of Alexa: envelopes in and out, and whether a request is really its own."""
