import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const elsewhere = new Set(['node_modules', '.git', 'coverage', 'lib'])

/** Every file of the repository, whether git knows it yet or not. */
export function repositoryFiles(folder = '.'): readonly string[] {
  return readdirSync(folder).flatMap(name => {
    if (elsewhere.has(name)) return []
    const path = join(folder, name)
    return statSync(path).isDirectory() ? repositoryFiles(path) : [path]
  })
}

/** Source files of the program itself. */
export const sourceFiles = (): readonly string[] => repositoryFiles('src').filter(path => path.endsWith('.ts'))

export const read = (path: string): string => readFileSync(path, 'utf8')

/** A source without its comments and regular text that only speaks of code. */
export const codeOf = (path: string): string =>
  read(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')

/** Pages that people read. */
export const pages = (): readonly string[] => repositoryFiles().filter(path => /^(?!__tests__).*\.md$/.test(path))

/** Fenced blocks of a language in a page. */
export function fences(page: string, language: string): readonly string[] {
  const blocks = read(page).matchAll(/^(`{3,})(\w*)\n([\s\S]*?)\n\1$/gm)
  return [...blocks].filter(([, , named]) => named === language).map(([, , , text = '']) => text)
}
