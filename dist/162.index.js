export const id = 162;
export const ids = [162];
export const modules = {

/***/ 6162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeFix: () => (/* binding */ makeFix)
});

// EXTERNAL MODULE: ./lib/src/server/scripts.js
var scripts = __webpack_require__(3256);
// EXTERNAL MODULE: ./node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(7291);
;// CONCATENATED MODULE: ./lib/src/fixes/patch.js

function patchOf(findings, read) {
    const accepted = [];
    for (const { fix } of findings) {
        const fresh = (fix?.edits ?? []).filter(edit => !accepted.some(other => isSame(edit, other)));
        if (fresh.every(edit => !accepted.some(other => overlaps(edit, other))))
            accepted.push(...fresh);
    }
    const files = [...new Set(accepted.map(edit => edit.file))].sort();
    return files
        .map(file => filePatch(file, accepted.filter(edit => edit.file === file), read))
        .join('');
}
function filePatch(file, edits, read) {
    const before = read(file);
    if (before === null)
        return '';
    const { hunks } = (0,create/* structuredPatch */.YB)('', '', before, applyEdits(before, edits), '', '', { context: 3 });
    if (hunks.length === 0)
        return '';
    const body = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
        `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
        ...lines
    ]);
    return `${[`--- ${headerName(`a/${file}`)}`, `+++ ${headerName(`b/${file}`)}`, ...body].join('\n')}\n`;
}
function applyEdits(text, edits) {
    const starts = lineStarts(text);
    const places = edits.flatMap(edit => {
        const start = offset(starts, edit.line, edit.column);
        const end = offset(starts, edit.endLine, edit.endColumn);
        return start === null || end === null || end < start || end > text.length ? [] : [{ start, end, text: edit.text }];
    });
    return places
        .toSorted((a, b) => b.start - a.start)
        .reduce((result, place) => result.slice(0, place.start) + place.text + result.slice(place.end), text);
}
function lineStarts(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return starts;
}
const offset = (starts, line, column) => {
    const start = starts[line - 1];
    return start === undefined ? null : start + column - 1;
};
const isSame = (a, b) => a.file === b.file &&
    position(a.line, a.column) === position(b.line, b.column) &&
    a.text === b.text &&
    position(a.endLine, a.endColumn) === position(b.endLine, b.endColumn);
const overlaps = (a, b) => a.file === b.file &&
    position(a.line, a.column) <= position(b.endLine, b.endColumn) &&
    position(b.line, b.column) <= position(a.endLine, a.endColumn);
const position = (line, column) => line * 2 ** 21 + column;
function headerName(name) {
    if (/["\\\p{Cc}]/u.test(name))
        return `"${name.replace(/["\\\p{Cc}]/gu, escaped)}"`;
    return name.includes(' ') ? `${name}\t` : name;
}
const escaped = (character) => {
    if (character === '"' || character === '\\')
        return `\\${character}`;
    return `\\${Buffer.from(character).reduce((text, byte) => `${text}${text && '\\'}${byte.toString(8).padStart(3, '0')}`, '')}`;
};

