#!/bin/sh
# Puts nginx before an app, so that webhooks reach it over https. Debian and Ubuntu, as root.
#
#   sudo bash setup_nginx_webhook.sh --domain your-domain.com --port 8000 --certbot
#
# It writes one site for that domain, checks it with `nginx -t`, and puts everything back if nginx does not take it.
# It touches no other site. Run again, it changes nothing. See --help for the rest.
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

script=setup_nginx_webhook.sh
domain='' port=8000 path=/webhooks/stripe health=/health email=''
only_webhook=no certbot=no dry_run=no print=no

usage() {
  cat <<'END'
usage: setup_nginx_webhook.sh --domain NAME [--port PORT] [options]

  --domain NAME    the public name; its A record has to point to this server
  --port PORT      where the app answers on this machine, 127.0.0.1:PORT; default 8000
  --only-webhook   forward nothing but the webhook's path and the health path; else everything is forwarded
  --path PATH      the webhook's path; default /webhooks/stripe
  --health PATH    the health path; default /health
  --certbot        get a certificate from Let's Encrypt, with renewal, and redirect http to https
  --email ADDRESS  where Let's Encrypt writes to when a certificate is about to run out
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

# --- nginx ---------------------------------------------------------------------------------------------------------

locations() {
  cat <<END
# Made by setup_nginx_webhook.sh; run it again to change it.
END
  if [ "$only_webhook" = yes ]; then
    location "= $path"
    location "= $health"
    printf 'location / {\n    return 404;\n}\n'
  else
    location /
  fi
}

# The body and the headers pass as they came: a signature is made over the raw body. No URI after the port, or nginx
# would rewrite the path.
location() {
  cat <<END
location $1 {
    proxy_pass http://127.0.0.1:$port;
    proxy_http_version 1.1;
    proxy_set_header Host \$host;
    proxy_set_header X-Real-IP \$remote_addr;
    proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
    proxy_set_header X-Forwarded-Proto \$scheme;
    proxy_connect_timeout 5s;
    proxy_read_timeout 60s;
    client_max_body_size 10m;
}
END
}

# Port 80 alone: a block that names a certificate which does not exist yet fails `nginx -t` and would take every other
# site down. certbot adds the rest, and this script leaves what certbot wrote.
site() {
  cat <<END
$marker
server {
    listen 80;
END
  [ -f /proc/net/if_inet6 ] && printf '    listen [::]:80;\n'
  cat <<END
    server_name $domain;

    include $snippet;
}
END
}

choose_files() {
  snippet=/etc/nginx/snippets/webhook-$domain.conf
  if [ -d /etc/nginx/conf.d ] && ! [ -d /etc/nginx/sites-enabled ]; then
    # nginx.org's packages know no sites-enabled.
    site_file=/etc/nginx/conf.d/webhook-$domain.conf site_link=''
  else
    site_file=/etc/nginx/sites-available/webhook-$domain site_link=/etc/nginx/sites-enabled/webhook-$domain
  fi
}

# Another site with this name would win or lose by the order of files: better say so than guess.
check_other_sites() {
  for other in /etc/nginx/sites-enabled/* /etc/nginx/conf.d/*.conf; do
    if ! [ -f "$other" ] || [ "$other" = "$site_link" ] || [ "$other" = "$site_file" ]; then continue; fi
    if sed 's/#.*//' "$other" | awk -v name="$domain" 'BEGIN { RS = "[;{}]" }
      { for (i = 1; i <= NF; i++) { if ($i == "server_name") names = 1; else if (names && tolower($i) == name) found = 1 } names = 0 }
      END { exit !found }'; then
      die "$other already serves $domain, and this script touches no other site: let its location forward to http://127.0.0.1:$port, or remove the name there"
    fi
  done
}

write_site() {
  put "$snippet" "$(locations)"
  if [ -f "$site_file" ] && grep -qF "$marker" "$site_file" && grep -qF "include $snippet;" "$site_file" && grep -q 'managed by Certbot' "$site_file"; then
    say "unchanged: $site_file (certbot has added https to it)"
  elif [ -f "$site_file" ] && ! grep -qF "$marker" "$site_file"; then
    die "$site_file is there and not from this script: move it away first"
  else
    put "$site_file" "$(site)"
  fi
  [ -n "$site_link" ] || return 0
  if [ "$(readlink "$site_link" 2>/dev/null)" = "$site_file" ]; then return 0; fi
  changed=yes
  if [ "$dry_run" = yes ]; then say "would enable: $site_link"; return; fi
  backup "$site_link"
  mkdir -p "${site_link%/*}"
  ln -sfn "$site_file" "$site_link" || die "$site_link could not be made"
  say "enabled: $site_link"
}

runs() {
  if systemd; then systemctl is-active --quiet nginx; else [ -s /run/nginx.pid ] && kill -0 "$(cat /run/nginx.pid)" 2>/dev/null; fi
}

reload() {
  if systemd; then
    if runs; then systemctl reload nginx; else systemctl enable --now nginx; fi
  elif runs; then nginx -s reload
  else nginx; fi
}

stop() { if systemd; then systemctl stop nginx; else nginx -s stop; fi; }

apply() {
  if [ "$dry_run" = yes ]; then say 'would run: nginx -t, then reload nginx'; return; fi
  nginx_says=$(nginx -t 2>&1) || { say "$nginx_says"; die 'nginx does not take the configuration'; }
  # A site in a folder that is not looked at above: nginx takes the first of two and warns.
  case $nginx_says in *"conflicting server name \"$domain\""*)
    say "$nginx_says"
    die "another site already serves $domain (nginx -T shows where), and this script touches no other site: let its location forward to http://127.0.0.1:$port, or remove the name there" ;;
  esac
  if [ "$changed" = no ] && runs; then return; fi
  reload || die 'nginx could not be reloaded: systemctl status nginx'
  # A reload that fails shows in the log alone; and the workers from before answer for a moment longer.
  sleep 1
  has curl || return 0
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ "$(post "http://$domain/" --resolve "$domain:80:127.0.0.1")" = 000 ] || return 0
    sleep 0.3
  done
  die 'nginx does not answer on port 80 after the reload: journalctl -u nginx'
}

