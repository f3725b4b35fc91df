#!/usr/bin/env bash
# Records a small plane with the command and uses its plane.html in a headless Chromium.
#
# Needs: dotnet, python3 (standard library only) and chromium; on Debian: apt-get install chromium python3.
# Usage: tests/browser/plane-html.sh [PICTURE.PNG]
set -euo pipefail
cd "$(dirname "$0")/../.."

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [[ -z $chromium ]] || ! command -v python3 >/dev/null; then
    echo "plane-html.sh needs chromium and python3; on Debian: apt-get install chromium python3." >&2
    exit 2
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Three layers of noisy classes that drift apart over the epochs; as CSV, so that nothing but Python itself is needed.
python3 - "$folder" <<'PYTHON'
import math, pathlib, random, sys
folder = pathlib.Path(sys.argv[1])
random.seed(7)
labels = [i % 4 for i in range(240)]
(folder / "labels.csv").write_text("".join(f"{label}\n" for label in labels))
for epoch in [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1000]:
    run = folder / "run" / f"epoch_{epoch:05d}"
    run.mkdir(parents=True)
    progress = math.log10(1 + epoch) / 3
    for layer in [1, 2, 10]:
        noise = 0.9 - 0.75 * progress if layer < 10 else 0.8 - 0.5 * progress ** 2
        rows = ("%.6f,%.6f\n" % tuple(
            math.tanh((1.2 if label >> bit & 1 else -1.2) * progress * (1 + layer / 5) + random.gauss(0, noise)) for bit in (0, 1))
            for label in labels)
        (run / f"layer{layer}.csv").write_text("".join(rows))
PYTHON

dotnet run --project src/MutualInfo.Tool --configuration "${CONFIGURATION:-Release}" -- plane \
    --activations "$folder/run" --labels "$folder/labels.csv" \
    --estimator binning:bins=10,range=-1..1 --estimator kde:variance=0.1 --estimator renyi:order=2,sigma=0.5 \
    --out "$folder/plane"

python3 tests/browser/plane_html.py "$chromium" "$folder/plane/plane.html" "${1:-}"
