import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const plain = (n: number): string => `name: CI ${n}
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-node@v5
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npm run lint -- --max-warnings ${n % 7}
  test:
    needs: lint
    strategy:
      matrix:
        os: [ubuntu-latest, windows-latest]
        node: [22, 24]
    runs-on: \${{ matrix.os }}
    env:
      SHARD: \${{ matrix.node }}-${n}
    steps:
      - uses: actions/checkout@v7
      - name: Test
        run: |
          npm ci
          npm test -- --shard="$SHARD"
          if [ "$RUNNER_OS" = Linux ]; then
            npm run coverage
          fi
`

const deploy = (n: number): string => `${plain(n)}  deploy:
    needs: test
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: appleboy/ssh-action@v1
        with:
          host: \${{ secrets.HOST }}
          key: \${{ secrets.KEY }}
          script: |
            set -e
            IMAGE=ghcr.io/acme/app-${n}:\${{ github.sha }}
            docker pull "$IMAGE"
            docker stop app-${n} || true
            docker rm app-${n} || true
            docker run -d --name app-${n} \\
              --restart unless-stopped \\
              -p 127.0.0.1:${8000 + (n % 1000)}:8000 \\
              "$IMAGE"
`

/** Writes `count` workflows as repositories have them, a tenth of which deploy. */
export function writeWorkflows(root: string, count: number): void {
  const folder = join(root, '.github', 'workflows')
  mkdirSync(folder, { recursive: true })
  for (let n = 0; n < count; n++) writeFileSync(join(folder, `workflow-${n}.yml`), n % 10 === 0 ? deploy(n) : plain(n))
}
