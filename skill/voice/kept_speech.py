"""A cache of spoken sentences in files, of limited size; a damaged file counts as missing."""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Lock, get_native_id

from skill.sound.files import UnreadableSound, as_wav, from_wav
from skill.sound.sound import Sound

LARGEST_BYTES = 200_000_000
"""About an hour and a quarter of speech: every sentence of every routine, in two voices."""
_LEFT_SHARE = 0.8
"""The share of the largest size that is left after the least recently used files were deleted."""
_MADE = "3"
"""The version of the rendering, which is part of the keys: it is raised when sentences are rendered differently."""
_DIGEST_BYTES = 32


@dataclass
class KeptSpeech:
    """A folder of spoken sentences, by voice, speed and words. If it cannot be written, nothing is cached."""

    folder: Path
    largest_bytes: int = LARGEST_BYTES
    _bytes: int | None = None
    _turn: Lock = field(default_factory=Lock)

    def find(self, voice: str, speed: float, words: str) -> Sound | None:
        """The cached sentence; None if it is missing or damaged."""
        path = self._path(voice, speed, words)
        try:
            content = path.read_bytes()
            path.touch()
            digest, wav = content[:_DIGEST_BYTES], content[_DIGEST_BYTES:]
            return from_wav(wav) if sha256(wav).digest() == digest else None
        except (OSError, UnreadableSound):
            return None

    def keep(self, voice: str, speed: float, words: str, sound: Sound) -> None:
        """Cache a sentence; if the folder is too large then, delete the least recently used ones."""
        path, wav = self._path(voice, speed, words), as_wav(sound)
        new = path.with_suffix(f".{get_native_id()}")  # so that no reader gets half of a file
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            new.write_bytes(sha256(wav).digest() + wav)
            new.replace(path)
            self._make_room(len(wav) + _DIGEST_BYTES)
        except OSError:
            return

    def _make_room(self, added: int) -> None:
        with self._turn:
            if self._bytes is not None and self._bytes + added <= self.largest_bytes:
                self._bytes += added
                return
            files = sorted((file.stat().st_mtime, file.stat().st_size, file) for file in self.folder.iterdir())
            self._bytes = sum(size for _, size, _ in files)
            allowed = self.largest_bytes if self._bytes <= self.largest_bytes else _LEFT_SHARE * self.largest_bytes
            for _, size, file in files:
                if self._bytes <= allowed:
                    break
                file.unlink(missing_ok=True)
                self._bytes -= size

    def _path(self, voice: str, speed: float, words: str) -> Path:
        name = "\n".join((_MADE, voice, f"{speed:.2f}", words))
        return self.folder / f"{sha256(name.encode()).hexdigest()}.spoken"
