import { readFileSync } from 'node:fs'
import type { World } from '../world.ts'
import type { Service } from './service.ts'

const IMAGE = 'ghcr.io/acme/shop:latest'

/** Debian's Docker engine on the server, with its own bridge, firewall rules and images: nothing of the machine's. */
const engine = async ({ server }: World): Promise<void> => {
  const folders = [`--data-root=${server.folder}/docker`, '--exec-root=/run/docker', '--pidfile=/run/docker.pid']
  // vfs works on any file system; the groups' parent is what the lab removes when it ends.
  const groups = `--cgroup-parent=/${process.env['LAB_INSIDE']}`
  const options = ['--storage-driver=vfs', '--exec-opt=native.cgroupdriver=cgroupfs', groups, '--log-level=error']
  await server.serve(['dockerd', ...folders, ...options], [])
  const ready = 'until docker version >/dev/null 2>&1; do sleep 0.1; done'
  await server.must(['timeout', '15', 'sh', '-c', ready])
  const image = new URL('../apps/image.py', import.meta.url).pathname
  const tar = `${server.folder}/image.tar`
  await server.must(['/usr/bin/python3', '-B', image, tar])
  const command = '["/usr/bin/python3.11","-m","uvicorn","fastapi_app:app","--host","0.0.0.0","--port","8000"]'
  await server.must(['docker', 'import', '-c', 'WORKDIR /app', '-c', `CMD ${command}`, tar, IMAGE])
}

/** The `docker run` of the incident's own workflow, word for word, with the commit filled in. */
function deployCommand(): string {
  const path = new URL('../../../examples/incident/.github/workflows/ci-cd.yml', import.meta.url)
  const run = /docker run -d \\\n(?:.*\\\n)*.*/.exec(readFileSync(path, 'utf8'))?.[0] ?? 'false'
  return run.replaceAll('${{ github.sha }}', 'latest')
}

/** The shop as the incident deployed it: in a container that publishes 127.0.0.1:8000. */
export const deployed = (env: Readonly<Record<string, string>> = {}): Service => ({
  needs: ['dockerd', 'docker', 'containerd', 'runc', 'iptables', 'python:fastapi', 'python:stripe'],
  start: async world => {
    await engine(world)
    const settings = Object.entries({ STRIPE_WEBHOOK_SECRET: 'whsec_lab', ...env }).map(pair => pair.join('='))
    const file = world.server.file('shop.env', `${settings.join('\n')}\n`)
    await world.server.must(['sh', '-euc', `cp ${file} /etc/shop.env\n${deployCommand()}`])
    const answers = 'until curl -s -o /dev/null http://127.0.0.1:8000/health; do sleep 0.1; done'
    await world.server.must(['sh', '-c', `timeout 9 sh -c '${answers}' || { docker logs --tail 5 shop; false; }`])
  }
})

/** The container stops after it was deployed. */
export const stopped = (): Service => ({
  needs: deployed().needs,
  start: async world => {
    await deployed().start(world)
    await world.server.must(['docker', 'stop', '-t', '1', 'shop'])
  }
})
