"""What all content has in common: it cannot change once it is read."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Content cannot change once it is read, and an unknown key is a fault.

    What checks it is built with the first that is checked: content that was compiled is never checked again.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)
