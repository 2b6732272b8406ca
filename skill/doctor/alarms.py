"""Checks the alarms: that all are there and quiet, and that somebody hears them."""

from collections.abc import Iterator

from skill.doctor.finding import Finding, unproven, unwell, well
from skill.doctor.stack import Stack

_TOLD = "docs/operations.md, under Alarms, says what each means."


def quiet(stack: Stack) -> Iterator[Finding]:
    """Whether an alarm is on."""
    names = stack.named("AWS::CloudWatch::Alarm")
    alarms = stack.client("cloudwatch").describe_alarms(AlarmNames=names)["MetricAlarms"] if names else []
    there = {alarm["AlarmName"]: alarm["StateValue"] for alarm in alarms}
    on = sorted(name for name, state in there.items() if state == "ALARM")
    missing = sorted(set(names) - set(there))
    if on:
        yield unwell(f"Alarms are on: {', '.join(on)}.", _TOLD)
    if missing or not names:
        yield unwell(f"Alarms are missing: {', '.join(missing) or 'all'}.", "deploy the template again.")
    if not on and not missing and names:
        yield well(f"All {len(names)} alarms are there, and none is on.")


def heard(stack: Stack) -> Iterator[Finding]:
    """Whether somebody hears the alarms."""
    topics = stack.named("AWS::SNS::Topic")
    if not topics:
        yield unproven("That anybody hears an alarm: no mail address is set.", "make deploy with EMAIL=you@example.org")
        return
    found = stack.client("sns").list_subscriptions_by_topic(TopicArn=topics[0])["Subscriptions"]
    confirmed = [one["Endpoint"] for one in found if one["SubscriptionArn"].startswith("arn:")]
    if confirmed:
        yield well(f"Alarms are mailed to {', '.join(confirmed)}.")
    else:
        yield unwell("Alarms are mailed to nobody yet.", "confirm the mail that Amazon sent when it was deployed.")
