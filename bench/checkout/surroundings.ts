/** The workflow that others call. */
export const sharedChecks = `name: Checks
on:
  workflow_call:
    inputs:
      package:
        type: string
        required: true
      retries:
        type: number
        default: 1
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: ./.github/actions/setup
      - run: npm test --workspace "$PACKAGE" -- --retries "$RETRIES"
        env:
          PACKAGE: \${{ inputs.package }}
          RETRIES: \${{ inputs.retries }}
`

/** What the workflows name, and what lies about in a checkout beside them. */
export const surroundings: Readonly<Record<string, string>> = {
  '.github/actions/setup/action.yml': `name: Set up
description: Node with what the packages need
inputs:
  version:
    description: Node's major version
    default: '24'
runs:
  using: composite
  steps:
    - uses: actions/setup-node@v7
      with:
        node-version: \${{ inputs.version }}
        cache: npm
    - run: npm ci --ignore-scripts
      shell: bash
`,
  'scripts/deploy.sh': `#!/usr/bin/env bash
set -euo pipefail
ssh "deploy@$HOST" "docker rm -f $1; docker run -d --name $1 -p 127.0.0.1:$2:8000 ghcr.io/acme/$1:latest"
`,
  'package.json':
    '{ "name": "acme", "private": true, "workspaces": ["packages/*"], "scripts": { "lint": "eslint .", "test": "vitest run", "build": "tsc -b" } }\n',
  'nginx.conf': `events {}
http {
  server {
    listen 443 ssl;
    server_name app.example.com;
    ssl_certificate /etc/ssl/app.pem;
    ssl_certificate_key /etc/ssl/app.key;
    location / {
      proxy_pass http://127.0.0.1:8000;
    }
  }
}
`
}
