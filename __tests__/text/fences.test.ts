import { expect, test } from 'vitest'
import { fencesOf } from '../../src/text/fences.ts'
import { SourceFile } from '../../src/text/location.ts'
import { MappedText } from '../../src/text/mapped-text.ts'

const fences = (markdown: string) =>
  fencesOf(MappedText.whole(new SourceFile('README.md', markdown))).map(({ language, text }) => ({
    language,
    text: text.text,
    line: text.location().line
  }))

test('takes the language in lower case and the lines between', () => {
  expect(fences('# a\n```NGINX title="x"\nlisten 80;\n```\n')).toEqual([
    { language: 'nginx', text: 'listen 80;\n', line: 3 }
  ])
})

test('a longer mark and tildes hold shorter marks and backquotes', () => {
  expect(fences('````\n```\na\n```\n````\n~~~sh\n```\n~~~\n').map(({ text }) => text)).toEqual([
    '```\na\n```\n',
    '```\n'
  ])
})

test('the indentation of a list, a quotation and a prompt are no part of the text', () => {
  expect(fences('1. a\n   ```sh\n   $ caddy run\n     b\n   ```\n').map(({ text }) => text)).toEqual([
    'caddy run\n  b\n'
  ])
  expect(fences('> ```\n> a\n> ```\n').map(({ text }) => text)).toEqual(['a\n'])
})

test.each<[string, string, string[]]>([
  ['a mark within a line', 'a ```sh\nx\n```\n', []],
  ['a mark after blanks', '  ```sh  \nx\n  ```\n', ['sh x\n']],
  ['words after the language', '```c++ title\nx\n```\n', ['c++ x\n']],
  ['words that are no language', '```{.sh}\nx\n```\n', [' x\n']],
  ['no language', '``` \nx\n```\n', [' x\n']],
  ['a closing mark with words', '```\nx\n``` y\n```\n', [' x\n``` y\n']],
  ['a longer closing mark', '```\nx\n`````\n', [' x\n']],
  ['another mark', '```\nx\n~~~\n```\n', [' x\n~~~\n']],
  ['the end of the file without a line break', '```\nx\n```', [' x\n']],
  ['two of them', '```a\nx\n```\ny\n~~~b\nz\n~~~\n', ['a x\n', 'b z\n']],
  ['100,000 characters', `\`\`\`\n${'x'.repeat(99_999)}\n\`\`\`\n`, [` ${'x'.repeat(99_999)}\n`]],
  ['more than that', `\`\`\`\n${'x'.repeat(100_000)}\n\`\`\`\n`, []]
])('%s', (_, markdown, expected) => {
  expect(fences(markdown).map(({ language, text }) => `${language} ${text}`)).toEqual(expected)
})

test('what is never closed, or empty, is no fence', () => {
  expect(fences('```\na\n')).toEqual([])
  expect(fences('```\n```\n')).toEqual([])
})

test('blanks by the thousand in an info string cost no time', () => {
  const start = performance.now()
  expect(fences(`\`\`\`a${' '.repeat(200_000)}b\nx\n\`\`\`\n`)).toHaveLength(1)
  expect(performance.now() - start).toBeLessThan(1_000)
})
