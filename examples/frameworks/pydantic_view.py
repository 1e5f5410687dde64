"""A view in models of pydantic: `python examples/frameworks/pydantic_view.py`."""

from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, core_schema

from resume_visibility import ResumeView, load_resume, load_viewer, view_for, view_to_dict
from resume_visibility.schemas import Subject, schema_of

DATA = Path(__file__).parents[1] / "data"


def inlined(part: Any, definitions: dict[str, Any]) -> Any:
    """A schema with every reference replaced by what it refers to: pydantic knows no definitions but its own."""
    match part:
        case {"$ref": str(place), **beside}:
            return inlined({**definitions[place.removeprefix("#/$defs/")], **beside}, definitions)
        case dict():
            return {key: inlined(value, definitions) for key, value in part.items()}
        case list():
            return [inlined(value, definitions) for value in part]
        case _:
            return part


class Released:
    """How pydantic treats a view: it takes what `view_for` made and nothing else, and writes what `dump_view` writes."""

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(view_to_dict)
        return core_schema.is_instance_schema(ResumeView, serialization=written)

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> dict[str, Any]:
        schema = schema_of(Subject.VIEW)
        definitions = schema.pop("$defs")
        whole: dict[str, Any] = inlined(schema, definitions)
        return whole


View = Annotated[ResumeView, Released()]
QUIET = ConfigDict(hide_input_in_errors=True)  # an error of pydantic prints what it was given
VIEW = TypeAdapter(View, config=QUIET)


class Hit(BaseModel):
    """One row of a list."""

    model_config = QUIET
    position: int
    view: View


def main() -> None:
    """Write a row, and the schema of one."""
    resume = load_resume((DATA / "engineer.json").read_bytes())
    viewer = load_viewer((DATA / "viewers" / "initech-recruiter.json").read_bytes())
    view = view_for(viewer, resume)
    if view is not None:
        print(Hit(position=1, view=view).model_dump_json()[:80])
        print(VIEW.json_schema(mode="serialization")["required"])


if __name__ == "__main__":
    main()
