"""Rehearses `make deploy` on this machine, twice, with Amazon's own two tools: only what they talk to is a stand-in.

The stack goes to ministack, which also runs the function; the skill to a stand-in for the skill management API.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import boto3

from tests.deploying.smapi import DeveloperAccount, standing_in

ROOT = Path(__file__).parents[2]
TOOLS = {
    "ministack": "pipx install --python python3.13 'ministack[full]'   (it runs the function in its own Python)",
    "sam": "pipx install aws-sam-cli",
    "ask": "npm install -g ask-cli",
}
REGION = "eu-west-1"
PATIENCE_SECONDS = 60.0
LEFT_OUT = """
ministack leaves out two things of the table that CloudFormation sets: time to live, and point-in-time recovery. The
doctor has found both. They are switched on by hand now, and everything is deployed once more, over what is there:
"""
UNPROVEN = """
Rehearsed: both tools, the order of the steps, what is carried between them, the function as it is packed, the doctor.
Unproven: that Amazon takes the template and the package, its waiting times, rights and limits, and real credentials.
"""
PROFILE = {
    "profiles": {
        "default": {
            "token": {
                "access_token": "nobody",
                "refresh_token": "nothing",
                "token_type": "bearer",
                "expires_in": 3600,
                "expires_at": "2100-01-01T00:00:00.000Z",
            },
            "vendor_id": "M0REHEARSAL",
            "aws_profile": None,
        }
    }
}


def main() -> int:
    """0 when the second time ends well."""
    missing = [f"- {name}: {how}" for name, how in TOOLS.items() if shutil.which(name) is None]
    if missing:
        sys.exit("\n".join(("For a rehearsal these have to be on the PATH:", *missing)))
    account = DeveloperAccount()
    with ExitStack() as standing:
        home = Path(standing.enter_context(TemporaryDirectory()))
        environment = at_home(home) | {
            "ASK_SMAPI_SERVER_BASE_URL": standing.enter_context(standing_in(account)),
            "AWS_ENDPOINT_URL": standing.enter_context(ministack(home)),
        }
        deployed(environment, home)
        print(LEFT_OUT, flush=True)
        switch_on(environment["AWS_ENDPOINT_URL"])
        code = deployed(environment, home)
    print(f"Skills made: {len(account.skills)}, enabled: {len(account.enabled)}.{UNPROVEN}")
    return code or int(len(account.skills) != 1)


def at_home(home: Path) -> dict[str, str]:
    """An environment in which nobody's real credentials are."""
    (home / ".ask").mkdir()
    (home / ".ask" / "cli_config").write_text(json.dumps(PROFILE))
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "ASK_"))}
    return ours | {
        "HOME": str(home),
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "SAM_CLI_TELEMETRY": "0",
        "ASK_SHARE_USAGE": "false",
        "ASK_SKIP_NEW_VERSION_REMINDER": "true",
    }


def deployed(environment: dict[str, str], home: Path) -> int:
    """The exit code of a deployment."""
    told = ["--stage", "rehearsal", "--region", REGION, "--email", "anna@example.org"]
    command = [sys.executable, "-m", "infra.deploy", *told, "--states", str(home / "states")]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


@contextmanager
def ministack(home: Path) -> Iterator[str]:
    """The address of a stand-in for AWS, until the end of the block."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    settings = {**os.environ, "GATEWAY_PORT": str(port), "MINISTACK_HOST": "127.0.0.1", "HOME": str(home)}
    log = (home / "ministack.log").open("w")
    with log, subprocess.Popen(["ministack"], env=settings, stdout=log, stderr=log) as process:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def switch_on(address: str) -> None:
    """What ministack does not take from the template."""
    client = boto3.client(
        "dynamodb",
        region_name=REGION,
        endpoint_url=address,
        aws_access_key_id="nobody",
        aws_secret_access_key="nothing",
    )
    for table in client.list_tables()["TableNames"]:
        how = {"AttributeName": "forget_at", "Enabled": True}
        client.update_time_to_live(TableName=table, TimeToLiveSpecification=how)
        recovery = {"PointInTimeRecoveryEnabled": True}
        client.update_continuous_backups(TableName=table, PointInTimeRecoverySpecification=recovery)
    client.close()


def _wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        with suppress(OSError), closing(socket.create_connection(("127.0.0.1", port), 1)):
            return
        time.sleep(0.2)
    sys.exit("ministack does not start.")


if __name__ == "__main__":
    sys.exit(main())
