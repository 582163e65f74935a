import { proxyTarget } from './proxies.ts'

export const traefik = proxyTarget({
  id: 'traefik',
  formats: ['traefik'],
  folders: ['traefik'],
  comment: '# a comment',
  rules: {
    start: [
      'http:\n  routers:\n    <router@4>\n  services:\n    <service@4>\n',
      'http:\n  routers:\n    <router@4>\n    <router@4>\n  services:\n    <service@4>\n  middlewares:\n    <middle@4>\n',
      'entryPoints:\n  <entry@2>\nproviders: {file: {filename: x}}\n',
      'tcp:\n  routers:\n    <router@4>\n  services:\n    <service@4>\n'
    ],
    name: ['app', 'web', 'websecure', 'a-b', 'x@file'],
    router: [
      '<name>:\n  rule: "<rule>"\n  service: <name>\n  entryPoints: [<name>]\n  tls: {}',
      '<name>:\n  rule: <rule>\n  service: app\n  middlewares: [<name>]',
      "<name>: {rule: '<rule>', service: app, tls: {certResolver: le}, priority: 10}",
      '<name>:\n  <<: *a',
      '<name>: &a\n  rule: <rule>'
    ],
    rule: [
      'Host(`<domain>`)',
      'Host(`<domain>`, `b.com`) && PathPrefix(`<path>`)',
      'Path(`<path>`) || !Method(`POST`)',
      'HostSNI(`*`)',
      '(Host(`a`)',
      'PathRegexp(`<pattern>`)',
      'HostRegexp(`{sub:[a-z]+}.x`)',
      'ClientIP(`10.0.0.0/8`)',
      'Host(\\"a\\")',
      '!PathPrefix(`<path>`)',
      'Query(`a`, `b`)',
      ''
    ],
    service: [
      '<name>:\n  loadBalancer:\n    servers:\n      - url: http://<upstream>',
      '<name>: {loadBalancer: {servers: [{url: "http://<upstream>/x"}, {address: "<upstream>"}]}}',
      '<name>:\n  weighted:\n    services: [{name: <name>, weight: 1}]',
      '<name>: {mirroring: {service: <name>}}',
      '<name>: {failover: {service: a, fallback: b}}'
    ],
    middle: [
      '<name>: {redirectScheme: {scheme: https}}',
      '<name>: {basicAuth: {users: [x]}}',
      '<name>: {ipAllowList: {sourceRange: [<host>/8]}}',
      '<name>: {chain: {middlewares: [<name>]}}',
      '<name>: {stripPrefix: {prefixes: [<path>]}}',
      '<name>: {forwardAuth: {address: x}}',
      '<name>: {redirectRegex: {regex: "<pattern>", replacement: x}}',
      '<name>: {buffering: {maxRequestBodyBytes: 1}}',
      '<name>: {digestAuth: {}}'
    ],
    entry: [
      '<name>: {address: ":<port>"}',
      'web:\n  address: "<host>:<port>/tcp"\n  http: {tls: {}, redirections: {entryPoint: {to: websecure}}}',
      '<name>: {address: <port>, asDefault: true}',
      '<name>:'
    ]
  }
})

export const toml = proxyTarget({
  id: 'toml',
  formats: ['traefik-toml'],
  folders: ['traefik/toml'],
  // What its parser read in another way than it is written stands at the start of the file.
  comment: null,
  rules: {
    start: [
      '[http.routers.<name>]\n<lines>\n[http.services.<name>.loadBalancer]\n[[http.services.<name>.loadBalancer.servers]]\nurl = "http://<upstream>"\n',
      '[entryPoints.web]\naddress = ":<port>"\n',
      '<lines>',
      '[http.services]\n[http.services.app.loadBalancer]\nservers = [{url = "http://<upstream>"}, {url = \'http://<upstream>\'}]\n<lines>'
    ],
    name: ['app', 'web', '"a.b"', 'a-b'],
    lines: ['<line>', '<line>\n<lines>', '<line>\n<lines>'],
    line: [
      'rule = "Host(`<domain>`) && PathPrefix(`<path>`)"',
      "rule = 'PathRegexp(`<pattern>`)'",
      'service = "<name>"',
      'entryPoints = ["web", "<name>"]',
      'tls = {}',
      '[http.routers.a.tls]',
      'x = """\na\\\n  b\n"""',
      'a.b.c = 1979-05-27T07:32:00Z',
      'n = 0x1F',
      "u = '''\n'''",
      'i = [1, [2, {a = 1}],\n# c\n]',
      'middlewares = ["x"]',
      '"quoted key" = "\\u00e9"',
      'address = ":<port>"',
      '[[http.middlewares.x.basicAuth.users]]',
      '[http.middlewares.x.redirectScheme]',
      'scheme = "https"',
      'url = "http://127.0.0.1:8000"',
      'f = 1e400',
      'b = true',
      '= 1',
      '[',
      '[[a]]'
    ]
  }
})

