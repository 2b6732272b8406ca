"""Classifies sentences that are not known, by weights for their words that were learned from what people say."""
