#!/bin/sh
# Puts Caddy before an app, so that webhooks reach it over https. Debian and Ubuntu, as root.
#
#   sudo bash setup_caddy_webhook.sh --domain your-domain.com --port 8000
#
# It writes one site for that domain and one `import` line in the Caddyfile, and puts everything back if Caddy does not
# take it. It touches no other site. Run again, it changes nothing. Caddy gets and renews the certificate by itself.
#
# Exit: 0 done, 1 not done (everything is as it was), 2 wrong options, 3 done but the app or certificate is missing.
# shellcheck disable=SC2317,SC2329 # undo, reload and stop are called by a trap
set -u
# The proxy's own user reads what root writes here.
umask 022
LC_ALL=C
export LC_ALL
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
export PATH

script=setup_caddy_webhook.sh
domain='' port=8000 path=/webhooks/stripe health=/health email=''
only_webhook=no internal=no dry_run=no print=no
caddyfile=/etc/caddy/Caddyfile

usage() {
  cat <<'END'
usage: setup_caddy_webhook.sh --domain NAME [--port PORT] [options]

  --domain NAME    the public name; its A record has to point to this server
  --port PORT      where the app answers on this machine, 127.0.0.1:PORT; default 8000
  --only-webhook   forward nothing but the webhook's path and the health path; else everything is forwarded
  --path PATH      the webhook's path; default /webhooks/stripe
  --health PATH    the health path; default /health
  --email ADDRESS  where Let's Encrypt writes to when a certificate is about to run out
  --internal-tls   a certificate of Caddy's own authority, for a private network: no provider trusts it
  --dry-run        show what would be changed, change nothing
  --print          print the site's configuration and do nothing else
END
}

# --- common to both set-up scripts ---------------------------------------------------------------------------------

say() { printf '%s\n' "$1"; }

die() {
  printf '%s: %s\n' "$script" "$1" >&2
  exit "${2:-1}"
}

refuse() {
  printf '%s: %s\n' "$script" "$1" >&2
  usage >&2
  exit 2
}

has() { command -v "$1" >/dev/null 2>&1; }

