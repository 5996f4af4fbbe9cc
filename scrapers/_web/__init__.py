"""Connections: what opens addresses safely and politely, draws pages made by script, asks a model, looks companies up."""
