"""The map: a page built by folium, our own canvas on it, one bridge between page and desk."""
