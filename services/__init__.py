"""What can be done: commands, queries and the work of the outside world. Knows neither Qt nor folium."""
