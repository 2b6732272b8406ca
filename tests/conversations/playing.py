"""Plays a conversation in a room and writes down what was really heard, as briefly as the file does."""

from collections.abc import Iterable, Iterator

from tests.conversations.comparing import as_briefly
from tests.conversations.events import happens
from tests.conversations.hearing import reply_lines
from tests.conversations.reading import Event, Exchange, Piece
from tests.conversations.room import Room


def played(pieces: Iterable[Piece], room: Room) -> Iterator[Piece]:
    """The same pieces with the replies that the skill gives now."""
    for piece in pieces:
        if isinstance(piece, Event):
            happens(room, piece.text)
        yield _answered(piece, room) if isinstance(piece, Exchange) else piece


def _answered(said: Exchange, room: Room) -> Exchange:
    heard = reply_lines(room.say(said.words).playing)
    return Exchange(said.words, as_briefly(heard, said.reply))
