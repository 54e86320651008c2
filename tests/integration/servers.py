"""The real servers, each on this computer only: what one needs, how it starts, what a test is told.

`python3 packaging/dev.py servers` fetches them. Each function starts one and returns it with what a
test must know about it; `conftest.py` makes fixtures of them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.integration.processes import HERE, ServerProcess, answers, free_port, output

PARTS = Path(__file__).parent
FETCH = "“python3 packaging/dev.py servers {name}” fetches it."
NAMES = ("alice", "bob")
SNAC_SETTINGS = {
    "protocol": "http",
    "num_threads": 16,  # it sends its posts to itself, and with four nobody is left to take them
    "queue_timeout": 1,
    "queue_timeout_2": 1,
    "disable_inbox_collection": True,
}
FRONT = """
daemon off; master_process off; pid {folder}/front.pid; error_log stderr;
events {{ }}
http {{
    access_log off;
    client_max_body_size {most_bytes};
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen {address};
        location / {{ proxy_pass {behind}; proxy_set_header Host $proxy_host; }}
    }}
}}
"""  # as snac2's own nginx-snac2.conf has it, with a limit
ALWAYS = "required"  # the value of SOCIALCOACH_INTEGRATION under which nothing may be skipped


@dataclass(frozen=True)
class BlueskyAccount:
    """An account on the test server; ``app_password`` is what SocialCoach should be given."""

    handle: str
    password: str
    app_password: str
    did: str


@dataclass(frozen=True)
class Bluesky:
    """A running Bluesky: addresses without a slash at the end; ``appview`` is empty for a PDS."""

    url: str
    plc: str
    appview: str
    accounts: tuple[BlueskyAccount, ...]
    process: ServerProcess


@dataclass(frozen=True)
class MastodonAccount:
    """An account on a server that speaks as Mastodon does; ``secret`` opens it, if known."""

    name: str
    password: str = ""
    secret: str = ""


@dataclass(frozen=True)
class Mastodon:
    """A running server of that kind; ``url`` has no slash at the end, ``host`` is what is typed."""

    url: str
    accounts: tuple[MastodonAccount, ...]
    process: ServerProcess

    @property
    def host(self) -> str:
        """The name an owner types: host and port."""
        return self.url.removeprefix("http://")


def place() -> Path:
    """Return where the fetched servers are; ``tests/guards.py`` sets the variable."""
    return Path(os.environ["SOCIALCOACH_SERVERS"])


def need(name: str, *paths: str | Path) -> None:
    """Skip the test unless these programs or files are there; fail where skipping is forbidden."""
    missing = [str(path) for path in paths if not is_there(path)]
    if not missing:
        return
    told = FETCH.format(name=name)
    reason = f"The test server “{name}” is not on this computer ({missing[0]}). {told}"
    if os.environ.get("SOCIALCOACH_INTEGRATION") == ALWAYS:
        pytest.fail(reason)
    pytest.skip(reason)


def is_there(path: str | Path) -> bool:
    """Tell whether a file is there; a bare word is the name of a program."""
    return path.exists() if isinstance(path, Path) else program(path) is not None


def program(name: str) -> str | None:
    """Find a program; Debian keeps those of PostgreSQL out of the way."""
    places = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), Path("/usr/sbin")]
    return shutil.which(name, path=os.pathsep.join([os.environ["PATH"], *map(str, places)]))


def start_bluesky(kind: str, folder: Path, **variables: str) -> Bluesky:
    """Start a PDS (``pds``) or a whole network (``network``) with the accounts of ``NAMES``."""
    modules = place() / "bluesky" / "node_modules"
    need("bluesky", "node", place() / "bluesky" / "ready.txt")
    script = str(PARTS / "bluesky_servers" / "run.js")
    words = [str(program("node")), script, kind, *NAMES]
    server = ServerProcess(f"bluesky-{kind}", words, folder, NODE_PATH=str(modules), **variables)
    started(server, lambda: bool(server.line_of_json()))
    told = json.loads(server.line_of_json())
    accounts = tuple(BlueskyAccount(**account) for account in told["accounts"])
    return Bluesky(told["pds"], told["plc"], told["appview"], accounts, server)


def start_postgres(folder: Path, data: Path) -> tuple[ServerProcess, str]:
    """Start an empty PostgreSQL and return it with its address.

    It refuses to run as root and to use a folder below one of root's, so ``data`` stands apart.
    """
    need("databases", "initdb", "postgres", "pg_isready")
    user = "postgres" if os.geteuid() == 0 else ""
    if user:
        shutil.chown(data, user)
    words = [str(program("initdb")), "-D", str(data), "-A", "trust", "-U", "tests", "-N"]
    made = subprocess.run(words, cwd=data, user=user or None, capture_output=True, check=False)
    assert made.returncode == 0, made.stderr.decode()
    port = free_port()
    settings = {
        "listen_addresses": HERE,
        "port": port,
        "unix_socket_directories": "",
        "fsync": "off",
        "max_connections": 200,
    }
    chosen = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    words = [str(program("postgres")), "-D", str(data), *chosen]
    options = {"user": user} if user else {}
    server = ServerProcess("postgres", words, folder, home=str(data), **options)
    ask = [str(program("pg_isready")), "-q", "-h", HERE, "-p", str(port), "-U", "tests"]
    started(server, lambda: subprocess.run(ask, check=False).returncode == 0)
    return server, f"postgresql://tests@{HERE}:{port}/postgres"


def start_redis(folder: Path) -> tuple[ServerProcess, str]:
    """Start an empty Redis that keeps nothing, and return it with its address."""
    need("databases", "redis-server")
    port = free_port()
    words = [str(program("redis-server")), "--port", str(port), "--bind", HERE, "--save", ""]
    server = ServerProcess("redis", words, folder)
    started(server, lambda: answers(port))
    return server, f"{HERE}:{port}"


def start_mastodon_mock(folder: Path) -> Mastodon:
    """Start the server that answers as Mastodon 4 does; its accounts need no password."""
    binary = place() / "mastodon" / "bin" / "mastodon_mock"
    need("mastodon", place() / "mastodon" / "ready.txt", binary)
    port = free_port()
    where = ["--host", HERE, "--port", str(port)]
    words = [str(binary), "serve", "--in-memory", *where, "--log-level", "warning"]
    server = ServerProcess("mastodon-mock", words, folder)
    started(server, lambda: answers(port))
    url = f"http://{HERE}:{port}"
    accounts = tuple(MastodonAccount(name, secret=make_mock_account(url, name)) for name in NAMES)
    return Mastodon(url, accounts, server)


def make_mock_account(url: str, name: str) -> str:
    """Make an account on the server that answers as Mastodon does; return what opens it."""
    import httpx

    answer = httpx.post(f"{url}/api/v1/_mock/dev_user", json={"username": name}, trust_env=False)
    return str(answer.raise_for_status().json()["access_token"])


def start_snac(folder: Path) -> Mastodon:
    """Start snac2, with a password for each account and a real page to log in on."""
    binary = place() / "snac" / "usr" / "bin" / "snac"
    need("snac", place() / "snac" / "ready.txt", binary)
    port, data = free_port(), folder / "snac"
    answers_of_setup = f"{HERE}\n{port}\nlocalhost:{port}\n\n\n"
    setup = [str(binary), "init", str(data)]
    subprocess.run(setup, input=answers_of_setup, text=True, capture_output=True, check=True)
    settings = json.loads((data / "server.json").read_text(encoding="utf-8"))
    (data / "server.json").write_text(json.dumps({**settings, **SNAC_SETTINGS}))
    accounts = tuple(MastodonAccount(n, make_snac_account(binary, data, n)) for n in NAMES)
    server = ServerProcess("snac", [str(binary), "httpd", str(data)], folder)
    started(server, lambda: answers(port))
    return Mastodon(f"http://localhost:{port}", accounts, server)


def start_front(folder: Path, url: str, most_bytes: int) -> tuple[ServerProcess, str]:
    """Start nginx before a server, as servers stand in the world, and return it with its address.

    It takes no request larger than ``most_bytes``.
    """
    need("front", "nginx")
    port = free_port()
    settings = FRONT.format(
        address=f"{HERE}:{port}", folder=folder, most_bytes=most_bytes, behind=url
    )
    file = folder / "front.conf"
    file.write_text(settings, encoding="utf-8")
    words = [str(program("nginx")), "-e", "stderr", "-p", str(folder), "-c", str(file)]
    server = ServerProcess("front", words, folder)
    started(server, lambda: answers(port))
    return server, f"http://{HERE}:{port}"


def make_snac_account(binary: Path, data: Path, name: str) -> str:
    """Make an account on snac2 and return the password it chose."""
    said = output([str(binary), "adduser", str(data), name])
    return said.partition("User password is ")[2].split()[0]


def started(server: ServerProcess, ready: Callable[[], bool]) -> None:
    """Wait until a server is ready; one that is not is ended, and its words are in the error."""
    try:
        server.wait_until(ready)
    except BaseException:
        server.stop()
        raise


def variables_of_network(postgres: str, redis: str) -> Mapping[str, str]:
    """Return what a whole Bluesky network must be told about its databases."""
    return {"DB_POSTGRES_URL": postgres, "REDIS_HOST": redis}
