"""What a skill served at an address of its own is asked: its health, that it refuses strangers, and a launch."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from skill.doctor.asking import a_farewell, a_launch, words_of
from skill.doctor.finding import Check, Finding, unproven, unwell, well
from skill.doctor.wire import Answer, Unreached, ask, names_of_certificate
from skill.settings import on_loopback

ALEXA = "/alexa"

FORGED = {
    "SignatureCertChainUrl": "https://s3.amazonaws.com.example.org/echo.api/doctor.pem",
    "Signature-256": "Z2VudGxlIGJhY2s=",
}
"""Headers such as Alexa's, but the certificate is nobody's and the signature none."""


@dataclass(frozen=True)
class Address:
    """Where the skill is, without `/alexa`; and the time, which its requests have to have."""

    base: str
    at: datetime

    @classmethod
    def of(cls, url: str, at: datetime) -> "Address":
        """The address as it is in the manifest, or of the server."""
        return cls(url.rstrip("/").removesuffix(ALEXA), at)

    @property
    def local(self) -> bool:
        """Whether it is on this machine."""
        return on_loopback(self.base)


def health(address: Address) -> Iterator[Finding]:
    """Its health."""
    try:
        answer = ask(f"{address.base}/health")
    except Unreached as why:
        step = "start the server, and what stands before it (TLS, tunnel); then call this again."
        yield unwell(f"{address.base} does not answer ({why}).", step)
        return
    if answer.body.get("store") == "ok":
        yield well(f"{address.base} answers, and its store is there.")
    elif answer.status == HTTPStatus.OK:
        yield unwell(
            f"{address.base} answers, but not its store: places are not kept.", "look at the server's log; it names it."
        )
    else:
        step = "ask on the server itself: gentle-back doctor --address http://127.0.0.1:5000"
        yield unproven(f"/health is not public (status {answer.status}), which it need not be.", step)


def certificate(address: Address) -> Iterator[Finding]:
    """Of which kind its certificate is, which Alexa has to be told."""
    if not address.base.startswith("https:"):
        return
    try:
        names = names_of_certificate(address.base)
    except Unreached as why:
        step = "take one of a public authority for this name, as Caddy gets by itself; Alexa calls nothing else."
        yield unwell(f"The certificate of {address.base} is not good ({why}).", step)
        return
    kind = kind_of_certificate(urlsplit(address.base).hostname or "", names)
    yield well(f"Its certificate is good; to Alexa it is of the kind {kind}: make manifest certificate={kind}.")


def kind_of_certificate(host: str, names: Iterable[str]) -> str:
    """What the manifest has to say of it: Trusted where it names the host, Wildcard where it names all beside it."""
    return "Trusted" if host in names else "Wildcard"


def strangers(address: Address) -> Iterator[Finding]:
    """Whether it refuses what Alexa did not sign."""
    for kind, headers in (("without a signature", {}), ("with a forged signature", FORGED)):
        answer = _launched(address, headers)
        if answer is None:
            return
        if answer.status == HTTPStatus.BAD_REQUEST:
            yield well(f"A request {kind} is refused.")
        elif answer.status == HTTPStatus.OK and address.local:
            yield unproven(f"A request {kind} is answered: it serves with --local, for this machine only.")
        elif answer.status == HTTPStatus.FORBIDDEN:
            yield unwell(
                "It serves with --local behind a tunnel or proxy, and answers only its own machine (403).",
                "start it with gentle-back serve --verify; docs/your-own-echo.md tells how.",
            )
        elif answer.status == HTTPStatus.OK:
            yield unwell(f"A request {kind} is answered: anybody may use it.", "start it with --verify, not --local.")
        else:
            yield unwell(f"A request {kind} got status {answer.status}.", "see whether /alexa is passed on as it is.")


def launch(address: Address) -> Iterator[Finding]:
    """Whether it opens."""
    answer = _launched(address, {})
    if answer is None:
        return
    if answer.status != HTTPStatus.OK:
        step = 'say "Alexa, open gentle back", or type it in the test page of the developer console.'
        yield unproven("That it opens: only Alexa can sign a launch.", step)
    elif words_of(answer.body):
        yield well("It opens with words.")
        ask(f"{address.base}{ALEXA}", a_farewell(address.at))
    else:
        yield unwell("It opens with an apology.", "look at the server's log.")


CHECKS: tuple[Check, ...] = (health, certificate, strangers, launch)


def _launched(address: Address, headers: dict[str, str]) -> Answer | None:
    """The answer to a launch; None where nobody answers, which `health` has told."""
    try:
        return ask(f"{address.base}{ALEXA}", a_launch(address.at), headers)
    except Unreached:
        return None
