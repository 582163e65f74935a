import { fileTarget, shellRules, shellWords } from './file-target.ts'

export const shell = fileTarget({
  id: 'shell',
  path: 'deploy.sh',
  like: /\.sh$/,
  around: {
    'run.sh': 'docker run -d -p "$1:80" app\n',
    'compose.yaml': 'services: {app: {image: app, ports: ["127.0.0.1:8000:8000"]}}\n',
    'env.sh': 'BIND=127.0.0.1\n'
  },
  inputs: { paths: 'deploy.sh' },
  comment: '# a comment',
  // To a shell a carriage return is a character like any other.
  breaks: false,
  runs: 50,
  words: shellWords,
  rules: { ...shellRules, start: ['<script>', '#!/bin/bash\n<script>', '<script>\n<script>'] }
})
