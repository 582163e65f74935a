import type { Level } from '../model/finding.ts'
import type { Location } from '../text/location.ts'

/** What reading a file came to: its text, or why there is none. */
export type ReadResult = { readonly text: string } | { readonly unreadable: string }

/** The checkout. Paths are relative to its root with forward slashes; nothing outside it is ever opened. */
export interface Files {
  /** Every file below the root in a stable order, bounded, without `.git`, installed dependencies and links that lead out. */
  list(): readonly string[]
  /** The text of a file, at most 1 MiB of UTF-8; null where there is no such file. */
  read(path: string): ReadResult | null
  exists(path: string): boolean
  /** What `list` leaves out and why, once it was asked: links that lead out, folders that cannot be read, what is beyond the bound. */
  readonly unlisted?: () => readonly { readonly file: string; readonly reason: string }[]
}

/** Time, so that waiting can be tested. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Milliseconds from an arbitrary start, never going back. */
  elapsed(): number
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** From now on whoever calls the run off (a cancelled job, Ctrl-C) aborts this instead of ending it at once. */
  interrupted?(): AbortSignal
}

/** Why a step on the network failed: Node's or OpenSSL's code, or `PHASE_TIMEOUT` for a deadline of our own. */
export interface NetworkError {
  readonly code: string
  readonly message: string
  /** Number of the TLS alert the server sent (RFC 8446 6.2). */
  readonly alert: number | null
}

/** What one DNS question came to. */
export interface DnsAnswer {
  readonly addresses: readonly string[]
  /** `ENOTFOUND`, `ENODATA`, `ESERVFAIL`, …; null where addresses came. */
  readonly error: string | null
}

/** One certificate of the chain, as far as it is judged. */
export interface Certificate {
  readonly subject: string
  readonly issuer: string
  /** As Node prints it: `DNS:a.example, IP Address:…`; null where there is none. */
  readonly altNames: string | null
  /** Milliseconds since the epoch. */
  readonly validFrom: number
  readonly validTo: number
  /** True where Node's store or `NODE_EXTRA_CA_CERTS` holds it; asked only where the chain is not trusted. */
  readonly inStore: boolean
}

/** What one handshake showed. The certificate is not enforced here: whoever reads this judges it. */
export interface TlsOutcome {
  readonly ms: number
  /** Null where the handshake came to its end. */
  readonly error: NetworkError | null
  readonly protocol: string | null
  /** True where both sides had come as far as keys: a refusal after that is no matter of ciphers. */
  readonly keysAgreed: boolean
  /** From the leaf upwards; empty where the handshake failed. */
  readonly chain: readonly Certificate[]
  /** OpenSSL's word on the chain, null where it is trusted. */
  readonly trustError: NetworkError | null
  /** Why the certificate is not for this name, null where it is. */
  readonly nameError: string | null
}

