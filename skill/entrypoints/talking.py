"""`gentle-back talk`: replies run in real time in the terminal, and a line typed meanwhile interrupts."""

import os
import select
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import click

from skill.device.speaker import BY_THE_PERSON, UNANSWERED, Exchange, Speaker
from skill.device.suggesting import onward_after, suggested_after
from skill.device.transcript import written
from skill.limits import LISTENING_SECONDS, START_LATENCY_SECONDS, TALKING_SECONDS
from skill.speech.plain import joined
from skill.timeline import Moment, Timeline

WELCOME = """Say "open gentle back", or a wish such as "start my lower back routine". Type at any time to interrupt.
Leave with an empty line while nothing plays, or with Ctrl-C: your place is kept."""


class Left(Exception):
    """The person closed the terminal."""


@dataclass
class Keyboard:
    """Lines as they are typed, read past Python's own buffer so that waiting sees every one of them."""

    source: int = field(default_factory=lambda: sys.stdin.fileno())  # noqa: PLW0108 (the input of that moment)
    typed: bytes = b""

    def line_within(self, seconds: float | None) -> str | None:
        """The next line, or None when so many seconds passed without one. Raises Left at the end of input."""
        until = None if seconds is None else time.monotonic() + seconds
        while b"\n" not in self.typed:
            left = None if until is None else max(0.0, until - time.monotonic())
            if not select.select([self.source], [], [], left)[0]:
                return None
            more = os.read(self.source, 4096)
            if not more:
                raise Left
            self.typed += more
        line, _, self.typed = self.typed.partition(b"\n")
        return line.decode("utf-8", "replace").strip()


@dataclass
class Talk:
    """A conversation in the terminal, in real time or on a clock that jumps."""

    speaker: Speaker
    fast: bool = False
    keyboard: Keyboard = field(default_factory=Keyboard)
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def run(self) -> None:
        """Until the person leaves."""
        click.echo(WELCOME)
        try:
            words = self._prompted(None)
            while words:
                words = self._hear(self.speaker.say(words, self._clock(), self._played_seconds())) or self._prompted(
                    None
                )
        except (Left, KeyboardInterrupt):
            click.echo()
        self.speaker.end(BY_THE_PERSON, self._clock())
        click.echo("Until next time.")

    def _played_seconds(self) -> float | None:
        """How much of the last reply has run in real time: here it begins at once, and typing interrupts it."""
        last = self.speaker.last
        return None if self.fast or last is None else (self._clock() - last.at).total_seconds()

    def _clock(self) -> datetime:
        return self.now if self.fast else datetime.now(UTC)

    def _hear(self, exchange: Exchange) -> str | None:
        """Play a reply to its end, or to the words that interrupt it."""
        playing = exchange.playing
        self.now = exchange.at + timedelta(seconds=START_LATENCY_SECONDS)
        for line in written(exchange):
            click.echo(f"[written: {line}]")
        words = self._play(playing.speech)
        if words:
            return words
        click.echo(
            click.style(f"[say: {', '.join(suggested_after(exchange, self.speaker.recognizer.language))}]", dim=True)
        )
        if not playing.listens:
            return None
        words = self._prompted(None if self.fast else LISTENING_SECONDS)
        words = words or self._play(playing.reprompt)
        # On a clock that jumps an empty line is nobody's answer.
        if not (words or self.fast):
            words = self._prompted(LISTENING_SECONDS)
        return words or self._unanswered(exchange)

    def _unanswered(self, exchange: Exchange) -> str | None:
        """What leads on whoever does not say that they are ready; after any other question the session ends."""
        onward = onward_after(exchange, self.speaker.recognizer.language)
        if onward:
            click.echo("[nobody answered: going on]")
            return onward
        self.speaker.end(UNANSWERED, self._clock())
        click.echo("[nobody answered: closed]")
        return None

    def _play(self, timeline: Timeline) -> str | None:
        for moment in joined(timeline):
            words = self._silence(moment) if moment.silent and not moment.sound else self._cue(moment)
            if words:
                return words
        self.now += timedelta(seconds=TALKING_SECONDS)
        return None

    def _cue(self, moment: Moment) -> str | None:
        click.echo(moment.words or f"[{moment.sound}]")
        return self._pass(moment.seconds)

    def _silence(self, moment: Moment) -> str | None:
        if self.fast:
            click.echo(click.style(f"[silence {moment.seconds:g} s]", dim=True))
            return self._pass(moment.seconds)
        for seconds in _countdown(moment.seconds):
            click.echo(click.style(f"\r[{moment.seconds - seconds:4.0f} s] ", dim=True), nl=False)
            if words := self._pass(min(1.0, moment.seconds - seconds)):
                return words
        click.echo("\r          \r", nl=False)
        return None

    def _pass(self, seconds: float) -> str | None:
        """Let time pass; words typed meanwhile come back at once."""
        self.now += timedelta(seconds=seconds)
        if self.fast:
            return None
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if words := self.keyboard.line_within(left):
                return words
        return None

    def _prompted(self, seconds: float | None) -> str | None:
        click.echo("> ", nl=False)
        words = self.keyboard.line_within(seconds)
        if words is None:
            click.echo()
        return words


def _countdown(seconds: float) -> Iterator[float]:
    """The whole seconds of a silence that have passed."""
    passed = 0.0
    while passed < seconds:
        yield passed
        passed += 1.0
