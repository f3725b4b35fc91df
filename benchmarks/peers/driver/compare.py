"""Runs the comparison and writes its results. Started by `benchmarks/peers/compare`, which see."""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

import numpy as np

import machine
import rows as table
from contender import Unavailable, contenders
from sampling import LARGEST_FOREIGN_SHARE, PAUSE_SECONDS, SLOWEST_CALL_SECONDS, probe, rounds, summary

# What takes longer is measured in fewer rounds, and with all threads only.
SLOW_CALL_SECONDS = 2
SLOW_ROUNDS = 5


def main():
    arguments = parse()
    cpu = machine.cpu()
    core_type, core_types = machine.best_core_type()
    made = contenders(arguments.root, core_type)
    folder = arguments.output or os.path.join(
        tempfile.mkdtemp(prefix="mutualinfo-quick-") if arguments.quick else os.path.join(arguments.root, "benchmarks", "results"),
        machine.folder_name(cpu))
    os.makedirs(folder, exist_ok=True)
    if arguments.scaling:
        scale(arguments, made["MutualInfo"], cpu, folder)
        return 0

    versions, missing = start(made)
    chosen = [row for row in table.all_rows() if not arguments.only or set(row.ids) & set(arguments.only)]
    if not chosen:
        sys.exit(f"No row has one of the ids {', '.join(arguments.only)}.")
    result = {
        "machine": {**cpu, **machine.system(), "coreTypes": core_types, "coreType": core_type or "own choice"},
        "versions": versions,
        "missing": missing,
        "method": {
            "leastSampleSeconds": arguments.least, "pauseSeconds": PAUSE_SECONDS, "largestForeignShare": LARGEST_FOREIGN_SHARE,
            "rounds": arguments.rounds, "slowCallSeconds": SLOW_CALL_SECONDS, "slowRounds": min(SLOW_ROUNDS, arguments.rounds),
        },
    }
    # Written after every row, so that an interrupted run keeps what it has.
    path, results, started = os.path.join(folder, "peers.json"), [], time.time()
    for row in chosen:
        results.append(compare(row, made, missing, arguments))
        say(results[-1], time.time() - started)
        write_json({**result, "rows": merged(results, path)}, path)
    for contender in made.values():
        contender.stop()
    pages(arguments, folder)
    print(f"{len(results)} rows in {time.time() - started:.0f} s: {os.path.join(folder, 'peers.md')}")
    return 0 if all(one["gate"]["holds"] for one in results) else 1


def parse():
    parser = argparse.ArgumentParser(prog="benchmarks/peers/compare", description="Times MutualInfo and its peers on the same arrays.")
    parser.add_argument("--root", help=argparse.SUPPRESS, required=True)
    parser.add_argument("--only", type=lambda text: text.split(","), default=[], metavar="ID[,ID]", help="rows with these ids, such as G1,E3")
    parser.add_argument("--rounds", type=int, default=7, help="undisturbed samples of each contender, 5 to 9 (default 7)")
    parser.add_argument("--quick", action="store_true", help="three short rounds; results go to a temporary folder")
    parser.add_argument("--scaling", action="store_true", help="measure time against n and d instead, and the ceilings of the hardware")
    parser.add_argument("--output", metavar="FOLDER", help="where results go (default benchmarks/results/<cpu>)")
    arguments = parser.parse_args()
    arguments.least = 0.05 if arguments.quick else 0.15
    if arguments.quick:
        arguments.rounds = 3
    return arguments


def start(made):
    """Starts every contender; says which is missing, and why."""
    versions, missing = {}, {}
    for name, contender in made.items():
        try:
            versions.update(contender.start())
        except Unavailable as reason:
            missing[name] = str(reason)
            print(f"missing: {name} ({reason})", file=sys.stderr)
    if "MutualInfo" in missing:
        sys.exit("Our own contender does not start.")
    for name, version in versions.items():
        print(f"{name}: {version}", file=sys.stderr)
    return versions, missing


