"""Checks a skill at an address of its own: its health, that it refuses strangers, and a launch."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from skill.doctor.asking import a_farewell, a_launch, words_of
from skill.doctor.finding import Check, Finding, State, unproven, unwell, well
from skill.doctor.wire import Answer, Distrusted, Unreached, ask, names_of_certificate
from skill.settings import on_loopback

ALEXA = "/alexa"

FORGED = {
    "SignatureCertChainUrl": "https://s3.amazonaws.com.example.org/echo.api/doctor.pem",
    "Signature-256": "Z2VudGxlIGJhY2s=",
}
"""Signature headers like Alexa's, with a certificate that is not Amazon's, and an invalid signature."""


@dataclass(frozen=True)
class Address:
    """The URL of the skill without `/alexa`, and the time, which every request has to carry."""

    base: str
    at: datetime

    @classmethod
    def of(cls, url: str, at: datetime) -> "Address":
        """The address from a URL with or without `/alexa`."""
        return cls(url.rstrip("/").removesuffix(ALEXA), at)

    @property
    def local(self) -> bool:
        """Whether it is on this machine."""
        return on_loopback(self.base)


def served(address: Address) -> Iterator[Finding]:
    """All checks of the address, each finding as soon as it is made; one without an answer or trust ends them."""
    try:
        yield from health(address)
        yield from certificate(address)
        yield from strangers(address)
        yield from launch(address)
    except Distrusted as why:
        step = "take one of a public authority for this name, as Caddy gets by itself; Alexa calls nothing else."
        yield unwell(f"The certificate of {address.base} is not good ({why}).", step)
    except Unreached as why:
        step = "start the server, and what stands before it (TLS, tunnel); then call this again."
        yield unwell(f"{address.base} does not answer ({why}).", step)


def health(address: Address) -> Iterator[Finding]:
    """Checks `/health`; whether this is our skill at all is for the later checks to say. Raises `Unreached`."""
    answer = ask(f"{address.base}/health")
    if answer.body.get("store") == "ok":
        yield well(f"{address.base} answers, and its store is there.")
    elif "store" in answer.body:
        yield unwell(
            f"{address.base} answers, but not its store: places are not kept.", "look at the server's log; it names it."
        )
    else:
        step = "ask on the server itself: gentle-back doctor --address http://127.0.0.1:5000"
        yield unproven(f"/health is not passed on (status {answer.status}), which it need not be.", step)


def certificate(address: Address) -> Iterator[Finding]:
    """Finds the kind of its certificate, which has to be in the manifest. Raises `Unreached`."""
    if address.base.startswith("https:"):
        kind = kind_of_certificate(urlsplit(address.base).hostname or "", names_of_certificate(address.base))
        yield well(f"Its certificate is good; to Alexa it is of the kind {kind}: make manifest certificate={kind}.")


def kind_of_certificate(host: str, names: Iterable[str]) -> str:
    """The kind for the manifest: Trusted if the certificate names the host, else Wildcard."""
    return "Trusted" if host in names else "Wildcard"


def strangers(address: Address) -> Iterator[Finding]:
    """Checks that it refuses requests that Alexa did not sign; stops at the first bad answer. Raises `Unreached`."""
    for kind, headers in (("without a signature", {}), ("with a forged signature", FORGED)):
        found = _of_a_stranger(address, f"A request {kind}", _launched(address, headers))
        yield found
        if found.state is State.UNWELL:
            return


def launch(address: Address) -> Iterator[Finding]:
    """Checks that a launch is answered with words, and then deletes the test account. Raises `Unreached`."""
    answer = _launched(address, {})
    if answer.status == HTTPStatus.BAD_REQUEST:
        step = 'say "Alexa, open gentle back", or type it in the test page of the developer console.'
        yield unproven("That it opens: only Alexa can sign a launch.", step)
    elif is_ours(answer) and words_of(answer.body):
        yield well("It opens with words.")
        ask(f"{address.base}{ALEXA}", a_farewell(address.at))
    elif is_ours(answer):
        yield unwell("It opens with an apology.", "look at the server's log.")


CHECKS: tuple[Check, ...] = (served,)


def is_ours(answer: Answer) -> bool:
    """Whether this is the response of a skill."""
    return answer.status == HTTPStatus.OK and isinstance(answer.body.get("response"), Mapping)


def _of_a_stranger(address: Address, request: str, answer: Answer) -> Finding:
    """The finding from an answer to a request that Alexa did not sign."""
    if answer.status == HTTPStatus.BAD_REQUEST:
        return well(f"{request} is refused.")
    if answer.status == HTTPStatus.FORBIDDEN:
        return unwell(
            "It serves with --local behind a tunnel or proxy, and answers only its own machine (403).",
            "start it with gentle-back serve --verify; docs/your-own-echo.md tells how.",
        )
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        step = "look at the server's log, whether it still serves, and at that of what stands before it."
        return unwell(f"{request} got status {answer.status}.", step)
    if not is_ours(answer):
        return unwell(
            f"What answers at {address.base}{ALEXA} is not Gentle Back (status {answer.status}).",
            f"compare the port with the one that the server named; what stands before it has to pass {ALEXA} on.",
        )
    if address.local:
        return unproven(f"{request} is answered: it serves with --local, for this machine only.")
    return unwell(f"{request} is answered: anybody may use it.", "start it with --verify, not --local.")


def _launched(address: Address, headers: dict[str, str]) -> Answer:
    """The answer to a launch."""
    return ask(f"{address.base}{ALEXA}", a_launch(address.at), headers)
