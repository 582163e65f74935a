import type { Diagnosis } from '../cause.ts'
import { appDiagnoses } from './app.ts'
import { dnsDiagnoses } from './dns.ts'
import { healthDiagnoses } from './health.ts'
import { httpDiagnoses } from './http.ts'
import { proxyDiagnoses } from './proxy.ts'
import { tcpDiagnoses } from './tcp.ts'
import { tlsDiagnoses } from './tls.ts'

/** Every code that the probe can come to, in the order of the way, the worst of a hop first. */
export const diagnoses: readonly Diagnosis[] = [
  ...dnsDiagnoses,
  ...tcpDiagnoses,
  ...tlsDiagnoses,
  ...httpDiagnoses,
  ...proxyDiagnoses,
  ...appDiagnoses,
  ...healthDiagnoses
]
