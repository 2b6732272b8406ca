"""Looks up which known sentence somebody said: exactly, with a name in it, with a spelling mistake, or nearly."""
