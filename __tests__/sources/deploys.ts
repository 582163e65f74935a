/** Where the workflows of these tests stand. */
export const deployYaml = '.github/workflows/deploy.yml'

const indented = (script: string, width: number): string =>
  script
    .split('\n')
    .map(line => (line === '' ? '' : `${' '.repeat(width)}${line}`))
    .join('\n')

/** A workflow that runs a script on a server. The script starts at line 8, column 13. */
export const overSsh = (script: string): string =>
  `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: appleboy/ssh-action@v1
        with: {host: your-domain.com, script: ""}
`.replace('{host: your-domain.com, script: ""}', `\n          script: |\n${indented(script, 12)}`)

/** A workflow whose steps run on a runner of these labels. The first script starts at line 7, column 11. */
export const onRunner = (label: string, ...scripts: readonly string[]): string =>
  `on: push
jobs:
  deploy:
    runs-on: ${label}
    steps:
${scripts.map(script => `      - run: |\n${indented(script, 10)}`).join('\n')}
`