export interface HttpRequest {
  readonly url: URL
  readonly method: 'GET' | 'POST'
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** What one request came to. Status and headers may be there though the body failed. */
export interface HttpOutcome {
  readonly ms: number
  readonly error: NetworkError | null
  readonly status: number | null
  /** Names in lower case; repeated ones joined with a comma. */
  readonly headers: Readonly<Record<string, string>>
  /** At most 64 KiB, read as UTF-8. */
  readonly body: string
  /** True where more than that came. */
  readonly truncated: boolean
}

/** An open connection to one address. Use it for one request, then close it. */
export interface Connection {
  readonly ms: number
  /** Our end; the target's own address where the target is this machine. */
  readonly localAddress: string
  secure(host: string, timeoutMs: number): Promise<TlsOutcome>
  request(request: HttpRequest, timeoutMs: number): Promise<HttpOutcome>
  /** Listens for `silentMs`, then sends `text` and listens again: what a server that speaks no TLS says. */
  peek(text: string, silentMs: number, timeoutMs: number): Promise<Peek>
  close(): void
}

export interface Peek {
  /** True where the server hung up before it was sent anything. */
  readonly closedUnasked: boolean
  /** The first bytes that came, at most 512, as Latin-1. */
  readonly said: string
}

/** The network as the probes need it: every call is bounded in time, none throws, none decides anything. */
export interface Network {
  /** A or AAAA on the wire, from the system's DNS servers. */
  query(name: string, family: 4 | 6, timeoutMs: number): Promise<DnsAnswer>
  /** The system's resolver: hosts file, NSS, split DNS and all. `family` is the only one wanted, 0 for both. */
  lookup(name: string, timeoutMs: number, family?: 0 | 4 | 6): Promise<DnsAnswer>
  /** Connects to an IP address; never to a name, so that no address hides behind another. */
  connect(address: string, port: number, timeoutMs: number): Promise<Connection | NetworkError>
  /** Addresses of this machine's own interfaces. */
  ownAddresses(): readonly string[]
  /** The proxy that programs here are told to take for this URL (`HTTPS_PROXY`, `NO_PROXY`), or null. */
  egressProxy(url: URL): string | null
}

/** A command to run on this machine. `input` is what it reads on standard input. */
export interface CommandRequest {
  readonly command: string
  readonly args: readonly string[]
  readonly input: string
  readonly timeoutMs: number
}

/** What a command came to; its output is cut at 512 KiB. */
export interface CommandOutcome {
  /** Null where it did not start or did not end by itself. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  /** Why it did not start; null where it did. */
  readonly error: string | null
  readonly timedOut: boolean
  readonly ms: number
}

/** Commands of this machine: bounded in time, never throws, without the runner's inputs and tokens in the environment. */
export interface Commands {
  run(request: CommandRequest): Promise<CommandOutcome>
}

/** Files that nobody else may read (an ssh key). The `post` step removes them where the run itself could not. */
export interface SecretFiles {
  /** Writes them into a new folder and returns its path; throws an Error that says what failed. */
  create(files: Readonly<Record<string, string>>): string
  remove(folder: string): void
}

/** A message on the pull request or in the log. */
export interface Annotation {
  readonly level: Level
  readonly title: string
  readonly message: string
  readonly at: Location | null
}

/** How results are wanted: through the runner's channels, or as one document on standard output. */
export type Format = 'github' | 'text' | 'json' | 'sarif'

/** The runner, or a terminal: whoever called. */
export interface Host {
  readonly format: Format
  /** True where colours are seen: a terminal without NO_COLOR. */
  readonly color: boolean
  /** The raw text of an input, empty where it was not given. */
  input(name: string): string
  /** An environment variable, empty where it is unset. */
  env(name: string): string
  readonly files: Files
  readonly clock: Clock
  /** Loads what speaks to the network, which linting never does. */
  network(): Promise<Network>
  /** Loads what runs programs, which only the look at a server does. */
  commands(): Promise<Commands>
  readonly secretFiles: SecretFiles
  /** Never print this, anywhere, from now on. */
  mask(secret: string): void
  /** The text without what was masked, for what leaves by a way of its own (a comment). */
  redact(text: string): string
  /** A line for people; foreign text in it is made harmless here. */
  log(line: string): void
  debug(line: string): void
  /** Writes a whole document to standard output as it is; nothing else goes there on a terminal. */
  print(document: string): void
  annotate(annotation: Annotation): void
  setOutput(name: string, value: string): void
  /** Writes the step summary; on a terminal, nothing. */
  summarize(markdown: string): void
  /** Folder for what only this run needs. */
  readonly temporary: string
  /**
   * Writes a report (report.json, SARIF, fixes) and returns its path; throws an Error that says what failed. A relative
   * path starts at the checkout and stays in it. With `start`, a file that begins otherwise is not replaced.
   */
  write(path: string, text: string, start?: string): string
  /** Ends the run as failed, with this as the last word; an empty one leaves it at the exit code, where a terminal has seen it all. */
  fail(message: string): void
  /** Ends the run because of bad inputs, one sentence each: exit 1 on the runner, 2 on a terminal. */
  refuse(problems: readonly string[]): void
}
