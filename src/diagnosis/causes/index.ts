import type { Cause } from '../cause.ts'
import { appCauses, roundCauses } from './app.ts'
import { dnsCauses } from './dns.ts'
import { guardCauses } from './guard.ts'
import { healthCauses } from './health.ts'
import { httpCauses, redirectCauses } from './http.ts'
import { platformCauses } from './platforms.ts'
import { proxyCauses } from './proxy.ts'
import { signatureCauses } from './signature.ts'
import { tcpCauses } from './tcp.ts'
import { tlsCauses } from './tls.ts'

/** The table, from the most specific row to the most general. The first that applies to an observation wins. */
export const causes: readonly Cause[] = [
  ...healthCauses,
  ...signatureCauses,
  ...dnsCauses,
  ...tcpCauses,
  ...tlsCauses,
  ...httpCauses,
  ...guardCauses,
  ...platformCauses,
  ...proxyCauses,
  ...redirectCauses,
  ...appCauses,
  ...roundCauses
]
