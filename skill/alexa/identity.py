"""Hashes Amazon's ids with a secret key: a speaker is recognised again, and nobody's id is stored."""

import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256

_BYTES_KEPT = 15
_BYTES_OF_A_MARK = 6


@dataclass(frozen=True)
class Identity:
    """Hashes ids with a key; those of accounts and voices are cut to 120 bits.

    `old_key` is the key before it, as long as records may still be stored under its hashes.
    """

    key: bytes
    old_key: bytes | None = None

    @property
    def before(self) -> "Identity | None":
        """The same with the two keys exchanged; None without an old one."""
        return Identity(self.old_key, self.key) if self.old_key else None

    def hashed(self, kind: str, raw_id: str) -> str:
        """The hash of an id; `kind` keeps the id of an account from having the hash of a voice."""
        return self._letters(kind, raw_id, _BYTES_KEPT)

    def marked(self, kind: str, raw_id: str) -> str:
        """A hash of eight letters, for ids that are only told apart within one person's record."""
        return self._letters(kind, raw_id, _BYTES_OF_A_MARK)

    def _letters(self, kind: str, raw_id: str, count: int) -> str:
        digest = hmac.new(self.key, f"{kind}:{raw_id}".encode(), sha256).digest()
        return urlsafe_b64encode(digest[:count]).decode()
