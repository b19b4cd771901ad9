"""What the facilitator can mean, one frozen dataclass each, with the pure change it makes."""
