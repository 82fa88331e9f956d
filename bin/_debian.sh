# Sourced by bin/test, bin/check and bin/tour: fetch from Debian what a machine lacks.

# JavaScript runs on the Node of requirements-test.lock, which bin/prepare test puts here, not on the machine's own.
export PATH="$PWD/.venv/node:$PATH"

# need COMMAND PACKAGE WHY: install PACKAGE unless COMMAND can be found; or the file, where it is a whole path.
need() {
  if [[ $1 == /* && -e $1 ]] || command -v "$1" > /dev/null 2>&1; then return; fi
  local as_root=()
  if [[ $EUID -ne 0 ]]; then
    sudo -n true 2> /dev/null || lacking "$@"
    as_root=(sudo -n)
  fi
  command -v apt-get > /dev/null 2>&1 || lacking "$@"
  echo "Installing $2 ($3)." >&2
  if [[ -z ${apt_updated:-} ]]; then
    "${as_root[@]}" apt-get update -qq < /dev/null > /dev/null || true
    apt_updated=yes
  fi
  at_rest "$2" || lacking "$@"
}

# at_rest PACKAGE: install it, and start no service of it, now or at the next boot: the tests start what they need.
at_rest() (
  policy=/usr/sbin/policy-rc.d
  if [[ ! -e $policy ]]; then
    trap '"${as_root[@]}" rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" > /dev/null
    "${as_root[@]}" chmod 755 "$policy"
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" \
    < /dev/null > /dev/null || exit 1
  if command -v systemctl > /dev/null 2>&1; then "${as_root[@]}" systemctl disable --quiet "$1" 2> /dev/null || true; fi
)

# What the tests start, for bin/test and bin/tour.
all_that_tests_need() {
  need chromium chromium "the journeys in a real browser"
  local postgres=(/usr/lib/postgresql/*/bin/initdb)
  need "${postgres[0]}" postgresql "the tests of the session record"
  need caddy caddy "the tests of several web processes behind one address"
  need redis-server redis-server "the tests with a Redis of one's own, and with a cluster"
  need dot graphviz "the tests of the picture, which is measured against its order"
  need docker-compose docker-compose "the test of docker-compose.yml"
}

lacking() {
  echo "$1 is missing, which is needed for $3: install it first (on Debian, as root: apt-get install $2)." >&2
  exit 1
}

# Node packages, exactly as package-lock.json has them; skipped while it is unchanged.
node_packages() {
  local stamp=node_modules/.installed wanted
  wanted=$(sha256sum package-lock.json)
  if [[ -f $stamp && $(< "$stamp") == "$wanted" ]]; then return; fi
  npm ci --silent --no-audit --no-fund --ignore-scripts < /dev/null
  echo "$wanted" > "$stamp"
}
