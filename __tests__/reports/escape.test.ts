import fc from 'fast-check'
import { marked, type Token, type Tokens } from 'marked'
import { describe, expect, test } from 'vitest'
import { code, codeBlock, excerpt, logLine, logLines, mermaidLabel, prose, visible } from '../../src/reports/escape.ts'
import { hostileTexts } from './samples.ts'

/** Pieces that mean something to somebody, in any order, and any text. */
const anyText = fc.oneof(
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...hostileTexts),
        fc.constantFrom(...'`|<>[]()!*_~\\&:@#\n\r\t -+=.$"\'{}/%'),
        fc.constantFrom('://', 'www.', 'http', '##[', '::', '<b ', '```', '&#x3c;', '\\|', 'a', '7')
      ),
      { maxLength: 14 }
    )
    .map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 })
)

const examples = hostileTexts.map((text): [string] => [text])
const forAll = (check: (text: string) => void): void =>
  fc.assert(
    fc.property(anyText, text => {
      check(text)
    }),
    { numRuns: 3000, examples }
  )

/** What .NET's TrimStart takes away before the runner looks for `::`. */
const dotNetBlank = /^[\s\u0085\u180e\u200b\ufeff]*/

describe('the log', () => {
  test('no line is an order to the runner', () => {
    forAll(text => {
      for (const line of logLines(text)) {
        expect(line.replace(dotNetBlank, '')).not.toMatch(/^::/)
        expect(line).not.toContain('##[')
        expect(line).not.toMatch(/[\r\n]/)
      }
    })
  })

  test('no character moves or hides others', () => {
    forAll(text => expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u))
  })

  test('plain text stays as it is', () => {
    for (const line of ['docker run -p 127.0.0.1:8000:8000 app', 'listens on [::1]:8000', 'C++ ::1 — ä 漢字 😀'])
      expect(logLine(line)).toBe(line)
  })

  test('what is shown is what was there', () => {
    expect(visible('a\u001b[0m\t\u202e\u{e0041}\n')).toBe('a\\x1b[0m\\t\\u202e\\u{e0041}\\n')
  })
})

/** Every token but those of plain text, at any depth. */
function markup(markdown: string): readonly string[] {
  const found: string[] = []
  marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token: Token) => {
    if (!['text', 'escape', 'paragraph', 'space'].includes(token.type)) found.push(token.type)
  })
  return found
}

const tableOf = (cell: string): Tokens.Table | null => {
  const [first, ...more] = marked.lexer(`| a | b |\n| --- | --- |\n| ${cell} | end |\n`, { gfm: true })
  return first?.type === 'table' && more.length === 0 ? (first as Tokens.Table) : null
}

describe('Markdown', () => {
  test('prose makes no element but code spans', () => {
    forAll(text => expect(markup(prose(text)).filter(type => type !== 'codespan')).toEqual([]))
  })

  test('prose stays in its cell', () => {
    forAll(text => {
      const row = tableOf(prose(text))?.rows
      expect(row).toHaveLength(1)
      expect(row?.[0]?.[1]?.text).toBe('end')
      const inside = row?.[0]?.[0]?.tokens ?? []
      expect(inside.filter(({ type }) => !['text', 'escape', 'codespan'].includes(type))).toEqual([])
    })
  })

  test('a code span is one code span that shows the very text', () => {
    forAll(text => {
      const shown = visible(text)
      if (shown === '') return
      const tokens = marked.Lexer.lexInline(code(text, false), { gfm: true })
      expect(tokens.map(({ type }) => type)).toEqual(['codespan'])
      const [{ text: inner = '' } = {}] = tokens as Tokens.Codespan[]
      expect(inner.trim()).toBe(shown.trim())
    })
  })

  test('a code span stays in its cell', () => {
    forAll(text => {
      if (visible(text) === '') return
      const row = tableOf(code(text))?.rows[0]
      expect(row?.[1]?.text).toBe('end')
      const types = new Set(row?.[0]?.tokens.map(({ type }) => type))
      expect(
        [...types].filter(type => !(text.includes('\\|') ? ['text', 'escape'] : ['codespan']).includes(type))
      ).toEqual([])
    })
  })

  test('a code block ends where it should', () => {
    forAll(text => {
      const tokens = marked.lexer(codeBlock(text.split('\n'), 'text').join('\n'), { gfm: true })
      expect(tokens.map(({ type }) => type)).toEqual(['code'])
    })
  })

  test('what people search for is found again', () => {
    for (const text of [
      'proxy_pass to 127.0.0.1:8000',
      'deploy/nginx.conf:14',
      'port 8000-8002',
      'exit 1; see README.md'
    ])
      expect(prose(text)).toBe(text)
  })

  test('backticks in our own sentences are code', () => {
    expect(prose('Set `fail-on` to <never>.')).toBe('Set `fail-on` to &lt;never&gt;.')
  })

  test('nobody is mentioned', () => {
    forAll(text => {
      marked.walkTokens(marked.lexer(prose(text), { gfm: true }), token => {
        if (token.type === 'text') expect(token.raw).not.toMatch(/@\w/)
      })
    })
  })
})

test('a Mermaid label is one quoted string of plain characters', () => {
  forAll(text => expect(mermaidLabel(text)).toMatch(/^"([\p{L}\p{N} .,:/()%+_…·✓✗–-]|#\d+;)*"$/u))
})

test('an excerpt is short', () => {
  forAll(text => expect(excerpt(text).length).toBeLessThanOrEqual(200))
})
