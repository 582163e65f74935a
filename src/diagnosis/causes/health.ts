import type { Cause } from '../cause.ts'

export const healthCauses: readonly Cause[] = [
  {
    id: 'health-timeout',
    code: 'health-timeout',
    when: { phase: ['tcp', 'tls', 'http', 'body'], probe: 'health', code: ['PHASE_TIMEOUT', 'ETIMEDOUT'] },
    says: '{healthUrl} does not answer in time.'
  },
  {
    id: 'health-dns',
    code: 'health-unreachable',
    when: { phase: 'dns', probe: 'health' },
    says: 'The host of {healthUrl} cannot be looked up ({code}).'
  },
  {
    id: 'health-distrusted',
    code: 'health-unreachable',
    when: { phase: 'certificate', probe: 'health' },
    says: 'The certificate of {healthUrl} is not valid ({detail}).'
  },
  {
    id: 'health-unreachable',
    code: 'health-unreachable',
    when: { phase: ['tcp', 'tls', 'http', 'body'], probe: 'health', code: /./ },
    says: '{healthUrl} cannot be reached ({code}).'
  },
  {
    id: 'health-redirected',
    code: 'health-status',
    when: { phase: 'http', probe: 'health', expected: false, status: '3xx' },
    says: '{healthUrl} is redirected ({status} to {target}).',
    cause:
      'The page is at another address (a slash at the end, www, https), or behind a login; no redirect is followed.',
    fix: 'Set `health-url` to where it leads, or let {healthUrl} answer by itself.'
  },
  {
    id: 'health-status',
    code: 'health-status',
    when: { phase: 'http', probe: 'health', expected: false },
    says: '{healthUrl} answers {status} ({who}) instead of {healthExpect}.'
  },
  {
    id: 'health-two-releases',
    code: 'health-wrong-version',
    when: { phase: 'http', probe: 'health', fact: 'mixed-versions' },
    says: 'Two releases answer in turn: {detail} of the answers of {healthUrl} hold the expected version.',
    cause: 'The old release still runs beside the new one, behind the same proxy.',
    fix: 'Stop the old container (`docker ps`), or take it out of the upstream; with a rolling deploy, give it more time with `wait`.'
  },
  {
    id: 'health-wrong-version',
    code: 'health-wrong-version',
    when: { phase: 'http', probe: 'health', fact: 'wrong-version' },
    says: 'The body of {healthUrl} does not hold the expected version {detail}.'
  },
  { id: 'health-ok', code: null, when: { phase: 'http', probe: 'health' }, says: '{healthUrl} answers {status}.' }
]
