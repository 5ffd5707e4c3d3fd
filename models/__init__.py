"""What the world is: entities with their rules, the journal's records, cards and the board. Knows neither Qt nor network."""
