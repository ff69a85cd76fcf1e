"""`node` and `nodes`: anything by its global id, and nothing that the viewer may not see."""

from tests.schema.conftest import Api

NODE = "query ($id: ID!) { node(id: $id) { __typename id ... on Person { name email } } }"


async def test_a_person_is_found_by_global_id(api: Api) -> None:
    id = api.id("Bülent Börek")
    answer = await api.ask(NODE, id=id)
    assert answer["node"] == {"__typename": "Person", "id": id, "name": "Bülent Börek", "email": "1@example.org"}
