"""Settings and blocks in columns of SQLAlchemy: `python examples/frameworks/sqlalchemy_columns.py`."""

import json
from datetime import UTC, datetime

import attrs
from sqlalchemy import ForeignKey, String, Text, create_engine
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

from resume_visibility import CompanyBlock, Settings, dump_settings, load_settings, patch_settings
from resume_visibility.model import Block


class SettingsColumn(TypeDecorator[Settings]):
    """Settings but their blocks, as JSON: what the library writes, read back by its loader."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Settings | None, dialect: Dialect) -> str | None:
        if value is not None and value.blocks:
            raise ValueError("expected settings without blocks, which are rows of their own")
        return None if value is None else dump_settings(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Settings | None:
        return None if value is None else load_settings(value)


class BlockColumn(TypeDecorator[Block]):
    """One block as JSON, as it stands in settings."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Block | None, dialect: Dialect) -> str | None:
        return (
            None
            if value is None
            else json.dumps(json.loads(dump_settings(Settings(blocks=(value,))))["blocks"][0])
        )

    def process_result_value(self, value: str | None, dialect: Dialect) -> Block | None:
        return None if value is None else load_settings({"blocks": [json.loads(value)]}).blocks[0]


class Base(DeclarativeBase):
    """What the tables are listed in."""


class BlockRow(Base):
    """One block is one row: two that are added at the same time are both kept."""

    __tablename__ = "block"
    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidate.id"))
    block: Mapped[Block] = mapped_column(BlockColumn)


class CandidateRow(Base):
    """A candidate's settings; the blocks are in rows of their own. Of two changes at the same time, the second is refused."""

    __tablename__ = "candidate"
    id: Mapped[str] = mapped_column(String(128), primary_key=True)
    chosen: Mapped[Settings] = mapped_column(SettingsColumn)
    version: Mapped[int] = mapped_column()
    blocks: Mapped[list[BlockRow]] = relationship(order_by=BlockRow.id)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  # SQLAlchemy's own way

    @property
    def settings(self) -> Settings:
        """The settings as a resume holds them."""
        return attrs.evolve(self.chosen, blocks=tuple(row.block for row in self.blocks))


def main() -> None:
    """Choose, block a company, and read both again."""
    engine = create_engine("sqlite://", hide_parameters=True)  # or logs and errors hold what is stored
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        row = CandidateRow(id="c-58120", chosen=Settings())
        row.blocks.append(
            BlockRow(block=CompanyBlock(company="co-yunshu-sh", at=datetime(2026, 7, 1, tzinfo=UTC)))
        )
        row.chosen = patch_settings(row.chosen, {"visibility": "public", "resume_permission": True})
        session.add(row)
        session.commit()
    with Session(engine) as session:
        settings = session.get_one(CandidateRow, "c-58120").settings
        print(settings.visibility.value, len(settings.blocks))
    engine.dispose()


if __name__ == "__main__":
    main()
