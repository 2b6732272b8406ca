"""How well places are kept, in simulation."""

from tests import simulated_choices, simulated_table, simulation


def main() -> None:
    """Print the tables."""
    simulation.main()
    simulated_table.main()
    simulated_choices.main(trials=1000)
