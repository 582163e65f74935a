import { describe, expect, test } from 'vitest'
import { SourceFile } from '../../src/text/location.ts'
import { HOLE, MappedText } from '../../src/text/mapped-text.ts'
import { type Command, forEachChild, nestedScript, parseShell, type SyntaxNode } from '../../src/text/shell.ts'
import {
  expandHeredoc,
  expandText,
  expandWord,
  type Field,
  fieldPart,
  type ShellScope,
  type ShellValue
} from '../../src/text/shell-words.ts'

const whole = (text: string, path = 'deploy.sh'): MappedText => MappedText.whole(new SourceFile(path, text))
const text = (value: string): ShellValue => ({ kind: 'text', text: whole(value, 'variables') })
const list = (...items: string[]): ShellValue => ({ kind: 'list', items: items.map(item => whole(item, 'variables')) })

/** Variables as a script before this one left them. */
function scope(): ShellScope & { readonly known: Map<string, ShellValue> } {
  const known = new Map([
    ['two', text('x y')],
    ['edged', text(' x ')],
    ['none', text('')],
    ['port', text('80')],
    ['open', text(HOLE)],
    ['args', list('-p', '1 2')],
    ['empty', list()]
  ])
  return {
    known,
    variable: name => known.get(name),
    set: (name, value) => void known.set(name, value),
    printed(parse, written, source) {
      const command = parse()
      const known = command !== undefined && /cat f/.test(written.text)
      return known && nestedScript(command, source, written).brokenAt === null ? whole('m n', 'file') : undefined
    },
    piped: (parse, written) => (parse() !== undefined && /cat f/.test(written.text) ? '/dev/fd/1' : undefined),
    positional: ['a b', 'c'].map(value => whole(value, 'caller'))
  }
}

function commandOf(script: string): { readonly command: Command; readonly source: MappedText } {
  const source = whole(script)
  let found: Command | undefined
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Command') found ??= node
    else forEachChild(node, visit)
  }
  for (const node of parseShell(source).tree.commands) visit(node)
  if (found === undefined) throw new Error('no command')
  return { command: found, source }
}

function fields(words: string, variables: ShellScope = scope()): readonly Field[] {
  const { command, source } = commandOf(`run ${words}`)
  return command.suffix.flatMap(word => (word.type === 'Word' ? expandWord(word, source, variables) : []))
}
const texts = (words: string): string[] => fields(words).map(field => field.text.text)

