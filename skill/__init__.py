"""Gentle Back: a voice coach that walks a person through stretches for a sore back."""
