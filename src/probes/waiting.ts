/** Between two tries: half a second at first, then longer, at most five. */
const firstMs = 500
const growth = 1.5
const longestMs = 5000

/** Between two passing rounds: long enough for another instance, or the next second of a limit. */
const betweenPassesMs = 1000

/** Where gates of several jobs start together, each waits a little differently. */
const jitter = (ms: number): number => ms * (0.8 + Math.random() * 0.4)

/** Milliseconds before the next round, after so many rounds that failed in a row. */
export const pauseAfter = (failures: number): number =>
  failures === 0 ? betweenPassesMs : jitter(Math.min(longestMs, firstMs * growth ** (failures - 1)))
