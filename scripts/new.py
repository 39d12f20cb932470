#!/usr/bin/env python3
"""Writes the file of a new item: asks for what it must know, and explains all the rest."""

import inside  # noqa: I001 - must come first
import re
import sys
from pathlib import Path
from uuid import uuid4

from arguments import Arguments
from synlighed import environment
from synlighed.danish.slugs import slugify
from synlighed.danish.words import closest
from synlighed.draft import MADE_BY_US, can_be_skipped, draft, is_today, mistakes_in, questions
from synlighed.load import Loaded, load
from synlighed.load.placing import reserved_ids
from synlighed.model import Model, discover
from synlighed.model.declare import Field, fields_of
from synlighed.model.fields import LONGEST_ID, SLUG, UNKNOWN
from synlighed.model.item import Item
from synlighed.problems import as_text
from synlighed.rules import check

CHOICES_SHOWN = 30


def main() -> int:
    model = discover()
    arguments = Arguments("Laver filen til et nyt punkt og forklarer felterne i den.")
    kinds = ", ".join(kind.kind.key for kind in model)
    arguments.add_argument("kind", metavar="SLAGS", help=f"hvad det er: {kinds}")
    arguments.add_argument("id", metavar="ID", help="filens navn: små bogstaver og bindestreger")
    asked = arguments.parse_args()

    folder, shown_as = environment.data_folder(inside.ROOT)
    loaded = load(folder, model, shown_as=shown_as)
    wrong = _mistake_in_call(loaded, shown_as, asked.kind, asked.id)
    if wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    kind = model[asked.kind]
    answers = {field.key: str(uuid4()) for field in fields_of(kind) if field.key in MADE_BY_US}
    try:
        for field in questions(kind):
            answers[field.key] = _ask(kind, field, loaded, can_be_skipped(kind, field, answers))
    except (EOFError, KeyboardInterrupt):
        sys.stderr.write("\nAfbrudt. Der er ikke skrevet noget.\n")
        return 1
    file = folder / asked.kind / f"{asked.id}.yml"
    shown = f"{shown_as}/{asked.kind}/{asked.id}.yml"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as new:
            new.write(draft(kind, answers, environment.today()))
    except OSError as error:
        sys.stderr.write(f"{shown} kan ikke skrives: {error.strerror}.\n")
        return 1
    return _report(shown, folder, shown_as, model)


def _mistake_in_call(loaded: Loaded, shown_as: str, kind: str, id: str) -> str:
    """What is wrong with the kind or the id, in a sentence; empty when nothing is."""
    model = loaded.model
    keys = [known.kind.key for known in model]
    if kind not in model:
        near = closest(kind, keys)
        meant = f"Mente du »{near[0]}«?" if near else f"Vælg mellem: {', '.join(keys)}."
        return f"Slagsen »{kind}« findes ikke. {meant}"
    if len(id) > LONGEST_ID:
        return f"Id'et er for langt: {len(id)} tegn. Det må højst være {LONGEST_ID}."
    if not re.fullmatch(SLUG, id):
        suggested = f" Prøv »{slugify(id)}«." if slugify(id) else ""
        return f"»{id}« kan ikke være et id: brug kun a-z, tal og bindestreger.{suggested}"
    if id in reserved_ids(model[kind]):
        return f"»{id}« er optaget af siden selv. Prøv »{id}-1«."
    if id in loaded.ids.get(kind, ()):
        return f"{shown_as}/{kind}/{id}.yml findes allerede. Ret i den, eller vælg et andet id."
    for entry in loaded.items:
        if entry.item.kind.key == kind and id in entry.item.former_ids:
            return f"»{id}« er det tidligere id for {entry.file.path}. Vælg et andet id."
    return ""


def _ask(kind: type[Item], field: Field, loaded: Loaded, is_optional: bool) -> str:
    """Asks until the answer can be used."""
    print(f"\n{field.label} ({field.key})\n  {field.help}")
    choices = field.choices or tuple(sorted(loaded.ids.get(field.declared.to, ())))
    if choices:
        more = " ..." if len(choices) > CHOICES_SHOWN else ""
        print(f"  Vælg mellem: {', '.join(choices[:CHOICES_SHOWN])}{more}")
    else:
        print(f"  For eksempel: {field.example}")
    if field.many:
        print("  Flere skrives med komma imellem.")
    if field.can_be_unknown:
        print(f"  Tryk Enter, hvis det er {UNKNOWN.value}.")
    elif is_today(kind, field):
        print("  Tryk Enter, hvis det er i dag.")
    elif is_optional:
        print("  Tryk Enter, hvis der ingen er.")
    while True:
        answer = input("> ").strip()
        if not answer and is_optional:
            return ""
        if not answer and field.can_be_unknown:
            return UNKNOWN.value
        mistakes = mistakes_in(kind, field, answer, loaded)
        if not mistakes:
            return answer
        print("  " + " ".join((mistakes[0].message, *mistakes[0].help)))


def _report(path: str, folder: Path, shown_as: str, model: Model) -> int:
    """Says where the file is, and what is still to be done in it."""
    problems = check(load(folder, model, shown_as=shown_as), environment.today())
    ours = [problem for problem in problems if problem.path == path]
    print(f"\nSkrev {path}. Åbn den, og udfyld resten.")
    if ours:
        print(f"Det her mangler endnu:\n\n{as_text(ours)}")
    return 0


if __name__ == "__main__":
    inside.run(main)
