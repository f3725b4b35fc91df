"""Writes tests/MutualInfo.Tests/KnownAnswers/entropy-corrections.txt: corrected entropies, in nats, to 25 digits.

Every formula is written as its source has it, at 60 digits, with no code or idea shared with the library: sums run over
products and harmonic numbers where that is possible, and NSB is the trapezoidal rule on ln(beta), halved until 25 digits stand.
Needs: python3 with mpmath.    python3 tests/python/entropy_corrections.py
"""
import os
import random
from mpmath import mp, mpf, log, exp, psi, loggamma, hyp2f1, sqrt, euler, nstr, harmonic

mp.dps = 60


def zipf(symbols, n):
    weights = [1 / (k + 1) for k in range(symbols)]
    return [c for c in (round(n * w / sum(weights)) for w in weights) if c > 0]


def drawn(symbols, n, power, seed):
    generator = random.Random(seed)
    counts = {}
    for symbol in generator.choices(range(symbols), [(k + 1) ** -power for k in range(symbols)], k=n):
        counts[symbol] = counts.get(symbol, 0) + 1
    return list(counts.values())


HISTOGRAMS = [
    [1], [2], [3], [5000], [4999], [1, 1], [2, 1], [1, 1, 1], [1] * 10, [1] * 1000, [2] * 7, [4, 2, 3, 0 + 2, 4],
    [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], [97, 1, 1, 1], [99, 1], [50, 50], [1000] * 8, [7, 7, 2], [3] + [2] * 40 + [1],
    [100, 30, 1, 1, 1, 1, 1, 2, 2, 5], [1] * 30 + [2] * 5, [1] * 50 + [2] * 3 + [900], zipf(50, 400), zipf(500, 20000),
    drawn(200, 300, 0, 1), drawn(1000, 300, 1, 2), drawn(100000, 5000, 1, 3), drawn(4096, 4096, 0, 4),
    [10 ** 6, 10 ** 6, 10 ** 6], [10 ** 9, 1], [10 ** 9, 10 ** 9 - 1, 12345], [10 ** 9] + [1] * 5 + [2] * 3,
    drawn(10000, 100000, 1, 6), [10 ** 6, 10 ** 5, 10 ** 4, 1000, 100, 10, 1],
    [1] * 60000 + [2] * 20000, [3] * 100000, [1] * 5 + [2] * 1000,
]


def runs(histogram):
    found = {}
    for c in histogram:
        found[c] = found.get(c, 0) + 1
    return sorted(found.items())


def total(f, h):
    return sum(m * f(mpf(c)) for c, m in h)


def grassberger2003(h, n, k):
    def g(c):
        return psi(0, c) + (-1) ** int(c) * (psi(0, (c + 1) / 2) - psi(0, c / 2)) / 2
    return log(n) - total(lambda c: c * g(c), h) / n


def grassberger1988(h, n, k):
    return total(lambda c: c / n * (log(n) - psi(0, c) - mpf((-1) ** int(c)) / (c + 1)), h)


def chao_shen(h, n, k):
    once = dict(h).get(1, 0)
    once = n - 1 if once == n else once
    coverage = 1 - once / n

    def term(c):
        p = coverage * c / n
        return -p * log(p) / (1 - (1 - p) ** n)
    return total(term, h)


def shrinkage(h, n, k):
    if n < 2:
        return None
    t = 1 / k
    msp = total(lambda c: (c / n - t) ** 2, h)
    intensity = mpf(1) if msp == 0 else (1 - total(lambda c: (c / n) ** 2, h)) / ((n - 1) * msp)
    intensity = min(mpf(1), max(mpf(0), intensity))
    return -total(lambda c: (lambda p: p * log(p) if p > 0 else 0)(intensity * t + (1 - intensity) * c / n), h)


def zhang(h, n, k):
    if n > 5000:        # the sum over v is a harmonic one: checked on all smaller histograms by the other branch
        return total(lambda c: c / n * (psi(0, n) - psi(0, c)), h)

    def term(c):
        product, sum_over_v = mpf(1), mpf(0)
        for v in range(1, int(n - c) + 1):
            product *= 1 - (c - 1) / (n - v)
            sum_over_v += product / v
        return c / n * sum_over_v
    return total(term, h)


def chao_wang_jost(h, n, k):
    if n < 2:
        return None
    seen = total(lambda c: c / n * (harmonic(n - 1) - harmonic(c - 1)), h)
    f1, f2 = mpf(dict(h).get(1, 0)), mpf(dict(h).get(2, 0))
    if f2 > 0:
        a = 2 * f2 / ((n - 1) * f1 + 2 * f2)
    elif f1 > 0:
        a = 2 / ((n - 1) * (f1 - 1) + 2)
    else:
        a = mpf(1)
    if f1 == 0 or a == 1:
        return seen
    q = 1 - a
    if n <= 5000:
        with mp.workdps(60 + int(n * abs(log(q)))):
            a = 2 * f2 / ((n - 1) * f1 + 2 * f2) if f2 > 0 else 2 / ((n - 1) * (f1 - 1) + 2)
            q = 1 - a
            rest = (-log(a) - sum(q ** r / r for r in range(1, int(n)))) * q ** (1 - n)
    else:               # the sum from n to infinity of q^r/r, over q^(n - 1)
        rest = q / n * hyp2f1(1, n, n + 1, q)
    return seen + f1 / n * rest


def dirichlet(pseudo):
    def entropy(h, n, k):
        a = pseudo(n, k)
        return -total(lambda c: (lambda p: p * log(p))((c + a) / (n + k * a)), h)
    return entropy


def bonachela(h, n, k):
    return total(lambda c: (c + 1) * (harmonic(n + 2) - harmonic(c + 1)), h) / (n + 2)


