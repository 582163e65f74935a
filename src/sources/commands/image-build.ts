import { HOLE } from '../../text/mapped-text.ts'
import { type FlagTable, parseInterspersed } from '../flags.ts'
import type { Invocation, Shell } from '../frame.ts'
import { joinPath } from '../path.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Flags of `docker build` and `docker buildx build` (docker/buildx `commands/build.go`), and of podman's. */
const buildFlags: FlagTable = {
  values:
    words(`add-host allow annotation arch attest authfile build-arg build-arg-file build-context builder cache-from
    cache-to call cgroup-parent cpu-period cpu-quota cpu-shares cpuset-cpus cpuset-mems creds file format iidfile
    isolation jobs label layer-label memory memory-swap metadata-file network no-cache-filter output platform progress
    provenance sbom secret security-opt shm-size ssh tag target ulimit volume`),
  switches: words('load no-cache pull push quiet rm squash compress force-rm'),
  short: { t: 'tag', f: 'file', o: 'output', m: 'memory', c: 'cpu-shares', q: 'quiet', v: 'volume' }
}

/** `docker build -t NAME -f FILE CONTEXT`. */
export function runBuild({ args, frame }: Invocation, { recorder }: Shell): void {
  const { flags, rest } = parseInterspersed(args, buildFlags)
  const values = (name: string): string[] =>
    flags.flatMap(flag => (flag.name === name && flag.value !== null ? [flag.value.text] : []))
  const context = rest[0]?.text.text ?? '.'
  const file = values('file').at(-1)
  if (context === '-' || context.includes(HOLE) || file?.includes(HOLE) === true || /:\/\//.test(context)) return
  recorder.built({
    names: values('tag'),
    context: joinPath(frame.scope.cwd, context),
    dockerfile: file === undefined ? null : joinPath(frame.scope.cwd, file),
    inline: null,
    target: values('target').at(-1) ?? null,
    args: new Map(
      values('build-arg').flatMap(arg => {
        const equals = arg.indexOf('=')
        return equals === -1 ? [] : [[arg.slice(0, equals), arg.slice(equals + 1)] as const]
      })
    )
  })
}

/** `docker buildx build …`, `docker image build …`. */
export function runBuildGroup(invocation: Invocation, shell: Shell): void {
  const [verb, ...args] = invocation.args
  if (verb?.text.text === 'build') runBuild({ ...invocation, args }, shell)
}

/** `docker tag BUILT NAME`: the same image under one more name. */
export function runTag({ args }: Invocation, { recorder }: Shell): void {
  const [from, to] = args.map(field => field.text.text)
  if (from !== undefined && to !== undefined) recorder.tagged(from, to)
}
