import picomatch from 'picomatch'

/** Whether a path fits the pattern; with `dot`, names that begin with one fit a star too. */
export const globMatcher = (pattern: string, { dot = false } = {}): ((path: string) => boolean) =>
  picomatch(pattern, { dot })
