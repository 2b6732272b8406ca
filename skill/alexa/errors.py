"""The two reasons for which a request gets no answer from the skill: it is none of Alexa's, or says so falsely."""


class NotAlexa(Exception):
    """What was sent is no Alexa request. The message is one sentence for whoever sent it."""


class Forged(Exception):
    """Nothing proves that Alexa sent this to our skill. The message is for our log; the sender is not told why."""
