# Sourced by bin/test and bin/check: fetch from Debian what a machine lacks.

# need COMMAND PACKAGE WHY: install PACKAGE unless COMMAND can be found.
need() {
  if [[ -x $1 ]] || command -v "$1" > /dev/null 2>&1; then return; fi
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
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" \
    < /dev/null > /dev/null || lacking "$@"
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
