import { few } from '../sight.ts'
import { type ServerCause, setupCommand } from './cause.ts'

export const firewallBlocks: ServerCause = {
  code: 'firewall-blocks',
  see({ facts }) {
    const firewall = facts.firewalls.find(each => each.verdict === 'blocked')
    if (firewall === undefined) return null
    const fixes: Readonly<Record<string, string>> = {
      ufw: 'On the server run: sudo ufw allow 80,443/tcp',
      firewalld:
        'On the server run: sudo firewall-cmd --permanent --add-service=http --add-service=https && sudo firewall-cmd --reload'
    }
    return {
      level: 'error',
      message: `The server's own firewall lets nobody in to port 443: ${firewall.tool} ${firewall.detail}.`,
      fix: fixes[firewall.tool] ?? `Let ports 80 and 443 in with ${firewall.tool}, before the rule that drops them.`
    }
  }
}

export const certificateExpired: ServerCause = {
  code: 'certificate-expired',
  see({ facts }) {
    const certificate = facts.certificates.find(each => each.state === 'expired')
    if (certificate === undefined) return null
    const renewal = facts.renewal === 'none' ? ' Nothing renews it: no timer of certbot is active.' : ''
    return {
      level: 'error',
      message: `The certificate for ${facts.asked.domain} ended on ${certificate.ends}.${renewal}`,
      fix: 'On the server run: sudo certbot renew, then reload the proxy. Renewal needs port 80 open for good.'
    }
  }
}

export const certificateMissing: ServerCause = {
  code: 'certificate-missing',
  see(sight) {
    const { facts, port443, port80, runningProxies } = sight
    const { domain } = facts.asked
    if (domain === '') return null
    const fix = `Get one. With nginx, on the server: sudo certbot --nginx -d ${domain} --redirect`
    const served = facts.certificates.find(each => each.from === 'served')
    if (served !== undefined && !served.covers) {
      const message = `The server has no certificate for ${domain}: port 443 presents one for ${served.names.trim() || 'another name'}.`
      return { level: 'error', message, fix }
    }
    if (served?.selfSigned) {
      return {
        level: 'error',
        message: `The certificate for ${domain} is signed by itself; providers trust none such.`,
        fix
      }
    }
    if (port443 === 'all' && facts.certificate === 'none' && facts.requests.some(({ error }) => error === 'tls')) {
      const message = `Port 443 presents no certificate for ${domain}: what listens there speaks no TLS, or refuses the name.`
      return { level: 'error', message, fix }
    }
    // Without any proxy, its absence is the cause; here one stands on port 80 and https was never set up.
    if (port443 === 'no' && port80 === 'all' && runningProxies.length > 0 && facts.certificate !== 'unknown') {
      const onDisk = facts.certificates.some(each => each.from === 'file')
      const what = onDisk
        ? `there is a certificate for ${domain}, but no site uses it`
        : `there is no certificate for ${domain}`
      const [proxy = 'the proxy'] = runningProxies
      const message = `Nothing listens on port 443: ${proxy} serves port 80 alone, and ${what}.`
      return { level: 'error', message, fix: proxy === 'nginx' ? `${fix}, or all of it: ${setupCommand(sight)}` : fix }
    }
    return null
  }
}

export const dnsElsewhere: ServerCause = {
  code: 'dns-elsewhere',
  see({ facts, dns, foreignAddresses }) {
    if (facts.dns.via === 'dig' && facts.asked.domain !== '' && facts.dns.addresses.length === 0) {
      return {
        level: 'warning',
        message: `DNS gives no address for ${facts.asked.domain}, as seen from the server.`,
        fix: 'Make an A record of that name at the DNS provider, with the public address of the server; `dig +trace` shows which delegation is missing.'
      }
    }
    if (dns !== 'elsewhere') return null
    return {
      level: 'warning',
      message: `DNS of ${facts.asked.domain} gives ${few(foreignAddresses)}, and this server has ${few(facts.dns.own)}.`,
      fix: 'Where a CDN or load balancer stands in front, that is right. Otherwise point the A record (and the AAAA record, or remove it) to this server.'
    }
  }
}
