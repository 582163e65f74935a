import type { Report } from './report.ts'
import { renderSarif } from './sarif.ts'

/** The file that the `sarif` input names. That it cannot be written is told, and is no reason to fail a deploy. */
export const sarifFile: Report = {
  id: 'sarif-file',
  deliver(outcome, context, host) {
    if (context.sarifPath === null) return
    try {
      host.write(context.sarifPath, renderSarif(outcome, context))
    } catch (error) {
      const message = `sarif: ${error instanceof Error ? error.message : String(error)}`
      host.log(message)
      host.annotate({ level: 'warning', title: 'sarif', message, at: null })
    }
  }
}
