import { inputsOf, type Scenario } from './scenario.ts'
import type { World } from './world.ts'

/** What curl makes of a scenario: exit code, status, and the first words of the answer. */
export async function askCurl(scenario: Scenario, { runner, server, certificates }: World): Promise<string> {
  const url = inputsOf(scenario)['webhook-url']?.split('\n')[0] ?? ''
  const request = ['-X', 'POST', '-H', 'content-type: application/json', '-d', '{}', '--cacert', certificates.root]
  const format = ['-w', '\n%{http_code} %{errormsg}', '--max-time', '4', '--max-filesize', '65536']
  const host = scenario.from === 'server' ? server : runner
  const { code, stdout } = await host.run(['curl', '-sS', ...format, ...request, url], { env: scenario.env ?? {} })
  const lines = stdout.split('\n')
  const [status = ''] = lines.slice(-1)
  const words = lines.slice(0, -1).join(' ').replace(/\s+/g, ' ').slice(0, 60)
  return `exit ${code}, ${status}; ${JSON.stringify(words)}`
}
