"""Hashes Amazon's ids with a secret key: a speaker is recognised again, and nobody's id is stored."""

import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256

_BYTES_KEPT = 15
_BYTES_OF_A_MARK = 6


@dataclass(frozen=True)
class Identity:
    """Turns ids into hashes that only this key gives; of accounts and voices a hundred and twenty bits are kept.

    `old_key` is the one before, while people are still kept under hashes that it gave.
    """

    key: bytes
    old_key: bytes | None = None

    @property
    def before(self) -> "Identity | None":
        """The two keys the other way round, if there is an old one."""
        return Identity(self.old_key, self.key) if self.old_key else None

    def hashed(self, kind: str, raw_id: str) -> str:
        """The hash of an id; the kind keeps an account from ever looking like a voice."""
        return self._letters(kind, raw_id, _BYTES_KEPT)

    def marked(self, kind: str, raw_id: str) -> str:
        """The same in eight letters, for what need only be told apart within one person's record."""
        return self._letters(kind, raw_id, _BYTES_OF_A_MARK)

    def _letters(self, kind: str, raw_id: str, count: int) -> str:
        digest = hmac.new(self.key, f"{kind}:{raw_id}".encode(), sha256).digest()
        return urlsafe_b64encode(digest[:count]).decode()
