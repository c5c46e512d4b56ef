#!/bin/sh
# Installs what the integration tests need from the system, where it is missing and apt may be used: Mosquitto (the broker of real
# kiosks) and Chromium (the browser). Where it cannot, the tests that need the tool say so and are skipped; with CI=true a missing
# tool is a failure.
missing=""
command -v mosquitto >/dev/null 2>&1 || [ -x /usr/sbin/mosquitto ] || missing="$missing mosquitto mosquitto-clients"
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 \
  || command -v google-chrome >/dev/null 2>&1 || missing="$missing chromium fonts-noto-cjk"
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing for the integration tests:$missing"
  export DEBIAN_FRONTEND=noninteractive
  # The package starts a broker of its own, which the tests neither need nor want.
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy" && trap 'rm -f "$policy"' EXIT
  fi
  # shellcheck disable=SC2086
  apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing >/dev/null && exit 0
fi

echo "missing:$missing (install with: apt-get install$missing); the tests that need them are skipped" >&2
[ "${CI:-}" = true ] && exit 1
exit 0
