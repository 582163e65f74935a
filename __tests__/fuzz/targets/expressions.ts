import { evaluate, substituteExpressions } from '../../../src/text/expressions.ts'
import { SourceFile } from '../../../src/text/location.ts'
import { HOLE, MappedText } from '../../../src/text/mapped-text.ts'
import { corpusCases } from '../../corpus/corpus-case.ts'
import { checkPlaces, stored } from '../checkout.ts'
import { grammar } from '../grammar.ts'
import { Broken, same, type Target } from '../target.ts'

const rules = {
  start: [
    '${{ <value> }}',
    '<text>${{ <value> }}<text>',
    '${{<value>}}${{<value>}}',
    '<text>\n${{ <value>\n }}\n<text>',
    '${{ <value>',
    '<value>'
  ],
  text: ['', 'a', ' -p ', "'", '}}', '${{', '$', '\ue000', '${{ }}', ':8000'],
  value: [
    '<atom>',
    '<value> && <value>',
    '<value> || <value>',
    '<value> == <value>',
    '<value> != <value>',
    '<value> <op> <value>',
    '(<value>)',
    '!<value>',
    '<call>',
    '<value>[<value>]',
    '<value>.<name>',
    '<value>.*',
    '<value>.*.<name>'
  ],
  op: ['<', '>', '<=', '>=', '+', '&', '|', '=', '=='],
  atom: [
    "'text'",
    'env.BIND',
    "'it''s'",
    'matrix.port',
    'secrets.X',
    'vars.BIND',
    'github.event.inputs.port',
    'true',
    'false',
    'null',
    '1',
    '-0x1F',
    '1e3',
    'NaN',
    'Infinity',
    "''",
    'inputs.port',
    "'}}'",
    'steps.a.outputs.b',
    'needs',
    'unknown.x',
    '"x"',
    '0o17',
    '-',
    "'",
    '9999999999999999999'
  ],
  name: ['port', 'BIND', '0', 'length', 'constructor', '__proto__', 'a-b', '_'],
  call: [
    "format('{0}:{1}', <value>, <value>)",
    "format('{0}{9}', <value>)",
    "format('{{{0}}}', <value>)",
    'fromJSON(<value>)',
    'fromJSON(\'[1,{"a":[]}]\')',
    'fromJSON(\'{"port":80}\').port',
    'toJSON(<value>)',
    'join(<value>, <value>)',
    "contains(<value>, 'a')",
    'startsWith(<value>, <value>)',
    'endsWith(<value>)',
    "hashFiles('**')",
    'success()',
    'failure()',
    'always()',
    'cancelled()',
    'case(<value>, <value>, <value>)',
    'nothing()',
    'format()',
    'toJSON(github)',
    'fromJSON(toJSON(<value>))'
  ]
}

const values: Readonly<Record<string, string>> = { 'env.BIND': '127.0.0.1', 'matrix.port': '8000', 'inputs.port': '' }
const lookup = (path: readonly string[]): string | undefined => values[path.join('.')]

/** `${{ … }}` within a text. */
export const expressions: Target = {
  id: 'expressions',
  seeds: corpusCases()
    .flatMap(({ files }) => [...files.values()].flatMap(text => text.match(/^.*\$\{\{.*$/gm) ?? []))
    .map(line => line.trim()),
  words: [
    '${{',
    '}}',
    "'",
    '(',
    ')',
    '[',
    ']',
    '.',
    '.*',
    '&&',
    '||',
    '!',
    '==',
    'env',
    'fromJSON(',
    'toJSON(',
    'format(',
    "'{0}'",
    ',',
    '1e9',
    '0x'
  ],
  grammar: grammar(rules),
  runs: 400,
  check(input) {
    const text = stored(input)
    const source = MappedText.whole(new SourceFile('file', text))
    const result = substituteExpressions(source, lookup)
    same('the same text is read the same twice', result.text, substituteExpressions(source, lookup).text)
    if (!text.includes('${{') && result.text !== text) throw new Broken('a text without expressions stays', text)
    const before = text.slice(0, Math.max(0, text.indexOf('${{')))
    if (!result.text.startsWith(before)) throw new Broken('what stands before the first expression stays', text)
    const places = Array.from({ length: Math.min(40, result.text.length) }, (_, at) =>
      result.slice(at, at + 1).location()
    )
    checkPlaces([result.location(), ...places], new Map([['file', text]]))
    const alone = evaluate(text, lookup)
    return [
      alone === null ? 'none' : `value ${alone.assumed.length} ${Number.isNaN(Number(alone.text))}`,
      `${result.text === text} ${result.text.includes(HOLE)} ${result.assumed.length}`
    ]
  }
}
