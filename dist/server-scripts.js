const e={diagnose:`#!/bin/sh
# Looks at a server and says why a webhook does not reach the app on it.
#
#   bash diagnose_webhook_networking.sh [--domain NAME] [--path /webhooks/stripe]
#                                       [--container NAME] [--port PORT] [--json]
#
# It only looks: nothing is installed, changed or restarted, and no environment value is printed. It sends the same
# unsigned POST that anybody on the internet can send, to the app and to the proxy on this machine. Without root (or
# sudo that asks no password) and without the docker group it sees less, and says what it could not see. Every step
# has a deadline of its own; all of them together take at most a minute.
#
# One file, so that it can be copied to a server or sent through ssh as it stands: hence its length.
# Exit: 0 looked, 2 wrong options.
set -u
LC_ALL=C
export LC_ALL
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin
export PATH

domain='' path=/webhooks/stripe container='' port='' format=text
j_checks='' j_containers='' j_listeners='' j_proxies='' j_routes='' j_requests='' j_certificates='' j_firewalls='' j_logs=''
j_dns='' j_own='' dns_via='' renewal=unknown

# --- reading the options ------------------------------------------------------------------------------------------

usage() {
  cat <<'END'
usage: diagnose_webhook_networking.sh [--domain NAME] [--path PATH] [--container NAME] [--port PORT] [--json]

  --domain NAME     the public name of the webhook URL, say your-domain.com
  --path PATH       its path; default /webhooks/stripe
  --container NAME  the app's container; default: the one that publishes a port
  --port PORT       the port of this machine on which the app answers; default: the one the container publishes
  --json            one JSON object instead of the checklist
END
}

refuse() {
  printf 'diagnose_webhook_networking.sh: %s\\n' "$1" >&2
  usage >&2
  exit 2
}

read_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --json) format=json; shift; continue ;;
      --help | -h) usage; exit 0 ;;
      --domain | --path | --container | --port) [ $# -gt 1 ] || refuse "$1 needs a value" ;;
      *) refuse "there is no option $1" ;;
    esac
    case $1 in
      --domain) domain=$2 ;;
      --path) path=$2 ;;
      --container) container=$2 ;;
      --port) port=$2 ;;
    esac
    shift 2
  done
  case $domain in *[!A-Za-z0-9.-]* | -* | .*) refuse "--domain takes a host name, got $domain" ;; esac
  case $path in /*) ;; *) refuse "--path starts with a slash, got $path" ;; esac
  case $path in *[!A-Za-z0-9._~%!\\$\\&*+,\\;=:@/-]*) refuse "--path takes a URL's path without a query, got $path" ;; esac
  case $container in *[!A-Za-z0-9_.-]* | -*) refuse "--container takes a container's name, got $container" ;; esac
  case $port in *[!0-9]* | ??????*) refuse "--port takes a number, got $port" ;; esac
}

# --- running things, bounded ---------------------------------------------------------------------------------------

# limit SECONDS COMMAND\u2026: runs it with no input and ends it after that time, or when the whole minute is used up.
limit() {
  limit_left=$((deadline - $(date +%s)))
  [ "$limit_left" -gt 0 ] || return 124
  limit_for=$1
  shift
  [ "$limit_for" -le "$limit_left" ] || limit_for=$limit_left
  if [ "$has_timeout" = yes ]; then
    timeout -k 1 "$limit_for" "$@" </dev/null
    return
  fi
  "$@" </dev/null &
  limit_child=$!
  (sleep "$limit_for" && kill -9 "$limit_child") >/dev/null 2>&1 &
  limit_watcher=$!
  wait "$limit_child" 2>/dev/null
  limit_code=$?
  kill "$limit_watcher" 2>/dev/null
  return "$limit_code"
}

# privileged SECONDS COMMAND\u2026: as root, or through sudo where it asks no password; 126 where neither is possible.
privileged() {
  if [ "$uid" = 0 ]; then
    limit "$@"
    return
  fi
  [ "$sudo" = yes ] || return 126
  privileged_for=$1
  shift
  limit "$privileged_for" sudo -n "$@"
}

has() { command -v "$1" >/dev/null 2>&1; }

look_at_access() {
  uid=$(id -u)
  deadline=$(($(date +%s) + 60))
  has_timeout=no sudo=no
  # BusyBox before 1.30 wants \`timeout -t\`: then the fallback above serves.
  if timeout -k 1 1 true </dev/null >/dev/null 2>&1; then has_timeout=yes; fi
  if [ "$uid" != 0 ] && has sudo && limit 5 sudo -n true >/dev/null 2>&1; then sudo=yes; fi
}

# --- saying things, harmlessly -------------------------------------------------------------------------------------

# One line of at most 300 printable ASCII characters that no terminal and no workflow log takes for a command, with
# whatever looks like a key left out.
clean() {
  tr '\\n\\t' '  ' | tr -cd '\\040-\\176' | sed -E \\
    -e 's/([sr]k_[a-z]*_|whsec_|gh[pousr]_|github_pat_|xox[a-z]-)[A-Za-z0-9_/+=-]*/[secret]/g' \\
    -e 's/[Bb]earer +[^ ",]*/Bearer [secret]/g' -e 's/[Bb]asic +[A-Za-z0-9+/=]{8,}/Basic [secret]/g' \\
    -e 's/([Pp]assw(or)?d|[Ss]ecret|[Tt]oken|[Kk]ey|PASSWORD|SECRET|TOKEN|KEY)(["'\\'']*[=:] *["'\\'']?)[^ ,;&]*/\\1\\3[secret]/g' \\
    -e 's#//[^/@ ]*@#//[secret]@#g' -e 's/[A-Za-z0-9_+=-]{40,}/[secret]/g' -e 's/##\\[/#_[/g' | cut -c1-300
}

text() { printf '"%s"' "$(printf '%s' "$1" | clean | sed 's/[\\\\"]/\\\\&/g')"; }

number() {
  case $1 in
    '' | *[!0-9]* | ??????????*) printf null ;;
    *) printf '%s' "$1" | sed 's/^0*\\(.\\)/\\1/' ;;
  esac
}

# check ID STATUS TEXT: one line of the checklist. STATUS is pass, fail, warn or skip (not looked at).
check() {
  j_checks="$j_checks,{\\"id\\":\\"$1\\",\\"status\\":\\"$2\\",\\"detail\\":$(text "$3")}"
  [ "$format" = text ] || return 0
  case $2 in
    pass) check_mark='ok' ;;
    fail) check_mark='!!' ;;
    warn) check_mark=' !' ;;
    *) check_mark='--' ;;
  esac
  printf '  [%s] %s\\n' "$check_mark" "$(printf '%s' "$3" | clean)"
}

heading() { [ "$format" = json ] || printf '\\n%s\\n' "$1"; }

# --- the app's container -------------------------------------------------------------------------------------------

engine='' engine_root=no engine_down=no
app_name='' app_status='' app_ports='' app_inside='' app_network='' app_networks='' app_id='' app_pid='' app_port=''
app_address=127.0.0.1 app_loopback_inside=no app_published=unknown app_listens=unknown app_container_port=''
proxy_container='' proxy_container_stopped='' tunnel=no proxy_container_shares=no proxy_container_ports='' containers_known=no

engine_run() {
  engine_for=$1
  shift
  if [ "$engine_root" = yes ]; then privileged "$engine_for" "$engine" "$@"; else limit "$engine_for" "$engine" "$@"; fi
}

find_engine() {
  for engine in docker podman; do
    has "$engine" || continue
    engine_root=no
    engine_run 8 ps -q >/dev/null 2>&1
    case $? in
      0) return 0 ;;
      124 | 137 | 143) check container fail "$engine does not answer: its daemon hangs"; engine=''; return 1 ;;
    esac
    engine_root=yes
    if [ "$sudo" = yes ] && engine_run 8 ps -q >/dev/null 2>&1; then return 0; fi
    if [ "$uid" = 0 ] && engine_run 8 ps -q 2>&1 | grep -qi 'cannot connect'; then
      engine_down=yes
      check container warn "$engine is installed and its daemon does not run: no container of it can be running"
    else check container skip "$engine is installed, but this user may not ask it: use root, sudo or the docker group"; fi
    engine=''
    return 1
  done
  engine=''
  check container skip 'neither docker nor podman is installed: the app does not run in a container here'
  return 1
}

# What an image is for, by its name without registry and tag.
role_of() {
  role_base=\${1##*/}
  role_base=\${role_base%%@*}
  role_base=\${role_base%%:*}
  case $role_base in
    postgres* | postgis* | mysql* | mariadb* | redis* | valkey* | mongo* | rabbitmq* | elasticsearch* | opensearch* | \\
      memcached* | minio* | kafka* | zookeeper* | clickhouse* | influxdb* | cassandra* | couchdb*) printf data-store ;;
    nginx* | caddy* | traefik* | haproxy* | httpd* | envoy* | cloudflared* | swag | kong* | openresty* | apache2*) printf proxy ;;
    *) printf app ;;
  esac
}

# Environment, command and labels stay out of this format on purpose: they hold secrets.
# shellcheck disable=SC2016 # these are the template's own variables
container_format='{{.Name}}|{{.Id}}|{{.State.Status}}|{{.RestartCount}}|{{.State.ExitCode}}|{{.State.Pid}}|{{.HostConfig.NetworkMode}}|{{.Config.Image}}|HEALTH|{{range $n, $v := .NetworkSettings.Networks}}{{$n}} {{end}}|{{range $p, $l := .NetworkSettings.Ports}}{{range $l}}{{$p}}>{{.HostIp}}>{{.HostPort}} {{end}}{{end}}|{{range $p, $l := .HostConfig.PortBindings}}{{range $l}}{{$p}}>{{.HostIp}}>{{.HostPort}} {{end}}{{end}}'

list_containers() {
  # The newest twenty, and the one that was named.
  list_ids=$(engine_run 8 ps -aq 2>/dev/null | head -n 20)
  [ -n "$container" ] && list_ids="$list_ids $container"
  [ -n "$list_ids" ] || return 0
  list_health=$(printf '%s' "$container_format" | sed 's/HEALTH/{{if .State.Health}}{{.State.Health.Status}}{{end}}/')
  list_plain=$(printf '%s' "$container_format" | sed 's/HEALTH//')
  # shellcheck disable=SC2086 # the ids are separate words
  list_out=$(engine_run 8 inspect --type container -f "$list_health" $list_ids 2>/dev/null | sort -u | head -c 60000)
  # podman before 4 has no .State.Health
  # shellcheck disable=SC2086
  [ -n "$list_out" ] || list_out=$(engine_run 8 inspect --type container -f "$list_plain" $list_ids 2>/dev/null | sort -u | head -c 60000)
  printf '%s\\n' "$list_out"
}

# Which of them is the app: the one named (or what compose made of that name), else the one with that port, running
# before any other, else the only one that publishes, else the only one.
choose_container() {
  if [ -n "$container" ]; then
    printf '%s\\n' "$containers" | awk -F'|' -v name="$container" '
      { n = $1; sub(/^\\//, "", n) }
      n == name || index($2, name) == 1 { exact = $0; exit }
      { sub(/[-_][0-9]+$/, "", n); at = length(n) - length(name) }
      at > 1 && substr(n, at) ~ /^[-_]/ && substr(n, at + 1) == name && (composed == "" || $3 == "running") { composed = $0 }
      END { print exact != "" ? exact : composed }'
    return
  fi
  printf '%s\\n' "$containers" | while IFS='|' read -r name id status more; do
    image=$(printf '%s' "$more" | cut -d'|' -f5)
    [ "$(role_of "$image")" = app ] && printf '%s|%s|%s|%s\\n' "$name" "$id" "$status" "$more"
  done | awk -F'|' -v port="$port" '
    $1 == "" { next }
    { any[++n] = $0; ports = $11 " " $12 }
    port != "" && (ports ~ (">" port " ") || ports ~ ("(^| )" port "/")) && (withPort == "" || $3 == "running") { withPort = $0 }
    $3 == "running" && $11 != "" { published[++p] = $0 }
    END { if (withPort != "") print withPort; else if (p == 1) print published[1]; else if (n == 1) print any[1] }'
}

# Listening sockets out of /proc/net/tcp and tcp6 on standard input, as "address port": no tool and no rights needed.
listening() {
  awk '
    function hex(s,  i, v) { for (i = 1; i <= length(s); i++) v = v * 16 + index("0123456789ABCDEF", toupper(substr(s, i, 1))) - 1; return v + 0 }
    function v4(h) { return hex(substr(h, 7, 2)) "." hex(substr(h, 5, 2)) "." hex(substr(h, 3, 2)) "." hex(substr(h, 1, 2)) }
    function v6(h,  w, out) {
      for (w = 0; w < 4; w++) out = out (w ? ":" : "") tolower(substr(h, w * 8 + 7, 2) substr(h, w * 8 + 5, 2) ":" substr(h, w * 8 + 3, 2) substr(h, w * 8 + 1, 2))
      return out
    }
    $4 == "0A" {
      split($2, at, ":"); h = at[1]
      if (length(h) == 8) address = v4(h)
      else if (h ~ /^0+$/) address = "::"
      else if (h == "00000000000000000000000001000000") address = "::1"
      else if (toupper(substr(h, 1, 24)) == "0000000000000000FFFF0000") address = v4(substr(h, 25))
      else address = v6(h)
      print address, hex(at[2])
    }' | sort -u | head -n 200
}

# The container's own network namespace, through /proc: only where the process is certainly the container's, since an
# engine in a virtual machine counts its processes elsewhere.
listening_inside() {
  case $app_pid in '' | 0 | *[!0-9]*) return 1 ;; esac
  grep -q "$app_id" "/proc/$app_pid/cgroup" 2>/dev/null || return 1
  cat "/proc/$app_pid/net/tcp" "/proc/$app_pid/net/tcp6" 2>/dev/null | listening
}

is_loopback() { case $1 in 127.* | ::1 | '[::1]' | ::ffff:127.*) return 0 ;; *) return 1 ;; esac }

# add_container LINE IS_APP: the facts of one container as JSON, without its environment, command and labels.
add_container() {
  printf '%s\\n' "$1" | {
    IFS='|' read -r name id status restarts exit_code pid mode image health networks ports bindings
    [ "$status" = running ] || ports=$bindings
    listed=''
    # A published range may be long; forty say what there is to say.
    for mapping in $(printf '%s' "$ports" | tr ' ' '\\n' | head -n 40); do
      listed="$listed,{\\"container\\":$(text "\${mapping%%>*}"),\\"address\\":$(text "$(printf '%s' "$mapping" | cut -d'>' -f2)"),\\"port\\":$(number "\${mapping##*>}")}"
    done
    printf ',{"name":%s,"app":%s,"role":"%s","image":%s,"status":%s,"restarts":%s,"exitCode":%s,"health":%s,"network":%s,"networks":%s,"ports":[%s],"listening":%s}' \\
      "$(text "\${name#/}")" "$2" "$(role_of "$image")" "$(text "$image")" "$(text "$status")" "$(number "$restarts")" \\
      "$(number "$exit_code")" "$(text "$health")" "$(text "$mode")" "$(text "$networks")" "\${listed#,}" "$3"
    : "$id" "$pid"
  }
}

look_at_proxy_containers() {
  while IFS='|' read -r name id status restarts exit_code pid mode image health networks ports bindings; do
    [ "$(role_of "$image")" = proxy ] || continue
    for network in $networks; do
      # The default bridge has no names, yet its containers reach each other by address.
      case " $app_networks " in *" $network "*) proxy_container_shares=yes ;; esac
    done
    if [ "$status" != running ]; then
      proxy_container_stopped=\${name#/}
      continue
    fi
    proxy_container=\${name#/}
    proxy_container_ports="$proxy_container_ports $ports"
    [ "$mode" = host ] && proxy_container_ports="$proxy_container_ports host"
    case $image in *cloudflared*) tunnel=yes ;; esac
    : "$id$restarts$exit_code$pid$health$bindings"
  done <<END
$containers
END
}

look_at_container() {
  heading 'Container'
  find_engine || return 0
  containers=$(list_containers)
  containers_known=yes
  app_line=$(choose_container)
  if [ -z "$app_line" ]; then
    if [ -n "$container" ]; then check container fail "$engine has no container named $container: the deploy did not start it, or under another name"
    elif [ -z "$containers" ]; then check container fail "$engine has no containers at all: nothing was deployed here, or it was removed"
    else check container skip "which of the containers is the app? say it with --container NAME: $(printf '%s\\n' "$containers" | cut -d'|' -f1 | tr '\\n' ' ')"; fi
  else
    read_app
  fi
  look_at_proxy_containers
  while IFS= read -r line; do
    [ -n "$line" ] || continue
    if [ "$line" = "$app_line" ]; then j_containers="$j_containers$(add_container "$line" true "$j_inside")"
    else j_containers="$j_containers$(add_container "$line" false null)"; fi
  done <<END
$containers
END
}

j_inside=null
read_app() {
  IFS='|' read -r app_name app_id app_status app_restarts app_exit app_pid app_network app_image app_health app_networks app_ports app_bindings <<END
$app_line
END
  app_name=\${app_name#/}
  [ "$app_status" = running ] || app_ports=$app_bindings
  app_about="container $app_name ($app_image)"
  case $app_status in
    running) if [ "\${app_restarts:-0}" -gt 3 ] 2>/dev/null; then check container warn "$app_about runs, after $app_restarts restarts: it keeps crashing; see $engine logs $app_name"
      elif [ "$app_health" = unhealthy ]; then check container warn "$app_about runs, but its health check fails"
      else check container pass "$app_about is running"; fi ;;
    restarting) check container fail "$app_about restarts over and over (exit code $app_exit): see $engine logs $app_name" ;;
    *) check container fail "$app_about is $app_status (exit code $app_exit): see $engine logs $app_name" ;;
  esac
  read_publications
  [ "$app_status" = running ] && read_listeners_inside
}

read_publications() {
  app_published=no app_container_port=''
  if [ "$app_network" = host ]; then
    app_published=host
    check published pass "$app_name shares this machine's network (--network host): what it listens on is open here"
    return
  fi
  for mapping in $app_ports; do
    case \${mapping%%>*} in */tcp) ;; *) continue ;; esac
    mapping_address=$(printf '%s' "$mapping" | cut -d'>' -f2)
    app_published=yes
    if is_loopback "$mapping_address"; then check published pass "$app_name publishes \${mapping_address}:\${mapping##*>} -> \${mapping%%>*}: for this machine alone, so a proxy has to stand before it"
    else
      check published warn "$app_name publishes \${mapping_address:-0.0.0.0}:\${mapping##*>} -> \${mapping%%>*}: open to everybody; Docker's rules come before ufw's"
    fi
    if [ -z "$app_port" ] || [ "\${mapping##*>}" = "$port" ]; then
      app_port=\${mapping##*>}
      app_container_port=\${mapping%%/*}
      case $mapping_address in '' | 0.0.0.0 | ::) app_address=127.0.0.1 ;; *) app_address=$mapping_address ;; esac
    fi
  done
  [ "$app_published" = no ] && check published warn "$app_name publishes no port: nothing outside its container networks reaches it"
}

# What the published port leads to inside: yes, loopback or no; and the JSON of all that listens.
judge_listeners_inside() {
  j_inside='' app_listens=no
  while read -r address inside_port; do
    # Docker's own resolver listens on 127.0.0.11 in every container of a user-defined network.
    if [ -z "$inside_port" ] || [ "$address" = 127.0.0.11 ]; then continue; fi
    j_inside="$j_inside,{\\"address\\":$(text "$address"),\\"port\\":$(number "$inside_port")}"
    [ "$inside_port" = "$app_container_port" ] || continue
    if ! is_loopback "$address"; then app_listens=yes
    elif [ "$app_listens" = no ]; then app_listens=loopback; fi
  done <<END
$app_inside
END
  j_inside="[\${j_inside#,}]"
}

read_listeners_inside() {
  [ "$app_network" = host ] && return
  if ! app_inside=$(listening_inside); then
    check inside skip "what listens inside $app_name could not be read"
    return
  fi
  judge_listeners_inside
  if [ -z "$app_container_port" ]; then
    app_listens=unknown
    return
  fi
  if [ "$app_listens" = no ]; then
    # It may be starting just now.
    sleep 2
    app_inside=$(listening_inside) && judge_listeners_inside
  fi
  case $app_listens in
    yes) check inside pass "inside $app_name something listens on port $app_container_port" ;;
    loopback)
      app_loopback_inside=yes
      check inside fail "inside $app_name the app listens on 127.0.0.1:$app_container_port: make it listen on 0.0.0.0, publishing does not reach the container's loopback" ;;
    *) check inside fail "inside $app_name nothing listens on port $app_container_port, which it publishes (listening: $(printf '%s\\n' "$app_inside" | awk '$1 != "127.0.0.11" { printf "%s ", $2 }'))" ;;
  esac
}

# --- what listens on this machine ----------------------------------------------------------------------------------

host_listeners='' listeners_known=no port_443=no port_80=no address_443=127.0.0.1 address_80=127.0.0.1 process_443='' process_80=''

process_on() {
  { privileged 5 ss -Hltnp "sport = :$1" || limit 5 ss -Hltnp "sport = :$1"; } 2>/dev/null |
    sed -n 's/.*users:(("\\([^"]*\\)".*/\\1/p' | head -n 1
}

# open_port PORT: all, loopback or no; a published container port counts, whatever /proc shows (no userland proxy).
open_port() {
  printf '%s\\n' "$host_listeners" | awk -v port="$1" '
    $2 == port { if ($1 ~ /^127\\./ || $1 == "::1") { if (found == "") found = "loopback" } else found = "all" }
    END { print found == "" ? "no" : found }'
}

address_of() {
  printf '%s\\n' "$host_listeners" | awk -v port="$1" '
    $2 == port && ($1 == "0.0.0.0" || $1 == "::" || $1 ~ /^127\\./) { any = "127.0.0.1" }
    $2 == port && $1 !~ /:/ && other == "" { other = $1 }
    END { print any != "" ? any : other != "" ? other : "127.0.0.1" }'
}

look_at_listeners() {
  heading 'Listening on this machine'
  if [ ! -r /proc/net/tcp ]; then
    check listeners skip 'there is no /proc/net/tcp: what listens here is not known'
    return
  fi
  host_listeners=$(cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | listening)
  listeners_known=yes
  port_443=$(open_port 443) port_80=$(open_port 80)
  case " $proxy_container_ports " in *'>443 '*) port_443=all ;; esac
  case " $proxy_container_ports " in *'>80 '*) port_80=all ;; esac
  address_443=$(address_of 443) address_80=$(address_of 80)
  process_443=$(process_on 443) process_80=$(process_on 80)
  say_port 443 "$port_443" "$process_443" 'providers call https://, which is port 443'
  say_port 80 "$port_80" "$process_80" "Let's Encrypt renews certificates there"
  [ -n "$port" ] && app_port=$port
  while read -r address listener_port; do
    case $listener_port in 443) process=$process_443 ;; 80) process=$process_80 ;; "\${app_port:-none}") process='' ;; *) continue ;; esac
    j_listeners="$j_listeners,{\\"port\\":$(number "$listener_port"),\\"address\\":$(text "$address"),\\"process\\":$(text "$process")}"
  done <<END
$host_listeners
END
}

say_port() {
  case $2 in
    all) check "port-$1" pass "port $1 is open on this machine\${3:+ ($3)}" ;;
    loopback) check "port-$1" fail "port $1 answers on loopback only\${3:+ ($3)}: nobody outside reaches it" ;;
    *) if [ "$1" = 443 ]; then check port-443 fail "nothing listens on port 443: $4"
      else check port-80 warn "nothing listens on port 80: $4"; fi ;;
  esac
}

# --- the proxy -----------------------------------------------------------------------------------------------------

proxies_installed='' proxies_running='' proxy_invalid='' proxy_invalid_why=''
route_known=no route_proxy='' route_kind='' route_target='' route_names='' route_location='' route_tls=no

# True where a process of that name runs on the machine itself and not in a container.
runs_here() {
  if has systemctl && limit 5 systemctl is-active --quiet "$1" 2>/dev/null; then return 0; fi
  here=$(readlink /proc/self/ns/net 2>/dev/null)
  for process_dir in /proc/[0-9]*; do
    read -r comm <"$process_dir/comm" || continue
    [ "$comm" = "$1" ] || continue
    # Ended, and not yet fetched by its parent.
    grep -q '^State:.*Z' "$process_dir/status" && continue
    there=$(readlink "$process_dir/ns/net")
    if [ -n "$there" ] && [ -n "$here" ]; then
      [ "$there" = "$here" ] && return 0
    elif ! grep -qE 'docker|containerd|kubepods|libpod|lxc' "$process_dir/cgroup"; then return 0
    fi
  done 2>/dev/null
  return 1
}

# config_of PROXY: the verdict of the proxy's own check, as "valid", "invalid why" or "unknown".
config_of() {
  case $1 in
    nginx) config_verdict "$(printf '%s\\n' "$nginx_dump" | sed '/^# configuration file /,/^nginx: /d' | sed 's/^.*\\[emerg\\] \\([0-9#]*: \\)*/[emerg] /')$nginx_verdict" 'test is successful' '\\[emerg\\]' ;;
    # \`caddy validate\` would create keys; \`caddy adapt\` only reads.
    caddy) config_verdict "$caddy_dump" '^{' '^Error:' ;;
    apache2) config_verdict "$(privileged 8 apache2ctl -t 2>&1 | head -c 4000)" 'Syntax OK' 'Syntax error\\|^AH' ;;
    httpd) config_verdict "$(privileged 8 httpd -t 2>&1 | head -c 4000)" 'Syntax OK' 'Syntax error\\|^AH' ;;
    haproxy) config_verdict "$(privileged 8 haproxy -c -f /etc/haproxy/haproxy.cfg 2>&1 | head -c 4000)" 'is valid' 'ALERT' ;;
    *) printf unknown ;;
  esac
}

config_verdict() {
  if printf '%s\\n' "$1" | grep -q "$2"; then printf valid
  elif printf '%s\\n' "$1" | grep -q 'Permission denied'; then printf unknown
  elif printf '%s\\n' "$1" | grep -q "$3"; then printf 'invalid %s' "$(printf '%s\\n' "$1" | sed -n "/$3/{ /:\\$/{ N; s/\\n/ /; }; p; q; }")"
  else printf unknown; fi
}

nginx_dump='' caddy_dump=''
read_configs() {
  has nginx && nginx_dump=$(privileged 10 nginx -T 2>&1 | head -c 1000000)
  nginx_verdict=$(printf '%s\\n' "$nginx_dump" | grep '^nginx: .*test is successful')
  # Without root, or with a config that is broken, the files themselves still say what is forwarded where.
  if has nginx && ! printf '%s\\n' "$nginx_dump" | grep -q '^# configuration file '; then
    nginx_dump="$nginx_dump
$(for file in /etc/nginx/nginx.conf /etc/nginx/conf.d/* /etc/nginx/sites-enabled/* /etc/nginx/snippets/*; do
      if ! [ -f "$file" ] || ! [ -r "$file" ]; then continue; fi
      printf '# configuration file %s:\\n' "$file"
      head -c 100000 "$file"
      printf '\\n'
    done | head -c 1000000)"
  fi
  if has caddy && [ -r /etc/caddy/Caddyfile ]; then
    caddy_dump=$(limit 10 caddy adapt --config /etc/caddy/Caddyfile 2>&1 | grep -v '"level":"\\(info\\|warn\\)"' | head -c 1000000)
  fi
}

# look_at_proxy NAME: where another one runs, one that does not is of no interest.
look_at_proxy() {
  running=false config=unknown why=''
  case "$proxies_running " in *" $1 "*) running=true ;; esac
  if [ "$running" = true ]; then check proxy pass "$1 is installed and running"
  elif [ -z "$proxies_running$proxy_container" ]; then check proxy fail "$1 is installed and does not run"; fi
  if [ "$running" = true ] || [ -z "$proxies_running" ]; then
    config=$(config_of "$1")
    why=\${config#invalid }
    [ "$why" = "$config" ] && why=''
    config=\${config%% *}
  fi
  case $config in
    valid) check proxy-config pass "$1 takes its configuration" ;;
    invalid)
      proxy_invalid=$1 proxy_invalid_why=$why
      check proxy-config fail "$1 refuses its configuration: $why" ;;
    *) if [ "$running" = true ]; then check proxy-config skip "whether the configuration of $1 is valid was not seen$([ "$uid" = 0 ] || [ "$sudo" = yes ] || printf ': it needs root')"; fi ;;
  esac
  j_proxies="$j_proxies,{\\"name\\":\\"$1\\",\\"running\\":$running,\\"config\\":\\"$config\\",\\"why\\":$(text "$why")}"
}

look_at_proxies() {
  heading 'Proxy'
  read_configs
  for proxy in nginx caddy apache2 httpd haproxy traefik cloudflared; do
    has "$proxy" || continue
    proxies_installed="$proxies_installed $proxy"
    if runs_here "$proxy"; then proxies_running="$proxies_running $proxy"; fi
  done
  for proxy in $proxies_installed; do look_at_proxy "$proxy"; done
  if [ -z "$proxies_installed" ]; then
    if [ -n "$proxy_container" ]; then check proxy pass "the container $proxy_container is a proxy"
    elif [ -n "$proxy_container_stopped" ] && [ "$port_443" != all ]; then check proxy fail "the container $proxy_container_stopped is a proxy and does not run"
    elif [ "$port_443" = all ]; then check proxy warn "no nginx, Caddy, Apache, HAProxy or Traefik is installed, but \${process_443:-something} listens on port 443"
    else check proxy fail 'no nginx, Caddy, Apache, HAProxy or Traefik is installed: nothing takes https for the app'; fi
  fi
  find_route
}

# nginx_route: which server block answers for the domain and path, out of \`nginx -T\` on standard input. After nginx's
# own lexer (comments, quotes, \${var}); includes are resolved among the dumped files.
nginx_route() {
  awk -v domain="$domain" -v path="$path" '
    function glob(pattern,  r) {
      r = pattern; gsub(/[.+^$(){}|\\\\]/, "\\\\\\\\&", r); gsub(/\\*/, "[^/]*", r); gsub(/\\?/, "[^/]", r); return "^" r "$"
    }
    function include(pattern, depth,  i, r) {
      if (depth > 8) return
      if (pattern !~ /^\\//) pattern = "/etc/nginx/" pattern
      r = glob(pattern)
      for (i = 1; i <= files; i++) if (name[i] ~ r) parse(body[i], depth + 1)
    }
    function inside(word,  i) { for (i = 1; i <= top; i++) if (stack[i] == word) return 1; return 0 }
    function word(w, n, depth) {
      if (w[1] == "include") include(w[2], depth)
      else if (stack[top] == "upstream" && w[1] == "server") upstream[up] = upstream[up] == "" ? w[2] : upstream[up]
      else if (inside("server") && !inside("stream") && !inside("if")) {
        if (w[1] == "listen") { listens[s] = listens[s] " " rest(w, n) ";" }
        else if (w[1] == "server_name") names[s] = names[s] " " rest(w, n)
        else if (w[1] == "ssl_certificate" && certificate[s] == "") certificate[s] = w[2]
        else if (w[1] == "proxy_pass" || w[1] == "return" || w[1] ~ /^(fastcgi|uwsgi|scgi|grpc)_pass$/) {
          if (inside("location")) { if (kind[l] != "return") { kind[l] = w[1]; target[l] = rest(w, n) } }
          else if (own[s] == "") { own[s] = w[1]; ownTarget[s] = rest(w, n) }
        }
      }
    }
    function rest(w, n,  i, out) { for (i = 2; i <= n; i++) out = out (i > 2 ? " " : "") w[i]; return out }
    function open(w, n) {
      stack[++top] = w[1]
      if (w[1] == "server") { s++ ; names[s] = ""; listens[s] = "" }
      else if (w[1] == "upstream") up = w[2]
      else if (w[1] == "location") { l++; of[l] = s; modifier[l] = n > 2 ? w[2] : ""; at[l] = n > 2 ? w[3] : w[2]; kind[l] = "files"; target[l] = "" }
    }
    function parse(text, depth,  i, c, n, w, token, quote, length_) {
      length_ = length(text); n = 0; token = ""
      for (i = 1; i <= length_; i++) {
        c = substr(text, i, 1)
        if (quote != "") {
          if (c == "\\\\") { token = token substr(text, ++i, 1); continue }
          if (c == quote) { quote = ""; w[++n] = token; token = ""; continue }
          token = token c; continue
        }
        if (token == "" && (c == "\\"" || c == "\\047")) { quote = c; continue }
        if (token == "" && c == "#") { while (i <= length_ && substr(text, i, 1) != "\\n") i++; continue }
        if (c == "\\\\") { token = token substr(text, ++i, 1); continue }
        if (c == "{" && substr(token, length(token)) == "$") { while (i <= length_ && c != "}") { token = token c; c = substr(text, ++i, 1) } token = token "}"; continue }
        if (c ~ /[ \\t\\r\\n;{}]/) {
          if (token != "") { w[++n] = token; token = "" }
          if (c == ";") { if (n > 0) word(w, n, depth); n = 0 }
          else if (c == "{") { open(w, n); n = 0 }
          else if (c == "}") { if (top > 0) top--; n = 0 }
          continue
        }
        token = token c
      }
    }
    # How well a server block fits the domain: exact, wildcard, default of its port, first.
    function fit(i,  k, n, list, suffix) {
      n = split(names[i], list, " ")
      for (k = 1; k <= n; k++) if (tolower(list[k]) == tolower(domain)) return 4
      for (k = 1; k <= n; k++) if (substr(list[k], 1, 2) == "*.") {
        suffix = substr(list[k], 2)
        if (substr(domain, length(domain) - length(suffix) + 1) == suffix) return 3
      }
      if (listens[i] ~ /default_server/) return 2
      return 1
    }
    function port(i, wanted) {
      if (wanted == 443) return listens[i] ~ /(^|[ :])443[ ;]/
      return listens[i] == "" || listens[i] ~ /(^|[ :])80[ ;]/
    }
    function location(i,  k, best, length_, found) {
      for (k = 1; k <= l; k++) {
        if (of[k] != i) continue
        if (modifier[k] == "=" && at[k] == path) return k
        if ((modifier[k] == "" || modifier[k] == "^~") && index(path, at[k]) == 1 && length(at[k]) > length_) { best = k; length_ = length(at[k]) }
      }
      if (best && modifier[best] == "^~") return best
      for (k = 1; k <= l; k++) {
        if (of[k] != i) continue
        if (modifier[k] == "~" && path ~ at[k]) return k
        if (modifier[k] == "~*" && tolower(path) ~ tolower(at[k])) return k
      }
      return best + 0
    }
    function answer(wanted,  i, best, score, k, what, where, hostport) {
      for (i = 1; i <= s; i++) if (port(i, wanted) && fit(i) > score) { best = i; score = fit(i) }
      if (!best) { print wanted "|none||||"; return }
      k = location(best)
      what = k ? kind[k] : (own[best] == "" ? "files" : own[best]); where = k ? target[k] : ownTarget[best]
      if (own[best] == "return") { what = "return"; where = ownTarget[best] }
      if (what == "proxy_pass") {
        hostport = where; sub(/^https?:\\/\\//, "", hostport); sub(/\\/.*/, "", hostport)
        if (hostport in upstream) where = upstream[hostport]
      }
      if (what == "return" && k && modifier[k] != "=" && at[k] ~ /acme-challenge/) what = "files"
      sub(/^ /, "", names[best])
      print wanted "|" (score == 4 || score == 3 ? "named" : "other") "|" what "|" where "|" names[best] "|" (k ? at[k] : "") "|" certificate[best]
    }
    /^nginx: / { next }
    /^# configuration file .*:$/ { name[++files] = substr($0, 22, length($0) - 22); next }
    { body[files] = body[files] $0 "\\n" }
    END { if (files) parse(body[1], 0); answer(443); answer(80) }'
}

# caddy_route: the upstream that \`caddy adapt\` names for the domain. Its JSON writes a route's hosts before its handlers.
caddy_route() {
  sed 's/[][{},]/\\
/g' | awk -v domain="$domain" '
    $0 == "\\"host\\":" { hosts = " "; inHosts = 1; next }
    inHosts && /^"[^"]*"$/ { gsub(/"/, ""); hosts = hosts $0 " "; if ($0 == domain) served = 1; next }
    /./ { if ($0 ~ /":/) inHosts = 0 }
    /^"dial":/ {
      gsub(/"dial":|"/, "")
      if (hosts ~ (" " domain " ")) { print "443|named|proxy_pass|" $0 "|" domain "||"; done = 1; exit }
      if (hosts == "" && any == "") any = $0
    }
    END { if (served && !done) print "443|named|files||" domain "||"; else if (!done && any != "") print "443|other|proxy_pass|" any "|||"; else if (!done) print "443|none||||" }'
}

find_route() {
  [ -n "$domain" ] || { check route skip 'which site answers for the webhook is looked up with --domain NAME'; return; }
  route_lines=''
  # One that stands still answers nobody; where nothing else does, its sites are what was meant.
  route_candidates=$proxies_running
  [ -z "$proxies_running" ] && [ "$port_443" != all ] && route_candidates=$proxies_installed
  case " $route_candidates " in
    *' nginx '*) route_proxy=nginx route_lines=$(printf '%s\\n' "$nginx_dump" | nginx_route) ;;
  esac
  case " $proxies_running " in
    *' caddy '*) [ "$(config_of caddy)" = valid ] && route_proxy=caddy route_lines=$(printf '%s\\n' "$caddy_dump" | caddy_route) ;;
  esac
  [ -n "$route_lines" ] || { [ -z "$proxies_installed" ] || check route skip 'the routes of this proxy are not read here: the request below tells'; return; }
  route_known=yes
  while IFS='|' read -r route_port route_fit route_kind_raw route_to route_server route_at route_cert; do
    case $route_kind_raw in *_pass) route_what=forward ;; return) route_what='return' ;; files) route_what='files' ;; *) route_what=none ;; esac
    j_routes="$j_routes,{\\"proxy\\":\\"$route_proxy\\",\\"port\\":$(number "$route_port"),\\"named\\":$([ "$route_fit" = named ] && echo true || echo false),\\"kind\\":\\"$route_what\\",\\"target\\":$(text "$route_to"),\\"names\\":$(text "$route_server"),\\"location\\":$(text "$route_at"),\\"certificate\\":$(text "$route_cert")}"
    if [ "$route_port" = 443 ]; then
      [ "$route_fit" = none ] || route_tls=yes
      route_kind=$route_what route_target=$route_to route_names=$route_fit route_location=$route_at
    elif [ "$route_tls" = no ] && [ "$route_port" = 80 ]; then
      route_kind=$route_what route_target=$route_to route_names=$route_fit route_location=$route_at
    fi
  done <<END
$route_lines
END
  case $route_names$route_kind in
    named*forward) check route pass "$route_proxy forwards $domain$path to $route_target" ;;
    *forward) check route warn "$route_proxy has no site of its own for $domain; the site that answers in its place forwards $path to $route_target" ;;
    named*) check route fail "$route_proxy serves $domain, but answers $path itself (\${route_location:-no location}: $route_kind $route_target)" ;;
    *) check route fail "$route_proxy has no site for $domain: another site answers in its place" ;;
  esac
  [ "$route_tls" = yes ] || check route-tls fail "$route_proxy has no site on port 443 for $domain: https is not set up"
}

# --- asking the app and the proxy ----------------------------------------------------------------------------------

proxy_answer='' app_answer=''

# ask URL [curl options]: POST {} and print the status; through no proxy of the environment, without .curlrc.
ask() {
  ask_url=$1
  shift
  limit 8 curl -q -sS -k --http1.1 --noproxy '*' -m 6 -o /dev/null -w '%{http_code}' \\
    -A 'webhook-reach-check (diagnose)' -X POST -H 'content-type: application/json' --data '{}' "$@" "$ask_url" 2>/dev/null
}

answer_of() {
  answer_status=$(ask "$@")
  answer_code=$?
  case $answer_status in 000 | '' | *[!0-9]*) answer_status='' ;; esac
  case $answer_code in
    0) answer_error='' ;;
    6) answer_error=dns ;;
    7) answer_error=refused ;;
    28 | 124 | 137 | 143) answer_error=timeout ;;
    35 | 60) answer_error=tls ;;
    52 | 56) answer_error=closed ;;
    *) answer_error="curl $answer_code" ;;
  esac
}

add_request() {
  j_requests="$j_requests,{\\"to\\":\\"$1\\",\\"url\\":$(text "$2"),\\"status\\":$(number "$answer_status"),\\"error\\":$(text "$answer_error")}"
  case \${answer_status:-none} in
    none) check "request-$1" fail "POST $2 ($1): no answer, $answer_error" ;;
    400 | 401) check "request-$1" pass "POST $2 ($1): $answer_status, an unsigned request is refused, as it should be" ;;
    2*) check "request-$1" warn "POST $2 ($1): $answer_status, an unsigned request was accepted" ;;
    *) check "request-$1" warn "POST $2 ($1): $answer_status" ;;
  esac
}

bracketed() { case $1 in *:*) printf '[%s]' "$1" ;; *) printf '%s' "$1" ;; esac }

ask_app() {
  if [ -z "$app_port" ] && [ "$route_kind" = forward ]; then
    ask_target=\${route_target#http://}
    ask_target=\${ask_target%%/*}
    case $ask_target in 127.0.0.1:* | localhost:*) app_port=\${ask_target##*:} ;; esac
  fi
  if [ -z "$app_port" ]; then
    check request-app skip 'on which port the app answers is not known: say it with --port PORT'
    return
  fi
  app_url="http://$(bracketed "$app_address"):$app_port$path"
  answer_of "$app_url" -H "host: \${domain:-localhost}"
  app_answer=$answer_status
  add_request app "$app_url"
}

look_at_requests() {
  heading 'The webhook, asked from here'
  if ! has curl; then
    check request-app skip 'curl is not installed: neither the app nor the proxy was asked'
    return
  fi
  ask_app
  if [ -z "$domain" ]; then
    check request-proxy skip 'the proxy is asked with --domain NAME'
    return
  fi
  if [ "$port_443" != no ]; then
    answer_of "https://$domain$path" --resolve "$domain:443:$address_443"
    proxy_answer=\${answer_status:-$answer_error}
    add_request proxy "https://$domain$path"
  fi
  if [ "$port_80" != no ] && [ "$port_443" = no ]; then
    answer_of "http://$domain$path" --resolve "$domain:80:$address_80"
    add_request plain "http://$domain$path"
  fi
}

# --- the certificate -----------------------------------------------------------------------------------------------

certificate_state=unknown

# read_certificate SOURCE < PEM
read_certificate() {
  certificate_pem=$(sed -n '/-BEGIN CERTIFICATE-/,/-END CERTIFICATE-/p' | sed '/-END CERTIFICATE-/q')
  [ -n "$certificate_pem" ] || return 1
  certificate_end=$(printf '%s\\n' "$certificate_pem" | openssl x509 -noout -enddate 2>/dev/null | cut -d= -f2)
  [ -n "$certificate_end" ] || return 1
  certificate_state=valid
  printf '%s\\n' "$certificate_pem" | openssl x509 -noout -checkend 1209600 >/dev/null 2>&1 || certificate_state=expires-soon
  printf '%s\\n' "$certificate_pem" | openssl x509 -noout -checkend 0 >/dev/null 2>&1 || certificate_state=expired
  certificate_covers=false
  printf '%s\\n' "$certificate_pem" | openssl x509 -noout -checkhost "$domain" 2>/dev/null | grep -q 'does match' && certificate_covers=true
  certificate_names=$(printf '%s\\n' "$certificate_pem" | openssl x509 -noout -ext subjectAltName 2>/dev/null | grep -o 'DNS:[^,]*' | head -n 8 | tr '\\n' ' ')
  certificate_issuer=$(printf '%s\\n' "$certificate_pem" | openssl x509 -noout -issuer 2>/dev/null | sed 's/^issuer= *//')
  certificate_subject=$(printf '%s\\n' "$certificate_pem" | openssl x509 -noout -subject 2>/dev/null | sed 's/^subject= *//')
  certificate_self=false
  [ "$certificate_issuer" = "$certificate_subject" ] && certificate_self=true
  j_certificates="$j_certificates,{\\"from\\":\\"$1\\",\\"state\\":\\"$certificate_state\\",\\"covers\\":$certificate_covers,\\"selfSigned\\":$certificate_self,\\"ends\\":$(text "$certificate_end"),\\"names\\":$(text "$certificate_names"),\\"issuer\\":$(text "$certificate_issuer")}"
  return 0
}

say_certificate() {
  if [ "$certificate_state" = expired ]; then check certificate fail "the certificate for $domain ended on $certificate_end"
  elif [ "$certificate_covers" = false ]; then check certificate fail "port 443 presents a certificate for \${certificate_names:-another name}, not for $domain"
  elif [ "$certificate_self" = true ]; then check certificate fail "the certificate for $domain is signed by itself: providers do not trust it"
  elif [ "$certificate_state" = expires-soon ]; then check certificate warn "the certificate for $domain ends soon, on $certificate_end"
  else check certificate pass "the certificate for $domain is valid until $certificate_end"; fi
}

look_at_certificate() {
  heading 'Certificate'
  [ -n "$domain" ] || { check certificate skip 'certificates are looked at with --domain NAME'; return; }
  has openssl || { check certificate skip 'openssl is not installed: the certificate was not looked at'; return; }
  if [ "$port_443" != no ]; then
    served=$(limit 6 openssl s_client -connect "$(bracketed "$address_443"):443" -servername "$domain" 2>/dev/null | head -c 20000)
    if read_certificate served <<END
$served
END
    then say_certificate
    else check certificate warn "port 443 does not end TLS: no certificate was presented for $domain"; certificate_state=none; fi
  fi
  certificate_file=/etc/letsencrypt/live/$domain/fullchain.pem
  if privileged 3 test -e "$certificate_file" 2>/dev/null; then
    certificate_on_disk=$(privileged 3 head -c 20000 "$certificate_file" 2>/dev/null)
    if [ "$port_443" = no ] && read_certificate file <<END
$certificate_on_disk
END
    then say_certificate; fi
    look_at_renewal
  elif [ "$port_443" = no ]; then
    if [ "$uid" = 0 ] || [ "$sudo" = yes ]; then certificate_state=none; check certificate fail "there is no certificate: nothing listens on port 443, and $certificate_file does not exist"
    else check certificate skip "nothing listens on port 443; whether there is a certificate for $domain needs root"; fi
  fi
}

look_at_renewal() {
  renewal=none
  for timer in certbot.timer snap.certbot.renew.timer acme.timer; do
    if has systemctl && limit 5 systemctl is-active --quiet "$timer" 2>/dev/null; then renewal=$timer; fi
  done
  [ "$renewal" = none ] && ! [ -d /run/systemd/system ] && [ -f /etc/cron.d/certbot ] && renewal=cron
  if [ "$renewal" = none ]; then check renewal warn 'no timer of certbot is active: the certificate will run out'
  else check renewal pass "certificates are renewed by $renewal"; fi
}

# --- firewalls of this machine -------------------------------------------------------------------------------------

# firewall TOOL VERDICT DETAIL: VERDICT is allowed, blocked or unknown, for port 443.
firewall() {
  j_firewalls="$j_firewalls,{\\"tool\\":\\"$1\\",\\"verdict\\":\\"$2\\",\\"detail\\":$(text "$3")}"
  case $2 in
    allowed) check firewall pass "$1: $3" ;;
    blocked) check firewall fail "$1: $3"; firewall_blocks=$1 ;;
    *) check firewall skip "$1: $3" ;;
  esac
}

firewall_blocks=''

look_at_ufw() {
  has ufw || return 1
  ufw_status=$(privileged 8 ufw status verbose 2>/dev/null | head -c 20000)
  case $ufw_status in
    *'Status: inactive'*) return 1 ;;
    *'Status: active'*) ;;
    *) grep -qi '^ENABLED=yes' /etc/ufw/ufw.conf 2>/dev/null || return 1
      firewall ufw unknown 'is switched on; what it lets in needs root'; return 0 ;;
  esac
  ufw_rules=$(printf '%s\\n' "$ufw_status" | grep -E '^(443(/tcp)?|[0-9,]*,443(,[0-9,]*)?(/tcp)?|443,[0-9,]*(/tcp)?|Nginx (Full|HTTPS)|Apache( Full| Secure)|WWW (Full|Secure)|Anywhere(/tcp)?) ')
  if printf '%s\\n' "$ufw_rules" | grep -E '(DENY|REJECT) IN +Anywhere' | grep -qv '^Anywhere'; then firewall ufw blocked 'is active and has a rule against port 443'
  elif printf '%s\\n' "$ufw_rules" | grep -qE '(ALLOW|LIMIT) IN +Anywhere'; then firewall ufw allowed 'is active and lets port 443 in'
  elif printf '%s\\n' "$ufw_status" | grep -q 'Default: \\(deny\\|reject\\) (incoming)'; then
    # A range such as 400:500/tcp, or a rule for some networks only: too much for a verdict.
    if printf '%s\\n' "$ufw_status" | grep -qE '^[0-9,]*[0-9]:[0-9]|(^| )443.*(ALLOW|LIMIT)'; then firewall ufw unknown 'is active; its rules for port 443 are not plain'
    else firewall ufw blocked 'is active and lets nothing in to port 443 (a port that Docker publishes is open all the same)'; fi
  else firewall ufw allowed 'is active and lets in what no rule refuses'; fi
}

look_at_firewalld() {
  has firewall-cmd || return 1
  [ "$(privileged 8 firewall-cmd --state 2>/dev/null)" = running ] || return 1
  open_services=$(privileged 8 firewall-cmd --list-services 2>/dev/null)
  open_ports=$(privileged 8 firewall-cmd --list-ports 2>/dev/null)
  case " $open_services $open_ports " in
    *' https '* | *' 443/tcp '*) firewall firewalld allowed 'runs and lets https in' ;;
    *-*/tcp*) firewall firewalld unknown 'runs; it opens ranges of ports' ;;
    *) if privileged 8 firewall-cmd --list-rich-rules 2>/dev/null | grep -q .; then firewall firewalld unknown 'runs and has rich rules'
      else firewall firewalld blocked 'runs, and neither https nor 443/tcp is open in its default zone'; fi ;;
  esac
}

# What INPUT does with a new connection to port 443. Only a plain chain gets a verdict: where it jumps to another
# chain, or a rule has conditions that are not read here, nothing is claimed.
look_at_iptables() {
  has iptables || return 1
  input_rules=$(privileged 8 iptables -w 2 -S INPUT 2>/dev/null | head -c 60000)
  [ -n "$input_rules" ] || return 1
  verdict=$(printf '%s\\n' "$input_rules" | awk '
    # Nothing but the protocol, the port and that the connection is new; a comment says nothing.
    function plain(  rest) {
      rest = $0
      gsub(/ --comment ("[^"]*"|[^ ]+)/, "", rest); gsub(/ -m (tcp|multiport|comment|conntrack|state)/, "", rest)
      gsub(/ (-p tcp|--dports? [^ ]+|--(ct)?state [A-Z,]+|-[jg] [^ ]+|--reject-with [^ ]+)/, "", rest)
      return rest ~ /^-A INPUT *$/
    }
    done { next }
    /^-P INPUT/ { policy = $3; next }
    /(--ctstate|--state) / && !/NEW/ { next }
    / -i lo / || / -p (udp|icmp|ipv6-icmp) / { next }
    {
      target = ""
      for (i = 1; i < NF; i++) if ($i == "-j" || $i == "-g") target = $(i + 1)
      hit = 0; ports = ""
      for (i = 1; i < NF; i++) if ($i == "--dport" || $i == "--dports") ports = $(i + 1)
      if (ports == "") hit = 1
      else { n = split(ports, list, ","); for (i = 1; i <= n; i++) { split(list[i], ends, ":"); if (list[i] == 443 || (ends[2] != "" && ends[1] <= 443 && 443 <= ends[2])) hit = 1 } }
      if (!hit) next
      if (target == "LOG" || target == "") next
      # Against scans, floods or some people: what follows decides for the others.
      if ((target == "DROP" || target == "REJECT") && !plain()) { doubt = 1; next }
      if (target != "ACCEPT" && target != "DROP" && target != "REJECT" || !plain()) { print "unknown"; done = 1; exit }
      if (target == "ACCEPT" && doubt) target = "unknown"
      print target == "ACCEPT" ? "allowed" : target == "unknown" ? "unknown" : "blocked"; done = 1; exit
    }
    END { if (!done) print policy == "ACCEPT" && !doubt ? "allowed" : policy == "DROP" ? "blocked" : "unknown" }')
  case $verdict in
    allowed) # an empty chain says nothing of nftables
      firewall iptables allowed 'lets port 443 in' ;;
    blocked) firewall iptables blocked 'drops what comes in to port 443 (chain INPUT)' ;;
    *) firewall iptables unknown 'has rules for INPUT that are not plain' ;;
  esac
}

look_at_nftables() {
  has nft || return 1
  nft_rules=$(privileged 8 nft list ruleset 2>/dev/null | head -c 200000)
  # Tables that iptables keeps are read there.
  printf '%s\\n' "$nft_rules" | awk '
    # What bears on IPv6 alone lets the others in.
    { sub(/ comment ".*"/, "") }
    /^table / { own = $2 == "inet" && $3 != "firewalld" || $2 == "ip" && $3 !~ /^(filter|nat|mangle|raw|security|firewalld)$/; inInput = 0; next }
    own && /hook input/ { inInput = 1; if ($0 ~ /policy drop/) drop = 1; seen = 1; next }
    /^\\t}/ { inInput = 0 }
    !own || !inInput || !/(accept|drop|reject|jump|goto|vmap|@)/ { next }
    /(jump|goto|vmap|@|!=)/ || /dport/ && /[0-9]-[0-9]/ { odd = 1; next }
    /dport/ && !/(^|[^0-9])443([^0-9]|$)|https/ { next }
    /(udp|icmp)/ && !/tcp/ || /iif(name)? "?lo"? / || /ct state/ && !/new/ { next }
    /accept/ { yes = 1; next }
    { sub(/counter packets [0-9]+ bytes [0-9]+ /, "") }
    # Whoever else is dropped, by address, interface or rate.
    !/^[ \\t]*(tcp dport ([0-9a-z]+|[{][^}]*[}]) )?(drop|reject[a-z0-9 -]*)$/ { doubt = 1; next }
    !odd && !yes { no = 1 }
    END { print !seen ? "none" : no ? "blocked" : odd ? "unknown" : yes ? "allowed" : drop ? "blocked" : doubt ? "unknown" : "allowed" }' | {
    read -r nft_verdict
    printf '%s' "$nft_verdict"
  }
}

look_at_firewall() {
  heading 'Firewall of this machine'
  if look_at_ufw; then :
  elif look_at_firewalld; then :
  elif [ "$uid" != 0 ] && [ "$sudo" = no ]; then check firewall skip 'the rules of the firewall need root'
  else
    nft_says=$(look_at_nftables)
    case $nft_says in
      blocked) firewall nftables blocked 'drops what comes in to port 443 (hook input)' ;;
      unknown) firewall nftables unknown 'has rules for input that are not plain' ;;
      allowed) firewall nftables allowed 'lets port 443 in' ;;
      *) look_at_iptables || check firewall pass 'no firewall was found on this machine' ;;
    esac
  fi
  check firewall-outside skip "a firewall of the hosting provider (security group) cannot be seen from here"
}

# --- DNS -----------------------------------------------------------------------------------------------------------

dns_state=unknown

own_addresses() {
  if has ip; then limit 3 ip -o addr show scope global 2>/dev/null | awk '{ sub(/\\/.*/, "", $4); print $4 }'
  else limit 3 hostname -I 2>/dev/null | tr ' ' '\\n'; fi | grep . | head -n 40
}

resolve() {
  if has dig; then
    dns_via=dig
    dns_found=$({ limit 6 dig +short +time=2 +tries=2 A "$domain"; limit 6 dig +short +time=2 +tries=2 AAAA "$domain"; } 2>/dev/null | grep -E '^[0-9a-fA-F:.]+$' | grep -v '\\.$' | sort -u | head -n 20)
    # No answer of a resolver is not the answer that there is none.
    if [ -z "$dns_found" ] && ! limit 6 dig +noall +comments +time=2 +tries=1 A "$domain" 2>/dev/null | grep -qE 'status: (NXDOMAIN|NOERROR)'; then dns_via=none; fi
  else
    # Reads /etc/hosts as well, which the internet does not.
    dns_via=getent
    dns_found=$(limit 6 getent ahosts "$domain" 2>/dev/null | awk '{ print $1 }' | sort -u | head -n 20)
  fi
}

is_private() {
  case $1 in
    10.* | 192.168.* | 169.254.* | 172.1[6-9].* | 172.2[0-9].* | 172.3[01].* | 100.6[4-9].* | 100.[7-9][0-9].* | 100.1[01][0-9].* | 100.12[0-7].* | 127.* | ::1 | f[cd]* | fe[89ab]*) return 0 ;;
    *) return 1 ;;
  esac
}

look_at_dns() {
  heading 'DNS'
  own=$(own_addresses)
  own_public=''
  for address in $own; do
    j_own="$j_own,$(text "$address")"
    is_private "$address" || own_public="$own_public $address"
  done
  [ -n "$domain" ] || { check dns skip 'DNS is looked at with --domain NAME'; return; }
  resolve
  dns_same=no
  for address in $dns_found; do
    j_dns="$j_dns,$(text "$address")"
    case " $(printf '%s' "$own" | tr '\\n' ' ') " in *" $address "*) dns_same=yes ;; esac
  done
  dns_said=$(printf '%s' "$dns_found" | tr '\\n' ' ')
  if [ -z "$dns_found" ]; then
    [ "$dns_via" = dig ] && dns_state=none
    check dns warn "$domain has no address, as seen from this server"
  elif [ "$dns_same" = yes ]; then dns_state=here; check dns pass "$domain points to this server ($dns_said)"
  elif [ -z "$own_public" ]; then check dns skip "$domain points to $dns_said; this server has private addresses only ($(printf '%s' "$own" | tr '\\n' ' ')), so whether that leads here is not known"
  else dns_state=elsewhere; check dns warn "$domain points to $dns_said, this server has$own_public: right only where a CDN or load balancer stands in front"; fi
}

# --- what has arrived ----------------------------------------------------------------------------------------------

# attempts SOURCE < LOG: how many lines speak of the webhook's path, and what the last one says of time and status.
attempts() {
  attempts_lines=$(head -c 2000000 | grep -F -- "$path" | grep -v 'webhook-reach-check' | sed 's/?[^ "]*/?[query]/g')
  attempts_seen=$(printf '%s' "$attempts_lines" | grep -c .)
  attempts_last=$(printf '%s\\n' "$attempts_lines" | tail -n 1)
  attempts_time=$(printf '%s' "$attempts_last" | grep -oE '[0-9]{2}:[0-9]{2}:[0-9]{2}' | head -n 1)
  attempts_status=$(printf '%s' "$attempts_last" | sed -n 's/.*HTTP\\/[0-9.]*"* \\([1-5][0-9][0-9]\\)\\([^0-9].*\\)*$/\\1/p')
  j_logs="$j_logs,{\\"source\\":$(text "$1"),\\"seen\\":$(number "$attempts_seen"),\\"time\\":$(text "$attempts_time"),\\"status\\":$(number "$attempts_status"),\\"last\\":$(text "$attempts_last")}"
  if [ "$attempts_seen" = 0 ]; then check logs warn "$1: no line speaks of $path, so nothing has arrived there lately"
  else check logs pass "$1: webhook attempts seen: $attempts_seen\${attempts_time:+, last $attempts_time}\${attempts_status:+, $attempts_status}"; fi
}

look_at_logs() {
  heading 'Webhook attempts in the logs'
  if [ -n "$app_name" ]; then
    log_text=$(engine_run 8 logs --tail 2000 "$app_name" 2>&1 | head -c 2000000)
    attempts "container $app_name" <<END
$log_text
END
  fi
  for log_file in /var/log/nginx/access.log /var/log/apache2/access.log; do
    # The log of a proxy that does not run says nothing of today.
    case "$log_file:$proxies_running " in *nginx*' nginx '* | *apache2*' apache2 '*) ;; *) continue ;; esac
    [ -e "$log_file" ] || privileged 3 test -e "$log_file" 2>/dev/null || continue
    if [ -r "$log_file" ]; then log_text=$(limit 5 tail -n 5000 "$log_file" 2>/dev/null | head -c 2000000)
    else log_text=$(privileged 5 tail -n 5000 "$log_file" 2>/dev/null | head -c 2000000) || { check logs skip "$log_file may not be read"; continue; }; fi
    attempts "$log_file" <<END
$log_text
END
  done
  [ -n "$j_logs" ] || check logs skip 'no log of a container or proxy could be read'
}

# --- the answer ----------------------------------------------------------------------------------------------------

# True where the site does not lead to the app: it answers itself, or forwards to a port on which nothing answers.
route_misses() {
  [ "$route_known" = yes ] || return 1
  [ "$route_kind" = forward ] || return 0
  case $proxy_answer in 502 | 503 | 504) ;; *) return 1 ;; esac
  route_host=\${route_target#http://}
  route_host=\${route_host%%/*}
  case $route_host in
    127.*:* | localhost:*) [ -n "$app_port" ] && [ "\${route_host##*:}" != "$app_port" ] ;;
    *) return 1 ;;
  esac
}

# True where a proxy serves port 80 alone: https was never set up.
port_80_alone() {
  [ -n "$domain" ] && [ "$port_443" = no ] && [ "$port_80" = all ] && [ -n "$proxies_running" ] && [ "$certificate_state" != unknown ]
}

# True where a proxy runs and nobody outside gets to it.
unheard() {
  case " $proxies_running " in *' cloudflared '*) return 1 ;; esac
  [ "$listeners_known" = yes ] && [ "$port_443" != all ] && [ "$tunnel" = no ] && [ -n "$proxies_running$proxy_container" ] && ! port_80_alone
}

# True where the proxy answers otherwise than the app itself, which may never have been asked.
unlike_app() {
  case $app_answer in [1-4]??) ;; *) return 1 ;; esac
  case $proxy_answer in
    502 | 503 | 504) return 0 ;;
    [23]?? | 401 | 403 | 404 | 405) [ "$proxy_answer" != "$app_answer" ] ;;
    *) return 1 ;;
  esac && case $app_answer in 400 | 401 | 403 | 422) ;; *) return 1 ;; esac
}

cause() { cause_code=$1 cause_text=$2 cause_fix=$3; }

setup_call() { printf 'sudo bash setup_nginx_webhook.sh --domain %s --port %s --certbot' "\${domain:-your-domain.com}" "\${app_port:-8000}"; }

# The first cause on the way from the app to the internet. Nothing is concluded from what was not looked at.
find_cause() {
  cause_code=''
  if [ -n "$container" ] && [ "$engine_down" = yes ]; then cause container-not-running "The daemon of docker does not run." "sudo systemctl enable --now docker"
  elif [ -n "$container" ] && [ "$containers_known" = yes ] && [ -z "$app_line" ]; then cause container-not-running "There is no container named $container." "Start it, or give its right name with --container."
  elif [ -n "$app_status" ] && [ "$app_status" != running ]; then cause container-not-running "Container $app_name is $app_status." "Read '$engine logs $app_name', mend what it says, start it again."
  elif [ "$app_loopback_inside" = yes ]; then cause app-loopback-in-container "Inside $app_name the app listens on 127.0.0.1 only." "Let it listen on 0.0.0.0 (--host 0.0.0.0); keep -p 127.0.0.1:$app_port:$app_container_port outside."
  elif [ "$app_listens" = no ]; then cause container-not-published "$app_name publishes port $app_container_port, on which nothing listens inside." "Publish the port on which the app listens."
  elif [ "$app_published" = no ] && [ "$proxy_container_shares" = no ]; then cause container-not-published "$app_name publishes no port." "Start it with -p 127.0.0.1:\${app_port:-8000}:\${app_port:-8000}."
  elif [ -n "$proxy_invalid" ] && [ "$port_443" != all ]; then cause proxy-config-invalid "$proxy_invalid refuses its configuration: $proxy_invalid_why" "Mend the line it names, then: sudo systemctl restart $proxy_invalid"
  elif [ "$listeners_known" = yes ] && [ "$port_443" != all ] && [ -z "$proxies_installed$proxy_container$proxy_container_stopped" ]; then cause proxy-not-installed 'Nothing listens on port 443, and no proxy is installed.' "$(setup_call)"
  elif [ "$listeners_known" = yes ] && [ "$port_443" != all ] && [ -z "$proxies_running$proxy_container$proxies_installed" ]; then cause proxy-not-running "Nothing listens on port 443: container $proxy_container_stopped does not run." "Read '$engine logs $proxy_container_stopped', mend what it says, start it again."
  elif [ "$listeners_known" = yes ] && [ "$port_443" != all ] && [ -z "$proxies_running$proxy_container" ]; then cause proxy-not-running "Nothing listens on port 443: installed and not running:$proxies_installed." "sudo systemctl enable --now $(printf '%s' "$proxies_installed" | awk '{ print $1 }')"
  elif [ -n "$firewall_blocks" ]; then cause firewall-blocks "$firewall_blocks lets nothing in to port 443." "Open ports 80 and 443, with ufw: sudo ufw allow 80,443/tcp"
  elif [ "$certificate_state" = expired ]; then cause certificate-expired "The certificate for $domain has expired." 'sudo certbot renew, then reload the proxy'
  elif unheard; then cause proxy-no-route "Nothing listens on port 443 for the internet, though a proxy runs:$proxies_running $proxy_container." 'Let it listen on port 443 of every interface.'
  elif port_80_alone || { [ "$certificate_state" = none ] && [ "$proxy_answer" = tls ]; } || [ "\${certificate_covers:-true}" = false ]; then cause certificate-missing "There is no certificate for $domain on port 443." "sudo certbot --nginx -d $domain"
  elif route_misses; then cause proxy-no-route "$route_proxy does not forward $domain$path to the app\${app_port:+ on port $app_port}\${route_target:+, but: $route_kind $route_target}." "$(setup_call)"
  elif unlike_app; then cause proxy-no-route "\${process_443:-The proxy} answers $proxy_answer; asked itself on port $app_port, the app answers $app_answer." "Look at what it does with $path: where it forwards to, a password, a deny, a limit of methods, another site; and at its error log."
  elif [ "$dns_state" = none ]; then cause dns-elsewhere "DNS gives no address for $domain." 'Make an A record of that name, with the public address of this server.'
  elif [ "$dns_state" = elsewhere ]; then cause dns-elsewhere "$domain points elsewhere ($dns_said)." 'Point its A record to this server, unless a CDN or load balancer stands in front.'
  fi
}

say_cause() {
  heading 'What to do'
  if [ -n "$cause_code" ]; then printf '  %s: %s\\n  -> %s\\n' "$cause_code" "$(printf '%s' "$cause_text" | clean)" "$(printf '%s' "$cause_fix" | clean)"
  else printf '  Nothing wrong was found from here in what could be looked at. If the webhook still fails, look in front of this\\n  server: the firewall of the hosting provider, DNS, a CDN.\\n'; fi
}

print_json() {
  printf '{"schema":1,"cause":%s,"asked":{"domain":%s,"path":%s,"container":%s,"port":%s},"access":{"root":%s,"sudo":%s,"engine":%s,"engineDown":%s},"late":%s,' \\
    "$(text "$cause_code")" "$(text "$domain")" "$(text "$path")" "$(text "$container")" "$(number "$port")" \\
    "$([ "$uid" = 0 ] && echo true || echo false)" "$([ "$sudo" = yes ] && echo true || echo false)" "$(text "$engine")" "$([ "$engine_down" = yes ] && echo true || echo false)" \\
    "$([ "$(date +%s)" -ge "$deadline" ] && echo true || echo false)"
  printf '"appPort":%s,"listenersKnown":%s,"containersKnown":%s,"containers":[%s],"listeners":[%s],"proxies":[%s],"routes":[%s],"requests":[%s],' \\
    "$(number "$app_port")" "$([ "$listeners_known" = yes ] && echo true || echo false)" "$([ "$containers_known" = yes ] && echo true || echo false)" \\
    "\${j_containers#,}" "\${j_listeners#,}" "\${j_proxies#,}" "\${j_routes#,}" "\${j_requests#,}"
  printf '"certificates":[%s],"certificate":"%s","renewal":%s,"firewalls":[%s],"dns":{"via":"%s","addresses":[%s],"own":[%s]},"logs":[%s],"checks":[%s]}\\n' \\
    "\${j_certificates#,}" "$certificate_state" "$(text "$renewal")" "\${j_firewalls#,}" "$dns_via" "\${j_dns#,}" "\${j_own#,}" "\${j_logs#,}" "\${j_checks#,}"
}

main() {
  read_options "$@"
  look_at_access
  [ "$format" = json ] || printf 'Webhook networking on this server%s, path %s\\n' "\${domain:+ for $domain}" "$path"
  look_at_container
  look_at_listeners
  look_at_proxies
  look_at_logs
  look_at_requests
  look_at_certificate
  look_at_firewall
  look_at_dns
  find_cause
  if [ "$format" = json ]; then print_json; else say_cause; fi
}

# Everything above is read before anything runs: a copy cut short on its way does nothing.
main "$@" </dev/null
`,setupNginx:`#!/bin/sh
# Puts nginx before an app, so that webhooks reach it over https. Debian and Ubuntu, as root.
#
#   sudo bash setup_nginx_webhook.sh --domain your-domain.com --port 8000 --certbot
#
# It writes one site for that domain, checks it with \`nginx -t\`, and puts everything back if nginx does not take it.
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

say() { printf '%s\\n' "$1"; }

die() {
  printf '%s: %s\\n' "$script" "$1" >&2
  exit "\${2:-1}"
}

refuse() {
  printf '%s: %s\\n' "$script" "$1" >&2
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

# Everything that is written is kept first, and put back unless \`keep\` is called.
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
  printf '%s %s\\n' "$backup_number" "$1" >>"$kept/list"
}

# put FILE TEXT: writes it where it differs, or shows the difference in a dry run.
put() {
  if [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; then
    say "unchanged: $1"
    return
  fi
  if [ "$dry_run" = yes ]; then
    say "would write: $1"
    if [ -f "$1" ]; then printf '%s\\n' "$2" | diff -u "$1" - ; else printf '%s\\n' "$2" | sed 's/^/+/'; fi
    changed=yes
    return
  fi
  backup "$1"
  changed=yes
  mkdir -p "$(dirname "$1")"
  printf '%s\\n' "$2" >"$1" || die "$1 could not be written"
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
  curl -q -sk --http1.1 --noproxy '*' -m 8 -o /dev/null -w '%{http_code}' -A webhook-reach-check -X POST \\
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
    printf 'location / {\\n    return 404;\\n}\\n'
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
    proxy_set_header Host \\$host;
    proxy_set_header X-Real-IP \\$remote_addr;
    proxy_set_header X-Forwarded-For \\$proxy_add_x_forwarded_for;
    proxy_set_header X-Forwarded-Proto \\$scheme;
    proxy_connect_timeout 5s;
    proxy_read_timeout 60s;
    client_max_body_size 10m;
}
END
}

# Port 80 alone: a block that names a certificate which does not exist yet fails \`nginx -t\` and would take every other
# site down. certbot adds the rest, and this script leaves what certbot wrote.
site() {
  cat <<END
$marker
server {
    listen 80;
END
  [ -f /proc/net/if_inet6 ] && printf '    listen [::]:80;\\n'
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
  mkdir -p "\${site_link%/*}"
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
  case $nginx_says in *"conflicting server name \\"$domain\\""*)
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
      case $line in *include*) locations | sed -e 1d -e 's/./    &/' ;; *) printf '%s\\n' "$line" ;; esac
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
`,setupCaddy:`#!/bin/sh
# Puts Caddy before an app, so that webhooks reach it over https. Debian and Ubuntu, as root.
#
#   sudo bash setup_caddy_webhook.sh --domain your-domain.com --port 8000
#
# It writes one site for that domain and one \`import\` line in the Caddyfile, and puts everything back if Caddy does not
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

say() { printf '%s\\n' "$1"; }

die() {
  printf '%s: %s\\n' "$script" "$1" >&2
  exit "\${2:-1}"
}

refuse() {
  printf '%s: %s\\n' "$script" "$1" >&2
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

# Everything that is written is kept first, and put back unless \`keep\` is called.
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
  printf '%s %s\\n' "$backup_number" "$1" >>"$kept/list"
}

# put FILE TEXT: writes it where it differs, or shows the difference in a dry run.
put() {
  if [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; then
    say "unchanged: $1"
    return
  fi
  if [ "$dry_run" = yes ]; then
    say "would write: $1"
    if [ -f "$1" ]; then printf '%s\\n' "$2" | diff -u "$1" - ; else printf '%s\\n' "$2" | sed 's/^/+/'; fi
    changed=yes
    return
  fi
  backup "$1"
  changed=yes
  mkdir -p "$(dirname "$1")"
  printf '%s\\n' "$2" >"$1" || die "$1 could not be written"
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
  curl -q -sk --http1.1 --noproxy '*' -m 8 -o /dev/null -w '%{http_code}' -A webhook-reach-check -X POST \\
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
  printf '# Made by setup_caddy_webhook.sh; run it again to change it.\\n%s {\\n' "$domain"
  if [ "$internal" = yes ]; then printf '\\ttls internal\\n'
  elif [ -n "$email" ]; then printf '\\ttls %s\\n' "$email"; fi
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
    printf '\\treverse_proxy 127.0.0.1:%s\\n' "$port"
  fi
  printf '}\\n'
}

# Another site with this name makes Caddy refuse the whole configuration: better say which.
check_other_sites() {
  for other in "$caddyfile" /etc/caddy/webhooks.d/*.caddy; do
    if ! [ -f "$other" ] || [ "$other" = "$site_file" ]; then continue; fi
    if sed 's/#.*//' "$other" | grep -E '[{][[:space:]]*$' | tr ',{' '  ' | awk -v name="$domain" '
      { for (i = 1; i <= NF; i++) { host = tolower($i); sub(/^https?:\\/\\//, "", host); sub(/:[0-9]+$/, "", host); if (host == name) found = 1 } }
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
    put "$caddyfile" "$(cat "$caddyfile"; printf '\\n# Sites of setup_caddy_webhook.sh\\n%s' "$import_line")"
  else
    put "$caddyfile" "$(printf '# Sites of setup_caddy_webhook.sh\\n%s' "$import_line")"
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

# \`caddy validate\` as root would make keys and logs that the service may not read; \`caddy adapt\` only reads, and a
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
`};Object.defineProperty(exports,"t",{enumerable:!0,get:function(){return e}});