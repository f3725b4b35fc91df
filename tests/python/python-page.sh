#!/usr/bin/env bash
# Runs the Python blocks of docs/python.md, in order, against the built command.
#
# Needs: dotnet, and python3 with NumPy; on Debian: apt-get install python3-numpy. PYTHON names another interpreter.
set -euo pipefail
cd "$(dirname "$0")/../.."
configuration=${CONFIGURATION:-Release}

python=${PYTHON:-}
for candidate in "$python" python3 /usr/bin/python3; do
    if [[ -n $candidate ]] && "$candidate" -c 'import numpy' 2>/dev/null; then
        python=$candidate
        break
    fi
    python=
done
if [[ -z $python ]]; then
    echo "python-page.sh needs python3 with NumPy; on Debian: apt-get install python3-numpy." >&2
    exit 2
fi

dotnet build src/MutualInfo.Tool --configuration "$configuration" --nologo --verbosity quiet
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf '#!/bin/sh\nexec dotnet "%s" "$@"\n' "$PWD/src/MutualInfo.Tool/bin/$configuration/net10.0/MutualInfo.Tool.dll" >"$folder/mutualinfo"
chmod +x "$folder/mutualinfo"

awk '/^```python$/ { inside = 1; next } /^```$/ { inside = 0 } inside' docs/python.md >"$folder/page.py"
cd "$folder"
PATH="$folder:$PATH" "$python" page.py
echo "docs/python.md runs."
