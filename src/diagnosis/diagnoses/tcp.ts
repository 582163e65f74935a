import type { Diagnosis } from '../cause.ts'

/** Codes of the hop `tcp`, the worst first. */
export const tcpDiagnoses: readonly Diagnosis[] = [
  {
    code: 'tcp-refused',
    hop: 'tcp',
    level: 'error',
    title: 'Nothing listens on the port',
    cause:
      'The machine is up, but nothing listens there for the outside: no web server installed or running, none on this port, or a container published on 127.0.0.1 with no proxy in front. A firewall that rejects looks the same.',
    fix: 'Put a reverse proxy with TLS before the app (`sudo apt install nginx`, then `sudo certbot --nginx -d {host}`; or Caddy), and start it: `sudo systemctl enable --now nginx`. On the server, `sudo ss -ltnp` shows what listens on {port}.',
    waitingHelps: true
  },
  {
    code: 'tcp-timeout',
    hop: 'tcp',
    level: 'error',
    title: 'The port does not answer',
    cause:
      'A firewall drops the packets (ufw, or the security group of the cloud provider), or the address belongs to a machine that is off or gone.',
    fix: "Allow the port in both firewalls: `sudo ufw allow 80,443/tcp`, and the security group in your cloud provider's console. Compare the A record of {host} with the server's public address.",
    waitingHelps: true
  },
  {
    code: 'tcp-unreachable',
    hop: 'tcp',
    level: 'error',
    title: 'The network says the server cannot be reached',
    cause:
      "A firewall rejects the packets (firewalld's default, and that of Oracle Cloud's images), or there is no way to this address.",
    fix: "Open 80 and 443 in the host's own firewall (`sudo firewall-cmd --list-all`, `sudo iptables -S INPUT`) as well as in the cloud console.",
    waitingHelps: true
  },
  {
    code: 'tcp-reset',
    hop: 'tcp',
    level: 'error',
    title: 'The connection is accepted, then cut at once',
    cause:
      'Docker accepts connections for a published port even where nothing listens inside the container (another port, or the app binds 127.0.0.1 in there); an app that crashes while accepting, or a firewall that cuts, looks the same.',
    fix: 'Make the app listen on 0.0.0.0 inside the container, and publish the port that it listens on: compare `docker port CONTAINER` with `docker logs --tail 50 CONTAINER`.',
    waitingHelps: true
  },
  {
    code: 'ipv6-broken',
    hop: 'tcp',
    level: 'warning',
    title: 'IPv4 works, IPv6 does not',
    cause: 'The name has an AAAA record, but the web server does not listen on IPv6, or a firewall stops it there.',
    fix: 'Add `listen [::]:{port} ssl;` to the nginx site and open the port for IPv6, or delete the AAAA record of {host}.',
    waitingHelps: true
  },
  {
    code: 'ipv6-untested',
    hop: 'tcp',
    level: 'notice',
    title: 'The IPv6 address was not tested',
    cause: 'The name has an AAAA record, and this runner has no IPv6 (GitHub-hosted runners have none).',
    fix: 'Delete the AAAA record of {host} if the server does not use it, or probe from a runner with IPv6.',
    waitingHelps: false
  },
  {
    code: 'port-80-closed',
    hop: 'tcp',
    level: 'notice',
    title: 'Port 80 does not answer',
    cause: "Let's Encrypt renews over port 80 (HTTP-01): with it closed the certificate may run out.",
    fix: 'Open port 80 in ufw and in the security group, with a server on it that redirects to https; or renew by DNS or TLS-ALPN, then this does not matter.',
    waitingHelps: false
  },
  {
    code: 'direct-port-open',
    hop: 'tcp',
    level: 'warning',
    title: "The app's port answers from outside",
    cause:
      'Clients can go around the proxy, without TLS; rules that Docker makes for a published port come before those of ufw.',
    fix: 'Publish it on loopback, where the proxy finds it: `-p 127.0.0.1:{port}:…` instead of `-p {port}:…`.',
    waitingHelps: false
  }
]
