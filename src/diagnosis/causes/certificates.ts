import type { Cause } from '../cause.ts'

/** What is wrong with a certificate that was sent. */
export const certificateCauses: readonly Cause[] = [
  {
    id: 'tls-intermediate-expired',
    code: 'tls-expired',
    when: { phase: 'tls', code: 'CERT_HAS_EXPIRED', detail: /the intermediate/ },
    says: 'The certificate of {address} has expired{detail}.',
    cause: "The site's own certificate is still good; one that is sent with it is not.",
    fix: 'Have both issued again: `sudo certbot renew --force-renewal --cert-name {host} && sudo systemctl reload nginx`, and let `ssl_certificate` be the fullchain.pem of it.'
  },
  {
    id: 'tls-expired',
    code: 'tls-expired',
    when: { phase: 'tls', code: 'CERT_HAS_EXPIRED' },
    says: 'The certificate of {address} has expired{detail}.'
  },
  {
    id: 'tls-not-yet-valid',
    code: 'tls-not-yet-valid',
    when: { phase: 'tls', code: 'CERT_NOT_YET_VALID' },
    says: 'The certificate of {address} is not valid yet{detail}.'
  },
  {
    id: 'tls-default-certificate',
    code: 'tls-name-mismatch',
    when: { phase: 'tls', code: 'ERR_TLS_CERT_ALTNAME_INVALID', detail: /\.traefik\.default|ingress\.local/ },
    says: 'The proxy at {address} shows its default certificate, which is not for {host}{detail}.',
    cause:
      'Traefik, and the ingress of Kubernetes, do so while they hold none for the name: no router or Ingress asks for one, or issuing failed.',
    fix: 'Traefik: a router with the rule Host(`{host}`) and `tls.certresolver`; `docker logs TRAEFIK` has the error of the issuing. Kubernetes: {host} under `tls` in the Ingress, and `kubectl describe certificate`.'
  },
  {
    id: 'tls-address-for-name',
    code: 'tls-name-mismatch',
    when: { phase: 'tls', code: 'ERR_TLS_CERT_ALTNAME_INVALID', literal: true },
    says: 'The webhook URL names the address {address}, and the certificate there is for a name{detail}.',
    cause: 'Certificates are issued for names; one for an address is rare.',
    fix: 'Register, and probe, the name that the certificate is for.'
  },
  {
    id: 'tls-name-mismatch',
    code: 'tls-name-mismatch',
    when: { phase: 'tls', code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    says: 'The certificate of {address} is not for {host}{detail}.'
  },
  {
    id: 'tls-self-signed',
    code: 'tls-self-signed',
    when: { phase: 'tls', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    says: 'The certificate of {address} is self-signed{detail}.'
  },
  {
    id: 'tls-cloudflare-origin',
    code: 'tls-untrusted',
    when: { phase: 'tls', code: /^UNABLE_TO_/, detail: /CloudFlare Origin/i },
    says: "The certificate of {address} is Cloudflare's for origins, which Cloudflare alone trusts.",
    cause: 'DNS leads past Cloudflare, straight to the server.',
    fix: 'Switch the proxy on for {host} in the DNS of Cloudflare (the orange cloud), or have a public certificate issued: `sudo certbot --nginx -d {host}`.'
  },
  {
    id: 'tls-incomplete-chain',
    code: 'tls-incomplete-chain',
    when: { phase: 'tls', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
    says: '{address} sends its certificate without that of its issuer{detail}.'
  },
  {
    id: 'tls-staging',
    code: 'tls-untrusted',
    when: {
      phase: 'tls',
      code: ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'SELF_SIGNED_CERT_IN_CHAIN'],
      detail: /\(STAGING\)/i
    },
    says: "The certificate of {address} comes from Let's Encrypt's staging{detail}.",
    cause: 'Staging is for trials: nobody trusts it.'
  },
  {
    id: 'tls-untrusted-root',
    code: 'tls-untrusted',
    when: {
      phase: 'tls',
      code: [
        'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
        'SELF_SIGNED_CERT_IN_CHAIN',
        'UNABLE_TO_GET_ISSUER_CERT',
        'CERT_UNTRUSTED'
      ]
    },
    says: 'The certificate of {address} leads to a root that is not trusted{detail}.'
  },
  {
    id: 'tls-weak-key',
    code: 'tls-untrusted',
    when: [
      { phase: 'tls', code: ['EE_KEY_TOO_SMALL', 'CA_KEY_TOO_SMALL', 'CA_MD_TOO_WEAK'] },
      { phase: 'tls', message: /(key|md) too (weak|small)/i }
    ],
    says: 'The certificate of {address} has a key or digest that is too weak{detail}.',
    cause: 'RSA below 2048 bits, or SHA-1, is refused everywhere.',
    fix: "Have it issued again with certbot's default key: `sudo certbot --nginx --force-renewal -d {host}`."
  },
  {
    id: 'tls-wrong-purpose',
    code: 'tls-untrusted',
    when: { phase: 'tls', code: 'INVALID_PURPOSE' },
    says: 'The certificate of {address} is not made for a server{detail}.',
    cause: 'Its extended key usage names clients, mail or code, and lacks `serverAuth`.',
    fix: 'Have one issued for the server: `sudo certbot --nginx -d {host}`.'
  },
  {
    id: 'tls-other-distrust',
    code: 'tls-untrusted',
    when: {
      phase: 'tls',
      code: /^(CERT_|UNABLE_TO_|INVALID_|PATH_LENGTH_|ERROR_IN_CERT|UNSPECIFIED$|HOSTNAME_MISMATCH)/
    },
    says: 'The certificate of {address} is not trusted ({code}){detail}.'
  }
]
