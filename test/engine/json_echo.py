"""Reads JSON and writes it again, a line at a time, as Python does."""

import json
import sys

for line in sys.stdin:
    print(json.dumps(json.loads(line)), flush=True)
