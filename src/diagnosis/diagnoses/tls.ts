import type { Diagnosis } from '../cause.ts'

/** Codes of the hop `tls`, the worst first. */
export const tlsDiagnoses: readonly Diagnosis[] = [
  {
    code: 'tls-expired',
    hop: 'tls',
    level: 'error',
    title: 'The certificate has expired',
    cause: 'Renewal fails (port 80 closed, timer off), or the web server was not reloaded after it.',
    fix: '`sudo certbot renew && sudo systemctl reload nginx`; then look at `systemctl list-timers certbot.timer`, and renew with `--deploy-hook "systemctl reload nginx"`.',
    waitingHelps: true
  },
  {
    code: 'tls-not-yet-valid',
    hop: 'tls',
    level: 'error',
    title: 'The certificate is not valid yet',
    cause: 'The clock of this runner, or of the machine that made the certificate, is wrong.',
    fix: 'Compare `date -u` on both, set the clock (`timedatectl set-ntp true`), and have the certificate issued again.',
    waitingHelps: true
  },
  {
    code: 'tls-name-mismatch',
    hop: 'tls',
    level: 'error',
    title: 'The certificate is for another name',
    cause:
      "Another site's server block answers since none is for this name, or the certificate lacks it; *.example.com does not cover a.b.example.com.",
    fix: 'Give the 443 server block `server_name {host};` and a certificate for it: `sudo certbot --nginx -d {host}`.',
    waitingHelps: true
  },
  {
    code: 'tls-self-signed',
    hop: 'tls',
    level: 'error',
    title: 'The certificate is self-signed',
    cause: "A hand-made or 'snakeoil' certificate, or a Cloudflare origin certificate that is reached past Cloudflare.",
    fix: 'Have a public one issued: `sudo certbot --nginx -d {host}`.',
    waitingHelps: true
  },
  {
    code: 'tls-incomplete-chain',
    hop: 'tls',
    level: 'error',
    title: 'The intermediate certificate is not sent',
    cause:
      '`ssl_certificate` points to cert.pem instead of fullchain.pem. Browsers fetch or remember the missing one and hide it; senders of webhooks do not.',
    fix: '`ssl_certificate /etc/letsencrypt/live/{host}/fullchain.pem;`, then `sudo nginx -t && sudo systemctl reload nginx`. A certificate straight from a private root needs NODE_EXTRA_CA_CERTS here, and no public sender will trust it.',
    waitingHelps: true
  },
  {
    code: 'tls-untrusted',
    hop: 'tls',
    level: 'error',
    title: 'The certificate is not trusted',
    cause:
      "Its root is in no public store: a private CA, Let's Encrypt's staging, Caddy's `tls internal`, or a device near this runner that opens TLS.",
    fix: 'Have it issued by a public CA: `sudo certbot --nginx --force-renewal -d {host}`, without --staging or --test-cert.',
    waitingHelps: true
  },
  {
    code: 'tls-plain-http',
    hop: 'tls',
    level: 'error',
    title: 'No TLS is spoken on the TLS port',
    cause: '`listen 443;` without `ssl`, an app published straight on this port, or another service.',
    fix: 'Let the proxy have the port, with TLS: `listen 443 ssl;` and a certificate (`sudo certbot --nginx -d {host}`). `sudo ss -ltnp` shows what owns it.',
    waitingHelps: true
  },
  {
    code: 'tls-old-protocol',
    hop: 'tls',
    level: 'error',
    title: 'Only TLS 1.1 or older is offered',
    cause: 'The configuration allows old versions alone, or the TLS library is from before 2012.',
    fix: '`ssl_protocols TLSv1.2 TLSv1.3;` in nginx, then reload.',
    waitingHelps: true
  },
  {
    code: 'tls-client-certificate',
    hop: 'tls',
    level: 'error',
    title: 'The server demands a client certificate',
    cause:
      'Client verification is on (often for Cloudflare Authenticated Origin Pulls, while DNS points past Cloudflare). Providers send no client certificate of yours.',
    fix: '`ssl_verify_client off;` for the site of {host}, or point the DNS at the CDN that holds the certificate.',
    waitingHelps: true
  },
  {
    code: 'tls-timeout',
    hop: 'tls',
    level: 'error',
    title: 'The TLS handshake gets no answer',
    cause:
      'Something accepts the connection and stays silent: a hung proxy, a service that speaks no TLS, or packets that are too large for the way.',
    fix: 'Restart the proxy (`sudo systemctl restart nginx`), and see what owns the port: `sudo ss -ltnp`.',
    waitingHelps: true
  },
  {
    code: 'tls-handshake',
    hop: 'tls',
    level: 'error',
    title: 'The TLS handshake fails',
    cause: 'Server and client find no common ground.',
    fix: '`openssl s_client -connect {host}:{port} -servername {host}` shows the handshake; the log of the proxy has its side of it.',
    waitingHelps: true
  },
  {
    code: 'tls-expires-soon',
    hop: 'tls',
    level: 'warning',
    title: 'The certificate ends soon',
    cause: 'Renewal is due well before this, so it is probably failing.',
    fix: '`sudo certbot renew --dry-run`, and read its error; port 80 has to be open for it.',
    waitingHelps: false
  },
  {
    code: 'tls-no-san',
    hop: 'tls',
    level: 'warning',
    title: 'The certificate has no subjectAltName',
    cause: 'It names the host in its common name alone; browsers and programs in Go refuse that.',
    fix: 'Have it issued by a public CA, which always puts the name in: `sudo certbot --nginx -d {host}`.',
    waitingHelps: false
  }
]
