import { HOLE } from '../../text/mapped-text.ts'
import type { CommandFamily } from '../frame.ts'
import { joinPath } from '../path.ts'

/** `… | sudo tee /etc/nginx/conf.d/app.conf`. */
export const writers: CommandFamily = {
  names: ['tee'],
  run({ args, stdin, frame }, shell) {
    if (stdin === null) return
    const appends = args.some(({ text }) => /^(-[a-z]*a[a-z]*|--append)$/.test(text.text))
    for (const field of args) {
      const path = field.text.text
      if (!path.startsWith('-') && !path.includes(HOLE))
        shell.recorder.wrote(joinPath(frame.scope.cwd, path), stdin, appends)
    }
  }
}
