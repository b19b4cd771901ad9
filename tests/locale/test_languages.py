import subprocess
import sys

import pytest

from sessionui.locale import (
    LANGUAGES,
    N_,
    Language,
    _,
    as_language,
    language,
    ngettext,
    pgettext,
    set_language,
    system_language,
    translator,
)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_BE@euro"}, "nl"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": ""}, "nl"),
        ({"LANG": "nlx_XX"}, "en"),
    ],
)
def test_the_environment_decides(environ: dict[str, str], expected: Language) -> None:
    assert system_language(environ) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [('(\n    "nl-NL",\n    "en-NL"\n)\n', "nl"), ("(\n    en\n)\n", "en"), ("", "en")],
)
def test_macos_is_asked_when_the_environment_is_silent(
    monkeypatch: pytest.MonkeyPatch, answer: str, expected: Language
) -> None:
    def run(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 0, stdout=answer)

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", run)
    assert system_language({}) == expected


def test_macos_without_an_answer_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], **options: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", run)
    assert system_language({}) == "en"


@pytest.mark.parametrize(
    ("identifier", "expected"), [(0x0413, "nl"), (0x0813, "nl"), (0x409, "en")]
)
def test_windows_is_asked_when_the_environment_is_silent(
    monkeypatch: pytest.MonkeyPatch, identifier: int, expected: Language
) -> None:
    import ctypes

    class Kernel:
        def GetUserDefaultUILanguage(self) -> int:  # noqa: N802 - the name Windows gives it
            return identifier

    class Libraries:
        kernel32 = Kernel()

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", Libraries(), raising=False)
    assert system_language({}) == expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("nl", "nl"), ("NL-be", "nl"), ("en_GB.UTF-8", "en"), ("fr", None), ("", None)],
)
def test_tags(tag: str, expected: Language | None) -> None:
    assert as_language(tag) == expected


def test_switching_is_live() -> None:
    assert language() == "en"
    set_language("nl")
    assert language() == "nl"
    assert translator("en").language == "en"


def test_an_unknown_language_is_refused_and_changes_nothing() -> None:
    with pytest.raises(ValueError, match="xx"):
        set_language("xx")  # type: ignore[arg-type]
    assert language() == "en"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_has_no_translation_stays_english(lang: Language) -> None:
    set_language(lang)
    unknown = N_("never to be translated")
    assert _(unknown) == unknown
    assert translator(lang).gettext(unknown) == unknown
    assert ngettext("one thing unknown", "{n} things unknown", 1) == "one thing unknown"
    assert ngettext("one thing unknown", "{n} things unknown", 2) == "{n} things unknown"
    assert pgettext("somewhere", unknown) == unknown
    assert _("") == ""
