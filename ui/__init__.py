"""What people see: the only package that knows Qt and folium. Never SQL."""
