"""What the numbers were measured on, and with."""
import datetime
import os
import re
import subprocess
import sys


def cpu():
    fields = {}
    with open("/proc/cpuinfo") as info:
        for line in info:
            name, _, value = line.partition(":")
            fields.setdefault(name.strip(), value.strip())
    return {
        "name": fields.get("model name", "unknown"),
        "family": fields.get("cpu family", "?"),
        "model": fields.get("model", "?"),
        "cores": len(os.sched_getaffinity(0)),
        "avx512": "avx512f" in fields.get("flags", ""),
    }


def folder_name(machine):
    """The name of the folder for results: a virtual machine's CPU may have no name but its family and model."""
    words = re.sub(r"\(R\)|\(TM\)|CPU|Processor|@.*|\d+-Core", " ", machine["name"])
    slug = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
    return f"{slug}-f{machine['family']}m{machine['model']}-{machine['cores']}-cores"


def system():
    with open("/etc/os-release") as release:
        name = next(line.split("=", 1)[1].strip().strip('"') for line in release if line.startswith("PRETTY_NAME"))
    return {"os": name, "kernel": os.uname().release, "python": sys.version.split()[0]}


def commit(root):
    """The commit measured; a plus says that the working tree had changes."""
    def git(*arguments):
        return subprocess.run(["git", "-C", root, *arguments], capture_output=True, text=True).stdout.strip()
    changed = git("status", "--porcelain", "--untracked-files=no", "--", "src", "benchmarks")
    return git("rev-parse", "--short", "HEAD") + ("+" if changed else "")


def today():
    return datetime.date.today().isoformat()


_probe = """
import time, numpy as np
a = np.random.default_rng(0).random((768, 768)); s = a + a.T
def least(work):
    work(); best = 9e9
    for _ in range(3):
        t = time.perf_counter(); work(); best = min(best, time.perf_counter() - t)
    return best
print(least(lambda: a @ a) + least(lambda: np.linalg.eigvalsh(s)))
"""


def best_core_type():
    """The kernels of OpenBLAS that are fastest here, and what its own choice would have cost.

    OpenBLAS picks kernels by the CPU's model number, and an old one takes the plainest for a model that it does not know. That would be
    a crippled peer. Returns `(name or None for its own choice, {name: seconds})`.
    """
    seconds = {}
    for name in 2 * ("", "Haswell", "Zen", "SkylakeX", "SapphireRapids"):
        environment = {key: value for key, value in os.environ.items() if key != "OPENBLAS_CORETYPE"}
        if name:
            environment["OPENBLAS_CORETYPE"] = name
        try:
            run = subprocess.run([sys.executable, "-c", _probe], env=environment, capture_output=True, text=True, timeout=60)
            key = name or "own choice"
            seconds[key] = min(seconds.get(key, float("inf")), float(run.stdout))
        except (ValueError, subprocess.TimeoutExpired):
            continue        # a kernel that this CPU cannot run ends its process
    if not seconds:
        return None, {}
    best = min(seconds, key=seconds.get)
    # Within noise its own choice stands.
    own = seconds.get("own choice", float("inf"))
    return (None if own <= 1.1 * seconds[best] else best), seconds
