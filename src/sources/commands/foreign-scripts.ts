import type { CommandFamily } from '../frame.ts'
import { joinPath } from '../path.ts'

/** Words without which such a script starts nothing on a server. */
const starts = /\bdocker\b[^\n]{0,80}\b(?:run|create|compose|stack)\b|\bcontainers\.run\b/i
const reaches = /\b(?:ssh|paramiko|fabric|asyncssh|netmiko|ssh2)\b|DOCKER_HOST/i

/** Scripts in languages that are not followed: what one of them may start is listed, so that silence does not pass for "fine". */
export const foreignScripts: CommandFamily = {
  names: ['python', 'python3', 'node', 'deno', 'ruby', 'perl', 'php', 'tsx', 'ts-node', 'zx'],
  run({ args, frame, statement }, { recorder }) {
    const path = args.map(({ text }) => text.text).find(word => /\.(?:py|[cm]?[jt]s|rb|pl|php)$/.test(word))
    if (path === undefined) return
    // Quietly: a bundle that is too large to read is none of these.
    const read = recorder.files.read(joinPath(frame.scope.cwd, path)) ?? recorder.files.read(path)
    const text = read !== null && 'text' in read ? read.text : ''
    if (!starts.test(text)) return
    // On a hosted runner it matters only where it goes on to a server.
    if (frame.placement === 'hosted' && !reaches.test(text)) return
    const { file, line } = statement.location()
    recorder.addUnread({
      file,
      line,
      reason: `${path} speaks of docker and is no shell script: what it starts is not read`
    })
  }
}