;// CONCATENATED MODULE: ./lib/src/fixes/proxy-config.js
const proxy_config_location = (pattern, port) => [
    `location ${pattern} {`,
    `    proxy_pass http://127.0.0.1:${port};`,
    '    proxy_http_version 1.1;',
    '    proxy_set_header Host $host;',
    '    proxy_set_header X-Real-IP $remote_addr;',
    '    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
    '    proxy_set_header X-Forwarded-Proto $scheme;',
    '    proxy_connect_timeout 5s;',
    '    proxy_read_timeout 60s;',
    '    client_max_body_size 10m;',
    '}'
];
function nginxSite({ domain, port, path, healthPath, onlyWebhook }) {
    const locations = onlyWebhook
        ? [...proxy_config_location(`= ${path}`, port), ...proxy_config_location(`= ${healthPath}`, port), 'location / {', '    return 404;', '}']
        : proxy_config_location('/', port);
    return `${[
        `# Made by setup_nginx_webhook.sh for ${domain}`,
        'server {',
        '    listen 80;',
        '    listen [::]:80;',
        `    server_name ${domain};`,
        '',
        ...locations.map(line => `    ${line}`),
        '}'
    ].join('\n')}\n`;
}
function caddySite({ domain, port, path, healthPath, onlyWebhook }) {
    const inside = onlyWebhook
        ? [
            `@webhook path ${path} ${healthPath}`,
            'handle @webhook {',
            `\treverse_proxy 127.0.0.1:${port}`,
            '}',
            'handle {',
            '\trespond 404',
            '}'
        ]
        : [`reverse_proxy 127.0.0.1:${port}`];
    return `${[
        '# Made by setup_caddy_webhook.sh; run it again to change it.',
        `${domain} {`,
        ...inside.map(line => `\t${line}`),
        '}'
    ].join('\n')}\n`;
}

// EXTERNAL MODULE: ./lib/src/reports/escape.js
var reports_escape = __webpack_require__(4999);
;// CONCATENATED MODULE: ./lib/src/fixes/steps.js

const word = (text) => (/^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
const line = (text) => text.replace(/[^\x20-\x7e]/g, '?');
const block = (...lines) => ['', '```sh', ...lines.map(line), '```', ''];
function setupCommand({ proxy, domain, port, path, healthPath, onlyWebhook }) {
    const paths = ['--path', word(path), ...(healthPath === '/health' ? [] : ['--health', word(healthPath)])];
    return [
        ...['sudo', 'bash', `setup_${proxy}_webhook.sh`, '--domain', domain, '--port', String(port)],
        ...(path === '/webhooks/stripe' ? paths.slice(2) : paths),
        ...(onlyWebhook ? ['--only-webhook'] : []),
        ...(proxy === 'nginx' ? ['--certbot'] : [])
    ].join(' ');
}
const appName = ({ service }) => (service === null ? 'the app' : (0,reports_escape/* code */.aY)(service, false));
const webhookUrl = ({ domain, path }) => `https://${domain}${path}`;
const post = (target) => `curl -i -X POST -H 'content-type: application/json' -d '{}' ${word(target)}`;
const sections = [
    ({ domain }) => [
        'DNS',
        `The A record of \`${domain}\` (and the AAAA record, if there is one) holds the public address of the server:`,
        ...block(`dig +short A ${domain}`, `dig +short AAAA ${domain}`)
    ],
    given => [
        'The app',
        `On the server, ${appName(given)} answers on loopback. A container is published there with \`-p 127.0.0.1:${given.port}:PORT_INSIDE\`, and listens on 0.0.0.0 inside:`,
        ...block(post(`http://127.0.0.1:${given.port}${given.path}`))
    ],
    given => [
        'The proxy and its certificate',
        `Copy \`setup_${given.proxy}_webhook.sh\` to the server and run it there. It asks for nothing, touches no other site, and puts everything back if something fails; \`--dry-run\` shows what it would do.`,
        ...block(setupCommand(given)),
        `What it sets up is in \`${configName(given.proxy)}\`, for those who do it by hand. ${given.proxy === 'nginx'
            ? "`--certbot` gets a certificate from Let's Encrypt and renews it."
            : "Caddy gets a certificate from Let's Encrypt by itself and renews it."}`,
        ''
    ],
    () => [
        'Firewall',
        'Ports 80 and 443 are open from the internet, 80 for good, since certificates are renewed there. The script opens them in ufw where that is active; a firewall of the hosting provider (security group) is opened in its console.',
        ''
    ],
    given => [
        'The webhook',
        "Register this URL with the provider, exactly so (providers follow no redirects); for Stripe at <https://dashboard.stripe.com/webhooks>, and put its signing secret (`whsec_…`) into the app's environment:",
        ...block(webhookUrl(given))
    ],
    given => [
        'Is it so?',
        'From another machine than the server. An unsigned request is refused, by Stripe handlers with 400:',
        ...block(post(webhookUrl(given)), `curl -i ${word(`https://${given.domain}${given.healthPath}`)}`),
        'On the server, if it is not:',
        ...block(`sudo bash diagnose_webhook_networking.sh --domain ${given.domain} --path ${word(given.path)}`)
    ]
];
const patchSection = [
    '## 0. The checkout',
    '',
    '`patch.diff` holds the changes to the files of the repository. In its root:',
    ...block('git apply patch.diff')
];
function steps(given) {
    const proxy = given.proxy === 'nginx' ? 'nginx' : 'Caddy';
    const numbered = sections.flatMap((section, index) => {
        const [heading = '', ...lines] = section(given);
        return [`## ${index + 1}. ${heading}`, '', ...lines];
    });
    const lines = [
        `# Let webhooks reach ${given.domain}`,
        '',
        `A webhook comes in over https on port 443, ${proxy} ends TLS and forwards it to ${appName(given)} on 127.0.0.1:${given.port}.`,
        '',
        ...(given.patched ? patchSection : []),
        ...numbered
    ];
    return `${lines.join('\n').trimEnd()}\n`;
}
const configName = (proxy) => (proxy === 'nginx' ? 'nginx-site.conf' : 'Caddyfile');

;// CONCATENATED MODULE: ./lib/src/fixes/make-fix.js




const proxies = {
    nginx: { config: nginxSite, script: scripts/* serverScripts */.i.setupNginx },
    caddy: { config: caddySite, script: scripts/* serverScripts */.i.setupCaddy }
};
const hostName = /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)+$/;
const plainPath = /^\/[\w.~%/-]*$/;
function makeFix(given, read) {
    const name = given.domain?.toLowerCase() ?? '';
    const setup = {
        domain: hostName.test(name) ? name : 'your-domain.com',
        port: given.port,
        path: plainPath.test(given.path) ? given.path : '/webhooks/stripe',
        healthPath: plainPath.test(given.healthPath) ? given.healthPath : '/health',
        onlyWebhook: given.onlyWebhook ?? false
    };
    const { config, script } = proxies[given.proxy];
    const patch = patchOf(given.findings, read);
    return [
        { path: 'README.md', text: steps({ ...setup, proxy: given.proxy, service: given.service, patched: patch !== '' }) },
        { path: configName(given.proxy), text: config(setup) },
        { path: `setup_${given.proxy}_webhook.sh`, text: script },
        { path: 'diagnose_webhook_networking.sh', text: scripts/* serverScripts */.i.diagnose },
        ...(patch === '' ? [] : [{ path: 'patch.diff', text: patch }])
    ];
}


/***/ })

};
