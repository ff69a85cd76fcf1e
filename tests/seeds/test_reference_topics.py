"""The tree of topics that every installation starts with."""

from graph.model.nodes import TopicFields
from seeds.reference import load

TOPICS = {row.slug: row for row in load.topics()}


def test_there_are_about_sixty_topics_each_once() -> None:
    assert len(TOPICS) == len(load.topics())
    assert 55 <= len(TOPICS) <= 70


def test_every_topic_comes_after_its_broader_one_so_that_there_is_no_cycle() -> None:
    seen: set[str | None] = {None}
    for row in load.topics():
        assert row.broader in seen, row
        seen.add(row.slug)


def test_every_root_has_narrower_topics() -> None:
    broader = {row.broader for row in TOPICS.values()}
    assert all(row.broader or row.slug in broader for row in TOPICS.values())


def test_the_model_accepts_every_topic() -> None:
    for row in TOPICS.values():
        fields = TopicFields(slug=row.slug, label_de=row.label_de, label_en=row.label_en)
        assert fields.label_de != fields.label_en


def test_no_label_is_used_twice() -> None:
    for language in ("label_de", "label_en"):
        assert len({getattr(row, language) for row in TOPICS.values()}) == len(TOPICS)


def test_related_topics_exist_and_each_pair_is_told_once() -> None:
    pairs = [(row.slug, row.related) for row in load.related_topics()]
    assert pairs == sorted(set(pairs))
    assert all(one < other and {one, other} <= TOPICS.keys() for one, other in pairs)


def test_what_is_related_is_not_already_broader_or_narrower() -> None:
    for row in load.related_topics():
        assert TOPICS[row.slug].broader != row.related
        assert TOPICS[row.related].broader != row.slug
