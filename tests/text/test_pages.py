"""Links to a page that is somebody's, on hosts that are in no record."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brackets import without_brackets
from resume_visibility.model.language import Language
from resume_visibility.text import MARKS, Kind, find, find_in_link, redact
from resume_visibility.text.addresses import account_at
from resume_visibility.text.patterns import table
from resume_visibility.text.platforms import PLATFORMS

WORDS = table("addresses")
hosts = st.from_regex(
    r"[a-z][a-z0-9]{1,8}(-[a-z0-9]{1,5})?\.(com|cn|io|co\.uk|example|fm|museum)", fullmatch=True
)
accounts = st.from_regex(r"[a-z][a-z0-9_]{3,10}[0-9]", fullmatch=True)
paths = st.sampled_from(
    [*(f"/{word}/" for word in WORDS["page_of_somebody"]), "/@", "/~", "/@/", "/en/users/", "/zh-cn/u/@"]
)


@given(
    hosts,
    paths,
    accounts,
    st.sampled_from(["https://", "http://www.", "", "作品集见"]),
    st.sampled_from(["", "/", "?tab=works", "。"]),
)
@example("chirp.example", "/u/", "linyue88", "", "")
@example("lichess.org", "/@/", "linyue88", "https://", "")
def test_CONTACT_2_a_page_of_somebody_is_found_on_any_host(
    host: str, path: str, account: str, before: str, behind: str
) -> None:
    """Its path says that it is somebody's; the whole link is hidden, and a link with it as its target is known for it."""
    assert account not in redact(f"{before}{host}{path}{account}{behind}")
    assert Kind.MESSENGER in find_in_link(f"https://{host}{path}{account}")


@given(hosts, paths, accounts)
def test_NAME_4_the_account_of_a_page_is_its_name(host: str, path: str, account: str) -> None:
    """A homepage there makes it a name that is looked for elsewhere, too."""
    assert account_at(f"https://{host}{path}{account}?tab=works") == account


@pytest.mark.parametrize(
    "text",
    [
        "React.js/@tanstack/query 和 Vue.js/@vueuse/core 的封装",
        "React.js/@tanstack 的封装",
        "import from unpkg.com/@babel/standalone",
        "https://dev.to/linyue88/how-to-test",
        "https://blog.csdn.net/linyue88/article/details/1",
        "GET https://api.example.com/users/linyue88",
        "GET /users/linyue88/orders",
        "https://example.com/users/search?q=java",
        "https://example.com/user/login",
        "https://github.com/linyue88",
        "https://gitlab.com/users/linyue88",
        "https://stackoverflow.com/users/1234/linyue",
        "www.npmjs.com/~linyue88",
        "https://www.company.example/about/people",
        "app.example/u/",
        "and/or/users/linyue",
        "v2.0/users/linyue",
        "https://www.lofter.com/tag/photo",
        "https://daily.bandcamp.com/lists",
        "https://www.bandcamp.com",
        "mylofter.com",
        "linyue88.lofter.company",
        "linyue88.lofter.com.example",
        "li.lofter.com",
        "https://zoom.us/pricing",
        "https://meet.google.com/landing",
        "https://letterboxd.com/film/parasite/",
        "https://hackaday.io/project/12345-robot-arm",
        "https://edu.csdn.net/course/detail/123",
        "https://www.academia.edu/12345678/Title_of_the_paper",
        "https://acme.example/people/team",
        "https://example.com/@latest",
    ],
)
def test_other_links_are_left_alone(text: str) -> None:
    """Packages, interfaces for programs, pages of code, and pages that are nobody's."""
    assert find(text) == ()


@pytest.mark.parametrize(
    ("address", "account"),
    [
        ("https://linyue88.lofter.com/post/1", "linyue88"),
        ("https://www.linyue88.lofter.com", "linyue88"),
        ("https://www.artstation.com/linyue88", "linyue88"),
        ("https://m.lofter.com", ""),
        ("https://example.com/users/search", ""),
        ("https://api.example.com/users/linyue88", ""),
        ("https://cs.example.edu/~linyue88/index.html", "linyue88"),
        ("https://example.com/%40linyue88", "linyue88"),
        ("https://unpkg.com/@babel", "babel"),
        ("https://www.npmjs.com/~linyue88", "linyue88"),
        ("https://independent.academia.edu/LinYue", ""),
    ],
)
def test_the_account_of_an_address(address: str, account: str) -> None:
    """NAME-4: before the host or in the path; empty where the page is nobody's."""
    assert account_at(address) == account


HOSTS = sorted(
    {
        host.partition("/")[0]
        for platform in PLATFORMS
        for host in platform.hosts
        if host[0] != "." and host[-1] not in "@#?" and "/" not in host
    }
)


@given(st.sampled_from(HOSTS), accounts, st.sampled_from(["slash", "forward slash", "forward-slash"]))
@example("t.me", "crane_op7", "slash")
@example("m.me", "crane_op7", "slash")
def test_CONTACT_2_a_link_is_found_with_its_signs_in_words(host: str, account: str, slash: str) -> None:
    """Its dots and its slash are spelled out, so that no link is recognised."""
    assert account not in redact(f"find me: {host.replace('.', ' dot ')} {slash} {account}")


@pytest.mark.parametrize(
    "text",
    [
        "⟦wa dot me slash 44 7700 900 218⟧, voice notes please",
        "⟦fb dot com slash ahmed dot el dot gornawy⟧, donkey in the picture",
        "linkedin slash in slash ⟦orla_quinn7⟧",
    ],
)
def test_CONTACT_2_a_spoken_link_is_hidden_to_its_end(text: str) -> None:
    """A number with blanks in it, and the dots of a name, belong to it."""
    written, left = without_brackets(text, MARKS[Language.ZH][Kind.MESSENGER])
    assert redact(written) == left


@pytest.mark.parametrize(
    "text", ["the docs are at example dot com slash docs", "a slash and burn field", "t dot test slash run"]
)
def test_other_words_with_a_slash_stay(text: str) -> None:
    """Only behind the host of a network stands an account."""
    assert redact(text) is text