def asymptotic_nsb(h, n, k):
    return None if n == k else euler - log(2) + 2 * log(n) - psi(0, n - k)


def nsb(h, n, k):
    if k == 1:
        return mpf(0)

    def log_weight(u):
        with mp.workdps(mp.dps + int(abs(u) + log(k) / 2)):      # differences that lose the digits of b and of k
            b = exp(u)
            slope = k * psi(1, k * b + 1) - psi(1, b + 1)
            return loggamma(k * b) - loggamma(n + k * b) + total(lambda c: loggamma(c + b) - loggamma(b), h) + log(slope) + u

    def entropy(u):
        b = exp(u)
        return psi(0, n + k * b + 1) - total(lambda c: (c + b) / (n + k * b) * psi(0, c + b + 1), h)

    with mp.workdps(30):
        grid = [-log(k) - 90 + 2 * i for i in range(int((log(n) + log(k) + 180) / 2))]
        heights = [log_weight(u) for u in grid]
        best, step = grid[heights.index(max(heights))], mpf(1)
        while step > mpf(10) ** -5:         # the peak, ever finer
            best = max((best - step, best, best + step), key=log_weight)
            step /= 2
        top = log_weight(best)
        felt = [u for u, height in zip(grid, heights) if height > top - 70]
        low, high = min(felt + [best]), max(felt + [best])
        for side in (-1, 1):                # narrower than the grid: as far as e^-70, by doubling
            far = mpf(10) ** -5
            while log_weight(best + side * far) > top - 70:
                far *= mpf('1.5')
            low, high = (min(low, best - far), high) if side < 0 else (low, max(high, best + far))
    with mp.workdps(45):
        low, high, pieces = low - 2 * (high - low > 2), high + 2 * (high - low > 2), 64
        weight = moment = mpf(0)
        previous, points = None, [low + (high - low) * i / pieces for i in range(pieces + 1)]
        while True:
            for u in points:
                w = exp(log_weight(u) - top)
                weight += w
                moment += w * entropy(u) if w > mpf(10) ** -40 else 0
            mean = moment / weight
            if previous is not None and abs(mean - previous) < mpf(10) ** -25 * max(mean, mpf(10) ** -5):
                return mean
            previous = mean                 # halved: the points between those already summed
            points = [low + (high - low) * (i + mpf(1) / 2) / pieces for i in range(pieces)]
            pieces *= 2


ESTIMATORS = {
    'Grassberger 2003': grassberger2003, 'Grassberger 1988': grassberger1988, 'Chao-Shen': chao_shen,
    'James-Stein shrinkage': shrinkage, 'Chao-Wang-Jost': chao_wang_jost, 'Zhang': zhang,
    'Dirichlet, pseudo-count Jeffreys': dirichlet(lambda n, k: mpf(1) / 2),
    'Dirichlet, pseudo-count Laplace': dirichlet(lambda n, k: mpf(1)),
    'Dirichlet, pseudo-count Perks': dirichlet(lambda n, k: 1 / k),
    'Dirichlet, pseudo-count Minimax': dirichlet(lambda n, k: sqrt(n) / k),
    'Dirichlet, pseudo-count 0.01': dirichlet(lambda n, k: mpf(0.01)),
    'Bonachela': bonachela, 'asymptotic NSB': asymptotic_nsb, 'NSB': nsb,
}

# Alphabets that are given: symbols that were not seen have a count of 0.
ALPHABETS = [
    ([1], 2), ([9], 1000), ([1, 1, 1], 10 ** 6), ([4, 2, 1, 1], 6), ([4, 2, 1, 1], 2 ** 60),
    ([99, 1], 3), ([10 ** 9, 1], 10 ** 6),
    ([10 ** 6, 10 ** 5, 10 ** 4, 1000, 100, 10, 1], 50), (drawn(1000, 300, 1, 2), 1000), (drawn(100000, 5000, 1, 3), 10 ** 5),
    (drawn(100000, 2000, 0, 5), 10 ** 12), ([10 ** 9] + [1] * 5 + [2] * 3, 10 ** 9), (zipf(500, 20000), 2 ** 40),
    (drawn(10000, 100000, 1, 6), 10 ** 7),
]
WITH_ALPHABET = [
    'James-Stein shrinkage', 'Dirichlet, pseudo-count Jeffreys', 'Dirichlet, pseudo-count Perks', 'Bonachela', 'NSB',
]

if __name__ == '__main__':
    lines = ['# Corrected entropies in nats, written by tests/python/entropy_corrections.py; count x symbols | entropy | value']
    for histogram in sorted(HISTOGRAMS, key=lambda counts: len(set(counts))):
        h = runs(histogram)
        n, k = mpf(sum(histogram)), mpf(len(histogram))
        name = ' '.join(f'{c}x{m}' for c, m in h)
        for estimator, formula in ESTIMATORS.items():
            value = formula(h, n, k)
            if value is not None:
                lines.append(f'{name} | {estimator} | {nstr(value, 25)}')
                print(lines[-1][-120:], flush=True)
    for histogram, alphabet in ALPHABETS:
        h = runs(histogram)
        n, k = mpf(sum(histogram)), mpf(alphabet)
        name = ' '.join(f'{c}x{m}' for c, m in h)
        for estimator in WITH_ALPHABET:
            value = ESTIMATORS[estimator](h + [(0, alphabet - len(histogram))], n, k)
            if value is not None:
                lines.append(f'{name} | {estimator}, alphabet of {alphabet} | {nstr(value, 25)}')
                print(lines[-1][-120:], flush=True)
    path = os.path.join(os.path.dirname(__file__), '..', 'MutualInfo.Tests', 'KnownAnswers', 'entropy-corrections.txt')
    with open(path, 'w') as file:
        file.write('\n'.join(lines) + '\n')
