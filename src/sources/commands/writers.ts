import type { CommandFamily } from '../frame.ts'
import { joinPath, knownEnd } from '../path.ts'

/** `… | sudo tee /etc/nginx/conf.d/app.conf`. */
export const writers: CommandFamily = {
  names: ['tee'],
  run({ args, stdin, frame }, shell) {
    if (stdin === null) return
    const appends = args.some(({ text }) => /^(-[a-z]*a[a-z]*|--append)$/.test(text.text))
    for (const field of args) {
      const path = field.text.text
      const known = path.startsWith('-') ? null : knownEnd(path)
      if (known !== null) shell.recorder.wrote(joinPath(frame.scope.cwd, known), stdin, appends)
    }
  }
}
