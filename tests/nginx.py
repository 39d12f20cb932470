"""A real nginx on 127.0.0.1, told what the site's own example tells it."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

AROUND = """\
daemon off;
pid {scratch}/pid;
error_log {scratch}/errors;
worker_processes 1;
{user}
events {{}}
http {{
    client_body_temp_path {scratch}/body;
    proxy_temp_path {scratch}/proxy;
    fastcgi_temp_path {scratch}/fastcgi;
    uwsgi_temp_path {scratch}/uwsgi;
    scgi_temp_path {scratch}/scgi;
    include {scratch}/site.conf;
}}
"""

MISSING = "nginx er ikke installeret (på Debian og Ubuntu: sudo apt install nginx-light)."


def installed() -> str | None:
    """Where nginx is, if it is; Debian keeps it where only root looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


@contextmanager
def serve(example: Path, site: Path, scratch: Path) -> Iterator[str]:
    """Serves a site as the example says, but for the lines it tells one to change."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    scratch.mkdir(parents=True, exist_ok=True)
    text = example.read_text(encoding="utf-8")
    (scratch / "site.conf").write_text(changed(text, port, site), encoding="utf-8")
    # As root it would serve as somebody who may not look into the folders of the tests.
    user = "user root;" if os.geteuid() == 0 else ""
    (scratch / "nginx.conf").write_text(AROUND.format(scratch=scratch, user=user))
    program = installed()
    assert program
    command = [program, "-p", str(scratch), "-c", str(scratch / "nginx.conf")]
    with (scratch / "said").open("w") as said, subprocess.Popen(command, stderr=said) as run:
        try:
            _wait(port, run, scratch)
            yield f"http://127.0.0.1:{port}"
        finally:
            run.terminate()


def changed(text: str, port: int, site: Path, root: str = "/var/www/synlighed") -> str:
    """The example with the lines changed that it tells one to change."""
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        (f"root {root};", f"root {site};"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def is_accepted(text: str, scratch: Path) -> str:
    """Whether nginx takes a configuration; what it objects to, if it does not."""
    scratch.mkdir(parents=True, exist_ok=True)
    (scratch / "site.conf").write_text(text, encoding="utf-8")
    (scratch / "nginx.conf").write_text(AROUND.format(scratch=scratch, user=""))
    program = installed()
    assert program
    command = [program, "-t", "-p", str(scratch), "-c", str(scratch / "nginx.conf")]
    run = subprocess.run(command, capture_output=True, encoding="utf-8")
    return "" if run.returncode == 0 else run.stderr


def _wait(port: int, run: "subprocess.Popen[bytes]", scratch: Path) -> None:
    for _ in range(200):
        assert run.poll() is None, (scratch / "said").read_text()
        with socket.socket() as there:
            if there.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")
