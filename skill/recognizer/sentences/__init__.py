"""The sentences that are known, and which of them somebody said: exactly, with a name, with a slip, or nearly."""
