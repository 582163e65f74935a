/** Samples, backups and what is switched off by its name: no proxy reads them. */
const inactive =
  /(?:\.(?:sample|example|disabled|bak|backup|orig|old|save|dist|swp|rpmnew|dpkg-\w+)|~)$|(?:^|\/)node_modules\//i

/** Files whose format is something else, whatever they hold or are called. */
const foreign =
  /\.(?:md|mdx|rst|adoc|html?|css|scss|[cm]?[jt]sx?|vue|py|rb|go|rs|java|kt|php|pl|lua|cs|sh|bash|zsh|fish|ps1|bat|cmd|sql|tf|hcl|lock|log|csv|xml|svg|patch|diff)$/i

/** True where a file of this name holds something else than a config. */
export const isForeign = (path: string): boolean => foreign.test(path)

/** True where a file of this name could be a proxy's active config. */
export const isActiveConfig = (path: string): boolean => !inactive.test(path) && !isForeign(path)

const structured = /\.(?:ya?ml|json|toml)(?:\.(?:j2|erb|tmpl|tpl|template))?$/i

/** True for the name of a YAML, JSON or TOML file, a template of one too. */
export const isStructured = (path: string): boolean => structured.test(path)
