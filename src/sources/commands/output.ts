import { HOLE, MappedText } from '../../text/mapped-text.ts'
import type { Field } from '../../text/shell-words.ts'
import { isPrintedConfig } from '../compose/files.ts'
import type { Frame, Invocation, Recorder } from '../frame.ts'
import { fileName } from '../path.ts'
import { configOf } from './compose.ts'
import { readSed } from './sed.ts'
import { joinWords } from './shells.ts'
import { stackConfigOf } from './stack.ts'
import { wrappedIn } from './wrappers.ts'

/** `cat a.sh b.sh` is `cat a.sh`, then `cat b.sh`. */
export function partsOf(fields: readonly Field[]): readonly (readonly Field[])[] {
  const [name, ...args] = fields
  const files = args.filter(field => !field.text.text.startsWith('-'))
  return name?.text.text === 'cat' && files.length > 1 ? files.map(file => [name, file]) : [fields]
}

/** Pieces of one file one after the other; those of another stand alone, since a text has its places in one file. */
export function joinedByFile(pieces: readonly MappedText[]): readonly MappedText[] {
  const joined: MappedText[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last?.file === piece.file) joined[joined.length - 1] = MappedText.join([last, piece])
    else joined.push(piece)
  }
  return joined
}

/** Functions as `declare -f` prints them, for `ssh host "$(declare -f deploy); deploy"`. */
function definitions(names: readonly Field[], { scope }: Frame): MappedText | null {
  const pieces = names.flatMap(({ text }) => {
    const defined = scope.functions.get(text.text)
    if (defined === undefined) return []
    const body = defined.source.slice(defined.body.pos, defined.body.end)
    const plain = (shell: string): MappedText => MappedText.standingFor(body.slice(0, 0), shell)
    return [plain(`${text.text} () `), body, plain('\n')]
  })
  return pieces.length === 0 ? null : MappedText.join(pieces)
}

/** What a command writes to standard output, where that stands in the checkout: `echo`, `printf`, `cat`, and what passes text on. */
export function outputOf(
  fields: readonly Field[],
  stdin: MappedText | null,
  recorder: Recorder,
  frame: Frame
): MappedText | null {
  const [name, ...args] = fields
  const words = args.filter(field => !field.text.text.startsWith('-'))
  const [first] = words
  const invocationOf = (args: readonly Field[]): Invocation => ({
    name: name?.text.text ?? '',
    args,
    statement: joinWords(fields),
    stdin,
    frame
  })
  switch (fileName(name?.text.text ?? '')) {
    case 'echo':
      return first === undefined ? null : withNewline(decodeEscapes(joinWords(words)), first)
    case 'printf':
      return first === undefined ? null : formatted(first, words.slice(1))
    case 'cat':
      return first === undefined ? stdin : recorder.find(first.text.text, frame.scope.cwd)
    case 'declare':
    case 'typeset':
      return args[0]?.text.text === '-f' ? definitions(words, frame) : null
    case 'envsubst':
      return stdin === null ? null : substituted(stdin, first?.text.text, frame)
    case 'tee':
      return stdin
    case 'docker':
    case 'podman':
    case 'nerdctl':
      // Ids that nobody knows before the run: what is asked for tells whose they are.
      if (args[0]?.text.text === 'ps') return MappedText.standingFor(joinWords(fields), HOLE)
      if (args[0]?.text.text === 'stack') return stackConfigOf(invocationOf(args.slice(1)), recorder)
      return args[0]?.text.text === 'compose' ? configOf(invocationOf(args.slice(1)), recorder) : null
    case 'docker-compose':
      return configOf(invocationOf(args), recorder)
    case 'sed':
      return stdin !== null && isPrintedConfig(stdin) ? stdin : sedOutput(args, stdin, recorder, frame)
    case 'jq':
      // `jq -Rs '{commands: [.]}'` wraps a text, the form in which AWS takes a script.
      return args.some(({ text }) => /^-[a-z]*R|^--raw-input$/.test(text.text)) ? stdin : null
    case 'yq':
    case 'awk':
    case 'grep':
      // Between `docker compose config` and who reads it: the ports are not what is changed.
      return stdin !== null && isPrintedConfig(stdin) ? stdin : null
    default: {
      const wrapped = wrappedIn(fields)
      return wrapped === null ? null : outputOf(wrapped, stdin, recorder, frame)
    }
  }
}

/** `envsubst '$PORT'`: what is known of the variables that it names, or of all. */
function substituted(text: MappedText, named: string | undefined, { scope }: Frame): MappedText {
  const pieces: MappedText[] = []
  let from = 0
  for (const { 0: written, 1: name = written.slice(1), index } of text.text.matchAll(/\$(?:\{(\w+)\}|\w+)/g)) {
    const value = scope.variable(name)
    const isNamed = named === undefined || new RegExp(`\\$\\{?${name}\\b`).test(named)
    if (!isNamed || value?.kind !== 'text' || value.text.hasHoles) continue
    const end = index + written.length
    pieces.push(text.slice(from, index), MappedText.standingFor(text.slice(index, end), value.text.text))
    from = end
  }
  return from === 0 ? text : MappedText.join([...pieces, text.slice(from)].filter(piece => piece.text !== ''))
}

/** `sed 's/PORT/3000/' app.conf.tpl`; null where nobody can say what it makes. */
function sedOutput(
  args: readonly Field[],
  stdin: MappedText | null,
  recorder: Recorder,
  frame: Frame
): MappedText | null {
  const { edit, files } = readSed(args)
  const [file] = files
  const text = file === undefined ? stdin : recorder.find(file.text.text, frame.scope.cwd)
  return edit === null || text === null ? null : edit(text)
}

/** Without it, what the next command appends would stand on the same line. */
const withNewline = (text: MappedText, { word }: Field): MappedText =>
  MappedText.join([text, MappedText.standingFor(word, '\n')])

/** `printf '%s\n' "$TEXT"`: the text; any other format is its own text. */
function formatted(format: Field, values: readonly Field[]): MappedText {
  const [value] = values
  return /^%[sb](\\n)?$/.test(format.text.text) && value !== undefined
    ? decodeEscapes(joinWords(values))
    : decodeEscapes(format.text)
}

/** `\n` and `\t` as printf and `echo -e` write them; each stands for the two characters that gave it. */
function decodeEscapes(text: MappedText): MappedText {
  const pieces: MappedText[] = []
  let from = 0
  for (const match of text.text.matchAll(/\\([nt"])/g)) {
    const written = text.slice(match.index, match.index + 2)
    pieces.push(text.slice(from, match.index))
    pieces.push(MappedText.standingFor(written, match[1] === 'n' ? '\n' : match[1] === 't' ? '\t' : '"'))
    from = match.index + 2
  }
  return pieces.length === 0 ? text : MappedText.join([...pieces, text.slice(from)])
}
