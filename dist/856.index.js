export const id = 856;
export const ids = [856];
export const modules = {

/***/ 9856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ inputSpecs),
  J: () => (/* binding */ offeredInputs)
});

// EXTERNAL MODULE: ./lib/src/rules/index.js + 12 modules
var rules = __webpack_require__(9612);
// EXTERNAL MODULE: ./lib/src/inputs/input-spec.js
var input_spec = __webpack_require__(6228);
;// CONCATENATED MODULE: ./lib/src/inputs/parsers.js

const oneOf = (...words) => text => {
    const word = words.find(candidate => candidate === text);
    if (word === undefined)
        throw new input_spec/* BadValue */.F(text);
    return word;
};
const optional = (parse) => text => text === '' ? null : parse(text);
const anyText = text => text;
const wholeNumber = (least, most) => text => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most))
        throw new input_spec/* BadValue */.F(text);
    return value;
};
const port = wholeNumber(1, 65_535);
const parsers_status = wholeNumber(200, 599);
function parsers_all(parts, parse, most) {
    if (parts.length > most)
        throw new input_spec/* BadValue */.F(`${parts.length} of them, more than ${most}`);
    const bad = [];
    const values = parts.flatMap(part => {
        try {
            return [parse(part)];
        }
        catch (error) {
            if (!(error instanceof input_spec/* BadValue */.F))
                throw error;
            bad.push(...error.got);
            return [];
        }
    });
    if (bad.length > 0)
        throw new input_spec/* BadValue */.F(...bad);
    return values;
}
const linesOf = (text) => text
    .split(/\r\n|\r|\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
const eachLine = (parse, most = 100) => text => parsers_all(linesOf(text), parse, most);
const eachWord = (parse, most = 100) => text => {
    const words = text.split(/[\s,]+/).filter(word => word !== '');
    if (words.length === 0)
        throw new input_spec/* BadValue */.F(text);
    return parsers_all(words, parse, most);
};
const distinct = (parse) => text => [...new Set(parse(text))];
const httpUrl = text => {
    if (!/^https?:\/\/[^\s\\/]/i.test(text) || /[\s\\]/.test(text) || !URL.canParse(text))
        throw new input_spec/* BadValue */.F(text);
    if (new URL(text).port === '0')
        throw new input_spec/* BadValue */.F(text);
    return text;
};

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./lib/src/inputs/paths.js



function parsePaths(text) {
    const lines = linesOf(text);
    const bad = lines.filter(line => !isInside(line.replace(/^!\s*/, '')));
    if (bad.length > 0)
        throw new input_spec/* BadValue */.F(...bad);
    const named = lines.filter(line => !line.startsWith('!'));
    const including = named.map(matcher);
    const excluding = lines.filter(line => line.startsWith('!')).map(line => matcher(line.slice(1).trim()));
    const excludes = path => excluding.some(match => match(path));
    return {
        patterns: named,
        excludes,
        includes: path => including.some(match => match(path)) && !excludes(path),
        unmatched: paths => named.filter((_, index) => !paths.some(path => including[index]?.(path)))
    };
}
const isInside = (pattern) => pattern !== '' && pattern.length <= 1000 && !/^([/~]|[a-z]:)/i.test(pattern) && !pattern.split(/[/\\]/).includes('..');
function matcher(pattern) {
    const glob = pattern.replace(/^(\.\/+)+/, '').replace(/\/+$/, '');
    if (glob === '' || glob === '.')
        return () => true;
    const whole = picomatch(glob, { dot: true });
    const below = picomatch(`${glob}/**`, { dot: true });
    return path => path === glob || whole(path) || below(path);
}

;// CONCATENATED MODULE: ./lib/src/inputs/proxy.js


const outsideProxyNames = [
    'nginx',
    'caddy',
    'traefik',
    'haproxy',
    'apache',
    'httpd',
    'envoy',
    'cloudflared',
    'nginx-proxy',
    'openresty',
    'lighttpd',
    'kong'
];
const outsideProxy = line => {
    const [name = '', ...rest] = line.split(':');
    if (!outsideProxyNames.some(known => known === name) || rest.length > 1)
        throw new input_spec/* BadValue */.F(line);
    const [written] = rest;
    return { proxy: name, port: written === undefined ? null : portOf(written, line) };
};
const portOf = (written, line) => {
    try {
        return port(written);
    }
    catch {
        throw new input_spec/* BadValue */.F(line);
    }
};
const parseProxy = text => text === 'auto' || text === 'none' ? text : eachLine(outsideProxy)(text);

// EXTERNAL MODULE: ./lib/src/inputs/quote.js
var quote = __webpack_require__(1190);
;// CONCATENATED MODULE: ./lib/src/inputs/rule-levels.js


const levels = ['error', 'warning', 'notice', 'off'];
const parseRules = (ruleIds) => text => {
    const chosen = new Map();
    eachLine(line => {
        const [, id = '', word = ''] = /^([\w-]+)\s*:\s*(\w+)$/.exec(line) ?? [];
        const level = levels.find(candidate => candidate === word);
        const before = chosen.get(id);
        if (!ruleIds.includes(id) || level === undefined || (before ?? level) !== level)
            throw new input_spec/* BadValue */.F(line);
        chosen.set(id, level);
    })(text);
    return chosen;
};

;// CONCATENATED MODULE: ./lib/src/inputs/lint-inputs.js







const lintInputs = [
    (0,input_spec/* defineInput */.S)({
        name: 'mode',
        part: 'core',
        default: 'auto',
        description: 'What to do: `lint` reads the checkout, `probe` sends requests to `webhook-url`, `auto` does what there is material for.',
        takes: 'auto, lint or probe',
        parse: oneOf('auto', 'lint', 'probe')
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'paths',
        part: 'lint',
        default: '',
        description: 'Files to lint as deployments, as globs, one a line; `!` excludes. Without it: the workflows, what they reach, and the proxy configs in the checkout.',
        takes: 'globs one a line, relative to the checkout and inside it; ! before one excludes',
        lines: true,
        parse: parsePaths
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'proxy',
        part: 'lint',
        default: 'auto',
        description: 'The proxy before the published ports. `auto`: what the checkout declares. `none`: no proxy counts. Or proxies set up outside the checkout, one a line: `nginx`, or `nginx:8000` for one port.',
        takes: `auto, none, or proxies one a line, as nginx or nginx:8000; known are ${(0,quote/* listed */.K)(outsideProxyNames)}`,
        lines: true,
        parse: parseProxy
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'rules',
        part: 'lint',
        default: '',
        description: 'Levels of rules, one `rule-id: level` a line; a level is `error`, `warning`, `notice` or `off`.',
        takes: `one "rule-id: level" a line, each rule once; levels are error, warning, notice and off; rules are ${(0,quote/* listed */.K)(rules/* ruleIds */.Z)}`,
        lines: true,
        parse: parseRules(rules/* ruleIds */.Z)
    })
];

// EXTERNAL MODULE: ./lib/src/providers/index.js + 12 modules
var providers = __webpack_require__(3421);
;// CONCATENATED MODULE: ./lib/src/inputs/expected-body.js

const parseExpectedBody = text => {
    const [, source, flags] = /^\/(.+)\/([a-z]{0,3})$/s.exec(text) ?? [];
    if (source === undefined || flags === undefined)
        return text;
    if (/[^imsuv]/.test(flags))
        throw new input_spec/* BadValue */.F(text);
    try {
        return new RegExp(source, flags);
    }
    catch {
        throw new input_spec/* BadValue */.F(text);
    }
};

;// CONCATENATED MODULE: ./lib/src/inputs/health-url.js


const parseHealthUrl = text => {
    if (text === 'none')
        return null;
    if (!text.startsWith('/'))
        return httpUrl(text);
    if (text.startsWith('//') || /[\s\\]/.test(text))
        throw new input_spec/* BadValue */.F(text);
    return text;
};

// EXTERNAL MODULE: ./lib/src/model/address.js
var model_address = __webpack_require__(7640);
;// CONCATENATED MODULE: ./lib/src/inputs/resolve.js



const parseNamedAddress = text => {
    const [, host, written, address] = /^([\w.-]+|\[[\da-f:.]+\]):(\d+):(\S+)$/i.exec(text) ?? [];
    if (host === undefined || written === undefined || address === undefined || !(0,model_address/* isAddress */.PW)(address)) {
        throw new input_spec/* BadValue */.F(text);
    }
    try {
        return { host: (0,model_address/* bare */.$B)(host).toLowerCase(), port: port(written), address: (0,model_address/* bare */.$B)(address) };
    }
    catch {
        throw new input_spec/* BadValue */.F(text);
    }
};

;// CONCATENATED MODULE: ./lib/src/inputs/probe-inputs.js







const statuses = distinct(eachWord(parsers_status));
const signingSecret = text => {
    if (/\s/.test(text) || /^(sk|rk|pk)_/.test(text))
        throw new input_spec/* BadValue */.F(text);
    return text;
};
const statusList = 'HTTP statuses from 200 to 599, separated by commas';
const probeInputs = [
    (0,input_spec/* defineInput */.S)({
        name: 'webhook-url',
        part: 'probe',
        default: '',
        description: 'The webhook URL to probe, as registered with the provider; several one a line, each judged by itself.',
        takes: 'http:// or https:// URLs, one a line',
        lines: true,
        parse: distinct(eachLine(httpUrl, 50))
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'provider',
        part: 'probe',
        default: 'stripe',
        description: `Who sends the webhooks: ${(0,quote/* listed */.K)(providers/* providerIds */.w.map(id => `\`${id}\``))}.`,
        takes: (0,quote/* listed */.K)(providers/* providerIds */.w, 'or'),
        parse: oneOf(...providers/* providerIds */.w)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'expect-status',
        part: 'probe',
        default: '',
        description: "Status that the unsigned POST must get; `400,401` is any of them. Without it, what the provider's handlers answer: 400 for stripe.",
        takes: statusList,
        parse: optional(statuses)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'expect-body',
        part: 'probe',
        default: '',
        description: 'Text that the answer to the unsigned POST must hold; `/signature/i` is a regular expression.',
        takes: 'text, or a regular expression as /…/ with the flags i, m, s, u or v',
        parse: optional(parseExpectedBody)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'health-url',
        part: 'probe',
        default: '/health',
        description: "Where the app says it is well: a path on the webhook's origin, a whole URL, or `none`.",
        takes: 'a path that starts with one /, a whole http:// or https:// URL, or none',
        parse: parseHealthUrl
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'expect-health-status',
        part: 'probe',
        default: '200',
        description: 'Status that the health URL must answer; a list is any of them.',
        takes: statusList,
        parse: statuses
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'expect-version',
        part: 'probe',
        default: '',
        description: "Text that the health URL's answer must hold, such as the commit's SHA: an old release still answering is a failure.",
        takes: 'text',
        parse: optional(anyText)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'wait',
        part: 'probe',
        default: '60',
        description: 'Seconds to go on trying until all passes; `0` is one try.',
        takes: 'a whole number of seconds from 0 to 3600',
        parse: wholeNumber(0, 3600)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'stable',
        part: 'probe',
        default: '1',
        description: 'Passing rounds in a row that make a pass.',
        takes: 'a whole number of rounds from 1 to 100',
        parse: wholeNumber(1, 100)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'timeout',
        part: 'probe',
        default: '10',
        description: 'Seconds for one request, from connecting to the last byte.',
        takes: 'a whole number of seconds from 1 to 300',
        parse: wholeNumber(1, 300)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'direct-ports',
        part: 'probe',
        default: 'auto',
        description: 'Ports that must not answer from outside, since a proxy stands before them. `auto`: those that linting found; `none`; or a list.',
        takes: 'auto, none, or ports from 1 to 65535 separated by commas',
        parse: text => (text === 'auto' ? text : text === 'none' ? [] : distinct(eachWord(port))(text))
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'resolve',
        part: 'probe',
        default: '',
        description: "Addresses to connect to instead of asking the DNS, one `host:port:address` a line, as curl's `--resolve`.",
        takes: 'one host:port:address a line, such as hooks.example.com:443:198.51.100.10',
        lines: true,
        parse: eachLine(parseNamedAddress)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'signing-secret',
        part: 'signed',
        default: '',
        description: 'The signing secret of the endpoint. With it the probe also sends a signed event of a made-up type, a tampered one and an old one.',
        takes: "the endpoint's signing secret, one word, not an API key",
        secret: true,
        parse: optional(signingSecret)
    })
];

;// CONCATENATED MODULE: ./lib/src/inputs/report-inputs.js


const path = text => {
    if (/\p{Cc}/u.test(text) || text.length > 1000)
        throw new input_spec/* BadValue */.F(text);
    return text;
};
const reportInputs = [
    (0,input_spec/* defineInput */.S)({
        name: 'fix-dir',
        part: 'fixes',
        default: '',
        description: 'Folder that gets the proxy config and the set-up script made for what was found.',
        takes: 'the path of a folder',
        parse: optional(path)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'comment',
        part: 'comment',
        default: 'on-failure',
        description: 'When to comment on the pull request, in one comment that is updated in place: `on-failure`, `always` or `never`.',
        takes: 'on-failure, always or never',
        parse: oneOf('on-failure', 'always', 'never')
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'sarif',
        part: 'lint',
        default: '',
        description: 'Path of a SARIF 2.1.0 file to write, for code scanning.',
        takes: 'the path of a file',
        parse: optional(path)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'fail-on',
        part: 'core',
        default: 'error',
        description: 'What fails the step: `error`, `warning` (and errors), or `never`.',
        takes: 'error, warning or never',
        parse: oneOf('error', 'warning', 'never')
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'github-token',
        part: 'comment',
        default: '${{ github.token }}',
        description: 'The token for the comment and the review suggestions, and for nothing else.',
        takes: 'a token',
        secret: true,
        parse: optional(anyText)
    })
];

;// CONCATENATED MODULE: ./lib/src/inputs/server-login.js



const user = /^[a-z_][\w.-]{0,63}\$?$/i;
const server_login_name = /^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?$/i;
const parseServerLogin = text => {
    if (text === 'local')
        return 'local';
    const [, login = '', host = '', written = '22'] = /^([^@\s]+)@(\[[^\]]+\]|[^:@\s]+)(?::(\d+))?$/.exec(text) ?? [];
    if (!user.test(login) || !(server_login_name.test(host) || (0,model_address/* isAddress */.PW)(host)))
        throw new input_spec/* BadValue */.F(text);
    try {
        return { user: login, host: (0,model_address/* bare */.$B)(host), port: port(written) };
    }
    catch {
        throw new input_spec/* BadValue */.F(text);
    }
};

;// CONCATENATED MODULE: ./lib/src/inputs/server-inputs.js



const privateKey = text => {
    if (!/^-----BEGIN [A-Z\d ]*PRIVATE KEY-----\s[\s\S]+-----END [A-Z\d ]*PRIVATE KEY-----$/.test(text)) {
        throw new input_spec/* BadValue */.F(text);
    }
    return text;
};
const knownHosts = text => {
    const lines = linesOf(text);
    const bad = lines.filter(line => !/^(#.*|(@\S+\s+)?\S+\s+[a-z][\w@.-]+\s+[A-Za-z\d+/]{16,}=*(\s.*)?)$/.test(line));
    if (bad.length > 0)
        throw new input_spec/* BadValue */.F(...bad);
    return `${lines.join('\n')}\n`;
};
const containerName = text => {
    if (!/^[a-zA-Z\d][\w.-]{0,254}$/.test(text))
        throw new input_spec/* BadValue */.F(text);
    return text;
};
const serverInputs = [
    (0,input_spec/* defineInput */.S)({
        name: 'ssh',
        part: 'server',
        default: '',
        description: 'Where to look at the server read-only when the probe fails: `user@host`, `user@host:port`, or `local` where the runner is the server.',
        takes: 'user@host, user@host:port, or local',
        parse: optional(parseServerLogin)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'ssh-key',
        part: 'server',
        default: '',
        description: 'The private key to log in with.',
        takes: 'a private key, from -----BEGIN … PRIVATE KEY----- to -----END … PRIVATE KEY-----',
        secret: true,
        parse: optional(privateKey)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'ssh-known-hosts',
        part: 'server',
        default: '',
        description: "The server's host keys, as `ssh-keyscan` prints them; without a known host there is no connection.",
        takes: 'known_hosts lines, as ssh-keyscan prints them: host, key type, key',
        lines: true,
        parse: optional(knownHosts)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'diagnose',
        part: 'server',
        default: 'on-failure',
        description: 'When to look at the server: `on-failure`, `always` or `never`.',
        takes: 'on-failure, always or never',
        parse: oneOf('on-failure', 'always', 'never')
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'container',
        part: 'server',
        default: '',
        description: "The name of the app's container on the server.",
        takes: 'the name of a container',
        parse: optional(containerName)
    })
];

;// CONCATENATED MODULE: ./lib/src/inputs/stripe-inputs.js


const apiKey = text => {
    if (!/^(rk|sk)_\w{3,}$/.test(text))
        throw new input_spec/* BadValue */.F(text);
    return text;
};
const eventName = text => {
    if (!/^(\*|[a-z\d_]+(\[[a-z\d_.]+\])?(\.[a-z\d_]+(\[[a-z\d_.]+\])?)+)$/.test(text))
        throw new input_spec/* BadValue */.F(text);
    return text;
};
const stripeInputs = [
    (0,input_spec/* defineInput */.S)({
        name: 'stripe-api-key',
        part: 'stripe',
        default: '',
        description: 'A restricted Stripe key with read access to webhook endpoints and events: is the endpoint registered, enabled and subscribed, and what went undelivered?',
        takes: 'a Stripe key that starts with rk_ (restricted, enough) or sk_',
        secret: true,
        parse: optional(apiKey)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'stripe-events',
        part: 'stripe',
        default: 'payment_intent.succeeded, payment_intent.payment_failed, payment_intent.canceled, payment_intent.processing',
        description: 'Events that the registered endpoint must be subscribed to.',
        takes: 'names of Stripe events separated by commas or line breaks, such as payment_intent.succeeded',
        lines: true,
        parse: distinct(eachWord(eventName, 400))
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'stripe-api-base',
        part: 'stripe',
        default: 'https://api.stripe.com',
        description: 'Where the Stripe API is asked; for tests and egress proxies.',
        takes: 'an http:// or https:// URL',
        parse: httpUrl
    })
];

;// CONCATENATED MODULE: ./lib/src/inputs/index.js





const specs = [...lintInputs, ...probeInputs, ...stripeInputs, ...serverInputs, ...reportInputs];
const inputSpecs = specs;
const workingParts = new Set(['core', 'lint', 'probe']);
const offeredInputs = inputSpecs.filter(({ part }) => workingParts.has(part));


/***/ }),

/***/ 6228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ BadValue),
/* harmony export */   S: () => (/* binding */ defineInput)
/* harmony export */ });
const defineInput = (spec) => spec;
class BadValue extends Error {
    got;
    constructor(...got) {
        super(`bad value ${got.join(', ')}`);
        this.name = 'BadValue';
        this.got = got;
    }
}


/***/ }),

/***/ 1190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ listed),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _reports_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4999);

const longest = 120;
function quote(value) {
    const plain = value
        .replace(/\/\/[^/\s]*@/g, '//***@')
        .replace(/-----BEGIN[\s\S]*/, '-----BEGIN ***')
        .replace(/\b(sk|rk|pk|whsec|ghp|ghs|gho|github_pat)_[\w+/=-]{6,}/g, '$1_***');
    const short = plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
    return `"${(0,_reports_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(short)}"`;
}
function listed(parts, conjunction = 'and') {
    const last = parts.at(-1) ?? '';
    return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}


/***/ }),

/***/ 7640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ bare),
/* harmony export */   Gw: () => (/* binding */ isPrivate),
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   QN: () => (/* binding */ isUnspecified),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   cW: () => (/* binding */ isLoopbackHost)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);

const list = (...subnets) => {
    const blocks = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    for (const [network, prefix, family] of subnets)
        blocks.addSubnet(network, prefix, family);
    return blocks;
};
const loopback = list(['127.0.0.0', 8, 'ipv4'], ['::1', 128, 'ipv6']);
const privateNetworks = list(['10.0.0.0', 8, 'ipv4'], ['172.16.0.0', 12, 'ipv4'], ['192.168.0.0', 16, 'ipv4'], ['100.64.0.0', 10, 'ipv4'], ['169.254.0.0', 16, 'ipv4'], ['fc00::', 7, 'ipv6'], ['fe80::', 10, 'ipv6']);
const holds = (blocks, address) => (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(address) ? blocks.check(address, 'ipv4') : (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address) && blocks.check(address, 'ipv6');
const bare = (host) => host.replace(/^\[(.*)\]$/, '$1');
const isLoopback = (address) => holds(loopback, bare(address));
const isLoopbackHost = (host) => /^(.+\.)?localhost\.?$/i.test(host) || isLoopback(host);
const isUnspecified = (address) => {
    const host = bare(address);
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(host) ? host === '0.0.0.0' : (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(host) && /^[0:]+(:0\.0\.0\.0)?$/.test(host);
};
const isPrivate = (address) => holds(privateNetworks, bare(address));
const isAddress = (host) => (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(bare(host)) || (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(bare(host));


/***/ }),

/***/ 3231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   Xl: () => (/* binding */ exposureOf),
/* harmony export */   ZQ: () => (/* binding */ speaksFor)
/* harmony export */ });
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7640);
/* harmony import */ var _port_mapping_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9146);


function judge(deployment, proxies) {
    const deployed = deployment.containers.filter(({ placement, throwaway }) => placement !== 'hosted' && !throwaway);
    const routes = proxies === 'none' ? [] : deployment.routes;
    const outside = typeof proxies === 'string' ? [] : proxies;
    const published = (port) => deployed.some(({ publications }) => publications.some(({ mapping }) => (0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .publishesPort */ .vG)(mapping, port)));
    const exposed = deployed.flatMap(container => container.publications.map((publication) => {
        const own = proxies === 'none' ? [] : (deployment.ownRoutes.get(container) ?? []);
        const reaching = [
            ...routes.filter(route => reaches(route, container, publication)),
            ...own.filter(route => servesUpstream(route, publication))
        ];
        return {
            container,
            publication,
            ways: [
                ...(proxies === 'none' ? [] : commentWays(deployment, container, publication)),
                ...reaching.map(route => ({ proxy: route.proxy, at: route.at, tls: endsTls(route), route })),
                ...outside
                    .filter(({ port }) => port === null || (0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .publishesPort */ .vG)(publication.mapping, port))
                    .map(({ proxy }) => ({ proxy, at: null, tls: true, route: null }))
            ],
            outOfReach: routes.filter(route => isOutOfReach(route, publication)),
            astray: [
                ...routes.flatMap(route => {
                    const { host, port } = route.upstream;
                    const stray = route.site !== 'bridge-container' &&
                        host !== null &&
                        (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopbackHost */ .cW)((0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .bare */ .$B)(host)) &&
                        port !== null &&
                        !published(port);
                    return stray && route.evidence === 'declared' ? [{ proxy: route.proxy, at: route.at, port }] : [];
                }),
                ...outside.flatMap(({ proxy, port }) => (port === null || published(port) ? [] : [{ proxy, at: null, port }]))
            ],
            hints: deployment.hints.filter(hint => (hint.workflow === null || hint.workflow === container.workflow) &&
                (hint.port === null || (0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .publishesPort */ .vG)(publication.mapping, hint.port)))
        };
    }));
    return { deployment, exposed, deployed };
}
function exposureOf({ container, publication, ways, outOfReach, astray }) {
    const { exposure, protocol, ignoredAddress, hostPorts } = publication.mapping;
    const { networks, role } = container;
    if (networks === 'host')
        return 'host-network-publish';
    if (networks.some(network => network === 'none' || network.startsWith('container:')))
        return null;
    if (role === 'data-store')
        return exposure === 'public' ? 'data-store-exposed' : null;
    if (ignoredAddress !== null && !(0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnspecified */ .QN)(ignoredAddress))
        return 'host-address-ignored';
    if (role === 'proxy' || protocol !== 'tcp')
        return null;
    switch (exposure) {
        case 'private':
            return null;
        case 'unknown':
            return 'unresolved-binding';
        case 'public':
            if (ways.length > 0)
                return 'proxy-bypass';
            return typeof hostPorts !== 'string' && (0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .publishesPort */ .vG)(publication.mapping, 443) ? null : 'public-without-tls';
        case 'loopback':
            if (ways.length > 0)
                return null;
            if (outOfReach.length > 0)
                return 'proxy-cannot-reach-loopback';
            return astray.length > 0 ? 'proxy-port-mismatch' : 'loopback-without-proxy';
    }
}
const endsTls = (route) => route.listeners.some(({ tls }) => tls);
function commentWays(deployment, container, { at }) {
    return deployment.directives.flatMap(directive => {
        const [proxy] = directive.names;
        if (directive.kind !== 'proxied-by' || proxy === undefined || !speaksFor(directive.at, at, container.at))
            return [];
        return [{ proxy, at: directive.at, tls: true, route: null }];
    });
}
const speaksFor = (comment, at, statement) => comment.file === at.file &&
    (comment.line === at.line ||
        comment.line === at.line - 1 ||
        (statement !== null &&
            statement.file === at.file &&
            at.line >= statement.line &&
            at.line <= statement.endLine &&
            comment.line === statement.line - 1));
function reaches(route, container, publication) {
    const { host, port } = route.upstream;
    const { mapping } = publication;
    if (mapping.protocol !== 'tcp' || host === 'container')
        return false;
    if (host !== null && namesOf(container).includes(host.toLowerCase()))
        return port === null || (0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .servesPort */ .kK)(mapping, port);
    if (port !== null && !(0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .publishesPort */ .vG)(mapping, port))
        return false;
    if (host === null)
        return port !== null;
    return route.site === 'bridge-container'
        ? isHostGateway(host) && mapping.exposure !== 'loopback'
        : listensAt((0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .bare */ .$B)(host), publication);
}
function listensAt(host, { mapping }) {
    const { hostAddress, exposure } = mapping;
    if (exposure === 'unknown')
        return (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopbackHost */ .cW)(host);
    if (hostAddress === null || (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnspecified */ .QN)(hostAddress))
        return (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopbackHost */ .cW)(host) || (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isAddress */ .PW)(host) || isHostGateway(host);
    if (/localhost\.?$/i.test(host))
        return exposure === 'loopback';
    return (host === hostAddress ||
        (exposure === 'loopback' && host.replace(/^::ffff:/i, '') === hostAddress.replace(/^::ffff:/i, '')));
}
function isOutOfReach(route, { mapping }) {
    const { host, port } = route.upstream;
    if (route.site !== 'bridge-container' ||
        host === null ||
        mapping.exposure !== 'loopback' ||
        mapping.protocol !== 'tcp')
        return false;
    return ((0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopbackHost */ .cW)((0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .bare */ .$B)(host)) || isHostGateway(host)) && (port === null || (0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .publishesPort */ .vG)(mapping, port));
}
const isHostGateway = (host) => /^(host\.docker\.internal|gateway\.docker\.internal|host\.containers\.internal|172\.17\.0\.1)$/i.test(host);
const servesUpstream = (route, { mapping }) => mapping.protocol === 'tcp' && (route.upstream.port === null || (0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_1__/* .servesPort */ .kK)(mapping, route.upstream.port));
const namesOf = ({ name, aliases }) => [...(name === null ? [] : [name]), ...aliases].map(known => known.toLowerCase());


/***/ }),

/***/ 9146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ parsePortMapping),
/* harmony export */   Lu: () => (/* binding */ formatRange),
/* harmony export */   kK: () => (/* binding */ servesPort),
/* harmony export */   vG: () => (/* binding */ publishesPort)
/* harmony export */ });
/* unused harmony export formatPortMapping */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _text_mapped_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6917);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7640);



class Refused extends Error {
}
function parsePortMapping(text, dialect) {
    try {
        const long = dialect === 'docker' && text.includes('=') ? toShortForm(text) : null;
        const mapping = parseShort(long?.short ?? text, dialect);
        return { mapping: { ...mapping, ignoredAddress: long?.ignoredAddress ?? null } };
    }
    catch (error) {
        if (error instanceof Refused)
            return { refused: error.message };
        throw error;
    }
}
function toShortForm(text) {
    const fields = new Map([['protocol', 'tcp']]);
    for (const field of text.split(',')) {
        const at = field.indexOf('=');
        if (at < 1)
            throw new Refused(`"${shown(field)}" is no name=value pair`);
        fields.set(field.slice(0, at), field.slice(at + 1));
    }
    const field = (name) => fields.get(name) ?? '';
    const short = `${field('published')}:${field('target')}/${field('protocol')}`;
    return { short, ignoredAddress: fields.get('host_ip') ?? null };
}
function parseShort(text, dialect) {
    const [ports = '', protocolText = 'tcp', ...more] = text.split('/');
    if (more.length > 0)
        throw new Refused(`it has more than one "/"`);
    const parts = ports.split(':');
    const container = parts.pop() ?? '';
    const host = parts.pop() ?? '';
    const address = parts.join(':');
    if (container === '')
        throw new Refused('it names no container port');
    const protocol = parseProtocol(protocolText);
    const containerPorts = parsePorts(container, 'container port');
    const hostPorts = host === '' ? 'random' : parsePorts(host, 'host port', parts.length === 0 ? address : null);
    checkSizes(hostPorts, containerPorts, dialect);
    if (dialect === 'podman' && isRange(hostPorts) && hostPorts.first === 0)
        throw new Refused('podman takes host ports from 1');
    const where = readAddress(address, parts.length > 0, dialect, unknownHostMayHoldAddress(host, parts.length, container));
    const random = isRange(hostPorts) && hostPorts.first === 0 && hostPorts.last === 0;
    return { ...where, hostPorts: random ? 'random' : hostPorts, containerPorts, protocol };
}
const unknownHostMayHoldAddress = (host, addressParts, container) => addressParts === 0 && (host.startsWith(_text_mapped_text_js__WEBPACK_IMPORTED_MODULE_2__/* .HOLE */ .v) || (host === '' && container.startsWith(_text_mapped_text_js__WEBPACK_IMPORTED_MODULE_2__/* .HOLE */ .v)));
function readAddress(text, given, dialect, hiddenInPort) {
    if (hiddenInPort)
        return { exposure: 'unknown', hostAddress: null };
    if (!given || text === '' || text === ':')
        return { exposure: 'public', hostAddress: null };
    if (text.includes(_text_mapped_text_js__WEBPACK_IMPORTED_MODULE_2__/* .HOLE */ .v)) {
        const loopback = /^127\.[\d.]*/.test(text);
        return { exposure: loopback ? 'loopback' : 'unknown', hostAddress: loopback ? '127.0.0.1' : null };
    }
    const address = (0,_address_js__WEBPACK_IMPORTED_MODULE_1__/* .bare */ .$B)(text);
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) === 0 || (text !== address && !(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address)) || address.includes('%')) {
        throw new Refused(`"${shown(text)}" is no IP address, and Docker takes no host names there`);
    }
    if (dialect === 'podman' && text === address && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address)) {
        throw new Refused(`podman takes an IPv6 address in brackets only: [${address}]`);
    }
    return { exposure: exposureOf(address), hostAddress: address };
}
const exposureOf = (address) => (0,_address_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U9)(address) ? 'loopback' : (0,_address_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnspecified */ .QN)(address) || !(0,_address_js__WEBPACK_IMPORTED_MODULE_1__/* .isPrivate */ .Gw)(address) ? 'public' : 'private';
function parseProtocol(text) {
    const protocol = text.toLowerCase();
    if (protocol === 'tcp' || protocol === 'udp' || protocol === 'sctp')
        return protocol;
    if (protocol.includes(_text_mapped_text_js__WEBPACK_IMPORTED_MODULE_2__/* .HOLE */ .v))
        return 'tcp';
    throw new Refused(`"${shown(text)}" is no protocol: tcp, udp or sctp`);
}
function parsePorts(text, what, address = null) {
    if (text.includes(_text_mapped_text_js__WEBPACK_IMPORTED_MODULE_2__/* .HOLE */ .v))
        return 'unknown';
    const [first = '', last = first, ...more] = text.split('-');
    if (more.length > 0)
        throw new Refused(`"${shown(text)}" is no ${what} or range of ports`);
    const range = { first: parsePort(first), last: parsePort(last) };
    if (range.first === null || range.last === null) {
        const hint = address === '' && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(text) !== 0 ? `; to give an address, write ${text}:HOST_PORT:CONTAINER_PORT` : '';
        throw new Refused(`"${shown(text)}" is no ${what} (0 to 65535) or range of ports${hint}`);
    }
    if (range.first > range.last)
        throw new Refused(`the range ${shown(text)} ends before it starts`);
    return { first: range.first, last: range.last };
}
const parsePort = (text) => /^\d{1,10}$/.test(text) && Number(text) <= 65535 ? Number(text) : null;
function checkSizes(host, container, dialect) {
    if (!isRange(host) || !isRange(container) || size(host) === size(container))
        return;
    if (size(container) === 1 && dialect !== 'podman')
        return;
    throw new Refused(`${size(host)} host ports do not fit ${size(container)} container ports`);
}
const size = (range) => range.last - range.first + 1;
const isRange = (ports) => typeof ports !== 'string';
const shown = (text) => text.replaceAll(_text_mapped_text_js__WEBPACK_IMPORTED_MODULE_2__/* .HOLE */ .v, '…');
const formatRange = (range) => range.first === range.last ? String(range.first) : `${range.first}-${range.last}`;
const publishesPort = (mapping, port) => isRange(mapping.hostPorts)
    ? port >= mapping.hostPorts.first && port <= mapping.hostPorts.last
    : mapping.hostPorts === 'unknown';
const servesPort = (mapping, port) => isRange(mapping.containerPorts)
    ? port >= mapping.containerPorts.first && port <= mapping.containerPorts.last
    : mapping.containerPorts === 'unknown';
function formatPortMapping(mapping) {
    const address = mapping.hostAddress;
    const host = isRange(mapping.hostPorts) ? formatRange(mapping.hostPorts) : '';
    const container = isRange(mapping.containerPorts) ? formatRange(mapping.containerPorts) : '';
    const where = address === null ? '' : `${isIPv6(address) ? `[${address}]` : address}:`;
    const ports = host === '' && where === '' ? container : `${host}:${container}`;
    return `${where}${ports}/${mapping.protocol}`;
}


/***/ }),

/***/ 3421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ providerIds),
  r: () => (/* binding */ providers)
});

;// CONCATENATED MODULE: ./lib/src/providers/event.js
const eventMarker = 'webhook_reach_check';
const eventId = (id) => `${eventMarker}_${id}`;
const jsonRequest = (body, headers = {}) => ({
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body)
});
function tamper(request) {
    const at = request.body.indexOf(eventMarker) + eventMarker.length - 1;
    if (at < eventMarker.length - 1)
        throw new Error('the body holds no event to tamper with');
    return { ...request, body: `${request.body.slice(0, at)}x${request.body.slice(at + 1)}` };
}

;// CONCATENATED MODULE: ./lib/src/providers/generic.js

const generic = {
    id: 'generic',
    title: 'any sender',
    signatureHeader: '',
    refusals: [400, 401, 403],
    unsigned: jsonRequest({}),
    bogus: () => null,
    signed: () => null,
    signsBody: false,
    replayProtected: false,
    acceptedWords: null,
    secretHint: 'Set `provider` to the sender whose signatures your handler checks: `generic` has no scheme to sign with.'
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/src/providers/signature.js

const hmac = (algorithm, key, text, encoding) => (0,external_node_crypto_.createHmac)(algorithm, key).update(text, 'utf8').digest(encoding);
const unixSeconds = (ms) => String(Math.floor(ms / 1000));

;// CONCATENATED MODULE: ./lib/src/providers/github.js


const github = {
    id: 'github',
    title: 'GitHub',
    signatureHeader: 'X-Hub-Signature-256',
    refusals: [401, 400, 403],
    unsigned: jsonRequest({}),
    bogus: () => null,
    signed({ secret, id }) {
        const { headers, body } = jsonRequest({ zen: eventMarker, hook_id: 0, hook: { type: 'Repository', id: 0, name: 'web', active: true, events: [] } }, { 'x-github-event': 'ping', 'x-github-delivery': eventId(id) });
        return { headers: { ...headers, 'x-hub-signature-256': `sha256=${hmac('sha256', secret, body, 'hex')}` }, body };
    },
    signsBody: true,
    replayProtected: false,
    acceptedWords: null,
    secretHint: 'GitHub never shows a secret again: set a new one under the repository, Settings, Webhooks, and give the app and ' +
        '`signing-secret` the same.'
};

;// CONCATENATED MODULE: ./lib/src/providers/gitlab.js

const gitlab = {
    id: 'gitlab',
    title: 'GitLab',
    signatureHeader: 'X-Gitlab-Token',
    refusals: [401, 400, 403],
    unsigned: jsonRequest({}),
    bogus: () => null,
    signed: ({ secret, id }) => jsonRequest({ object_kind: eventMarker, event_name: eventMarker }, { 'x-gitlab-event': 'Webhook Reach Check Hook', 'x-gitlab-event-uuid': eventId(id), 'x-gitlab-token': secret }),
    signsBody: false,
    replayProtected: false,
    acceptedWords: null,
    secretHint: 'GitLab never shows a secret token again: set a new one under the project, Settings, Webhooks, and give the app ' +
        'and `signing-secret` the same. For a signing token (whsec_…) set `provider: standard-webhooks`.'
};

;// CONCATENATED MODULE: ./lib/src/providers/lemonsqueezy.js


const lemonsqueezy = {
    id: 'lemonsqueezy',
    title: 'Lemon Squeezy',
    signatureHeader: 'X-Signature',
    refusals: [400, 401, 403],
    unsigned: jsonRequest({}),
    bogus: () => null,
    signed({ secret, id }) {
        const { headers, body } = jsonRequest({ meta: { test_mode: true, event_name: eventMarker, webhook_id: eventId(id) }, data: {} }, { 'x-event-name': eventMarker });
        return { headers: { ...headers, 'x-signature': hmac('sha256', secret, body, 'hex') }, body };
    },
    signsBody: true,
    replayProtected: false,
    acceptedWords: null,
    secretHint: 'Copy the signing secret from Lemon Squeezy: Settings, Webhooks, the webhook.'
};

;// CONCATENATED MODULE: ./lib/src/providers/paddle.js


const paddle = {
    id: 'paddle',
    title: 'Paddle',
    signatureHeader: 'Paddle-Signature',
    refusals: [400, 401, 403],
    unsigned: jsonRequest({}),
    bogus: () => null,
    signed({ secret, now, id }) {
        const time = unixSeconds(now);
        const { headers, body } = jsonRequest({
            event_id: `evt_${eventId(id)}`,
            event_type: `${eventMarker}.ping`,
            occurred_at: new Date(now).toISOString(),
            notification_id: `ntf_${eventId(id)}`,
            data: {}
        });
        const signature = hmac('sha256', secret, `${time}:${body}`, 'hex');
        return { headers: { ...headers, 'paddle-signature': `ts=${time};h1=${signature}` }, body };
    },
    signsBody: true,
    replayProtected: true,
    acceptedWords: null,
    secretHint: "Copy the notification destination's own secret key (pdl_ntfset_…): Paddle, Developer Tools, Notifications. " +
        "Paddle's SDK allows 5 seconds of age only: a server clock that is wrong also refuses."
};

;// CONCATENATED MODULE: ./lib/src/providers/shopify.js


const shopify = {
    id: 'shopify',
    title: 'Shopify',
    signatureHeader: 'X-Shopify-Hmac-SHA256',
    refusals: [401, 400, 403],
    unsigned: jsonRequest({}),
    bogus: () => null,
    signed({ secret, now, id }) {
        const { headers, body } = jsonRequest({ id: eventId(id) }, {
            'x-shopify-topic': `${eventMarker}/ping`,
            'x-shopify-shop-domain': 'webhook-reach-check.invalid',
            'x-shopify-api-version': 'unstable',
            'x-shopify-webhook-id': eventId(id),
            'x-shopify-event-id': eventId(id),
            'x-shopify-triggered-at': new Date(now).toISOString(),
            'x-shopify-test': 'true'
        });
        return { headers: { ...headers, 'x-shopify-hmac-sha256': hmac('sha256', secret, body, 'base64') }, body };
    },
    signsBody: true,
    replayProtected: false,
    acceptedWords: null,
    secretHint: "An app's webhooks are signed with its client secret (Dev Dashboard, the app, Settings); webhooks made in the " +
        "store's admin with the key shown below them (Settings, Notifications, Webhooks)."
};

;// CONCATENATED MODULE: ./lib/src/providers/slack.js


const slack = {
    id: 'slack',
    title: 'Slack',
    signatureHeader: 'X-Slack-Signature',
    refusals: [401, 400, 403],
    unsigned: jsonRequest({}),
    bogus: () => null,
    signed({ secret, now, id }) {
        const time = unixSeconds(now);
        const { headers, body } = jsonRequest({
            type: 'event_callback',
            event_id: eventId(id),
            event_time: Number(time),
            team_id: 'T00000000',
            api_app_id: 'A00000000',
            event: { type: eventMarker, event_ts: `${time}.000000` },
            authorizations: []
        });
        const signature = hmac('sha256', secret, `v0:${time}:${body}`, 'hex');
        return {
            headers: { ...headers, 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${signature}` },
            body
        };
    },
    signsBody: true,
    replayProtected: true,
    acceptedWords: null,
    secretHint: 'Copy the signing secret from api.slack.com/apps, the app, Basic Information, App Credentials.'
};

