/** A part of a Markdown page: rows that may be cut between lines that may not. */
export interface Block {
  readonly head: readonly string[]
  readonly rows: readonly string[]
  readonly foot: readonly string[]
  /** Says how many rows are missing. */
  cut(missing: number): string
}

/** Text that is never cut, or goes as a whole. */
export const text = (...lines: readonly string[]): Block => ({ head: lines, rows: [], foot: [], cut: () => '' })

/** A table; `missing` names what its rows are. */
export const table = (
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  missing: string,
  foot: readonly string[] = []
): Block => ({
  head: [row(columns), row(columns.map(() => '---'))],
  rows: rows.map(row),
  foot: ['', ...foot],
  cut: count =>
    row([`${count} more ${missing}, cut to fit: they are all in report.json`, ...columns.slice(1).map(() => '')])
})

/** Lines, or paragraphs, that may go from the end on. */
export const rows = (lines: readonly string[], cut: Block['cut']): Block => ({ head: [], rows: lines, foot: [], cut })

/** A part that opens where somebody wants it. */
export const folded = (label: string, { head, rows, foot, cut }: Block, open = false): Block => ({
  head: [`<details${open ? ' open' : ''}><summary>${label}</summary>`, '', ...head],
  rows,
  foot: [...foot, '</details>', ''],
  cut
})

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const bytesOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0)

const lastWord = 'The rest is cut to fit: it is all in report.json.'

/**
 * Joins blocks into at most `most` bytes. Rows are cut first, from the end of the largest table on; then whole blocks,
 * from the last on. A table or a code block is never left half open, and what was cut is said.
 */
export function joinWithin(blocks: readonly Block[], most: number): string {
  const frame = blocks.map(block => bytesOf([...block.head, ...block.foot, block.cut(block.rows.length)]))
  const kept = framesWithin(frame, most - Buffer.byteLength(lastWord) - 2)
  let room = most - frame.slice(0, kept).reduce((sum, size) => sum + size, 0) - Buffer.byteLength(lastWord) - 2
  // Small tables first: they are shown whole, and the largest one bears the cut.
  const shown = new Map<Block, number>()
  for (const block of blocks.slice(0, kept).toSorted((a, b) => a.rows.length - b.rows.length)) {
    const count = rowsWithin(block.rows, room)
    room -= bytesOf(block.rows.slice(0, count))
    shown.set(block, count)
  }
  const lines = blocks.slice(0, kept).flatMap(block => {
    const count = shown.get(block) ?? 0
    const missing = block.rows.length - count
    return [...block.head, ...block.rows.slice(0, count), ...(missing > 0 ? [block.cut(missing)] : []), ...block.foot]
  })
  return `${[...lines, ...(kept < blocks.length ? ['', lastWord] : [])].join('\n')}\n`
}

function framesWithin(sizes: readonly number[], room: number): number {
  let used = 0
  const over = sizes.findIndex(size => {
    used += size
    return used > room
  })
  return over === -1 ? sizes.length : over
}

function rowsWithin(rows: readonly string[], room: number): number {
  let used = 0
  const over = rows.findIndex(line => {
    used += Buffer.byteLength(line) + 1
    return used > room
  })
  return over === -1 ? rows.length : over
}
