"""What a screen shows of a reply, made from its timeline: the page and Alexa's screens count by the same seconds."""