describe('words become arguments as in bash', () => {
  test.each<[string, string[]]>([
    ['a b', ['a', 'b']],
    [`"a b" 'c d'`, ['a b', 'c d']],
    ['a\\ b\\\\c', ['a b\\c']],
    ["'a\\b'", ['a\\b']],
    ['"a\\"b\\$c\\d\\`\\\\"', ['a"b$c\\d`\\']],
    ["$'a\\tb'", ['a\tb']],
    ['$"x y"', ['x y']],
    ['a\\\nb "c\\\nd"', ['ab', 'cd']],
    ['""', ['']],
    ["''", ['']],
    ['a"b c"\'d e\'f', ['ab cd ef']],
    ['$port ${port} "$port"', ['80', '80', '80']],
    ['$two', ['x', 'y']],
    ['"$two"', ['x y']],
    ['$none ${none} z', ['z']],
    ['"$none"', ['']],
    ['-p$port:90', ['-p80:90']],
    ['1$two-2', ['1x', 'y-2']],
    ['1$edged-2', ['1', 'x', '-2']],
    ['$edged"$port"', ['x', '80']],
    ['1"$edged"2', ['1 x 2']],
    ['1"$two"-2', ['1x y-2']],
    ['a$none', ['a']],
    ['${args[@]}', ['-p', '1 2']],
    ['"${args[@]}"', ['-p', '1 2']],
    ['"${args[*]}"', ['-p', '1 2']],
    ['"${args[0]}" "${args[1]}"', ['-p', '1 2']],
    ['$args', ['-p']],
    ['x"${args[@]}"y', ['x-p', '1 2y']],
    ['"${empty[@]}"', []],
    ['"$1" "$2"', ['a b', 'c']],
    ['$1', ['a', 'b']],
    ['"$@"', ['a b', 'c']],
    ['"$*"', ['a b', 'c']],
    ['x"$@"', ['xa b', 'c']],
    ['"${port[0]}" "${port[@]}"', ['80', '80']],
    ['{1..3} {3..1} {-1..1}', ['1', '2', '3', '3', '2', '1', '-1', '0', '1']],
    ['{08..10} {1..9..4} {2..2}', ['08', '09', '10', '1', '5', '9', '2']],
    ['a{b,,c}d {x,y}{1,2}', ['abd', 'ad', 'acd', 'x1', 'x2', 'y1', 'y2']],
    ['"{a,b}" {a} {{.Names}}', ['{a,b}', '{a}', '{{.Names}}']],
    ['p{1..500} {$port,a} {a,{b,c}} {a..c}', [`p${HOLE}`, HOLE, HOLE, HOLE]],
    ['$(cat f)', ['m', 'n']],
    ['"$(cat f)"', ['m n']],
    ['`cat f`', ['m', 'n']],
    ['x$(cat f)', ['xm', 'n']]
  ])('%s', (words, expected) => {
    expect(texts(words)).toEqual(expected)
  })

  test.each([
    '$nope',
    '"$nope"',
    '$3',
    '$0',
    '${port[1]}',
    '${args[5]}',
    '${#port}',
    '${!port}',
    '${port%0}',
    '${port/8/9}',
    '$((1 + 2))',
    '$(date)',
    '<(date)',
    '${nope:?not set}',
    '${nope:+x}',
    '${none:+x}'
  ])('%s is not known', words => {
    expect(texts(words)).toEqual([HOLE])
  })

  test('nobody knows the arguments of a script that nobody calls', () => {
    const alone: ShellScope = { ...scope(), positional: undefined }
    expect(fields('"$@" $1', alone).map(field => field.text.text)).toEqual([HOLE, HOLE])
  })
})

describe('defaults', () => {
  test.each<[string, string[], string[]]>([
    ['${port:-90}', ['80'], []],
    ['${port-90}', ['80'], []],
    ['${nope:-90}', ['90'], ['nope']],
    ['${nope-90}', ['90'], ['nope']],
    ['${none:-90}', ['90'], ['none']],
    ['${open:-90}', ['90'], ['open']],
    ['${none-90}', [], []],
    ['${nope:-a b}', ['a', 'b'], ['nope', 'nope']],
    ['"${nope:-a b}"', ['a b'], ['nope']],
    ['${nope:-$port}', ['80'], ['nope']],
    ['x${nope:-90}', ['x90'], ['nope']],
    ['${nope:=90}', ['90'], ['nope']],
    ['${port:?}', ['80'], []],
    ['${port:+yes}', ['yes'], []],
    ['${port+yes}', ['yes'], []],
    ['${port:+-p $two}', ['-p', 'x', 'y'], []],
    ['${port:+-p "1 2" $none}', ['-p', '1 2'], []],
    ['${port:+-p$port}', ['-p80'], []],
    ['${port:+}', [], []],
    ['x${port:+ a b }y', ['x', 'a', 'b', 'y'], []],
    ['"${port:+a b}"', ['a b'], []],
    ['${args[0]:-z}', ['-p'], []]
  ])('%s', (words, expected, assumed) => {
    const found = fields(words)
    expect(found.map(field => field.text.text)).toEqual(expected)
    expect(found.flatMap(field => field.text.assumed)).toEqual(assumed)
  })

  test.each<[string, boolean]>([
    ['${nope:=90}', true],
    ['${nope=90}', true],
    ['${nope:-90}', false]
  ])('%s sets the variable: %s', (words, sets) => {
    const variables = scope()
    fields(words, variables)
    expect(variables.known.has('nope')).toBe(sets)
  })
})

