"""Whether Alexa sent a request: the checks, the chains of certificates, and how few of those are fetched."""
