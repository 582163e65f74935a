import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Step, step } from '../bundle.ts'
import { checkout } from '../checkout.ts'
import { canMakeNamespaces, inNamespace, inNamespaces } from '../faults/sandbox.ts'
import { expectWords, messages } from '../faults/traces.ts'

const evil =
  "printf '\\033[2J\\033]0;owned\\007\\n::error::forged\\n##[error]forged\\n::set-output name=verdict::pass\\n'"

/** Probes a port that refuses, and then looks at a real sshd that was told to do its worst. */
async function looked(
  settings: readonly string[],
  env: Readonly<Record<string, string>> = {}
): Promise<Step & { readonly folder: string }> {
  const folder = checkout({})
  spawnSync('chmod', ['755', folder])
  for (const name of ['host', 'user'])
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)])
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  writeFileSync(join(folder, 'banner'), '\u001b[31m::error::forged\n##[error]forged by the banner\n')
  const base = [
    'Port 2222',
    'ListenAddress 127.0.0.1',
    `HostKey ${folder}/host`,
    'StrictModes no',
    'PidFile none',
    'UsePAM no',
    'PermitRootLogin yes',
    `AuthorizedKeysFile ${folder}/user.pub`
  ]
  writeFileSync(join(folder, 'config'), [...base, ...settings, ''].join('\n'))
  const within = inNamespace(
    'ip link set lo up',
    'mount -t tmpfs tmpfs /run',
    `mkdir /run/sshd; cp ${folder}/banner /run`,
    `/usr/sbin/sshd -f ${folder}/config`,
    "for _ in $(seq 200); do ss -Hltn 'sport = :2222' | grep -q . && break; sleep 0.1; done",
    '"$@"; exit'
  )
  const inputs = {
    mode: 'probe',
    'webhook-url': 'https://shop.example.com:1/hook',
    resolve: 'shop.example.com:1:127.0.0.1',
    wait: '0',
    ssh: 'root@127.0.0.1:2222',
    'ssh-key': read('user'),
    'ssh-known-hosts': `[127.0.0.1]:2222 ${read('host.pub')}`
  }
  const temp = checkout({})
  const run = await step(checkout({}), inputs, { RUNNER_TEMP: temp, ...env }, within)
  expect(readdirSync(temp)).toEqual(['webhook-reach-check'])
  return { ...run, folder }
}

/** What it says orders nothing, and the probe's verdict stays. */
function expectHarmless(run: Step): void {
  expectWords(run)
  expect(run.outputs).toMatchObject({ verdict: 'fail', diagnosis: 'tcp-refused' })
  const allowed = ['error', 'warning', 'notice', 'save-state', 'add-mask']
  expect(run.commands.filter(({ name }) => !allowed.includes(name))).toEqual([])
  expect(messages(run, 'error').filter(message => message.startsWith('forged'))).toEqual([])
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
  expect(run.stdout + run.stderr + run.summary).not.toMatch(/\u001b|\u0007/)
  expect(run.stdout.split('\n').filter(line => !line.startsWith('::') && line.includes('##['))).toEqual([])
}

describe.runIf(canMakeNamespaces)(inNamespaces('an ssh server that attacks'), () => {
  test('orders to the runner and to the terminal stay text', async () => {
    const run = await looked([`ForceCommand ${evil} >&2; ${evil}; exit 3`, 'Banner none'])
    expectHarmless(run)
    expect(messages(run, 'warning').join()).toContain('did not run the look at the server')
  })

  test('a banner that gives orders stays text', async () => {
    const run = await looked(['Banner /run/banner', 'PubkeyAuthentication no', 'PasswordAuthentication yes'])
    expectHarmless(run)
  })

  test.each(['', ' >&2'])('output without end%s is cut off', async to => {
    const run = await looked([`ForceCommand yes ::error::forged${to}`])
    expectHarmless(run)
    expect(messages(run, 'warning').join()).toContain('its output has no end')
  })

  test('no other way to log in is tried than the key', async () => {
    const run = await looked([
      'PubkeyAuthentication no',
      'PasswordAuthentication yes',
      'KbdInteractiveAuthentication yes'
    ])
    expectHarmless(run)
    expect(messages(run, 'warning').join()).toContain('does not let root in with this key')
  })

  test('no agent, no display, no port and no variable of the runner is handed over', async () => {
    const folder = checkout({})
    const run = await looked(
      [
        `ForceCommand env >${folder}/seen; exit 3`,
        'AllowAgentForwarding yes',
        'X11Forwarding yes',
        'PermitUserEnvironment yes',
        'AcceptEnv *'
      ],
      { SSH_AUTH_SOCK: `${folder}/agent`, DISPLAY: ':0', SECRET_OF_THE_JOB: 's3cr3t' }
    )
    expectHarmless(run)
    const seen = readFileSync(join(folder, 'seen'), 'utf8')
    expect(seen).toContain('SSH_CONNECTION=')
    expect(seen).not.toMatch(/SSH_AUTH_SOCK|DISPLAY|s3cr3t|GITHUB_|INPUT_/)
  })
})
