import { HOLE, MappedText } from './mapped-text.ts'

/** No person writes more by hand; a longer range is left unknown. */
const most = 64

/** What `{1..3}` and `{blue,green}` come to (bash(1), Brace Expansion); unknown for what holds variables, quotes or braces itself. */
export function expandBraces(written: MappedText): readonly MappedText[] {
  const inner = written.slice(1, written.text.length - 1)
  const ends = /^(-?\d+)\.\.(-?\d+)(?:\.\.-?(\d+))?$/.exec(inner.text)
  const texts =
    ends === null
      ? Array.from(inner.text.matchAll(/(?<=^|,)[^,]*/g), ({ index, 0: part }) =>
          inner.slice(index, index + part.length)
        )
      : numbers(ends).map(number => MappedText.standingFor(written, number))
  const isKnown = !/[{}$"'`\\]|\.\./.test(ends === null ? inner.text : '') && texts.length <= most
  return isKnown ? texts : [MappedText.standingFor(written, HOLE)]
}

/** Stops one past the bound, so that who asks sees it was too much. */
function numbers([, from = '', to = '', by = '1']: readonly (string | undefined)[]): readonly string[] {
  const [first, last, step] = [Number(from), Number(to), Math.max(1, Number(by))]
  const count = Math.min(most + 1, Math.floor(Math.abs(last - first) / step) + 1)
  const width = /^-?0\d/.test(from) || /^-?0\d/.test(to) ? Math.max(from.length, to.length) : 0
  return Array.from({ length: count }, (_, nth) =>
    `${first + nth * step * Math.sign(last - first)}`.padStart(width, '0')
  )
}
