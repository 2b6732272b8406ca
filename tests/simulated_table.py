"""The table of simulated returns: for each voice, how many came out how. Printed, never asserted."""

import sys
from collections import Counter
from itertools import product

from tests.simulated_returns import IN_PASSING, MOMENTS, NEXT_DAY, RATES, VERDICTS, Sample, shares, tally


def line(name: str, counts: dict[str, Counter[str]]) -> str:
    """One row: the share of each verdict, and of what is right or asked at each moment."""
    share = shares(counts)
    verdicts = (f"{share.get(kind, 0.0):>11.1f}" for kind in VERDICTS)
    fine = {
        moment: 100 * sum(counted[kind] for kind in ("right", IN_PASSING, "asked")) / counted.total()
        for moment, counted in counts.items()
    }
    moments = (f"{fine.get(moment, 100.0):>5.0f}" for moment in MOMENTS)
    return f"{name:<30}{''.join(verdicts)}  {''.join(moments)}"


def main(one_in: int = 4) -> None:
    """Print the table: as on an Echo, which tells nothing; with a device that tells; and on the next day."""
    print(f"\n{'per cent, by voice and answers':<30}{''.join(f'{kind:>11}' for kind in VERDICTS)}  right or asked at:")
    print("; ".join(MOMENTS))
    for told, answers in ((False, 0), (False, 1), (False, 3), (True, 0)):
        for rate in RATES:
            name = f"{rate:.2f}, {answers} answers{', it tells' if told else ''}"
            print(line(name, tally(answers, rate, Sample(one_in, told=told))))
    for answers, rate in product((0, 1, 3), RATES):
        name = f"{rate:.2f}, {answers} answers, next day"
        print(line(name, tally(answers, rate, Sample(one_in, ways=(NEXT_DAY,)))))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4)
