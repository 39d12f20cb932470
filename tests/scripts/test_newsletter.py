"""The newsletter as a person makes and sends it: files, a real mail server, and every refusal."""

import json
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from synlighed.environment import SettingError, relay
from tests.map.asking import TOKEN, running
from tests.newsletter.issues import parts, read
from tests.site.conftest import SMALL
from tests.site.project import Project, Said, copy_project

MAILING = """
newsletter:
  sender: nyhedsbrev@maaleriet.example
  list: alle@maaleriet.example
  list_id: nyhedsbrev.maaleriet.example
"""
CONTENTS = """\
contents:
  - app: maaleren
  - event: moede
"""
UID = "5b0a6c1e-7f0d-4a52-9d1c-2f6c8a3e9b47"
ISSUE = f"""\
title: Måleren er kommet
summary: En ny måler, og et møde om, hvordan man bruger den.
uid: {UID}
date: 20. november 2026
number: 7
intro: Læs om **måleren** først.
{CONTENTS}owner: hjaelpen
last_reviewed: 20. november 2026
created: 20. november 2026
visibility: partner
"""
USER, PASSWORD = "synlighed", "hemmelig-adgangskode"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A site with one issue, and a list to mail it to."""
    made = copy_project(tmp_path / "project", SMALL)
    made.write("data/newsletters/nyhedsbrev-7.yml", ISSUE)
    site = made.data / "site.yml"
    site.write_text(site.read_text() + MAILING)
    return made


class Server:
    """A mail server that keeps what it gets, and can be told to refuse."""

    def __init__(self, refuses: str = "") -> None:
        self.mails: list[tuple[str, list[str], bytes, bool]] = []
        self._refuses = refuses

    async def handle_MAIL(self, _: Any, __: Any, envelope: Any, sender: str, more: Any) -> str:
        if self._refuses == "sender":
            return "550 Sender not known"
        envelope.mail_from = sender
        return "250 OK"

    async def handle_RCPT(self, _: Any, __: Any, envelope: Any, to: str, more: Any) -> str:
        if self._refuses == "list":
            return "550 5.1.1 No such list\x1b[31m"
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self._refuses == "mail":
            return "554 Looks like spam"
        if self._refuses == "by silence":
            server.transport.abort()
        private = bool(server.transport.get_extra_info("ssl_object"))
        self.mails.append((envelope.mail_from, envelope.rcpt_tos, envelope.content, private))
        return "250 OK"


def authenticate(_: Any, __: Any, ___: Any, ____: Any, given: Any) -> AuthResult:
    good = (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=good, handled=False)


class Listening(Controller):
    """A server on a port that nobody can take before it, on a machine that may be busy."""

    def __init__(self, server: Server, **options: Any) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        host, port = self._socket.getsockname()
        super().__init__(server, hostname=host, port=port, ready_timeout=60, **options)

    def _create_server(self) -> Any:
        return self.loop.create_server(
            self._factory_invoker, sock=self._socket, ssl=self.ssl_context
        )


@contextmanager
def serving(server: Server, **options: Any) -> Iterator[dict[str, str]]:
    """Runs a server on this machine, and says how it is reached."""
    controller = Listening(server, **options)
    controller.start()
    try:
        yield {"SMTP_HOST": "localhost", "SMTP_PORT": str(controller.port), "SMTP_TLS": "nej"}
    finally:
        controller.stop()


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, Path]:
    """A certificate for this machine, and the file of who gave it."""
    authority = trustme.CA()
    file = tmp_path_factory.mktemp("certificates") / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    return context, file


def mail(project: Project, *arguments: str, **environ: str) -> Said:
    told = replace(project, environ={**project.environ, **environ})
    return told.script("newsletter", "mail", "nyhedsbrev-7", *arguments)


def records(project: Project) -> list[Path]:
    return sorted((project.root / ".state" / "sent").glob("*.json"))


# ---- The files


def test_the_mail_as_files(project: Project, tmp_path: Path) -> None:
    said = mail(project, "--out", str(tmp_path / "ud"))
    assert (said.code, said.err) == (0, "")
    eml, html = tmp_path / "ud" / "nyhedsbrev-7.eml", tmp_path / "ud" / "nyhedsbrev-7.html"
    assert said.out.startswith(f"Skrev {eml} (") and f"Skrev {html} (" in said.out
    message = read(eml.read_bytes())
    assert message["X-Unsent"] == "1"
    assert parts(message)[-1] == "  text/calendar"
    assert "<strong>måleren</strong>" in html.read_text(encoding="utf-8")
    assert "https://synlighed.example/apps/maaleren/" in html.read_text(encoding="utf-8")
    assert records(project) == []


def test_an_issue_has_its_number_too(project: Project, tmp_path: Path) -> None:
    said = project.script("newsletter", "mail", "7", "--out", str(tmp_path / "ud"))
    assert said.code == 0 and "nyhedsbrev-7.eml" in said.out


def test_an_edition_has_its_own_address_and_less_in_it(project: Project, tmp_path: Path) -> None:
    project.change("data/apps/maaleren.yml", "\nowner:", "\nvisibility: partner\nowner:")
    said = mail(project, "--out", str(tmp_path), SYNLIGHED_EDITION="partner")
    assert said.code == 0, said.all
    message = read((tmp_path / "nyhedsbrev-7.eml").read_bytes())
    assert parts(message) == ["multipart/alternative", "  text/plain", "  text/html"]
    html = (tmp_path / "nyhedsbrev-7.html").read_text(encoding="utf-8")
    assert "https://partner.synlighed.example/apps/maaleren/" in html
    assert "https://synlighed.example" not in html and "Møde" not in html


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nyhedsbrev-8", "Nyhedsbrevet »nyhedsbrev-8« findes ikke. Mente du »nyhedsbrev-7«?"),
        ("99", "Nyhedsbrevet »99« findes ikke. Der er: "),
    ],
)
def test_an_issue_that_is_not_there(project: Project, name: str, told: str) -> None:
    said = project.script("newsletter", "mail", name, "--out", "ud")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(told) and "nyhedsbrev-7" in said.err


def test_an_issue_that_others_may_not_see(project: Project) -> None:
    said = mail(project, "--out", "ud", SYNLIGHED_EDITION="offentlig")
    assert said.code == 1 and "er ikke for dem, der ser udgaven »offentlig«." in said.err


def test_nothing_is_done_without_being_asked(project: Project) -> None:
    said = mail(project)
    assert said.code == 2 and said.err.startswith("Der mangler --out eller --send.")


def test_an_issue_to_come_can_be_read_before(project: Project, tmp_path: Path) -> None:
    for old, new in (
        ("date: 20.", "date: 30."),
        ("visibility: partner", "content_status: udkast"),
    ):
        project.change("data/newsletters/nyhedsbrev-7.yml", old, new)
        assert mail(project, "--out", str(tmp_path)).code == 0


def test_a_mistake_in_the_data_stops_it(project: Project) -> None:
    project.change("data/newsletters/nyhedsbrev-7.yml", "app: maaleren", "app: maaleeren")
    said = mail(project, "--send", SMTP_HOST="localhost")
    assert said.code == 1 and "Mente du »maaleren«?" in said.err


# ---- The draft of the next


def test_a_draft_passes_the_check_and_can_be_mailed(project: Project, tmp_path: Path) -> None:
    said = project.script("newsletter", "draft")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Skrev data/newsletters/nyhedsbrev-8.yml. Åbn den")
    text = (project.data / "newsletters" / "nyhedsbrev-8.yml").read_text(encoding="utf-8")
    assert "# Et udkast med alt, der er kommet til siden nyhedsbrev " in text
    assert "  - event: moede  # Møde om apps (8. december 2026)" in text
    assert "\ndate: 23. november 2026\n" in text and "\nowner: hjaelpen\n" in text
    said = project.script("check")
    assert said.code == 0 and "nyhedsbrev-8" not in said.all
    assert project.script("newsletter", "mail", "8", "--out", str(tmp_path)).code == 0


def test_a_draft_that_is_not_done_is_not_begun_again(project: Project) -> None:
    folder = project.data / "newsletters"
    assert project.script("newsletter", "draft").code == 0
    first = (folder / "nyhedsbrev-8.yml").read_text(encoding="utf-8")
    said = project.script("newsletter", "draft")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("data/newsletters/nyhedsbrev-8.yml er et udkast, der ikke er gjort")
    assert not (folder / "nyhedsbrev-9.yml").exists()
    assert (folder / "nyhedsbrev-8.yml").read_text(encoding="utf-8") == first
    # Who says which one it is to be, wants two.
    assert project.script("newsletter", "draft", "--number", "9").code == 0
    second = (folder / "nyhedsbrev-9.yml").read_text(encoding="utf-8")
    assert first.split("uid: ")[1][:36] not in second


def test_a_draft_for_another_day_and_number(project: Project) -> None:
    said = project.script("newsletter", "draft", "--number", "12", "--date", "1. december 2026")
    assert said.code == 0, said.err
    text = (project.data / "newsletters" / "nyhedsbrev-12.yml").read_text(encoding="utf-8")
    assert "\nnumber: 12\n" in text and "\ndate: 1. december 2026\n" in text
    assert project.script("check").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--number", "7"], 1, "data/newsletters/nyhedsbrev-7.yml har nummer 7."),
        (["--number", "0"], 1, "et nummer fra 1 og op"),
        (["--date", "31. februar"], 1, "»31. februar« er ikke en dag."),
        (["nyhedsbrev-7"], 2, "Jeg forstår ikke »nyhedsbrev-7«."),
    ],
)
def test_a_draft_that_cannot_be_made(
    project: Project, arguments: list[str], code: int, told: str
) -> None:
    before = sorted((project.data / "newsletters").iterdir())
    said = project.script("newsletter", "draft", *arguments)
    assert (said.code, said.out) == (code, "") and told in said.err
    assert sorted((project.data / "newsletters").iterdir()) == before


def test_what_the_platform_plans_is_in_the_draft(project: Project) -> None:
    """As it said when it was last asked; the draft asks nobody."""
    with running("vedligehold") as platform:
        environ = {"MAP_URL": platform.server.url, "MAP_TOKEN": TOKEN}
        asking = Project(project.root, environ)
        assert asking.script("status", "fetch").code == 0
    said = asking.script("newsletter", "draft")
    assert said.code == 0, said.err
    text = (project.data / "newsletters" / "nyhedsbrev-8.yml").read_text(encoding="utf-8")
    assert "\nplanned_work:\n  - title: 'Eksempel: " in text
    assert "Eksempel: Eksempel" not in text
    assert "\n    starts: " in text and "\n    ends: " in text


# ---- Sending


def test_it_is_sent_once(project: Project) -> None:
    server = Server()
    with serving(server) as there:
        said = mail(project, "--send", **there)
        assert (said.code, said.err) == (0, ""), said.err
        assert said.out == (
            "Mailen bliver dateret den 20. november 2026. "
            "Skal den have en anden dag, så ret »date«.\n"
            "Sendte »Nyhedsbrev 7: Måleren er kommet« til alle@maaleriet.example\n"
        )
        [(sender, to, content, _)] = server.mails
        assert (sender, to) == ("nyhedsbrev@maaleriet.example", ["alle@maaleriet.example"])
        assert "X-Unsent" not in read(content)
        [file] = records(project)
        assert file.stem == UID
        assert json.loads(file.read_text(encoding="utf-8")) == {
            "state": "sendt",
            "to": "alle@maaleriet.example",
            "at": "23. november 2026 kl. 13.00",
        }
        said = mail(project, "--send", **there)
        assert (said.code, said.out) == (1, "")
        assert "blev sendt til alle@maaleriet.example den 23. november 2026 kl. 13.00" in said.err
        # By another name, and with another title, it is the same issue.
        old = project.data / "newsletters" / "nyhedsbrev-7.yml"
        text = old.read_text(encoding="utf-8").replace("Måleren er", "Den er")
        project.write("data/newsletters/syv.yml", f"{text}former_ids: [nyhedsbrev-7]\n")
        old.unlink()
        again = replace(project, environ=there)
        assert "blev sendt" in again.script("newsletter", "mail", "syv", "--send").err
        assert len(server.mails) == 1
        assert again.script("newsletter", "mail", "syv", "--send", "--again").code == 0
        assert len(server.mails) == 2


def test_what_arrives_is_what_the_file_holds(project: Project, tmp_path: Path) -> None:
    server = Server()
    with serving(server) as there:
        assert mail(project, "--send", "--out", str(tmp_path), **there).code == 0
    file = (tmp_path / "nyhedsbrev-7.eml").read_bytes()
    assert server.mails[0][2] == file.removeprefix(b"X-Unsent: 1\r\n")


def test_over_a_connection_that_nobody_else_reads(
    project: Project, certified: tuple[ssl.SSLContext, Path]
) -> None:
    context, authority = certified
    server = Server()
    options = {"tls_context": context, "require_starttls": True, "auth_require_tls": True}
    known = {"SMTP_USER": USER, "SMTP_PASSWORD": PASSWORD, "SMTP_CA": str(authority)}
    with serving(server, authenticator=authenticate, auth_required=True, **options) as there:
        there |= {**known, "SMTP_TLS": ""}
        wrong = mail(project, "--send", **{**there, "SMTP_PASSWORD": "gal"})
        assert wrong.code == 1
        assert (
            "kender ikke SMTP_USER, eller SMTP_PASSWORD er forkert.\nIntet er sendt." in wrong.err
        )
        stranger = mail(project, "--send", **{**there, "SMTP_CA": ""})
        assert stranger.code == 1 and "certifikat, der ikke kan stoles på" in stranger.err
        assert records(project) == [] and server.mails == []
        said = mail(project, "--send", **there)
        assert said.code == 0, said.err
    [(_, _, _, was_private)] = server.mails
    assert was_private
    for told in (wrong, stranger, said):
        assert PASSWORD not in told.all and "gal" not in told.all.split()


def test_over_a_connection_that_is_private_from_the_start(
    project: Project, certified: tuple[ssl.SSLContext, Path]
) -> None:
    context, authority = certified
    server = Server()
    with serving(server, ssl_context=context) as there:
        there |= {"SMTP_TLS": "implicit", "SMTP_CA": str(authority)}
        said = mail(project, "--send", **there)
    assert said.code == 0, said.err
    assert [private for *_, private in server.mails] == [True]


@pytest.mark.parametrize(
    ("refuses", "told"),
    [
        ("sender", "vil ikke sende for nyhedsbrev@maaleriet.example: 550 Sender not known"),
        ("list", "vil ikke sende til alle@maaleriet.example: 550 5.1.1 No such list[31m"),
        ("mail", "tog ikke imod mailen: 554 Looks like spam"),
    ],
)
def test_a_refusal_leaves_it_unsent(project: Project, refuses: str, told: str) -> None:
    with serving(Server(refuses)) as there:
        said = mail(project, "--send", **there)
    assert said.code == 1 and "Sendte" not in said.out
    assert said.err == f"Postserveren {told}\nIntet er sendt.\n"
    assert records(project) == []
    with serving(Server()) as there:
        assert mail(project, "--send", **there).code == 0


def test_a_refusal_of_a_second_time_forgets_nothing(project: Project) -> None:
    with serving(Server()) as there:
        assert mail(project, "--send", **there).code == 0
    with serving(Server("mail")) as there:
        assert mail(project, "--send", "--again", **there).code == 1
    with serving(Server()) as there:
        assert "blev sendt til" in mail(project, "--send", **there).err


class Watching(Server):
    """A server that looks, while it has the mail, what is noted of it."""

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self.noted: list[str] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        texts = [file.read_text(encoding="utf-8") for file in records(self._project)]
        self.noted += [json.loads(text)["state"] for text in texts]
        return await super().handle_DATA(server, session, envelope)


def test_it_is_noted_before_it_is_sent(project: Project) -> None:
    """So whatever stops the run then, the next one refuses."""
    server = Watching(project)
    with serving(server) as there:
        assert mail(project, "--send", **there).code == 0
    assert server.noted == ["bliver sendt"]


def test_what_nobody_knows_is_not_tried_again(project: Project) -> None:
    """The server had all of it, and was gone before it said yes."""
    with serving(Server("by silence")) as there:
        said = mail(project, "--send", **there)
        assert said.code == 1 and "Ingen ved, om mailen kom af sted" in said.err
        said = mail(project, "--send", **there)
        assert said.code == 1 and "blev afbrudt" in said.err and "--again" in said.err


@pytest.mark.parametrize("content", ["", "[]", "\udcff"])
def test_a_record_that_cannot_be_read_is_no_leave_to_send(project: Project, content: str) -> None:
    file = project.root / ".state" / "sent" / f"{UID}.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(content.encode(errors="surrogateescape"))
    server = Server()
    with serving(server) as there:
        said = mail(project, "--send", **there)
    assert said.code == 1 and "Ingen ved" in said.err and server.mails == []


def test_a_host_that_is_not_there(project: Project) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = str(closed.getsockname()[1])
        said = mail(project, "--send", SMTP_HOST="127.0.0.1", SMTP_PORT=port)
    assert said.code == 1
    assert f"Postserveren 127.0.0.1 (port {port}) kan ikke nås" in said.err
    for name in ("findes.ikke.invalid", "a..b"):
        said = mail(project, "--send", SMTP_HOST=name)
        assert said.code == 1 and "kan ikke nås" in said.err and "Traceback" not in said.err
    assert records(project) == []


def test_a_server_without_secrecy_gets_nothing(project: Project) -> None:
    server = Server()
    with serving(server) as there:
        said = mail(project, "--send", **{**there, "SMTP_TLS": "starttls"})
    assert said.code == 1 and "kan ikke STARTTLS. Se SMTP_TLS og SMTP_PORT." in said.err
    assert server.mails == []


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({"SMTP_HOST": ""}, "Der er ingen postserver at sende gennem. Sæt SMTP_HOST."),
        ({"SMTP_TLS": "måske"}, "SMTP_TLS skal være »starttls«, »implicit« eller »nej«"),
        ({"SMTP_PORT": "0"}, "SMTP_PORT skal være et tal fra 1 til 65535, men er »0«."),
        ({"SMTP_PORT": "²"}, "men er »²«."),
        ({"SMTP_USER": "x"}, "hører sammen"),
        ({"SMTP_USER": "x", "SMTP_PASSWORD": PASSWORD, "SMTP_TLS": "nej"}, "kunne læses undervejs"),
        ({"SMTP_USER": "x", "SMTP_PASSWORD": "æblegrød"}, "kun have tegn fra ASCII"),
    ],
)
def test_settings_that_cannot_be_used(environ: dict[str, str], told: str) -> None:
    with pytest.raises(SettingError) as refused:
        relay({"SMTP_HOST": "localhost", **environ})
    assert told in str(refused.value)
    assert PASSWORD not in str(refused.value) and "æblegrød" not in str(refused.value)


@pytest.mark.parametrize(
    ("tls", "port"), [("", 587), ("ja", 587), ("starttls", 587), ("implicit", 465), ("nej", 25)]
)
def test_each_kind_of_connection_has_its_port(tls: str, port: int) -> None:
    assert relay({"SMTP_HOST": "localhost", "SMTP_TLS": tls}).port == port


def test_a_password_is_never_shown() -> None:
    made = relay({"SMTP_HOST": "localhost", "SMTP_USER": USER, "SMTP_PASSWORD": PASSWORD})
    assert made.password == PASSWORD and PASSWORD not in repr(made)


def test_settings_are_told_of_before_anything_is_noted(project: Project) -> None:
    said = mail(project, "--send")
    assert said.code == 2 and said.err.startswith("Der er ingen postserver at sende gennem.")
    said = mail(project, "--send", SMTP_HOST="localhost", SMTP_CA="/findes/ikke.pem")
    assert said.code == 1 and "der er ingen certifikater" in said.err
    assert records(project) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "visibility: partner",
            "content_status: udkast",
            "er et udkast, så det bliver ikke sendt",
        ),
        ("date: 20. november", "date: 24. november", "udkommer først den 24. november 2026"),
        (CONTENTS, "", "bringer intet, som læserne kan se"),
    ],
)
def test_what_is_not_ready_is_not_sent(project: Project, old: str, new: str, told: str) -> None:
    project.change("data/newsletters/nyhedsbrev-7.yml", old, new)
    server = Server()
    with serving(server) as there:
        said = mail(project, "--send", "--again", **there)
    assert said.code == 1 and told in said.err and server.mails == []


def test_planned_work_alone_is_something_to_send(project: Project) -> None:
    work = "planned_work:\n  - title: Ny server\n    starts: 2. december 2026 kl. 22.00\n"
    project.change("data/newsletters/nyhedsbrev-7.yml", CONTENTS, work)
    with serving(Server()) as there:
        assert mail(project, "--send", **there).code == 0


def test_what_is_of_today_needs_no_word_of_its_day(project: Project) -> None:
    project.change("data/newsletters/nyhedsbrev-7.yml", "date: 20.", "date: 23.")
    with serving(Server()) as there:
        said = mail(project, "--send", **there)
    assert said.out == "Sendte »Nyhedsbrev 7: Måleren er kommet« til alle@maaleriet.example\n"


def test_what_is_old_may_have_been_sent_from_elsewhere(project: Project) -> None:
    """No other machine knows what one has sent."""
    project.change("data/newsletters/nyhedsbrev-7.yml", "date: 20.", "date: 8.")
    server = Server()
    with serving(server) as there:
        said = mail(project, "--send", **there)
        assert (said.code, said.out) == (1, "")
        assert "er fra den 8. november 2026" in said.err and "tilføj --again" in said.err
        assert server.mails == [] and records(project) == []
        assert mail(project, "--send", "--again", **there).code == 0
        # What is known is told, rather than what is not.
        assert "blev sendt til" in mail(project, "--send", **there).err


def test_two_weeks_are_not_old(project: Project) -> None:
    project.change("data/newsletters/nyhedsbrev-7.yml", "date: 20.", "date: 9.")
    with serving(Server()) as there:
        assert mail(project, "--send", **there).code == 0


def test_those_outside_are_not_on_the_list(project: Project, tmp_path: Path) -> None:
    """They get their edition by hand, from the files."""
    server = Server()
    with serving(server) as there:
        send = ("--out", str(tmp_path), "--send", "--again")
        said = mail(project, *send, SYNLIGHED_EDITION="partner", **there)
    assert said.code == 1 and server.mails == [] and records(project) == []
    assert "Mailen til udgaven »partner« bliver ikke sendt herfra" in said.err
    assert (tmp_path / "nyhedsbrev-7.eml").is_file()


def test_without_a_list_there_is_nobody_to_send_to(project: Project) -> None:
    project.change("data/site.yml", MAILING, "")
    said = mail(project, "--send", SMTP_HOST="localhost")
    assert said.code == 1 and "Udfyld »newsletter« med »sender«, »list« og »list_id«." in said.err


def test_the_small_print_is_read_by_a_program(project: Project, tmp_path: Path) -> None:
    """Without a mailbox of its own, nothing is said of how it ends."""
    assert mail(project, "--out", str(tmp_path)).code == 0
    message = message_from_bytes((tmp_path / "nyhedsbrev-7.eml").read_bytes())
    assert message["List-Id"] == "<nyhedsbrev.maaleriet.example>"
    assert message["List-Unsubscribe"] is None
