const head = (name: string, n: number): string => `name: ${name} ${n}
on:
  push:
    branches: [main, 'release/**']
    paths-ignore: ['docs/**', '*.md']
  pull_request:
permissions:
  contents: read
concurrency:
  group: ${name.toLowerCase()}-${n}-\${{ github.ref }}
  cancel-in-progress: true
jobs:
`

const matrix = (n: number): string => `${head('Test', n)}  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-node@v7
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npm run lint -- --max-warnings ${n % 7}
  test:
    needs: lint
    strategy:
      fail-fast: false
      matrix:
        os: [ubuntu-latest, windows-latest, macos-latest]
        node: [22, 24]
        exclude:
          - os: macos-latest
            node: 22
        include:
          - os: ubuntu-latest
            node: 24
            coverage: true
    runs-on: \${{ matrix.os }}
    timeout-minutes: ${10 + (n % 20)}
    env:
      SHARD: \${{ matrix.node }}-${n}
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-node@v7
        with:
          node-version: \${{ matrix.node }}
      - name: Test
        shell: bash
        run: |
          npm ci
          npm test -- --shard="$SHARD"
          if [ "$RUNNER_OS" = Linux ]; then
            npm run coverage
          fi
      - if: matrix.coverage && github.event_name == 'push'
        uses: actions/upload-artifact@v7
        with:
          name: coverage-${n}
          path: coverage/
`

const longScript = (n: number): string => `${head('Release', n)}  version:
    runs-on: ubuntu-24.04
    outputs:
      tag: \${{ steps.next.outputs.tag }}
    steps:
      - uses: actions/checkout@v7
        with:
          fetch-depth: 0
      - id: next
        name: Next version, and what is new in it
        run: |
          set -euo pipefail
          last=$(git describe --tags --abbrev=0 --match 'v*' 2>/dev/null || echo v0.${n}.0)
          IFS=. read -r major minor patch <<< "\${last#v}"
          bump=patch
          while IFS= read -r subject; do
            case "$subject" in
              *'!:'*) bump=major; break ;;
              feat*) bump=minor ;;
              *) ;;
            esac
          done < <(git log --format=%s "$last"..HEAD || true)
          case "$bump" in
            major) tag="v$((major + 1)).0.0" ;;
            minor) tag="v$major.$((minor + 1)).0" ;;
            patch) tag="v$major.$minor.$((patch + 1))" ;;
          esac
          for file in packages/*/package.json; do
            [ -e "$file" ] || continue
            jq --arg version "\${tag#v}" '.version = $version' "$file" > "$file.new"
            mv "$file.new" "$file"
          done
          {
            echo "## $tag"
            git log --format='- %s (%h)' "$last"..HEAD | sort -u
          } > notes.md
          cat notes.md >> "$GITHUB_STEP_SUMMARY"
          echo "tag=$tag" >> "$GITHUB_OUTPUT"
      - uses: actions/upload-artifact@v7
        with:
          name: notes
          path: notes.md
          retention-days: ${1 + (n % 30)}
`

const python = (n: number): string => `${head('Python', n)}  test:
    runs-on: ubuntu-latest
    strategy:
      matrix:
        python: ['3.11', '3.12', '3.13']
        database: [sqlite, postgres]
    services:
      postgres:
        image: postgres:17
        env:
          POSTGRES_PASSWORD: test
        ports:
          - 5432:5432
        options: >-
          --health-cmd pg_isready
          --health-interval 5s
    steps:
      - uses: actions/checkout@v7
      - uses: actions/setup-python@v6
        with:
          python-version: \${{ matrix.python }}
          cache: pip
      - run: pip install -r requirements.txt
      - run: python -m pytest --durations=10 -n auto --splits 4 --group ${1 + (n % 4)}
        env:
          DATABASE: \${{ matrix.database }}
          DATABASE_URL: postgres://postgres:test@localhost:5432/test
`

const composite = (n: number): string => `${head('Package', n)}  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - uses: ./.github/actions/setup
        with:
          version: ${20 + (n % 5)}
      - run: npm run build --workspace package-${n}
      - uses: actions/cache@v5
        with:
          path: |
            ~/.npm
            packages/package-${n}/dist
          key: build-\${{ runner.os }}-\${{ hashFiles('package-lock.json') }}
`

const caller = (n: number): string => `${head('Call', n)}  checks:
    uses: ./.github/workflows/shared-checks.yml
    with:
      package: package-${n}
      retries: ${n % 4}
    secrets: inherit
  report:
    needs: checks
    if: \${{ !cancelled() && needs.checks.result != 'skipped' }}
    runs-on: ubuntu-latest
    steps:
      - run: echo "checks of package-${n} came to $RESULT" >> "$GITHUB_STEP_SUMMARY"
        env:
          RESULT: \${{ needs.checks.result }}
`

const scheduled = (n: number): string => `name: Housekeeping ${n}
on:
  schedule:
    - cron: '${n % 60} ${n % 24} * * 1'
  workflow_dispatch:
    inputs:
      days:
        description: Age of what is closed, in days
        type: number
        default: ${30 + (n % 60)}
permissions: {}
jobs:
  stale:
    if: github.repository_owner == 'acme'
    runs-on: ubuntu-slim
    permissions:
      issues: write
    steps:
      - env:
          GH_TOKEN: \${{ github.token }}
          DAYS: \${{ inputs.days || ${30 + (n % 60)} }}
        run: |
          before=$(date -d "-$DAYS days" +%F)
          gh issue list --repo "$GITHUB_REPOSITORY" --search "updated:<$before label:waiting" --json number --jq '.[].number' |
            while read -r number; do
              gh issue close "$number" --repo "$GITHUB_REPOSITORY" --reason 'not planned' --comment 'Closed for want of an answer.'
            done
`

/** Workflows that build and test; the commonest kind stands twice. */
export const builds = [matrix, longScript, python, composite, caller, scheduled, matrix] as const
