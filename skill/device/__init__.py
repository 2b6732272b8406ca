"""A pretend smart speaker: it turns words into requests, plays replies on a clock, and ends sessions as Alexa does."""