export const envoy = proxyTarget({
  id: 'envoy',
  formats: ['envoy'],
  folders: ['envoy'],
  comment: '# a comment',
  rules: {
    start: [
      'static_resources:\n  listeners:\n    <listener@4>\n  clusters:\n    <cluster@4>\n',
      '<listener>',
      'static_resources: {listeners: [], clusters: []}',
      '{"static_resources": {"clusters": []}}'
    ],
    listener: [
      '- address: {socket_address: {address: <host>, port_value: <port>}}\n  filter_chains:\n    - filters:\n        - name: envoy.filters.network.http_connection_manager\n          typed_config:\n            route_config:\n              virtual_hosts:\n                <vhost@16>\n      <tls>',
      '- address:\n    socket_address:\n      port_value: <port>\n  filter_chains: [{filters: [{typed_config: {cluster: <name>}}]}]',
      '- name: x'
    ],
    tls: [
      'transport_socket: {name: envoy.transport_sockets.tls}',
      'filter_chain_match: {server_names: [<domain>]}',
      '# none',
      ''
    ],
    name: ['app', 'web', '"a b"'],
    vhost: [
      '- domains: ["<domain>"]\n  routes:\n    <route@4>',
      '- domains: ["*"]\n  require_tls: ALL\n  routes:\n    <route@4>\n    <route@4>',
      '- {name: x, domains: [<domain>], routes: [{match: {prefix: /}, route: {cluster: app}}]}'
    ],
    route: [
      '- match: {prefix: <path>}\n  route: {cluster: <name>}',
      '- match: {path: <path>}\n  redirect: {https_redirect: true}',
      '- match: {safe_regex: {regex: "<pattern>"}}\n  direct_response: {status: <status>}',
      '- match: {prefix: <path>, headers: [{name: ":method", exact_match: GET}]}\n  route: {weighted_clusters: {clusters: [{name: <name>}]}}',
      '- match: {path_separated_prefix: <path>}\n  route: {cluster_header: x}',
      '- match: {}\n  non_forwarding_action: {}'
    ],
    cluster: [
      '- name: <name>\n  load_assignment:\n    endpoints:\n      - lb_endpoints:\n          - endpoint: {address: {socket_address: {address: <host>, port_value: <port>}}}',
      '- {name: <name>, type: STATIC}',
      '- name: <name>\n  load_assignment: {endpoints: [{lb_endpoints: [{endpoint: {address: {pipe: {path: /x}}}}]}]}',
      '- name: <name>'
    ]
  }
})

export const tunnels = proxyTarget({
  id: 'tunnels',
  formats: ['cloudflared', 'ngrok', 'tailscale', 'kamal', 'systemd', 'caddy-json'],
  folders: ['cloudflared', 'ngrok', 'tailscale', 'kamal', 'systemd', 'caddy-json'],
  // JSON has no comments.
  comment: null,
  rules: {
    start: [
      'tunnel: x\ningress:\n  <ingress@2>\n',
      'version: 3\nendpoints:\n  - name: a\n    url: https://<domain>\n    upstream: {url: <port>}\n',
      'version: 2\ntunnels:\n  a: {proto: http, addr: <upstream>, domain: <domain>, basic_auth: [x]}\n',
      '{"TCP": {"443": {"HTTPS": true}}, "Web": {"<domain>:443": {"Handlers": {"<path>": {"Proxy": "http://<upstream>"}}}}, "AllowFunnel": {"<domain>:443": true}}',
      'service: app\nproxy:\n  ssl: true\n  host: <domain>\n  app_port: <port>\nservers: [<host>]\n',
      '[Socket]\nListenStream=<port>\n[Service]\nExecStart=/usr/lib/systemd/systemd-socket-proxyd <upstream>\n',
      '[Service]\nExecStart=/usr/bin/socat TCP-LISTEN:<port>,fork TCP:<upstream>\n',
      '{"apps": {"http": {"servers": {"a": {"listen": [":<port>"], "routes": [<json>]}}}}}'
    ],
    ingress: [
      '- service: http_status:404',
      '- hostname: <domain>\n  service: http://<upstream>\n<ingress>',
      '- hostname: <domain>\n  path: <pattern>\n  service: <service_>\n<ingress>',
      '- {service: "http://<upstream>"}\n<ingress>'
    ],
    service_: ['hello_world', 'ssh://<upstream>', 'unix:/x', 'tcp://<upstream>', 'https://<upstream>', ''],
    json: [
      '{}',
      '{"match": [{"host": ["<domain>"], "path": ["<path>*"]}], "handle": [<handle>]}',
      '{"handle": [<handle>, <handle>], "terminal": true}',
      '{"match": [{"method": ["POST"]}, {"not": [{"path": ["<path>"]}]}], "handle": [<handle>]}'
    ],
    handle: [
      '{"handler": "static_response", "status_code": "<status>"}',
      '{"handler": "reverse_proxy", "upstreams": [{"dial": "<upstream>"}]}',
      '{"handler": "subroute", "routes": [<json>]}',
      '{"handler": "authentication", "providers": {}}',
      '{"handler": "rewrite", "uri": "<path>"}',
      '{}'
    ]
  }
})