check_options() {
  case $domain in '') refuse 'it needs --domain' ;; *[!A-Za-z0-9.-]* | -* | .* | *. | *..*) refuse "--domain takes a host name, got $domain" ;; esac
  case $domain in *.*) ;; *) refuse "--domain takes a whole name, say your-domain.com, got $domain" ;; esac
  case $port in '' | 0* | *[!0-9]* | ??????*) refuse "--port takes a number from 1 to 65535, got $port" ;; esac
  [ "$port" -le 65535 ] || refuse "--port takes a number from 1 to 65535, got $port"
  case $port in 80 | 443) refuse "--port is the app's port, and $port is the proxy's" ;; esac
  for value in "$path" "$health"; do
    case $value in /*) ;; *) refuse "a path starts with a slash, got $value" ;; esac
    case $value in *[!A-Za-z0-9._~%/-]*) refuse "a path takes letters, digits and ._~%/-, got $value" ;; esac
  done
  case $email in '' | *[!A-Za-z0-9@._+-]* | -*) [ -z "$email" ] || refuse "--email takes an address, got $email" ;; esac
}

check_system() {
  [ "$dry_run" = yes ] && return
  [ "$(id -u)" = 0 ] || die "it needs root: sudo bash $script --domain $domain --port $port"
  if ! grep -qE '^ID(_LIKE)?=.*(debian|ubuntu)' /etc/os-release 2>/dev/null; then die 'this is neither Debian nor Ubuntu; --print shows the configuration to set up by hand'; fi
}

# The programs that listen on 80 or 443, other than the one named: two proxies cannot share a port.
check_ports() {
  has ss || return 0
  for taken in 80 443; do
    # shellcheck disable=SC2046 # one word each
    for program in $(ss -Hltnp "sport = :$taken" 2>/dev/null | grep -o '(("[^"]*"' | tr -d '("' | sort -u); do
      [ "$program" = "$1" ] || die "port $taken is taken by $program: let that forward to 127.0.0.1:$port, or stop it first"
    done
  done
}

install_package() {
  if [ "$dry_run" = yes ]; then
    say "would install: $*"
    return
  fi
  say "installing: $*"
  DEBIAN_FRONTEND=noninteractive
  export DEBIAN_FRONTEND
  apt-get update -q </dev/null >&2 || die 'apt-get update failed; see above'
  apt-get install -q -y --no-install-recommends "$@" </dev/null >&2 || die "apt-get could not install $*; see above"
}

# Everything that is written is kept first, and put back unless `keep` is called.
kept='' changed=no ran_before=no
undo() {
  undo_code=$?
  trap - EXIT
  [ -n "$kept" ] || exit "$undo_code"
  if [ "$changed" = yes ]; then
    say 'putting everything back as it was'
    while read -r number file; do
      rm -f "$file"
      if [ -e "$kept/$number" ] || [ -L "$kept/$number" ]; then cp -a "$kept/$number" "$file"; fi
    done <"$kept/list"
    if ! runs; then :; elif [ "$ran_before" = yes ]; then reload; else stop; fi
  fi
  rm -rf "$kept"
  exit "$undo_code"
}

begin() {
  [ "$dry_run" = yes ] && return
  kept=$(mktemp -d) || die 'there is no room for a backup in /tmp'
  : >"$kept/list"
  runs && ran_before=yes
  trap undo EXIT
  trap 'exit 1' INT TERM HUP
}

keep() {
  changed=no
  [ -z "$kept" ] || rm -rf "$kept"
  kept=''
}

backup() {
  backup_number=$(($(wc -l <"$kept/list") + 1))
  if [ -e "$1" ] || [ -L "$1" ]; then cp -a "$1" "$kept/$backup_number" || die "$1 could not be kept"; fi
  printf '%s %s\n' "$backup_number" "$1" >>"$kept/list"
}

# put FILE TEXT: writes it where it differs, or shows the difference in a dry run.
put() {
  if [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; then
    say "unchanged: $1"
    return
  fi
  if [ "$dry_run" = yes ]; then
    say "would write: $1"
    if [ -f "$1" ]; then printf '%s\n' "$2" | diff -u "$1" - ; else printf '%s\n' "$2" | sed 's/^/+/'; fi
    changed=yes
    return
  fi
  backup "$1"
  changed=yes
  mkdir -p "$(dirname "$1")"
  printf '%s\n' "$2" >"$1" || die "$1 could not be written"
  say "written: $1"
}

systemd() { [ -d /run/systemd/system ] && has systemctl; }

open_firewall() {
  has ufw || return 0
  if [ "$dry_run" = yes ]; then
    if [ "$(id -u)" = 0 ] && ufw status | grep -q '^Status: active'; then say 'would run: ufw allow 80/tcp; ufw allow 443/tcp'; fi
    return 0
  fi
  ufw status | grep -q '^Status: active' || return 0
  for opened in 80 443; do
    ufw allow "$opened/tcp" </dev/null | grep -q 'Skipping' || say "ufw: opened port $opened"
  done
}

# post URL [curl options]: the status of an unsigned POST, or 000.
post() {
  post_url=$1
  shift
  curl -q -sk --http1.1 --noproxy '*' -m 8 -o /dev/null -w '%{http_code}' -A webhook-reach-check -X POST \
    -H 'content-type: application/json' -H "host: $domain" --data '{}' "$@" "$post_url" </dev/null
}

# The app by itself, and through the proxy: what is different is the proxy's doing.
probe() {
  has curl || { say "done; curl is not installed, so nothing was asked"; return 0; }
  # What the proxy was before the reload may answer for a moment longer.
  for _ in 1 2 3 4 5; do
    probe_app=$(post "http://127.0.0.1:$port$path")
    probe_proxy=$(post "$1://$domain$path" --resolve "$domain:80:127.0.0.1" --resolve "$domain:443:127.0.0.1")
    if [ "$probe_app" = 000 ] || [ "$probe_app" = "$probe_proxy" ]; then break; fi
    sleep 1
  done
  say "POST http://127.0.0.1:$port$path: $probe_app"
  say "POST $1://$domain$path through the proxy, from here: $probe_proxy"
  if [ "$probe_app" = 000 ]; then
    say "The proxy is set up, but no app answers on 127.0.0.1:$port: start it, where it is a container with -p 127.0.0.1:$port:PORT_INSIDE."
    return 3
  fi
  if [ "$probe_app" != "$probe_proxy" ]; then
    say 'The proxy does not pass the request on as it should: see its error log.'
    return 3
  fi
  if [ "$1" = http ]; then say 'The app answers through the proxy, on http alone. Next: a certificate, since providers demand https (--certbot).'
  else say "The app answers through the proxy. Next: register https://$domain$path with the provider, and probe it from outside."; fi
}

# --- Caddy ---------------------------------------------------------------------------------------------------------

# Caddy passes the body, the path and the Host header on as they came, and adds X-Forwarded-For and -Proto.
site() {
  printf '# Made by setup_caddy_webhook.sh; run it again to change it.\n%s {\n' "$domain"
  if [ "$internal" = yes ]; then printf '\ttls internal\n'
  elif [ -n "$email" ]; then printf '\ttls %s\n' "$email"; fi
  if [ "$only_webhook" = yes ]; then
    cat <<END
	@webhook path $path $health
	handle @webhook {
		reverse_proxy 127.0.0.1:$port
	}
	handle {
		respond 404
	}
END
  else
    printf '\treverse_proxy 127.0.0.1:%s\n' "$port"
  fi
  printf '}\n'
}

# Another site with this name makes Caddy refuse the whole configuration: better say which.
check_other_sites() {
  for other in "$caddyfile" /etc/caddy/webhooks.d/*.caddy; do
    if ! [ -f "$other" ] || [ "$other" = "$site_file" ]; then continue; fi
    if sed 's/#.*//' "$other" | grep -E '[{][[:space:]]*$' | tr ',{' '  ' | awk -v name="$domain" '
      { for (i = 1; i <= NF; i++) { host = tolower($i); sub(/^https?:\/\//, "", host); sub(/:[0-9]+$/, "", host); if (host == name) found = 1 } }
      END { exit !found }'; then
      die "$other already serves $domain, and this script touches no other site: let it reverse_proxy to 127.0.0.1:$port, or remove the name there"
    fi
  done
}

import_line='import webhooks.d/*.caddy'

write_site() {
  put "$site_file" "$(site)"
  if [ -f "$caddyfile" ] && grep -qxF "$import_line" "$caddyfile"; then
    say "unchanged: $caddyfile"
  elif [ -s "$caddyfile" ]; then
    put "$caddyfile" "$(cat "$caddyfile"; printf '\n# Sites of setup_caddy_webhook.sh\n%s' "$import_line")"
  else
    put "$caddyfile" "$(printf '# Sites of setup_caddy_webhook.sh\n%s' "$import_line")"
  fi
}

runs() {
  if systemd; then systemctl is-active --quiet caddy; else pidof caddy >/dev/null 2>&1; fi
}

reload() {
  if systemd; then
    if runs; then systemctl reload caddy; else systemctl enable --now caddy; fi
  elif runs; then caddy reload --config "$caddyfile" --adapter caddyfile
  else caddy start --config "$caddyfile" --adapter caddyfile; fi >/dev/null 2>&1
}

stop() { if systemd; then systemctl stop caddy; else caddy stop >/dev/null 2>&1; fi; }

# `caddy validate` as root would make keys and logs that the service may not read; `caddy adapt` only reads, and a
# reload that Caddy refuses leaves the old configuration in force.
apply() {
  if [ "$dry_run" = yes ]; then say 'would run: caddy adapt, then reload Caddy'; return; fi
  caddy_says=$(caddy adapt --config "$caddyfile" --adapter caddyfile 2>&1 >/dev/null) || { say "$caddy_says"; die 'Caddy does not take the configuration'; }
  if [ "$changed" = no ] && runs; then return; fi
  reload || die 'Caddy could not be reloaded: journalctl -u caddy'
}

wait_for_certificate() {
  has curl || return 0
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    [ "$(post "https://$domain$path" --resolve "$domain:443:127.0.0.1")" = 000 ] || return 0
    sleep 0.5
  done
  say "Caddy has no certificate for $domain yet: does its A record point here, are ports 80 and 443 open from outside? See journalctl -u caddy"
  return 3
}

read_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --only-webhook) only_webhook=yes; shift; continue ;;
      --internal-tls) internal=yes; shift; continue ;;
      --dry-run) dry_run=yes; shift; continue ;;
      --print) print=yes dry_run=yes; shift; continue ;;
      --help | -h) usage; exit 0 ;;
      --domain | --port | --path | --health | --email) [ $# -gt 1 ] || refuse "$1 needs a value" ;;
      *) refuse "there is no option $1" ;;
    esac
    case $1 in
      --domain) domain=$(printf '%s' "$2" | tr '[:upper:]' '[:lower:]') ;;
      --port) port=$2 ;;
      --path) path=$2 ;;
      --health) health=$2 ;;
      --email) email=$2 ;;
    esac
    shift 2
  done
  check_options
}

main() {
  read_options "$@"
  site_file=/etc/caddy/webhooks.d/$domain.caddy
  if [ "$print" = yes ]; then
    site
    exit 0
  fi
  check_system
  check_ports caddy
  has caddy || install_package caddy
  check_other_sites
  if [ "$dry_run" = no ] && [ -s "$caddyfile" ]; then
    caddy_says=$(caddy adapt --config "$caddyfile" --adapter caddyfile 2>&1 >/dev/null) ||
      { say "$caddy_says"; die 'the configuration of Caddy is broken already, before anything was changed: mend it first'; }
  fi
  begin
  write_site
  apply
  [ "$dry_run" = yes ] || keep
  open_firewall
  [ "$dry_run" = yes ] && { say 'nothing was changed'; exit 0; }
  result=0
  wait_for_certificate || result=3
  [ "$result" = 3 ] || probe https || result=3
  exit "$result"
}

main "$@" </dev/null
