"""The region's wizard."""
