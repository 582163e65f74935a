import type { FlagTable } from './flags.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/**
 * Flags of `run` and `create` of docker (docker/cli `opts.go`, 28f7560), podman and nerdctl together: no flag that two of them
 * share differs in whether it takes a value.
 */
export const runFlags: FlagTable = {
  values: words(`
  add-host annotation arch attach authfile blkio-weight blkio-weight-device cap-add cap-drop cert-dir cgroup-
  conf cgroup-parent cgroupns cgroups chrootdirs cidfile cosign-certificate-identity cosign-certificate-
  identity-regexp cosign-certificate-oidc-issuer cosign-certificate-oidc-issuer-regexp cosign-key cpu-count cpu-
  percent cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus cpuset-mems creds
  decryption-key detach-keys device device-cgroup-rule device-read-bps device-read-iops device-write-bps device-
  write-iops dns dns-opt dns-option dns-search domainname entrypoint env env-file env-merge expose gidmap gpus
  group-add group-entry health-cmd health-interval health-log-destination health-max-log-count health-max-log-
  size health-on-failure health-retries health-start-interval health-start-period health-startup-cmd health-
  startup-interval health-startup-retries health-startup-success health-startup-timeout health-timeout hostname
  hosts-file hostuser image-volume init-binary init-path io-maxbandwidth io-maxiops ip ip6 ipc ipfs-address
  isolation kernel-memory label label-file link link-local-ip log-driver log-opt mac-address memory memory-
  reservation memory-swap memory-swappiness mount name net net-alias network network-alias oom-score-adj os
  passwd-entry personality pid pidfile pids-limit platform pod pod-id-file preserve-fd preserve-fds publish pull
  rdt-class requires restart retry retry-delay runtime sdnotify seccomp-policy secret security-opt shm-size shm-
  size-systemd signature-policy stop-signal stop-timeout storage-opt subgidname subuidname sysctl systemd
  timeout tmpfs tz uidmap ulimit umask unsetenv user userns uts variant verify volume volume-driver volumes-from
  workdir
  `),
  switches: words(`
  detach disable-content-trust env-host help http-proxy init interactive no-healthcheck no-hostname no-hosts
  oom-kill-disable passwd privileged publish-all quiet read-only read-only-tmpfs replace rm rmi rootfs sig-proxy
  tls-verify tty unsetenv-all use-api-socket
  `),
  short: {
    a: 'attach',
    c: 'cpu-shares',
    d: 'detach',
    e: 'env',
    h: 'hostname',
    i: 'interactive',
    l: 'label',
    m: 'memory',
    p: 'publish',
    P: 'publish-all',
    q: 'quiet',
    t: 'tty',
    u: 'user',
    v: 'volume',
    w: 'workdir'
  }
}

/** Flags of `docker service create` (docker/cli `cli/command/service/opts.go`). */
export const serviceFlags: FlagTable = {
  values: words(`
  cap-add cap-drop config constraint container-label credential-spec dns dns-option dns-search endpoint-mode
  entrypoint env env-file generic-resource group health-cmd health-interval health-retries health-start-interval
  health-start-period health-timeout host hostname isolation label limit-cpu limit-memory limit-pids log-driver
  log-opt max-concurrent memory-swap memory-swappiness mode mount name network oom-score-adj placement-pref publish
  replicas replicas-max-per-node reserve-cpu reserve-memory restart-condition restart-delay restart-max-attempts
  restart-window rollback-delay rollback-failure-action rollback-max-failure-ratio rollback-monitor rollback-order
  rollback-parallelism secret stop-grace-period stop-signal sysctl ulimit update-delay update-failure-action
  update-max-failure-ratio update-monitor update-order update-parallelism user workdir
  `),
  switches: words('detach help init no-healthcheck no-resolve-image quiet read-only tty with-registry-auth'),
  short: { d: 'detach', e: 'env', l: 'label', p: 'publish', q: 'quiet', t: 'tty', u: 'user', w: 'workdir' }
}

/** Flags of `docker network create`. */
export const networkFlags: FlagTable = {
  values: words('aux-address config-from driver gateway ip-range ipam-driver ipam-opt label opt scope subnet'),
  switches: words('attachable config-only ingress internal ipv4 ipv6'),
  short: { d: 'driver', o: 'opt' }
}

/** `docker network connect`. */
export const connectFlags: FlagTable = {
  values: words('alias driver-opt gw-priority ip ip6 link link-local-ip mac-address'),
  switches: new Set(),
  short: {}
}

/** Flags between `docker` and its subcommand. */
export const globalFlags: FlagTable = {
  values: words(
    'config context host log-level tlscacert tlscert tlskey url connection identity namespace address cgroup-manager data-root storage-driver root runroot'
  ),
  switches: words('debug tls tlsverify version remote'),
  short: { c: 'context', D: 'debug', H: 'host', l: 'log-level', v: 'version', n: 'namespace', a: 'address' }
}