;// CONCATENATED MODULE: ./lib/src/providers/standard-webhooks.js


const standardWebhooks = {
    id: 'standard-webhooks',
    title: 'Standard Webhooks (Svix, Clerk, Resend, …)',
    signatureHeader: 'webhook-signature',
    refusals: [400, 401, 403],
    unsigned: jsonRequest({}),
    bogus: () => null,
    signed({ secret, now, id }) {
        const time = unixSeconds(now);
        const message = `msg_${eventId(id)}`;
        const { headers, body } = jsonRequest({
            type: `${eventMarker}.ping`,
            timestamp: new Date(now).toISOString(),
            data: {}
        });
        const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
        const fields = {
            id: message,
            timestamp: time,
            signature: `v1,${hmac('sha256', key, `${message}.${time}.${body}`, 'base64')}`
        };
        const named = (prefix) => Object.entries(fields).map(([name, value]) => [`${prefix}-${name}`, value]);
        return { headers: { ...headers, ...Object.fromEntries([...named('webhook'), ...named('svix')]) }, body };
    },
    signsBody: true,
    replayProtected: true,
    acceptedWords: null,
    secretHint: "Copy this endpoint's own signing secret (whsec_…, base64 behind the prefix) from the sender's dashboard; each " +
        'endpoint has another one.'
};

