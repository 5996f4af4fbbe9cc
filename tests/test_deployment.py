"""Docker, compose, systemd and nginx as documented: what they name is there, and their commands do what they say."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from app_server import stop_app

ROOT = Path(__file__).resolve().parent.parent
DOCKER = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVER = (ROOT / "docs" / "server.md").read_text(encoding="utf-8")


def steps(word: str) -> list[str]:
    """What follows a word of the Dockerfile, in its order."""
    return re.findall(rf"^{word} (.*)$", DOCKER, re.M)


def test_the_image_holds_what_it_copies_and_runs_without_rights() -> None:
    """Every file named is there, secrets and tests stay out, and the app is started by a user of its own."""
    copied = [name for step in steps("COPY") for name in step.split()[:-1]]
    assert [name for name in copied if not (ROOT / name).exists()] == []
    left_out = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert {".git", ".env", ".streamlit/secrets.toml"} <= set(left_out)
    user = steps("USER")[-1]
    assert re.search(rf"useradd .*\b{user}\b", DOCKER)
    assert DOCKER.index("USER ") < DOCKER.index("\nCMD ")
    assert set(steps("VOLUME")) == {dict(e.split("=", 1) for e in steps("ENV")[-1].split())["XDG_DATA_HOME"]}


def test_the_command_of_the_image_starts_the_app_and_its_health_check_says_so(tmp_path: Path, port: int) -> None:
    """The very commands of the Dockerfile, on a port that is free here: unwell before the start, well after it."""
    command = [sys.executable, "-m", *json.loads(steps("CMD")[-1].replace("8501", str(port)))]
    health = json.loads(re.findall(r"^HEALTHCHECK .*?CMD (\[.*\])$", DOCKER, re.M)[0].replace("8501", str(port)))

    def is_well() -> bool:
        return subprocess.run([sys.executable, *health[1:]], capture_output=True, timeout=30, check=False).returncode == 0

    assert not is_well()
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    environment.pop("DATABASE_URL", None)
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 120
        while not (well := is_well()) and time.monotonic() < end:
            time.sleep(0.3)
    finally:
        stop_app(process)
    assert well


def test_compose_opens_the_app_to_this_machine_only_and_keeps_data_in_volumes() -> None:
    """PostgreSQL is reached by the app alone, and no password stands in the file."""
    app, database = COMPOSE["services"]["app"], COMPOSE["services"]["database"]
    assert all(port.startswith("127.0.0.1:") for port in app["ports"])
    assert "ports" not in database
    assert app["environment"]["DATABASE_URL"].startswith("postgresql+psycopg://planner:${POSTGRES_PASSWORD:?")
    assert app["depends_on"]["database"]["condition"] == "service_healthy"
    assert "healthcheck" in database
    used = [volume.split(":") for service in (app, database) for volume in service["volumes"]]
    assert {name for name, _ in used} == set(COMPOSE["volumes"])
    assert ["data", steps("VOLUME")[0]] in used


def test_the_unit_starts_the_app_on_this_machine_only() -> None:
    """The file it runs and the requirements it is installed from are there; a proxy stands before it."""
    command = shlex.split(re.findall(r"^ExecStart=(.*)$", SERVER, re.M)[0])
    assert (ROOT / command[2]).is_file()
    assert command[command.index("--server.address") + 1] == "127.0.0.1"
    named = re.findall(r"/srv/planner/(requirements[\w-]*\.txt)", SERVER)
    assert named
    assert all((ROOT / name).is_file() for name in named)


def test_systemd_takes_the_lines_of_the_manual(tmp_path: Path) -> None:
    """Its own check of the unit, with a command and a folder that are there; an unknown key would be named."""
    if (systemd := shutil.which("systemd-analyze")) is None:
        pytest.skip("systemd-analyze is not installed")
    unit = re.findall(r"```ini\n(.*?)```", SERVER, re.S)[0]
    for there, here in (
        ("/srv/planner/.venv/bin/streamlit", sys.executable),
        ("=/srv/planner", f"={ROOT}"),
        ("=planner", "=root"),
    ):
        unit = unit.replace(there, here)
    (tmp_path / "planner@8501.service").write_text(unit, encoding="utf-8")
    said = subprocess.run(
        [systemd, "verify", str(tmp_path / "planner@8501.service")], capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stderr
    assert [line for line in said.stderr.splitlines() if "planner@8501.service" in line] == []


def test_nginx_takes_the_lines_of_the_manual(tmp_path: Path) -> None:
    """Its own check of the configuration, with a certificate made for it."""
    nginx, openssl = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin"), shutil.which("openssl")
    if nginx is None or openssl is None:
        pytest.skip("nginx or openssl is not installed")
    key, certificate = tmp_path / "planner.key", tmp_path / "planner.pem"
    request = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=planner.example"]
    subprocess.run([*request, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    block = re.findall(r"```nginx\n(.*?)```", SERVER, re.S)[0]
    block = block.replace("/etc/ssl/planner.key", str(key)).replace("/etc/ssl/planner.pem", str(certificate))
    head = f"pid {tmp_path}/nginx.pid; error_log {tmp_path}/error.log;\nevents {{}}\nhttp {{ access_log off;\n"
    (tmp_path / "nginx.conf").write_text(f"{head}{block}}}\n", encoding="utf-8")

    said = subprocess.run(
        [nginx, "-t", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")], capture_output=True, text=True, check=False
    )

    assert said.returncode == 0, said.stderr
