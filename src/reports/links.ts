import type { ReportContext } from './report.ts'

const ownRepository = 'webhook-reach-check/webhook-reach-check'

/** The repository that the documentation is in: the one the action runs from, which may be a fork of ours. */
export const documentationRepository = (actionRepository: string): string =>
  /^[\w.-]+\/[\w.-]+$/.test(actionRepository) ? actionRepository : ownRepository

const page = (context: Pick<ReportContext, 'repository'>, path: string): string =>
  `https://github.com/${context.repository}/blob/v1/docs/${path}.md`

/** The page of a rule. */
export const rulePage = (context: Pick<ReportContext, 'repository'>, id: string): string => page(context, `rules/${id}`)

/** The page of a diagnosis, a warning, or a finding on the server. */
export const diagnosisPage = (context: Pick<ReportContext, 'repository'>, code: string): string =>
  page(context, `diagnoses/${code}`)

/** A path as part of a URL. */
export const encodePath = (path: string): string =>
  path
    .split('/')
    .map(segment => encodeURIComponent(segment.toWellFormed()))
    .join('/')

/** A webhook URL as it is shown: without the credentials in it. */
export const shownUrl = (url: string): string => url.replace(/^(https?:\/\/)[^/?#]*@/i, '$1***@')
