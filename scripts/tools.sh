# Find what installs Sayso: `find_python` sets $python to a Python >= 3.12, `find_uv` sets $uv; each is empty where there
# is none. POSIX shell, for dash, bash 3 and zsh alike; read by setup.sh and lock.sh.

recent() { # is this a Python that Sayso runs on?
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1
}

find_python() {
  python=
  for candidate in python3.12 python3.13 python3.14 python3 python \
    "${HOME:-}"/.pyenv/versions/3.1[2-9]*/bin/python3; do
    if recent "$candidate"; then
      # Not the name but the interpreter: a name may be a shim that means another one in another folder.
      python=$("$candidate" -c 'import sys; print(sys.executable)')
      return
    fi
  done
}

find_uv() { # the one that is installed, else one of our own below build
  uv=
  for candidate in uv "${HOME:-}/.local/bin/uv" build/uv/bin/uv; do
    if "$candidate" --version >/dev/null 2>&1; then
      uv=$candidate
      return
    fi
  done
}

bring_uv() { # into build/uv, by any Python that has pip
  for candidate in python3 python3.14 python3.13 python3.12 python3.11 python3.10 python3.9 python; do
    if "$candidate" -m pip --version >/dev/null 2>&1; then
      echo "Bringing uv into build/uv ..."
      if PIP_ROOT_USER_ACTION=ignore "$candidate" -m pip install --quiet --target build/uv --upgrade uv; then
        find_uv
      fi
      return
    fi
  done
}

fail() {
  echo "sayso: $1" >&2
  exit 1
}
