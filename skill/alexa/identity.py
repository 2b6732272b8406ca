"""Who is speaking, without keeping who they are: keyed hashes in the place of Amazon's ids."""

import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256

_BYTES_KEPT = 15


@dataclass(frozen=True)
class Identity:
    """Turns ids into hashes that only this key gives; a hundred and twenty bits of each are kept.

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
        digest = hmac.new(self.key, f"{kind}:{raw_id}".encode(), sha256).digest()
        return urlsafe_b64encode(digest[:_BYTES_KEPT]).decode()
