"""What every Python contender shares: the arrays of a row, and the loop that obeys the driver.

A contender is a process that lives as long as the comparison. It reads one JSON request on each line of its input and answers one JSON
line: `prepare` loads arrays, warms up, keeps the work under a key and returns its answer; `run` repeats the work and returns wall and own
CPU seconds; `release` drops it; `versions` says what runs.
"""
import json
import resource
import sys
import time

import numpy as np


def own_cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def run_times(work, times):
    cpu, started = own_cpu_seconds(), time.perf_counter()
    for _ in range(times):
        work()
    return {"wall": time.perf_counter() - started, "cpu": own_cpu_seconds() - cpu}


def serve(works, set_threads, versions):
    """`works` maps a name to a factory `(arrays, numbers, variant) -> (work, answer)`."""
    replies = sys.stdout
    sys.stdout = sys.stderr     # a library that prints must not break the protocol
    prepared = {}
    for line in sys.stdin:
        request = json.loads(line)
        try:
            if request["do"] == "versions":
                reply = versions()
            elif request["do"] == "prepare":
                set_threads(request["threads"])
                arrays = {name: np.load(path) for name, path in request["arrays"].items()}
                work, answer = works[request["work"]](arrays, request["numbers"], request["variant"])
                started = time.perf_counter()
                result = work()
                if time.perf_counter() - started < 1:
                    result = work()     # warm: the second call finds its pages and threads
                reply = {"answer": [float(value) for value in np.ravel(answer(result))]}
                prepared[request["key"]] = work, request["threads"]
                del result, work, answer, arrays
            elif request["do"] == "run":
                work, threads = prepared[request["key"]]
                set_threads(threads)
                reply = run_times(work, request["times"])
                del work
            else:
                prepared.pop(request["key"], None)
                reply = {}
        except MemoryError as error:
            reply = {"error": f"out of memory: {error}"}
        except Exception as error:      # reported by the driver, with the row it belongs to
            reply = {"error": f"{type(error).__name__}: {error}"}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


def blas_threads(count):
    import threadpoolctl
    threadpoolctl.threadpool_limits(count)


def blas_versions():
    import threadpoolctl
    return [{key: pool.get(key) for key in ("internal_api", "version", "architecture", "threading_layer")}
            for pool in threadpoolctl.threadpool_info()]


def gram_answer(gram):
    """All row sums, then the row in the middle: enough to tell one Gram matrix from another."""
    gram = np.asarray(gram)
    return np.concatenate([gram.sum(1, dtype=np.float64), gram[len(gram) // 2].astype(np.float64)])


def renyi_bits(eigenvalues, order):
    positive = eigenvalues[eigenvalues > 0]
    return np.log2(np.sum(positive ** order)) / (1 - order)