;// CONCATENATED MODULE: ./lib/src/providers/stripe.js


const newestApiVersion = '2026-10-28.endive';
const stripe = {
    id: 'stripe',
    title: 'Stripe',
    signatureHeader: 'Stripe-Signature',
    refusals: [400],
    unsigned: jsonRequest({}),
    bogus: now => jsonRequest({}, { 'stripe-signature': `t=${unixSeconds(now)},v1=${'0'.repeat(64)}` }),
    signed({ secret, now, id, apiVersion }) {
        const time = unixSeconds(now);
        const { body } = jsonRequest({
            id: `evt_${eventId(id)}`,
            object: 'event',
            api_version: apiVersion ?? newestApiVersion,
            created: Number(time),
            data: { object: {} },
            livemode: false,
            pending_webhooks: 0,
            request: { id: null, idempotency_key: null },
            type: `${eventMarker}.ping`
        });
        const signature = hmac('sha256', secret, `${time}.${body}`, 'hex');
        return { headers: { 'content-type': 'application/json', 'stripe-signature': `t=${time},v1=${signature}` }, body };
    },
    signsBody: true,
    replayProtected: true,
    acceptedWords: /received event with API version/i,
    secretHint: "Copy this endpoint's own signing secret (whsec_…) from Stripe: Workbench, Webhooks, the endpoint, Signing " +
        'secret; then give the app and `signing-secret` the same one. Each mode, each endpoint and `stripe listen` ' +
        'have different ones. The SDKs for Go and .NET also refuse an event of another API version than their own.'
};