def compare(row, made, missing, arguments):
    """Measures one row: variants first, then answers, then alternating rounds."""
    with tempfile.TemporaryDirectory(prefix="mutualinfo-peers-") as folder:
        paths = {}
        for name, array in row.arrays().items():
            paths[name] = os.path.join(folder, f"{len(paths)}.npy")
            np.save(paths[name], array)
        needs_own_process = any(figure.of == "peak" for figure in row.figures)
        if needs_own_process:
            made["MutualInfo"].stop()

        entries, answers, sides = [], {}, {}
        for side in [row.ours, *row.peers]:
            if side.process in missing:
                continue
            if side is not row.ours and table.OURS not in sides:
                break       # nothing to compare the peers with
            entry = {"name": side.label, "process": side.process}
            entries.append(entry)
            try:
                choice = choose(side, made[side.process], row, paths, arguments.least)
                entry.update(variant=choice["variant"], threads=choice["threads"], probes=choice["probes"])
                answers[side.label] = choice["answer"]
                sides[side.label] = choice["prepared"], choice["seconds"]
            except Unavailable as reason:
                entry["unavailable"] = str(reason)
        slowest = max((seconds for _, seconds in sides.values()), default=0)
        count = min(arguments.rounds, SLOW_ROUNDS) if slowest > SLOW_CALL_SECONDS else arguments.rounds
        taken, failed = rounds(sides, count, arguments.least)
        for entry in entries:
            if entry["name"] in failed:
                entry["unavailable"] = failed[entry["name"]]
            if entry["name"] in taken:
                entry.update(summary(taken[entry["name"]]), samples=taken[entry["name"]])
        peak = made["MutualInfo"].peak_bytes() if needs_own_process else None
        for label, (prepared, _) in sides.items():
            if label not in failed:
                prepared.release()
    return {
        "ids": row.ids, "name": row.name, "size": row.size, "note": row.note,
        "date": machine.today(), "commit": machine.commit(arguments.root),
        "contenders": entries, "gate": gate(row, answers), "goals": goals(row, entries), "figures": figures(row, entries, answers, peak),
    }


class Prepared:
    """One work, ready in its contender."""

    def __init__(self, contender, side, row, paths, variant, threads):
        self._contender = contender
        self._key = f"{side.label}|{variant}|{threads}"
        reply = contender.ask({
            "do": "prepare", "key": self._key, "work": side.work, "variant": variant, "threads": threads, "numbers": row.numbers,
            "arrays": {name: paths[name] for name in side.uses}}, SLOWEST_CALL_SECONDS)
        self.answer = np.array(reply["answer"])

    def ask(self, request, seconds):
        return self._contender.ask({**request, "key": self._key}, seconds)

    def release(self):
        self.ask({"do": "release"}, 60)


def choose(side, contender, row, paths, least):
    """Tries every variant with all threads and with one, and returns the fastest."""
    all_threads = table.data.CORES
    best, probes = None, []
    for threads in {"one": [1], "all": [all_threads], "best": [all_threads, 1]}[side.threads]:
        for variant in side.variants:
            if best and threads == 1 and best["seconds"] > SLOW_CALL_SECONDS:
                continue        # one thread does not overtake all of them in work of seconds
            prepared = Prepared(contender, side, row, paths, variant, threads)
            seconds = probe(prepared, least)
            probes.append({"variant": variant, "threads": threads, "seconds": seconds})
            if best is None or seconds < best["seconds"]:
                if best:
                    best["prepared"].release()
                best = {"variant": variant, "threads": threads, "seconds": seconds, "prepared": prepared}
            else:
                prepared.release()
    return {**best, "answer": best["prepared"].answer, "probes": probes}


def gate(row, answers):
    """Whether every peer's answer is ours, within a tolerance that has a reason."""
    result = {"tolerance": row.tolerance, "reason": row.reason, "differences": {}, "holds": True}
    if row.difference is None or table.OURS not in answers:
        return result
    for label, answer in answers.items():
        if label != table.OURS:
            result["differences"][label] = row.difference(answers[table.OURS], answer)
    result["holds"] = all(difference <= row.tolerance for difference in result["differences"].values())
    return result


