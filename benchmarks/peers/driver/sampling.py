"""How a time is taken: alternating, in samples of repeated work, without samples that other programs disturbed."""
import math
import os
import statistics
import time

from contender import Unavailable

PAUSE_SECONDS = 0.06            # threads of a BLAS that still spin after its call die down in it
LARGEST_FOREIGN_SHARE = 0.12    # of all cores, while the sample was taken
SLOWEST_CALL_SECONDS = 180
PROBES = 3
_tick = os.sysconf("SC_CLK_TCK")
_cores = len(os.sched_getaffinity(0))


def busy_seconds():
    """CPU seconds that the whole machine has spent, what the host has stolen from it included."""
    with open("/proc/stat") as stat:
        user, nice, system, _, _, interrupt, soft, stolen = (int(part) for part in stat.readline().split()[1:9])
    return (user + nice + system + interrupt + soft + stolen) / _tick


def sample(contender, times):
    time.sleep(PAUSE_SECONDS)
    before = busy_seconds()
    reply = contender.ask({"do": "run", "times": times}, SLOWEST_CALL_SECONDS + 60)
    foreign = max(0.0, busy_seconds() - before - reply["cpu"]) / (reply["wall"] * _cores)
    return {
        "seconds": reply["wall"] / times,
        "cpu": reply["cpu"] / times,
        "times": times,
        "foreign": round(foreign, 4),
        "kept": foreign <= LARGEST_FOREIGN_SHARE,
    }


def times_for(seconds, least):
    return max(1, math.ceil(least / max(seconds, 1e-9)))


def probe(contender, least):
    """A first idea of the time, the least of a few samples, for choosing between variants."""
    first = sample(contender, 1)["seconds"]
    if first > 0.5:
        return first
    return min(sample(contender, times_for(first, least / PROBES))["seconds"] for _ in range(PROBES))


def rounds(sides, count, least):
    """Samples of every side, alternating; the order rotates. Disturbed samples are taken again, up to twice as often as wanted.

    `sides` maps a label to `(contender, seconds)`, seconds being the probe that says how often to repeat the work. Returns the samples,
    and why there are none of a contender that failed meanwhile.
    """
    taken, failed = {label: [] for label in sides}, {}
    labels = list(sides)
    for turn in range(2 * count):
        wanted = [label for label in labels if label in taken and sum(one["kept"] for one in taken[label]) < count]
        if not wanted:
            break
        for label in wanted[turn % len(wanted):] + wanted[:turn % len(wanted)]:
            contender, seconds = sides[label]
            try:
                taken[label].append(sample(contender, times_for(seconds, least)))
            except Unavailable as reason:
                failed[label] = str(reason)
                del taken[label]
    return taken, failed


def summary(samples):
    """Median, minimum and spread of the undisturbed samples; of all, where fewer than three were undisturbed, which is then said."""
    kept = [one for one in samples if one["kept"]]
    is_disturbed = len(kept) < min(3, len(samples))
    used = samples if is_disturbed else kept
    seconds = sorted(one["seconds"] for one in used)
    return {
        "median": statistics.median(seconds),
        "minimum": seconds[0],
        "maximum": seconds[-1],
        "cpu": statistics.median(one["cpu"] for one in used),
        "disturbed": is_disturbed,
    }
