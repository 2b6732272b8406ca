"""What it takes to refuse strangers, before any HTTP."""

from contextlib import suppress
from timeit import repeat

from skill.alexa.errors import Forged
from skill.alexa.verifying.chains import Chains
from skill.alexa.verifying.verification import Verifier
from tests.alexa.verifying.test_verification import NOW, OURS, body
from tests.bench.comparing import against


def main() -> None:
    """Print what a request takes whose chain could not be fetched a moment ago."""
    print(f"to refuse what failed before: best {_refusal_microseconds():.0f} microseconds")
    against("100", [])


def _refusal_microseconds() -> float:
    """What it takes to refuse a request whose chain could not be fetched a moment ago, before any HTTP."""

    def fetch(url: str) -> bytes:
        raise OSError(url)

    verifier = Verifier(OURS, Chains(fetch))
    headers = {"SignatureCertChainUrl": "https://s3.amazonaws.com/echo.api/made-up.pem", "Signature-256": "AAAA"}

    def refuse() -> None:
        with suppress(Forged):
            verifier.verify(headers, body(), NOW)

    refuse()
    return min(repeat(refuse, number=1000, repeat=5)) * 1000
