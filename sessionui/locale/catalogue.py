"""Refreshes the catalogues. A tool for developers.

    python -m sessionui.locale.catalogue extract    sources -> .po, translations kept
    python -m sessionui.locale.catalogue compile    .po -> .mo
    python -m sessionui.locale.catalogue check      says what is missing; exit status 1 if anything

Catalogues are sorted and hold no dates, line numbers or program versions, so that refreshing one
twice changes nothing and two people's changes merge.
"""

import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from sessionui.locale.extraction import template_of
from sessionui.locale.languages import LANGUAGES, Language
from sessionui.locale.translation import CATALOGUES, DOMAIN

ROOT = CATALOGUES.parent.parent
TRANSLATED: tuple[Language, ...] = tuple(name for name in LANGUAGES if name != "en")

_KEY = tuple[str, str]


class _QuietCatalog(Catalog):
    """A catalogue whose header says what programs need and nothing that changes by itself."""

    def _quiet_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", DOMAIN),
            ("Language", str(self.locale_identifier)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]

    mime_headers = property(_quiet_headers, Catalog._set_mime_headers)  # noqa: SLF001


def po_path(language: Language) -> Path:
    """Return where the translations into a language are written by hand."""
    return CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read_catalogue(language: Language) -> Catalog:
    """Read the translations into a language; an empty catalogue if there are none yet."""
    quiet = _QuietCatalog(locale=language, header_comment=f"# {DOMAIN}: {language}", fuzzy=False)
    path = po_path(language)
    if path.exists():
        with path.open("rb") as file:
            written = read_po(file, locale=language)
        for message in written:
            if message.id:
                quiet[message.id] = message
        quiet.obsolete = written.obsolete
    return quiet


def extract_messages(root: Path = ROOT) -> None:
    """Bring the messages of the sources into every .po; what isn't used now stays as obsolete."""
    template = template_of(root)
    for language in TRANSLATED:
        catalog = read_catalogue(language)
        _revive(catalog, template)
        catalog.update(
            template, no_fuzzy_matching=True, update_header_comment=False, keep_user_comments=True
        )
        for key, message in list(catalog.obsolete.items()):
            if not any(_forms(message.string)):
                del catalog.obsolete[key]
        buffer = BytesIO()
        write_po(buffer, catalog, width=98, no_location=True, sort_output=True)
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(buffer.getvalue())


def _revive(catalog: Catalog, template: Catalog) -> None:
    """Take back the translations of messages that went out of use and are used again."""
    used = {_key(message) for message in template}
    for name, message in list(catalog.obsolete.items()):
        if _key(message) in used:
            catalog[message.id] = message
            del catalog.obsolete[name]


def compiled(language: Language) -> bytes:
    """Return the bytes of the .mo that belongs to the present .po."""
    buffer = BytesIO()
    write_mo(buffer, read_catalogue(language), use_fuzzy=False)
    return buffer.getvalue()


def compile_catalogues() -> None:
    """Write every .mo anew."""
    for language in TRANSLATED:
        po_path(language).with_suffix(".mo").write_bytes(compiled(language))


def problems(root: Path = ROOT) -> list[str]:
    """Say what is wrong with the catalogues, one line each; an empty list if nothing is."""
    template = template_of(root)
    found = []
    for language in TRANSLATED:
        catalog = read_catalogue(language)
        present = {_key(message): message for message in catalog if message.id}
        for message in sorted(template, key=_key):
            if message.id:
                found += _faults(language, message, present.pop(_key(message), None))
        found += [f"{language}: not used any more: {key[1]!r}" for key in sorted(present, key=str)]
        if not _is_compiled(language):
            found.append(f"{language}: the .mo is not up to date with the .po; run compile")
    return found


def _key(message: Message) -> _KEY:
    """Return what distinguishes a message: its context and its English (singular)."""
    return message.context or "", _forms(message.id)[0]


def _forms(texts: str | Sequence[str] | None) -> tuple[str, ...]:
    return (texts or "",) if isinstance(texts, str | None) else tuple(texts)


def _faults(language: Language, message: Message, translated: Message | None) -> list[str]:
    english = _forms(message.id)
    name = f"{language}: {english[0]!r}"
    if translated is None:
        return [f"{name}: not in the .po; run extract"]
    texts = _forms(translated.string)
    if not all(text.strip() for text in texts) or len(texts) != len(english):
        return [f"{name}: not translated"]
    if translated.fuzzy:
        return [f"{name}: marked as fuzzy"]
    allowed = {_placeholders(text) for text in english}
    # A singular may do without its number: "one action", "een actie".
    return [
        f"{name}: placeholders differ in {text!r}"
        for place, text in enumerate(texts)
        if _placeholders(text) not in (allowed if place == 0 else {_placeholders(english[-1])})
    ]


def _placeholders(text: str) -> frozenset[str]:
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:  # a lone brace: not a template
        return frozenset()


def _is_compiled(language: Language) -> bool:
    """Whether .mo and .po say the same; programs differ in how they lay out the bytes."""
    path = po_path(language).with_suffix(".mo")
    if not path.exists():
        return False
    with path.open("rb") as file:
        there = read_mo(file)
    wanted = read_mo(BytesIO(compiled(language)))
    return {_key(m): m.string for m in there if m.id} == {_key(m): m.string for m in wanted if m.id}


def main(arguments: list[str]) -> int:
    """Run one command; return its exit status."""
    match arguments:
        case ["extract"]:
            extract_messages()
        case ["compile"]:
            compile_catalogues()
        case ["check"]:
            found = problems()
            sys.stdout.writelines(f"{line}\n" for line in found)
            return 1 if found else 0
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