;// CONCATENATED MODULE: ./lib/src/providers/twilio.js


const formRequest = (fields) => ({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString()
});
const twilio = {
    id: 'twilio',
    title: 'Twilio',
    signatureHeader: 'X-Twilio-Signature',
    refusals: [403, 400, 401],
    unsigned: formRequest({ Body: '{}' }),
    bogus: () => null,
    signed({ secret, url, id }) {
        const fields = {
            AccountSid: 'AC00000000000000000000000000000000',
            EventSid: eventId(id)
        };
        const { headers, body } = formRequest(fields);
        const sorted = Object.keys(fields)
            .sort()
            .map(name => `${name}${fields[name]}`);
        return {
            headers: { ...headers, 'x-twilio-signature': hmac('sha1', secret, `${url}${sorted.join('')}`, 'base64') },
            body
        };
    },
    signsBody: true,
    replayProtected: false,
    acceptedWords: null,
    secretHint: "The key is the account's auth token (Twilio Console, Account, API keys & tokens). The signature covers the " +
        'whole URL: an app behind a proxy must see https and the public name (X-Forwarded-Proto, Host), or it refuses all.'
};

;// CONCATENATED MODULE: ./lib/src/providers/index.js










const providers = [
    stripe,
    github,
    shopify,
    slack,
    standardWebhooks,
    paddle,
    lemonsqueezy,
    twilio,
    gitlab,
    generic
];
const providerIds = providers.map(provider => provider.id);


