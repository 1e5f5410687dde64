"""Settings and blocks in columns: what is stored is what is read, and nothing of it gets into logs and errors."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from sqlalchemy import Engine, create_engine, insert, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy_columns import Base, BlockColumn, BlockRow, CandidateRow, SettingsColumn

from pace import examples
from resume_visibility import (
    CompanyBlock,
    InvalidSettings,
    KeywordBlock,
    Resume,
    Settings,
    Visibility,
    patch_settings,
)
from resume_visibility.testing import resumes

AT = datetime(2026, 7, 1, tzinfo=UTC)
BLOCKS = (
    CompanyBlock(company="co-1", at=AT, group="group-1"),
    KeywordBlock(keyword="某某集团", at=AT),
)


@pytest.fixture
def engine() -> Iterator[Engine]:
    """An empty database, which writes what it does into the log."""
    made = create_engine("sqlite://", hide_parameters=True, echo=True)
    Base.metadata.create_all(made)
    yield made
    made.dispose()


def stored(engine: Engine, settings: Settings) -> CandidateRow:
    """The row of a candidate as another session reads it."""
    with Session(engine) as session:
        row = CandidateRow(id="c-1", chosen=patch_settings(settings, {"blocks": []}))
        row.blocks.extend(BlockRow(block=block) for block in settings.blocks)
        session.add(row)
        session.commit()
    with Session(engine) as session:
        row = session.get_one(CandidateRow, "c-1")
        assert row.settings == settings
        return row


def test_what_is_stored_is_what_is_read(engine: Engine) -> None:
    """Settings and blocks of both kinds come back equal, the blocks in their order."""
    stored(engine, Settings(visibility=Visibility.PUBLIC, blocks=BLOCKS))


@settings(max_examples=examples(20))
@given(resumes())
def test_every_choice_comes_back(resume: Resume) -> None:
    """Whatever a candidate chose and blocked is read back as it was."""
    made = create_engine("sqlite://")
    Base.metadata.create_all(made)
    stored(made, resume.settings)
    made.dispose()


def test_two_who_block_at_the_same_time_both_block(engine: Engine) -> None:
    """Two sessions that each read the candidate before the other wrote add a block each, and none is lost."""
    stored(engine, Settings())
    with Session(engine) as one, Session(engine) as other:
        rows = [session.get_one(CandidateRow, "c-1") for session in (one, other)]
        for row, session, block in zip(rows, (one, other), BLOCKS, strict=True):
            row.blocks.append(BlockRow(block=block))
            session.commit()
    with Session(engine) as session:
        assert {*session.get_one(CandidateRow, "c-1").settings.blocks} == {*BLOCKS}


def test_GATE_1_of_two_changes_at_the_same_time_none_takes_back_the_other(engine: Engine) -> None:
    """GATE-1: who changes something else of settings that were read before switches no permission on again that was switched off since."""
    stored(engine, Settings(resume_permission=True))
    with Session(engine) as one, Session(engine) as other:
        rows = [session.get_one(CandidateRow, "c-1") for session in (one, other)]
        rows[0].chosen = patch_settings(rows[0].chosen, {"resume_permission": False})
        one.commit()
        rows[1].chosen = patch_settings(rows[1].chosen, {"name_display": "real"})
        with pytest.raises(StaleDataError):
            other.commit()
    with Session(engine) as session:
        assert not session.get_one(CandidateRow, "c-1").settings.resume_permission


def test_a_change_of_settings_is_seen(engine: Engine) -> None:
    """Settings are frozen: a change is an assignment, which SQLAlchemy sees."""
    stored(engine, Settings())
    with Session(engine) as session:
        row = session.get_one(CandidateRow, "c-1")
        row.chosen = patch_settings(row.chosen, {"visibility": "public"})
        assert row in session.dirty
        session.commit()
    with Session(engine) as session:
        assert session.get_one(CandidateRow, "c-1").settings.visibility is Visibility.PUBLIC


def test_LAW_7_neither_log_nor_error_holds_what_is_stored(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    """With `hide_parameters` a statement that fails says which, and not with what."""
    caplog.set_level(logging.INFO)
    stored(engine, Settings(blocks=BLOCKS))
    row = {"id": 1, "candidate_id": "c-1", "block": BLOCKS[1]}
    with engine.begin() as connection, pytest.raises(IntegrityError) as caught:
        connection.execute(insert(BlockRow), row)
    assert "INSERT INTO block" in caplog.text
    assert "某某集团" not in caplog.text + str(caught.value)


def test_what_somebody_else_wrote_is_refused_with_its_path(engine: Engine) -> None:
    """A column whose JSON is no settings is not read as some: the loader says what is wrong, and repeats none of it."""
    stored(engine, Settings())
    with Session(engine) as session:
        session.execute(text('UPDATE candidate SET chosen = \'{"visibility": "geheim"}\''))
        with pytest.raises(InvalidSettings) as caught:
            session.get_one(CandidateRow, "c-1")
    assert [problem.path for problem in caught.value.problems] == ["visibility", "blocks"]
    assert "geheim" not in str(caught.value)


def test_blocks_are_not_lost_in_the_column_of_settings(engine: Engine) -> None:
    """Settings with blocks are refused there, because what reads them takes the blocks from their rows."""
    stored(engine, Settings())
    with Session(engine) as session:
        session.get_one(CandidateRow, "c-1").chosen = Settings(blocks=BLOCKS)
        with pytest.raises(StatementError, match="expected settings without blocks") as caught:
            session.commit()
    assert "某某集团" not in str(caught.value)


def test_a_column_without_a_value_has_none(engine: Engine) -> None:
    """NULL is None, both ways, in either column."""
    for column in (SettingsColumn(), BlockColumn()):
        assert column.process_bind_param(None, engine.dialect) is None
        assert column.process_result_value(None, engine.dialect) is None