def goals(row, entries):
    medians = {entry["name"]: entry["median"] for entry in entries if "median" in entry}
    minima = {entry["name"]: entry["minimum"] for entry in entries if "median" in entry}
    peers = [name for name in medians if name not in (table.OURS, "MathNet Evd")]
    result = []
    for goal in row.goals:
        peer = min(peers, key=medians.get, default=None) if goal.against == "best peer" else goal.against
        one = {"id": goal.id, "against": goal.against, "peer": peer, "floor": goal.floor, "moonshot": goal.moonshot}
        if table.OURS in medians and peer in medians:
            one["ratio"] = medians[peer] / medians[table.OURS]
            one["ratioOfMinima"] = minima[peer] / minima[table.OURS]
            one["met"] = one["ratio"] >= goal.floor
        result.append(one)
    return result


def figures(row, entries, answers, peak):
    ours = next(entry for entry in entries if entry["name"] == table.OURS)
    result = []
    for figure in row.figures:
        one = {"id": figure.id, "name": figure.name, "unit": figure.unit, "floor": figure.floor, "moonshot": figure.moonshot}
        if table.OURS in answers:
            value = ours["median"] if figure.of == "median" else peak if figure.of == "peak" else figure.of(answers[table.OURS], row)
            one.update(value=float(value), met=bool(value <= figure.floor))
            if callable(figure.of):
                one["peers"] = {label: float(figure.of(answer, row)) for label, answer in answers.items() if label != table.OURS}
        result.append(one)
    return result


def merged(results, path):
    """The new rows in their places among those of an earlier run on this machine."""
    new = {(one["name"], one["size"]): one for one in results}
    old = {}
    if os.path.exists(path):
        with open(path) as file:
            old = {(one["name"], one["size"]): one for one in json.load(file)["rows"]}
    known = [(row.name, row.size) for row in table.all_rows()]
    return [new.get(key) or old[key] for key in known if key in new or key in old]


def write_json(result, path):
    text = json.dumps(result, indent=1, ensure_ascii=False, default=float)
    with open(path, "w") as file:
        file.write(text + "\n")


def pages(arguments, folder):
    """The tables are written by the contender project, so that a test can write them again without Python."""
    tool = os.path.join(arguments.root, "benchmarks", "MutualInfo.Peers", "bin", "Release", "net10.0", "MutualInfo.Peers.dll")
    subprocess.run(["dotnet", tool, "tables", folder], check=True)


def scale(arguments, contender, cpu, folder):
    """Time against n and d, ours alone, beside what the hardware can do."""
    tool = os.path.join(arguments.root, "benchmarks", "MutualInfo.Peers", "bin", "Release", "net10.0", "MutualInfo.Peers.dll")
    path = os.path.join(folder, "scaling.json")
    run = subprocess.run(["dotnet", tool, "scaling", *(["--quick"] if arguments.quick else [])], check=True, capture_output=True, text=True)
    result = {"machine": {**cpu, **machine.system()}, "date": machine.today(), "commit": machine.commit(arguments.root), **json.loads(run.stdout)}
    write_json(result, path)
    print(path)


def say(result, elapsed):
    cells = []
    for goal in result["goals"]:
        ratio = f"{goal['ratio']:.2f}x" if "ratio" in goal else "not measured"
        mark = {True: "met", False: "MISSED"}.get(goal.get("met"), "")
        cells.append(f"{goal['id']} {goal['against']} {ratio} (floor {goal['floor']:g}x {mark})")
    for figure in result["figures"]:
        cells.append(f"{figure['id']} {figure['name']} {figure.get('value', 'not measured')} (at most {figure['floor']:g})")
    refusals = [f"{entry['name']}: {entry['unavailable']}" for entry in result["contenders"] if "unavailable" in entry]
    gate_text = "" if result["gate"]["holds"] else f"  ANSWERS DIFFER {result['gate']['differences']}"
    print(f"[{elapsed:5.0f} s] {result['name']}, {result['size']}: {'; '.join(cells + refusals)}{gate_text}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
