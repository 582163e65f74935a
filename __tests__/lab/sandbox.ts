import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmdirSync } from 'node:fs'

/** Names the control groups that Docker makes on our behalf; the only thing the kernel does not take back by itself. */
const cgroupParent = (pid: number): string => `wrc-lab-${pid}`

/**
 * Starts this program again in mount and process namespaces of its own, and returns its exit code.
 *
 * Nothing can be left behind: when the first process of a PID namespace ends, the kernel kills all others in it
 * (pid_namespaces(7)), and with the last of them go the mounts and networks, also after SIGKILL or a crash.
 */
export async function runInSandbox(program: string, args: readonly string[]): Promise<number> {
  const unshare = ['unshare', '--mount', '--pid', '--fork', '--kill-child=SIGKILL', '--mount-proc']
  const command = ['--pdeathsig', 'KILL', ...unshare, process.execPath, program, ...args]
  const env = { ...process.env, LAB_INSIDE: cgroupParent(process.pid) }
  const child = spawn('setpriv', command, { stdio: 'inherit', env, detached: true })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill('SIGKILL'))
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status, signal) => resolve(status ?? (signal === null ? 1 : 130)))
  })
  removeControlGroups()
  return code
}

/**
 * Control groups are folders that rmdir(2) takes once their processes are gone; version 1 has one tree a controller.
 * Removes those of every lab whose process is no more: our own child's, and what a killed one left.
 */
function removeControlGroups(): void {
  const root = '/sys/fs/cgroup'
  for (const tree of ['', ...foldersIn(root)]) {
    for (const name of foldersIn(`${root}/${tree}`)) {
      const pid = /^wrc-lab-(\d+)$/.exec(name)?.[1]
      if (pid !== undefined && (Number(pid) === process.pid || !existsSync(`/proc/${pid}`)))
        removeGroup(`${root}/${tree}/${name}`)
    }
  }
}

function removeGroup(path: string): void {
  for (const inner of foldersIn(path)) removeGroup(`${path}/${inner}`)
  try {
    rmdirSync(path)
  } catch {
    // Busy for a moment longer, since its processes are still ending; the next lab takes it.
  }
}

function foldersIn(path: string): readonly string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true })
    return entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
  } catch {
    return []
  }
}
