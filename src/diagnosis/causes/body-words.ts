/** How handlers say that a parser took the raw body; that it is to be raw stands in many a proper refusal too. */
export const rawBodyWords =
  /must be provided as a string or a Buffer|(?<!\bor (the )?)\braw ?(request )?body\b[^.!?\n]{0,30}\b(missing|undefined|null|empty|required|unavailable|not (available|found|present|set|enabled|provided))\b|\b(missing|no) (the )?raw ?(request )?body\b(?! (or|and)\b)|\breq(uest)?\.rawBody\b/i