/***/ }),

/***/ 4999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   OG: () => (/* binding */ logLines),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   _b: () => (/* binding */ mermaidLabel),
/* harmony export */   aY: () => (/* binding */ code)
/* harmony export */ });
/* unused harmony export excerptLength */
const invisible = /[\p{Cc}\p{Cf}\u2028\u2029\ue000]/gu;
const visible = (text) => text.toWellFormed().replace(invisible, escapeOf);
function escapeOf(character) {
    const named = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\ue000': '…' };
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    return (named[character] ??
        (code < 256 ? `\\x${hex.padStart(2, '0')}` : code < 65536 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`));
}
const logLine = (text) => {
    const line = visible(text).replaceAll('##[', '# #[');
    return /^\s*::/.test(line) ? `| ${line.trimStart()}` : line;
};
const logLines = (text) => text.split(/\r\n|\r|\n/).map(logLine);
const cut = (text, most) => {
    if (text.length <= most)
        return text;
    return `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
};
const excerptLength = 200;
const excerpt = (text) => cut(visible(text), excerptLength);
const prose = (text) => visible(text)
    .split(/`([^`]+)`/)
    .map((piece, index) => (index % 2 === 0 ? plain(piece) : code(piece)))
    .join('');
const plain = (text) => text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*[\]|~$!]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replaceAll('://', '\\://')
    .replace(/www\./gi, match => `${match.slice(0, -1)}\\.`)
    .replaceAll('@', '\\@\u2060')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
function code(text, inTable = true) {
    const shown = visible(text);
    if (shown === '')
        return '';
    if (inTable && shown.includes('\\|'))
        return plain(shown);
    const fence = '`'.repeat(longestRun(shown) + 1);
    const inner = /^`|`$|^\s|\s$/.test(shown) ? ` ${shown} ` : shown;
    return `${fence}${inTable ? inner.replaceAll('|', '\\|') : inner}${fence}`;
}
const longestRun = (text) => Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
function codeBlock(lines, language = '') {
    const shown = lines.map(visible);
    const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n')) + 1));
    return [`${fence}${language}`, ...shown, fence];
}
const mermaidLabel = (text) => `"${visible(text).replace(/[^\p{L}\p{N} .,:/()%+_…·✓✗–-]/gu, character => `#${character.codePointAt(0)};`)}"`;


