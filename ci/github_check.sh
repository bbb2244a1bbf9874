#!/usr/bin/env bash
# The check of action.yml: annotations and step summary for GitHub, SARIF in a file. Inputs come as environment variables,
# never as text of the script, so that no branch name can become a command.
set -euo pipefail

bin=""
if [ -n "${VENV:-}" ]; then
  bin="$VENV/bin/"
  if [ -d "$VENV/Scripts" ]; then bin="$VENV/Scripts/"; fi # Windows
fi

changed_since="${INPUT_CHANGED_SINCE:-}"
if [ -z "$changed_since" ]; then
  changed_since="${PULL_REQUEST_BASE:-none}"
fi

arguments=()
while IFS= read -r path; do
  if [ -n "$path" ]; then arguments+=("$path"); fi
done <<< "${INPUT_PATHS:-.}"

if [ "$changed_since" != none ]; then
  if [ "$(git rev-parse --is-shallow-repository)" = true ]; then
    git fetch --quiet --no-tags --unshallow origin || true
  fi
  if ! git cat-file -e "$changed_since^{commit}" 2> /dev/null; then
    echo "::error title=mtqa::the commit to compare with is not here: give actions/checkout 'fetch-depth: 0'"
    exit 2
  fi
  arguments+=(--changed-since "$changed_since")
fi

option() {
  if [ -n "$2" ]; then arguments+=("$1" "$2"); fi
}
option --lang "${INPUT_LANG:-}"
option --source-lang "${INPUT_SOURCE_LANG:-}"
option --model "${INPUT_MODEL:-}"
option --config "${INPUT_CONFIG:-}"
option --baseline "${INPUT_BASELINE:-}"
option --fail-on "${INPUT_FAIL_ON:-}"
option --min-score "${INPUT_MIN_SCORE:-}"
while IFS= read -r argument; do
  if [ -n "$argument" ]; then arguments+=("$argument"); fi
done <<< "${INPUT_ARGUMENTS:-}"

code=0
"${bin}mtqa" check --quiet --output-format github --output-format "sarif=$INPUT_SARIF_FILE" "${arguments[@]}" || code=$?

# GitHub shows what is suppressed as open alerts (github/codeql-action#1230): the copy for the upload goes without.
if [ -s "$INPUT_SARIF_FILE" ]; then
  "${bin}python" - "$INPUT_SARIF_FILE" "$RUNNER_TEMP/mtqa-upload.sarif" << 'END'
import json
import sys

log = json.load(open(sys.argv[1], encoding="utf-8"))
for run in log["runs"]:
    run["results"] = [result for result in run["results"] if not result.get("suppressions")]
json.dump(log, open(sys.argv[2], "w", encoding="utf-8"))
END
  echo "upload-file=$RUNNER_TEMP/mtqa-upload.sarif" >> "$GITHUB_OUTPUT"
fi
echo "exit-code=$code" >> "$GITHUB_OUTPUT"
exit "$code"
