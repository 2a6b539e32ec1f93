"""The parts of the servers that misbehave on purpose. They need only the standard library."""
