"""The classifiers: features, training, evaluation, safe persistence."""
