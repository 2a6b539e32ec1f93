"""The parts of the servers that misbehave on purpose. Standard library only."""
