"""One contender: a process kept alive, asked in JSON lines."""
import json
import os
import select
import subprocess
import sys
import tempfile


class Unavailable(Exception):
    """The contender cannot do this work, and says why."""


class Contender:
    def __init__(self, name, command, environment):
        self.name = name
        self._command = command
        self._environment = environment
        self._errors = tempfile.TemporaryFile()
        self._process = None

    @property
    def process_id(self):
        return self._process.pid

    def start(self):
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, env=self._environment)
        return self.ask({"do": "versions"}, 120)

    def ask(self, request, seconds):
        """Sends one request; a contender that dies or is too slow is stopped and becomes unavailable."""
        if self._process is None:
            self.start()
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise Unavailable(self._last_words())
        ready, _, _ = select.select([self._process.stdout], [], [], seconds)
        if not ready:
            self.stop()
            raise Unavailable(f"no answer within {seconds:g} s")
        line = self._process.stdout.readline()
        if not line:
            raise Unavailable(self._last_words())
        reply = json.loads(line)
        if "error" in reply:
            raise Unavailable(reply["error"])
        return reply

    def peak_bytes(self):
        """The most memory that the process ever held, as Linux counts it."""
        with open(f"/proc/{self.process_id}/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))

    def stop(self):
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _last_words(self):
        self.stop()
        self._errors.seek(0)
        words = self._errors.read().decode(errors="replace").strip().splitlines()
        return words[-1] if words else "the process ended"


def contenders(root, core_type):
    """All contenders by name. One process each."""
    peers = os.path.join(root, "benchmarks", "peers", "contenders")
    ours = ["dotnet", os.path.join(root, "benchmarks", "MutualInfo.Peers", "bin", "Release", "net10.0", "MutualInfo.Peers.dll"), "serve"]
    environment = dict(os.environ, DOTNET_gcConcurrent="0")
    if core_type:
        environment["OPENBLAS_CORETYPE"] = core_type
    made = {name: Contender(name, ours, environment) for name in ("MutualInfo", "MathNet")}
    for name in ("numpy", "scipy", "sklearn", "torch", "papers"):
        made[name] = Contender(name, [sys.executable, os.path.join(peers, f"{name}_contender.py")], environment)
    return made
