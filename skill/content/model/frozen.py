"""What all content has in common: it cannot change once it is read."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Content cannot change once it is read, and an unknown key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
