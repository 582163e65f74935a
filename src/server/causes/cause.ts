import type { Level } from '../../model/finding.ts'
import type { Sight } from '../sight.ts'

/** What a cause came to on this server. */
export interface Seen {
  readonly level: Level
  /** What is the case, in one sentence. */
  readonly message: string
  /** What to do about it. */
  readonly fix: string
}

/** One thing on a server that keeps a webhook from its app. Nothing is concluded from what was not looked at. */
export interface ServerCause {
  readonly code: string
  see(sight: Sight): Seen | null
}

/** The command that sets up nginx for what was seen. */
export const setupCommand = ({ facts }: Sight): string =>
  `sudo bash setup_nginx_webhook.sh --domain ${facts.asked.domain || 'your-domain.com'} --port ${facts.appPort ?? 8000} --certbot`

/** Where the set-up script comes from; said once, in the fix that names it. */
export const setupFix = (sight: Sight): string =>
  `On the server run: ${setupCommand(sight)} (the script is in the folder that \`fix-dir\` names, and in \`server/\` of this action's repository).`
