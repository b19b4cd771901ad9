"""The method: frozen models and pure functions. Imports pydantic and the standard library only."""
