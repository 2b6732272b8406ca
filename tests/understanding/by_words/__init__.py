"""The eighth time that strangers were asked what they would say: judged by the words of the reply."""