/***/ }),

/***/ 6837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ unusedIgnore),
/* harmony export */   j: () => (/* binding */ ignoreWithoutReason)
/* harmony export */ });
const form = '# webhook-reach-check: ignore[rule-id] reason';
const ignoreWithoutReason = {
    id: 'ignore-without-reason',
    level: 'warning',
    title: 'An ignore comment gives no reason',
    why: 'Whoever reads it in a year has to know whether it still holds.',
    fix: `Write the reason after the bracket: \`${form}\`.`,
    judge: ({ at, names, reason }) => reason !== '' || names.length === 0
        ? null
        : {
            at,
            message: `This silences ${names.join(', ')} and does not say why.`,
            fix: { description: `Add the reason: ${form}`, edits: [] }
        }
};
const unusedIgnore = {
    id: 'unused-ignore',
    level: 'warning',
    title: 'An ignore comment silences nothing',
    why: 'It stands in the wrong place, names another rule, or what it silenced is gone. Left there it hides the next finding.',
    fix: 'Put it on the line of the finding or the line before (before the whole command, where that goes over several lines), or remove it.',
    judge: ({ at, names }, used) => used
        ? null
        : {
            at,
            message: names.length === 0
                ? `This names no rule, so it silences nothing: write ${form}`
                : `This silences nothing: no ${names.join(', ')} is found on this line or the next.`,
            fix: {
                description: 'Remove it, or move it to the line before the finding, or before the whole command.',
                edits: []
            }
        }
};


/***/ }),

/***/ 9612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ ruleIds),
  a: () => (/* binding */ rules)
});

// EXTERNAL MODULE: ./lib/src/model/address.js
var model_address = __webpack_require__(7640);
// EXTERNAL MODULE: ./lib/src/model/exposure.js
var exposure = __webpack_require__(3231);
// EXTERNAL MODULE: ./lib/src/model/port-mapping.js
var port_mapping = __webpack_require__(9146);
;// CONCATENATED MODULE: ./lib/src/rules/rule.js



const defineRule = (rule) => rule;
function* exposedAs(judged, id, describe) {
    for (const exposed of judged.exposed) {
        if ((0,exposure/* exposureOf */.Xl)(exposed) !== id)
            continue;
        const problem = describe(exposed);
        const { container, publication } = exposed;
        yield {
            ...problem,
            at: publication.at,
            statement: container.at,
            related: [...(problem.related ?? []), ...callTrail(container)]
        };
    }
}
const deployWith = (flags, image = 'ghcr.io/acme/app') => `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: appleboy/ssh-action@v1
        with:
          host: your-domain.com
          script: |
            docker run -d --name app ${flags} ${image}
`;
const exampleFile = '.github/workflows/deploy.yml';
const nameOf = ({ container }) => container.name ?? shortImage(container.image) ?? 'the container';
const shortImage = (image) => {
    const name = image?.replace(/@.*$/, '').split('/').at(-1)?.split(':')[0] ?? '';
    return /^[\w.-]+$/.test(name) ? name : null;
};
const place = (at) => `${at.file}:${at.line}`;
const callTrail = ({ calls }) => calls.map(at => ({ at, message: 'called from here' }));
function portOf({ publication }) {
    const { hostPorts } = publication.mapping;
    if (typeof hostPorts !== 'string')
        return (0,port_mapping/* formatRange */.Lu)(hostPorts);
    return hostPorts === 'random' ? 'a random port' : 'the port';
}
const restsOn = ({ publication: { assumed } }) => assumed.length === 0 ? '' : ` (with ${assumed.join(' and ')} unset, which is what this checkout shows)`;
function toLoopback({ publication: { at, written } }) {
    const address = /^(0\.0\.0\.0|\[::\]):/.exec(written)?.[0] ?? '';
    const rest = written.slice(address.length);
    if (!/^\d[\d-]*:\d[\d-]*(\/tcp)?$/.test(rest) || at.line !== at.endLine || (0,model_address/* isAddress */.PW)(rest))
        return [];
    return [{ ...at, endColumn: at.column + address.length, text: '127.0.0.1:' }];
}

;// CONCATENATED MODULE: ./lib/src/rules/data-store-exposed.js

const dataStoreExposed = defineRule({
    id: 'data-store-exposed',
    level: 'error',
    title: 'A database, cache or queue is open to the internet',
    why: "Scanners find an open Redis or Postgres within minutes, and ufw does not hide it: Docker's rules come first.",
    fix: 'Publish it on 127.0.0.1, or not at all: containers on one network reach each other without.',
    examples: {
        bad: { [exampleFile]: deployWith('-p 5432:5432', 'postgres:17') },
        good: { [exampleFile]: deployWith('-p 127.0.0.1:5432:5432', 'postgres:17') }
    },
    check: judged => exposedAs(judged, 'data-store-exposed', exposed => ({
        message: `${nameOf(exposed)} is a data store, published on every interface${restsOn(exposed)}: the internet can reach it on ${portOf(exposed)}, past ufw too.`,
        fix: {
            description: 'Publish on 127.0.0.1, or drop the mapping: containers on one Docker network need none.',
            edits: toLoopback(exposed)
        }
    }))
});

