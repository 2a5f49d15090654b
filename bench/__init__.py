"""What the product's work costs, as ratios against a bare version of the same work (`python dev.py bench`)."""