describe('places', () => {
  /** `line:column-endColumn` of each argument, from its third character on too; `file` where it stands in another one. */
  const places = (words: string): string[] =>
    fields(words).map(field => {
      const { file, line, column, endColumn } = fieldPart(field).location()
      return `${file === 'deploy.sh' ? '' : `${file} `}${line}:${column}-${endColumn}`
    })

  test.each<[string, string[]]>([
    ['a bc', ['1:5-6', '1:7-9']],
    ['"a b"', ['1:6-9']],
    ["'a b'", ['1:6-9']],
    ['$port', ['1:5-10']],
    ['"$port"', ['1:6-11']],
    ['-p$port:90', ['1:5-15']],
    ['$two', ['variables 1:1-2', 'variables 1:3-4']],
    ['"${args[@]}"', ['variables 1:1-3', 'variables 1:1-4']],
    ['1$two', ['1:5-6', 'variables 1:3-4']],
    ['${nope:-90}', ['1:5-16']],
    ["$'a b'", ['1:5-11']],
    ['a\\ b', ['1:5-9']],
    ['""', ['1:6-6']],
    ["''", ['1:6-6']],
    ['"$none"', ['1:6-6']]
  ])('%s', (words, expected) => {
    expect(places(words)).toEqual(expected)
  })

  test('a part of an argument stands at its own characters, one of a variable at the variable', () => {
    const [plain, variable] = fields('-p:8000 $two-x'.replace('$two-x', '$port'))
    expect(plain && fieldPart(plain, 3).location()).toMatchObject({ column: 8, endColumn: 12 })
    expect(plain && fieldPart(plain, 0, 2).text).toBe('-p')
    expect(variable && fieldPart(variable, 1).text).toBe('0')
    expect(variable && fieldPart(variable, 1).location()).toMatchObject({ column: 13, endColumn: 18 })
  })

  test.each<[string, boolean[], string[]]>([
    ['a', [false], ['word']],
    ['"a"', [true], ['word']],
    ["'a'", [true], ['word']],
    ['$port', [false], ['variable']],
    ['"$port"', [true], ['variable']],
    ['$two', [true, true], ['elsewhere', 'elsewhere']],
    ['"${args[@]}"', [true, true], ['elsewhere', 'elsewhere']],
    ['1$two', [false, false], ['elsewhere', 'elsewhere']],
    ['"1"$port', [true], ['word']],
    ['1$port', [false], ['word']]
  ])('%s is quoted %j, from %j', (words, quoted, from) => {
    const found = fields(words)
    expect(found.map(field => field.quoted)).toEqual(quoted)
    expect(found.map(field => field.from)).toEqual(from)
  })
})

describe('where nothing is split', () => {
  test.each<[string, string]>([
    ['$two', 'x y'],
    ['$none', ''],
    ['a$two', 'ax y'],
    ['"${args[@]}"', '-p 1 2'],
    ['plain', 'plain']
  ])('%s is %j', (word, expected) => {
    const { command, source } = commandOf(`run ${word}`)
    const [first] = command.suffix
    if (first?.type !== 'Word') throw new Error('no word')
    expect(expandText(first, source, scope()).text).toBe(expected)
  })
})

describe('heredocs', () => {
  test.each<[string, string]>([
    ['cat <<EOF\n$port \\$port \\\\ "\\"" \\d `date`\nEOF\n', `80 $port \\ "\\"" \\d ${HOLE}\n`],
    ["cat <<'EOF'\n$port \\$port \\\\\nEOF\n", '$port \\$port \\\\\n'],
    ['cat <<EOF\nplain \\$x\nEOF\n', 'plain $x\n'],
    ['cat <<EOF\na\\\nb\nEOF\n', 'ab\n'],
    ['cat <<-EOF\n\t\ta\n\tb\n  c\n\tEOF\n', 'a\nb\n  c\n'],
    ['cat <<-EOF\n\t$port\n\n\tEOF\n', '80\n\n'],
    ['cat <<EOF\n\ta\nEOF\n', '\ta\n'],
    ['cat <<EOF\n${args[@]}\nEOF\n', '-p 1 2\n'],
    ['cat <<EOF\nEOF\n', '']
  ])('%j', (script, expected) => {
    const { command, source } = commandOf(script)
    const [heredoc] = command.redirects
    if (heredoc?.type !== 'HereDoc') throw new Error('no heredoc')
    expect(expandHeredoc(heredoc, source, scope()).text).toBe(expected)
  })
})

test('says where the parser had to guess', () => {
  expect(parseShell(whole('a b')).brokenAt).toBeNull()
  expect(parseShell(whole('a "b')).brokenAt).toMatchObject({
    offset: expect.any(Number),
    message: expect.stringMatching(/\w/)
  })
})