;// CONCATENATED MODULE: ./lib/src/rules/host-address-ignored.js

const hostAddressIgnored = defineRule({
    id: 'host-address-ignored',
    level: 'warning',
    title: 'Docker drops the host address, so the port is public',
    why: 'The long form of `docker run --publish` knows `published`, `target` and `protocol` alone, and swarm services listen on 0.0.0.0 whatever the stack file says: the address that was meant to keep the port private is dropped without a word.',
    fix: 'Use the short form for `docker run`: `-p 127.0.0.1:8000:8000`. In a stack, publish nothing and put the proxy on the same network.',
    examples: {
        bad: { [exampleFile]: deployWith('-p host_ip=127.0.0.1,published=8000,target=8000') },
        good: { [exampleFile]: deployWith('-p 192.168.1.10:8000:8000') }
    },
    check: judged => exposedAs(judged, 'host-address-ignored', exposed => ({
        message: `Docker drops the address ${exposed.publication.mapping.ignoredAddress} here: ${nameOf(exposed)} is published on every interface after all.`,
        fix: {
            description: 'Use the short form, 127.0.0.1:HOST_PORT:CONTAINER_PORT; in a stack, publish no port and let the proxy share the network.',
            edits: []
        }
    }))
});

;// CONCATENATED MODULE: ./lib/src/rules/host-network-publish.js

const hostNetworkPublish = defineRule({
    id: 'host-network-publish',
    level: 'warning',
    title: 'A mapping has no effect on the host network',
    why: 'With `--network host` the container shares the host\'s ports, and Docker says "Published ports are discarded when using host network mode". The app is reachable on whatever address and port it listens on itself.',
    fix: 'Drop the mapping, or drop `--network host`.',
    examples: {
        bad: { [exampleFile]: deployWith('--network host -p 127.0.0.1:8000:8000') },
        good: { [exampleFile]: deployWith('--network host') }
    },
    check: judged => exposedAs(judged, 'host-network-publish', exposed => ({
        message: `${nameOf(exposed)} runs on the host network, where Docker drops ${exposed.publication.written}: the app is reachable wherever it listens itself, loopback or not.`,
        fix: { description: 'Drop this mapping and set the address in the app, or drop the host network.', edits: [] }
    }))
});

// EXTERNAL MODULE: ./lib/src/rules/ignores.js
var ignores = __webpack_require__(6837);
;// CONCATENATED MODULE: ./lib/src/rules/invalid-publish.js

const invalidPublish = defineRule({
    id: 'invalid-publish',
    level: 'error',
    title: 'Docker refuses this mapping',
    why: 'The deploy stops at this command, and the old container, if any, goes on answering. Docker takes IP addresses only before the ports, never `localhost`.',
    fix: 'Write `[IP:]HOST_PORT:CONTAINER_PORT[/PROTOCOL]`, with an IP address.',
    examples: {
        bad: { [exampleFile]: deployWith('-p localhost:8000:8000') },
        good: { [exampleFile]: deployWith('-p 192.168.1.10:8000:8000') }
    },
    *check({ deployed }) {
        for (const container of deployed) {
            for (const { at, written, reason } of container.refused) {
                const local = /^localhost:/i.exec(written);
                const edits = local === null || at.line !== at.endLine ? [] : [{ ...at, endColumn: at.column + 9, text: '127.0.0.1' }];
                yield {
                    at,
                    message: `Docker refuses ${written}: ${reason}. The container does not start.`,
                    fix: {
                        description: 'Write [IP:]HOST_PORT:CONTAINER_PORT[/tcp|udp|sctp], with an IP address, not a name.',
                        edits
                    },
                    related: callTrail(container),
                    statement: container.at
                };
            }
        }
    }
});

;// CONCATENATED MODULE: ./lib/src/rules/loopback-without-proxy.js

const nginx = `server {
  listen 443 ssl;
  server_name your-domain.com;
  location / {
    proxy_pass http://127.0.0.1:8000;
  }
}
`;
const loopbackWithoutProxy = defineRule({
    id: 'loopback-without-proxy',
    level: 'error',
    title: 'A port is published on loopback, and no proxy forwards to it',
    why: 'Docker takes connections for a 127.0.0.1 mapping from the server itself only, so whoever calls from outside gets "connection refused". That is right behind a reverse proxy, and the end of every webhook without one.',
    fix: 'Put a reverse proxy with TLS before the port, in this checkout or on the server. One that stands outside the checkout is declared in one line: `# webhook-reach-check: proxied-by nginx` before the command, or `proxy: nginx` for the action.',
    examples: {
        bad: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000') },
        good: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'), 'deploy/nginx.conf': nginx }
    },
    check: judged => exposedAs(judged, 'loopback-without-proxy', exposed => {
        const [hint] = exposed.hints;
        const evidence = hint === undefined
            ? ''
            : ` ${place(hint.at)} speaks for a proxy (${hint.what}), but the checkout does not show where it forwards.`;
        return {
            message: `${nameOf(exposed)} is published on loopback${restsOn(exposed)}: only the server itself reaches ${portOf(exposed)}, and no proxy in this checkout forwards to it. A webhook sender gets "connection refused".${evidence}`,
            ...(hint === undefined ? {} : { level: 'warning' }),
            related: hint === undefined ? [] : [{ at: hint.at, message: hint.what }],
            fix: { description: advice(exposed), edits: [] }
        };
    })
});
const advice = (exposed) => `Put nginx or Caddy with TLS before ${portOf(exposed)} (\`node dist/index.js fix --domain your-domain.com\` writes the set-up). If one is there already, declare it: "# webhook-reach-check: proxied-by nginx" on the line before the command, or the input "proxy: nginx".`;

;// CONCATENATED MODULE: ./lib/src/rules/proxy-bypass.js

const caddyfile = `your-domain.com {
  reverse_proxy 127.0.0.1:8000
}
`;
const proxyBypass = defineRule({
    id: 'proxy-bypass',
    level: 'warning',
    title: 'The port behind the proxy is open to the internet as well',
    why: "Clients can skip the proxy with its TLS, limits and logs. ufw does not help: Docker's rules come before its INPUT chain (Docker documentation, packet filtering and firewalls).",
    fix: 'Publish the port on 127.0.0.1; the proxy still reaches it there. A proxy on the same Docker network needs no published port at all.',
    examples: {
        bad: { [exampleFile]: deployWith('-p 8000:8000'), Caddyfile: caddyfile },
        good: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'), Caddyfile: caddyfile }
    },
    check: judged => exposedAs(judged, 'proxy-bypass', exposed => {
        const [way] = exposed.ways;
        const by = way?.at == null ? `the ${way?.proxy} of the proxy input` : `${way.proxy} (${place(way.at)})`;
        return {
            message: `${by} forwards to ${nameOf(exposed)}, yet ${portOf(exposed)} is published on every interface${restsOn(exposed)}: anyone can skip the proxy, and ufw does not stop them, since Docker's rules come first.`,
            fix: { description: 'Publish on 127.0.0.1: the proxy still reaches it.', edits: toLoopback(exposed) },
            related: way?.at == null ? [] : [{ at: way.at, message: `${way.proxy} forwards from here` }]
        };
    })
});

;// CONCATENATED MODULE: ./lib/src/rules/proxy-cannot-reach-loopback.js

const proxied = (upstream, network) => deployWith(`${network}-p 127.0.0.1:8000:8000`).replace('docker run', `docker run -d --name proxy ${network}-p 80:80 -p 443:443 -v ./nginx.conf:/etc/nginx/conf.d/app.conf nginx:1.29
            docker run`) + `# the proxy's upstream is ${upstream}\n`;
const proxy_cannot_reach_loopback_nginx = (upstream) => `server {
  listen 443 ssl;
  server_name your-domain.com;
  location / {
    proxy_pass http://${upstream};
  }
}
`;
const proxyCannotReachLoopback = defineRule({
    id: 'proxy-cannot-reach-loopback',
    level: 'error',
    title: 'The proxy runs in a container, where 127.0.0.1 is the container itself',
    why: "A container on a bridge network has a loopback of its own, and host.docker.internal is the bridge's address: neither reaches a port that the host publishes on loopback. Docker Desktop hides this during development.",
    fix: 'Put both containers on one network and forward to the app by its name and container port, or give the proxy `network_mode: host`.',
    examples: {
        bad: { [exampleFile]: proxied('127.0.0.1:8000', ''), 'nginx.conf': proxy_cannot_reach_loopback_nginx('127.0.0.1:8000') },
        good: { [exampleFile]: proxied('app:8000', '--network web '), 'nginx.conf': proxy_cannot_reach_loopback_nginx('app:8000') }
    },
    check: judged => exposedAs(judged, 'proxy-cannot-reach-loopback', exposed => {
        const [route] = exposed.outOfReach;
        const where = route === undefined ? 'the proxy' : place(route.at);
        return {
            message: `${where} forwards to ${route?.upstream.host}:${route?.upstream.port ?? '?'} from inside a container: that is not the loopback on which ${nameOf(exposed)} is published. The proxy answers 502.`,
            fix: {
                description: `Put the proxy and ${nameOf(exposed)} on one Docker network and forward to the container by name, or run the proxy with host networking; port ${portOf(exposed)} then needs no publishing.`,
                edits: []
            },
            related: exposed.outOfReach.map(({ at, proxy }) => ({
                at,
                message: `${proxy} forwards to its own loopback here`
            }))
        };
    })
});

