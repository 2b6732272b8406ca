"""Runs pip for `make`, and says in a sentence what to do when it cannot reach a package index."""

import re
import subprocess
import sys

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install")

_CUT_OFF = re.compile(
    r"Failed to establish a new connection|NameResolutionError|Max retries exceeded|timed out|ProxyError|"
    r"No matching distribution|SSLError|SSLCertVerificationError",
    re.IGNORECASE,
)
"""What pip says, among much else, where it reaches no index of packages, or one that has not what is locked."""

OFFLINE = """The libraries could not be fetched: pip reaches no index of packages that has them.
Connect this machine to the internet and call the same again; what was fetched is kept. Behind a proxy, set
HTTPS_PROXY; where packages come from a mirror of your own, set PIP_INDEX_URL. The last that pip said:"""


def main(arguments: list[str]) -> int:
    """Pip's exit code; what it complained of is shown, in full where it is not the connection."""
    done = subprocess.run([*PIP, *arguments], stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode and _CUT_OFF.search(done.stderr):
        print(OFFLINE, f"  {done.stderr.strip().splitlines()[-1]}", sep="\n", file=sys.stderr)
    else:
        print(done.stderr, end="", file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