certificate_stands() {
  grep -q '^[[:space:]]*ssl_certificate ' "$site_file" 2>/dev/null &&
    openssl x509 -checkend 0 -noout -in "/etc/letsencrypt/live/$domain/fullchain.pem" >/dev/null 2>&1
}

get_certificate() {
  [ "$certbot" = yes ] || return 0
  if certificate_stands; then
    say "unchanged: the certificate for $domain"
    return
  fi
  if [ "$dry_run" = yes ]; then say "would run: certbot --nginx -d $domain --redirect"; return; fi
  if ! has certbot || ! dpkg -s python3-certbot-nginx >/dev/null 2>&1; then
    (install_package certbot python3-certbot-nginx) || return 3
  fi
  set -- --nginx -d "$domain" --redirect --non-interactive --agree-tos --keep-until-expiring
  if [ -n "$email" ]; then set -- "$@" -m "$email"; else set -- "$@" --register-unsafely-without-email; fi
  certbot "$@" </dev/null >&2 || {
    say "There is no certificate: the site answers on http alone. Does the A record of $domain point here, is port 80 open from outside? Then run this again."
    return 3
  }
  say "certificate: https://$domain"
}

read_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --only-webhook) only_webhook=yes; shift; continue ;;
      --certbot) certbot=yes; shift; continue ;;
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
  marker="# Made by setup_nginx_webhook.sh for $domain"
}

main() {
  read_options "$@"
  choose_files
  if [ "$print" = yes ]; then
    # The site as one file, for setting it up by hand.
    site | while IFS= read -r line; do
      case $line in *include*) locations | sed -e 1d -e 's/./    &/' ;; *) printf '%s\n' "$line" ;; esac
    done
    exit 0
  fi
  check_system
  check_ports nginx
  has nginx || install_package nginx
  choose_files
  check_other_sites
  if [ "$dry_run" = no ]; then nginx_says=$(nginx -t 2>&1) || { say "$nginx_says"; die 'the configuration of nginx is broken already, before anything was changed: mend it first'; }; fi
  begin
  write_site
  apply
  [ "$dry_run" = yes ] || keep
  open_firewall
  result=0
  get_certificate || result=3
  [ "$dry_run" = yes ] && { say 'nothing was changed'; exit 0; }
  scheme=http
  # Where the site has https, port 80 only redirects to it.
  grep -q '^[[:space:]]*listen .*443' "$site_file" && scheme=https
  probe "$scheme" || result=3
  exit "$result"
}

main "$@" </dev/null
