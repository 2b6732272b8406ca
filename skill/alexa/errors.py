"""Why a request gets no answer: it is not an Alexa request, or nothing proves that Alexa sent it to us."""


class NotAlexa(Exception):
    """What was sent is no Alexa request. The message is one sentence for whoever sent it."""


class Forged(Exception):
    """Nothing proves that Alexa sent this to our skill. The message is for our log; the sender is not told why."""