;// CONCATENATED MODULE: ./lib/src/rules/proxy-port-mismatch.js

const proxy_port_mismatch_nginx = (port) => `server {
  listen 443 ssl;
  server_name your-domain.com;
  location / {
    proxy_pass http://127.0.0.1:${port};
  }
}
`;
const proxyPortMismatch = defineRule({
    id: 'proxy-port-mismatch',
    level: 'error',
    title: 'The proxy forwards to a port that nothing publishes',
    why: 'The proxy answers 502 Bad Gateway: it knocks at one port while the container listens behind another.',
    fix: 'Make the two ports the same: change the proxy config, or the host port of the mapping.',
    examples: {
        bad: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'), 'deploy/nginx.conf': proxy_port_mismatch_nginx(8080) },
        good: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'), 'deploy/nginx.conf': proxy_port_mismatch_nginx(8000) }
    },
    check: judged => exposedAs(judged, 'proxy-port-mismatch', exposed => {
        const [nearest] = exposed.astray;
        const where = nearest?.at == null
            ? `The proxy input (${nearest?.proxy}:${nearest?.port})`
            : `${place(nearest.at)} (${nearest.proxy})`;
        return {
            message: `${where} forwards to port ${nearest?.port}, which nothing publishes; ${nameOf(exposed)} is published on loopback port ${portOf(exposed)}${restsOn(exposed)}, to which nothing forwards. The proxy answers 502.`,
            fix: {
                description: `Forward to ${portOf(exposed)} in ${nearest?.at == null ? 'the proxy input' : place(nearest.at)}, or publish port ${nearest?.port} here.`,
                edits: []
            },
            related: exposed.astray.flatMap(({ at, port, proxy }) => at === null ? [] : [{ at, message: `${proxy} forwards to port ${port}` }])
        };
    })
});

;// CONCATENATED MODULE: ./lib/src/rules/public-without-tls.js

const publicWithoutTls = defineRule({
    id: 'public-without-tls',
    level: 'warning',
    title: 'A port is open to the internet without TLS',
    why: 'It speaks plain HTTP: payloads and signatures can be read on the way, and webhook senders demand https (Stripe does in live mode).',
    fix: 'Publish it on loopback and put a proxy with TLS before it.',
    examples: {
        bad: { [exampleFile]: deployWith('-p 8000:8000') },
        good: { [exampleFile]: deployWith('-p 443:8443') }
    },
    check: judged => exposedAs(judged, 'public-without-tls', exposed => ({
        message: `${nameOf(exposed)} is published on every interface${restsOn(exposed)}: ${portOf(exposed)} answers plain HTTP to the internet, and no proxy with TLS leads to it. Webhook senders demand https.`,
        fix: {
            description: `Publish on loopback (127.0.0.1:…) and put nginx or Caddy with TLS before it; a proxy that is there already is declared with "# webhook-reach-check: proxied-by nginx" or "proxy: nginx".`,
            edits: []
        }
    }))
});

;// CONCATENATED MODULE: ./lib/src/rules/unreadable.js

const unreadable = defineRule({
    id: 'unreadable',
    level: 'warning',
    title: 'A file could not be read',
    why: 'What is in it was not linted, so a clean result says nothing of it.',
    fix: 'Mend the file, or leave it out with `paths: "!…"`.',
    examples: {
        bad: { [exampleFile]: 'jobs:\n  deploy: [\n  other: {}\n' },
        good: { [exampleFile]: deployWith('-p 443:8443') }
    },
    *check({ deployment }) {
        for (const { file, line, reason, whole } of deployment.unread) {
            if (whole !== true)
                continue;
            yield {
                at: { file, line, column: 1, endLine: line, endColumn: 1 },
                message: `${file} could not be read: ${reason}. Nothing in it was linted.`,
                fix: { description: 'Mend the file, or leave it out with "!" in paths.', edits: [] }
            };
        }
    }
});

;// CONCATENATED MODULE: ./lib/src/rules/unresolved-binding.js

const unresolvedBinding = defineRule({
    id: 'unresolved-binding',
    level: 'notice',
    title: 'Who can reach the port is not known before the run',
    why: 'The host address comes from a secret, a variable or a command, so lint can tell neither loopback from public nor right from wrong.',
    fix: 'Write the address out, or give the variable a default: `${BIND:-127.0.0.1}`. The probe after the deploy sees what holds.',
    examples: {
        bad: { [exampleFile]: deployWith('-p ${{ secrets.BIND }}:8000:8000') },
        good: { [exampleFile]: deployWith('-p 192.168.1.10:8000:8000') }
    },
    check: judged => exposedAs(judged, 'unresolved-binding', exposed => ({
        message: `Where ${nameOf(exposed)} is published depends on ${exposed.publication.written}, which is not known before the run: loopback and public are both possible.`,
        fix: { description: 'Write the address out, or give it a default such as ${BIND:-127.0.0.1}.', edits: [] }
    }))
});

;// CONCATENATED MODULE: ./lib/src/rules/index.js












const rules = [
    loopbackWithoutProxy,
    proxyPortMismatch,
    proxyCannotReachLoopback,
    publicWithoutTls,
    proxyBypass,
    dataStoreExposed,
    hostNetworkPublish,
    invalidPublish,
    hostAddressIgnored,
    unresolvedBinding,
    unreadable
];
const ruleIds = [...rules, ignores/* ignoreWithoutReason */.j, ignores/* unusedIgnore */.B].map(rule => rule.id);


/***/ }),

/***/ 6917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ MappedText),
/* harmony export */   v: () => (/* binding */ HOLE)
/* harmony export */ });
const HOLE = '\uE000';
class MappedText {
    file;
    text;
    assumed;
    #spanAt;
    constructor(file, text, spanAt, assumed) {
        this.file = file;
        this.text = text;
        this.#spanAt = spanAt;
        this.assumed = assumed;
    }
    static whole(file) {
        return new MappedText(file, file.text, index => [index, index + 1], []);
    }
    static decoded(file, text, spans) {
        let known = null;
        const spanAt = (index) => {
            known ??= spans();
            return known[index] ?? null;
        };
        return new MappedText(file, text, spanAt, []);
    }
    static standingFor(piece, text, assumed = []) {
        let span;
        const spanAt = () => {
            span ??= piece.span();
            return span;
        };
        return new MappedText(piece.file, text, spanAt, [...piece.assumed, ...assumed]);
    }
    static join(pieces) {
        const [first] = pieces;
        if (first === undefined)
            throw new Error('nothing to join');
        if (pieces.length === 1)
            return first;
        const starts = [];
        let length = 0;
        for (const piece of pieces) {
            starts.push(length);
            length += piece.text.length;
        }
        const spanAt = (index) => {
            let low = 0;
            let high = starts.length - 1;
            while (low < high) {
                const middle = (low + high + 1) >> 1;
                if ((starts[middle] ?? 0) <= index)
                    low = middle;
                else
                    high = middle - 1;
            }
            const piece = pieces[low];
            return piece === undefined || piece.file !== first.file ? null : piece.#spanAt(index - (starts[low] ?? 0));
        };
        return new MappedText(first.file, pieces.map(piece => piece.text).join(''), spanAt, [
            ...new Set(pieces.flatMap(piece => piece.assumed))
        ]);
    }
    slice(start, end = this.text.length) {
        if (start === 0 && end === this.text.length)
            return this;
        return new MappedText(this.file, this.text.slice(start, end), index => this.#spanAt(start + index), this.assumed);
    }
    withAssumed(names) {
        return new MappedText(this.file, this.text, this.#spanAt, [...new Set([...this.assumed, ...names])]);
    }
    span(start = 0, end = this.text.length) {
        let first = null;
        let last = null;
        for (let index = start; index < end && first === null; index++)
            first = this.#spanAt(index);
        for (let index = end - 1; index >= start && last === null; index--)
            last = this.#spanAt(index);
        if (first !== null && last !== null)
            return [first[0], last[1]];
        for (let index = Math.min(start, this.text.length) - 1; index >= 0; index--) {
            const before = this.#spanAt(index);
            if (before !== null)
                return [before[1], before[1]];
        }
        for (let index = end; index < this.text.length; index++) {
            const after = this.#spanAt(index);
            if (after !== null)
                return [after[0], after[0]];
        }
        return [0, 0];
    }
    location(start = 0, end = this.text.length) {
        return this.file.location(...this.span(start, end));
    }
    get isWholeFile() {
        return this.text === this.file.text;
    }
    get hasHoles() {
        return this.text.includes(HOLE);
    }
}


/***/ })

};
