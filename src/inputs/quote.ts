import { visible } from '../reports/escape.ts'

const longest = 120

/** A value as it is quoted back: short, on one line, without passwords and keys that went into the wrong input. */
export function quote(value: string): string {
  const plain = value
    .replace(/\/\/[^/\s]*@/g, '//***@')
    .replace(/([^\s:/@]+):(?!\/\/)[^\s@]+@/g, '$1:***@')
    .replace(/-----BEGIN[\s\S]*/, '-----BEGIN ***')
    .replace(/\b(sk|rk|pk|whsec|ghp|ghs|gho|github_pat)_[\w+/=-]{6,}/g, '$1_***')
  const short = plain.length > longest ? `${plain.slice(0, longest)}…` : plain
  return `"${visible(short)}"`
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${conjunction} ${last}`
}
