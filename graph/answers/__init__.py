"""The one place that puts store, network, analytics and consents together for a viewer."""

from graph.answers.answers import Answers

__all__ = ["Answers"]
