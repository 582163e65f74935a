/**
 * Lets the run go on where nobody takes what it says: `… | head` closes the pipe early, which is no error of ours. A
 * disk that is full is one, since whoever asked for the document has half of it.
 */
export function surviveClosedStreams(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code }: NodeJS.ErrnoException) => {
      if (code !== 'ENOSPC' || process.exitCode === 1) return
      process.exitCode = 1
      if (stream === process.stdout) process.stderr.write('Standard output could not be written: the disk is full.\n')
    })
  }
}
