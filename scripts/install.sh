#!/bin/sh
# Installs what the project needs into .venv of this checkout, and nothing when it is all there.
#
# .venv/complete is written last: the checkout's path, and a checksum of what asked for the
# packages. So a half-made, moved or outdated .venv is seen, and made good.
set -u
unset CDPATH
cd -- "$(dirname -- "$0")/.." || exit 1

log=.venv/install.log
here=$(pwd -P)
wanted="$here
$(cat pyproject.toml uv.lock npm-lock.json scripts/uv-requirements.txt scripts/install.sh | cksum)"

# The environment may say how packages are reached, but not which are installed, or where.
settle_environment() {
  for name in $(env | grep -Eo '^(PIP_|UV_|PYTHON|VIRTUAL_ENV)[A-Z0-9_]*'); do
    case $name in
      PIP_INDEX_URL | PIP_PROXY | PIP_CERT | PIP_CLIENT_CERT | PIP_TRUSTED_HOST) ;;
      PIP_CACHE_DIR | PIP_DEFAULT_TIMEOUT | PIP_TIMEOUT | UV_CACHE_DIR | UV_HTTP_TIMEOUT) ;;
      UV_INSECURE_HOST | UV_NATIVE_TLS | UV_SYSTEM_CERTS | UV_LINK_MODE) ;;
      *) unset "$name" ;;
    esac
  done
  export UV_NO_CONFIG=1
  # A workplace that inspects its traffic has put its certificate among the system's.
  [ -z "$(ls /etc/ssl/certs 2>/dev/null)" ] || export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-1}"
}

is_complete() {
  [ "$(cat .venv/complete 2>/dev/null)" = "$wanted" ] &&
    .venv/bin/python -c 'import mkdocs; from synlighed.vendored import vendored; vendored()' \
      2>/dev/null
}

install() {
  { [ -w . ] && { [ -w .venv ] || [ ! -e .venv ]; }; } ||
    fail "Der må ikke skrives i $here: ret rettighederne til mappen og dens .venv, og prøv igen."
  python=
  is_usable || find_python
  echo 'Installerer i .venv (første gang kan det tage et par minutter) ...'
  [ -z "$python" ] || make_environment
  rm -f "$log" .venv/complete
  run .venv/bin/python -m pip install --no-user --no-input --disable-pip-version-check \
    --retries 2 --only-binary :all: --no-deps --require-hashes -r scripts/uv-requirements.txt
  run .venv/bin/uv sync --locked --python .venv/bin/python
  # Python reads this file in the encoding of the locale: "../" is the same in all of them.
  for packages in .venv/lib/python3*/site-packages; do
    echo ../../../../hooks >"$packages/synlighed.pth"
  done
  # It says in a sentence what is wrong, and asks for nothing that is there.
  .venv/bin/python scripts/npm.py || { keep_environment; exit 1; }
  printf '%s\n' "$wanted" >.venv/complete
}

is_usable() {
  [ "$(head -n 1 .venv/complete 2>/dev/null)" = "$here" ] &&
    .venv/bin/python -c 'import pip' 2>/dev/null
}

make_environment() {
  rm -rf .venv
  mkdir .venv
  run "$python" -m venv .venv
}

# Sets $python to the first Python that the packages are built for (not yet 3.15), and that can
# make a virtual environment.
find_python() {
  without_venv=
  for python in python3.11 python3.12 python3.13 python3.14 python3 python; do
    "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' >/dev/null 2>&1 ||
      continue
    "$python" -c 'import venv; from ensurepip import bootstrap' >/dev/null 2>&1 && return
    without_venv=$python
  done
  [ -z "$without_venv" ] ||
    fail "$without_venv mangler modulet venv: installer det (på Debian og Ubuntu: sudo apt install python3-venv), og prøv igen."
  fail 'Python 3.11, 3.12, 3.13 eller 3.14 blev ikke fundet: installer en af dem (på Debian og Ubuntu: sudo apt install python3 python3-venv), og prøv igen.'
}

# Runs a step with its output in the log; when it fails, says why in one sentence.
run() {
  "$@" >>"$log" 2>&1 && return
  if says 'no space left|quota exceeded' || [ "$(free_kilobytes)" -lt 1024 ]; then
    fail "Disken er fuld: gør plads, mindst 500 MB, og prøv igen (alt om fejlen står i $log)."
  elif says 'permission denied'; then
    fail "Der må ikke skrives et sted, hvor det er nødvendigt: ret rettighederne, og prøv igen (stedet står i $log)."
  elif says 'lockfile .* needs to be updated'; then
    keep_environment
    fail 'uv.lock passer ikke til pyproject.toml: kør .venv/bin/uv lock, og prøv igen.'
  elif says 'hash mismatch|do not match the hashes'; then
    fail "En pakke passer ikke til sin kontrolsum og blev ikke installeret: prøv igen, og meld det, hvis det gentager sig (hvilken pakke står i $log)."
  elif says 'connection|connect error|timed out|name resolution|dns error|certificate|proxy|failed to fetch'; then
    keep_environment
    fail "Pakkerne kunne ikke hentes: kontrollér forbindelsen til pypi.org, og prøv igen (alt om fejlen står i $log)."
  fi
  fail "Installationen mislykkedes: årsagen står i $log."
}

says() {
  grep -Eqi "$1" "$log"
}

free_kilobytes() {
  df -Pk .venv | awk 'NR == 2 { print $4 }'
}

# What is installed was not touched, and serves again once the files are as they were.
keep_environment() {
  printf '%s\n' "$here" >.venv/complete
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

settle_environment
is_complete || install
