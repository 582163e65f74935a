export const id = 119;
export const ids = [119];
export const modules = {

/***/ 9022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ inputSpecs)
});

// EXTERNAL MODULE: ./lib/src/rules/index.js + 20 modules
var rules = __webpack_require__(4591);
// EXTERNAL MODULE: ./lib/src/inputs/input-spec.js
var input_spec = __webpack_require__(6228);
// EXTERNAL MODULE: ./lib/src/inputs/parsers.js
var parsers = __webpack_require__(1798);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./lib/src/inputs/paths.js



function parsePaths(text) {
    const lines = (0,parsers/* linesOf */.Dx)(text);
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
        return (0,parsers/* port */.Oh)(written);
    }
    catch {
        throw new input_spec/* BadValue */.F(line);
    }
};
const parseProxy = text => text === 'auto' || text === 'none' ? text : (0,parsers/* eachLine */.IM)(outsideProxy)(text);

// EXTERNAL MODULE: ./lib/src/inputs/quote.js
var quote = __webpack_require__(1190);
;// CONCATENATED MODULE: ./lib/src/inputs/rule-levels.js


const levels = ['error', 'warning', 'notice', 'off'];
const parseRules = (ruleIds) => text => {
    const chosen = new Map();
    (0,parsers/* eachLine */.IM)(line => {
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
        default: 'auto',
        description: 'What to do: `lint` reads the checkout, `probe` sends requests to `webhook-url`, `auto` does what there is material for.',
        takes: 'auto, lint or probe',
        parse: (0,parsers/* oneOf */.yL)('auto', 'lint', 'probe')
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'paths',
        default: '',
        description: 'Files to lint as deployments, as globs, one a line; `!` excludes. Without it: the workflows, what they reach, and the proxy configs in the checkout.',
        takes: 'globs one a line, relative to the checkout and inside it; ! before one excludes',
        lines: true,
        parse: parsePaths
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'proxy',
        default: 'auto',
        description: 'The proxy before the published ports. `auto`: what the checkout declares. `none`: no proxy counts. Or proxies set up outside the checkout, one a line: `nginx`, or `nginx:8000` for one port.',
        takes: `auto, none, or proxies one a line, as nginx or nginx:8000; known are ${(0,quote/* listed */.K)(outsideProxyNames)}`,
        lines: true,
        parse: parseProxy
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'rules',
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
        return (0,parsers/* httpUrl */.q3)(text);
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
        return { host: (0,model_address/* bare */.$B)(host).toLowerCase(), port: (0,parsers/* port */.Oh)(written), address: (0,model_address/* bare */.$B)(address) };
    }
    catch {
        throw new input_spec/* BadValue */.F(text);
    }
};

;// CONCATENATED MODULE: ./lib/src/inputs/probe-inputs.js







const statuses = (0,parsers/* distinct */.dM)((0,parsers/* eachWord */.mk)(parsers/* status */.h5));
const signingSecret = text => {
    if (/\s/.test(text) || /^(sk|rk|pk)_/.test(text))
        throw new input_spec/* BadValue */.F(text);
    return text;
};
const statusList = 'HTTP statuses from 200 to 599, separated by commas';
const probeInputs = [
    (0,input_spec/* defineInput */.S)({
        name: 'webhook-url',
        default: '',
        description: 'The webhook URL to probe, as registered with the provider; several one a line, each judged by itself.',
        takes: 'http:// or https:// URLs, one a line',
        lines: true,
        parse: (0,parsers/* distinct */.dM)((0,parsers/* eachLine */.IM)(parsers/* httpUrl */.q3, 50))
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'provider',
        default: 'stripe',
        description: `Who sends the webhooks: ${(0,quote/* listed */.K)(providers/* providerIds */.w.map(id => `\`${id}\``))}.`,
        takes: (0,quote/* listed */.K)(providers/* providerIds */.w, 'or'),
        parse: (0,parsers/* oneOf */.yL)(...providers/* providerIds */.w)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'expect-status',
        default: '',
        description: "Status that the unsigned POST must get; `400,401` is any of them. Without it, what the provider's handlers answer: 400 for stripe.",
        takes: statusList,
        parse: (0,parsers/* optional */.lq)(statuses)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'expect-body',
        default: '',
        description: 'Text that the answer to the unsigned POST must hold; `/signature/i` is a regular expression.',
        takes: 'text, or a regular expression as /…/ with the flags i, m, s, u or v',
        parse: (0,parsers/* optional */.lq)(parseExpectedBody)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'health-url',
        default: '/health',
        description: "Where the app says it is well: a path on the webhook's origin, a whole URL, or `none`.",
        takes: 'a path that starts with one /, a whole http:// or https:// URL, or none',
        parse: parseHealthUrl
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'expect-health-status',
        default: '200',
        description: 'Status that the health URL must answer; a list is any of them.',
        takes: statusList,
        parse: statuses
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'expect-version',
        default: '',
        description: "Text that the health URL's answer must hold, such as the commit's SHA: an old release still answering is a failure.",
        takes: 'text',
        parse: (0,parsers/* optional */.lq)(parsers/* anyText */.Ae)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'wait',
        default: '60',
        description: 'Seconds to go on trying until all passes; `0` is one try.',
        takes: 'a whole number of seconds from 0 to 3600',
        parse: (0,parsers/* wholeNumber */.rD)(0, 3600)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'stable',
        default: '1',
        description: 'Passing rounds in a row that make a pass.',
        takes: 'a whole number of rounds from 1 to 100',
        parse: (0,parsers/* wholeNumber */.rD)(1, 100)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'timeout',
        default: '10',
        description: 'Seconds for one request, from connecting to the last byte.',
        takes: 'a whole number of seconds from 1 to 300',
        parse: (0,parsers/* wholeNumber */.rD)(1, 300)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'direct-ports',
        default: 'auto',
        description: 'Ports that must not answer from outside, since a proxy stands before them. `auto`: those that linting found; `none`; or a list.',
        takes: 'auto, none, or ports from 1 to 65535 separated by commas',
        parse: text => (text === 'auto' ? text : text === 'none' ? [] : (0,parsers/* distinct */.dM)((0,parsers/* eachWord */.mk)(parsers/* port */.Oh))(text))
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'resolve',
        default: '',
        description: "Addresses to connect to instead of asking the DNS, one `host:port:address` a line, as curl's `--resolve`.",
        takes: 'one host:port:address a line, such as hooks.example.com:443:198.51.100.10',
        lines: true,
        parse: (0,parsers/* eachLine */.IM)(parseNamedAddress)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'signing-secret',
        default: '',
        description: 'The signing secret of the endpoint. With it the probe also sends a signed event of a made-up type, a tampered one and an old one.',
        takes: "the endpoint's signing secret, one word, not an API key",
        secret: true,
        parse: (0,parsers/* optional */.lq)(signingSecret)
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
        default: '',
        description: 'Folder that gets the proxy config and the set-up script made for what was found.',
        takes: 'the path of a folder',
        parse: (0,parsers/* optional */.lq)(path)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'comment',
        default: 'on-failure',
        description: 'When to comment on the pull request, in one comment that is updated in place: `on-failure`, `always` or `never`.',
        takes: 'on-failure, always or never',
        parse: (0,parsers/* oneOf */.yL)('on-failure', 'always', 'never')
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'sarif',
        default: '',
        description: 'Path of a SARIF 2.1.0 file to write, for code scanning.',
        takes: 'the path of a file',
        parse: (0,parsers/* optional */.lq)(path)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'fail-on',
        default: 'error',
        description: 'What fails the step: `error`, `warning` (and errors), or `never`.',
        takes: 'error, warning or never',
        parse: (0,parsers/* oneOf */.yL)('error', 'warning', 'never')
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'github-token',
        default: '${{ github.token }}',
        description: 'The token for the comment and the review suggestions, and for nothing else.',
        takes: 'a token',
        secret: true,
        parse: (0,parsers/* optional */.lq)(parsers/* anyText */.Ae)
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
        return { user: login, host: (0,model_address/* bare */.$B)(host), port: (0,parsers/* port */.Oh)(written) };
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
    const lines = (0,parsers/* linesOf */.Dx)(text);
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
        default: '',
        description: 'Where to look at the server read-only when the probe fails: `user@host`, `user@host:port`, or `local` where the runner is the server.',
        takes: 'user@host, user@host:port, or local',
        parse: (0,parsers/* optional */.lq)(parseServerLogin)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'ssh-key',
        default: '',
        description: 'The private key to log in with.',
        takes: 'a private key, from -----BEGIN … PRIVATE KEY----- to -----END … PRIVATE KEY-----',
        secret: true,
        parse: (0,parsers/* optional */.lq)(privateKey)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'ssh-known-hosts',
        default: '',
        description: "The server's host keys, as `ssh-keyscan` prints them; without a known host there is no connection.",
        takes: 'known_hosts lines, as ssh-keyscan prints them: host, key type, key',
        lines: true,
        parse: (0,parsers/* optional */.lq)(knownHosts)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'diagnose',
        default: 'on-failure',
        description: 'When to look at the server: `on-failure`, `always` or `never`.',
        takes: 'on-failure, always or never',
        parse: (0,parsers/* oneOf */.yL)('on-failure', 'always', 'never')
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'container',
        default: '',
        description: "The name of the app's container on the server.",
        takes: 'the name of a container',
        parse: (0,parsers/* optional */.lq)(containerName)
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
        default: '',
        description: 'A restricted Stripe key with read access to webhook endpoints and events: is the endpoint registered, enabled and subscribed, and what went undelivered?',
        takes: 'a Stripe key that starts with rk_ (restricted, enough) or sk_',
        secret: true,
        parse: (0,parsers/* optional */.lq)(apiKey)
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'stripe-events',
        default: 'payment_intent.succeeded, payment_intent.payment_failed, payment_intent.canceled, payment_intent.processing',
        description: 'Events that the registered endpoint must be subscribed to.',
        takes: 'names of Stripe events separated by commas or line breaks, such as payment_intent.succeeded',
        lines: true,
        parse: (0,parsers/* distinct */.dM)((0,parsers/* eachWord */.mk)(eventName, 400))
    }),
    (0,input_spec/* defineInput */.S)({
        name: 'stripe-api-base',
        default: 'https://api.stripe.com',
        description: 'Where the Stripe API is asked; for tests and egress proxies.',
        takes: 'an http:// or https:// URL',
        parse: parsers/* httpUrl */.q3
    })
];

;// CONCATENATED MODULE: ./lib/src/inputs/index.js





const specs = [...lintInputs, ...probeInputs, ...stripeInputs, ...serverInputs, ...reportInputs];
const inputSpecs = specs;


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

/***/ 1798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ae: () => (/* binding */ anyText),
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   IM: () => (/* binding */ eachLine),
/* harmony export */   Oh: () => (/* binding */ port),
/* harmony export */   dM: () => (/* binding */ distinct),
/* harmony export */   h5: () => (/* binding */ status),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   mk: () => (/* binding */ eachWord),
/* harmony export */   q3: () => (/* binding */ httpUrl),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _input_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6228);

const oneOf = (...words) => text => {
    const word = words.find(candidate => candidate === text);
    if (word === undefined)
        throw new _input_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .BadValue */ .F(text);
    return word;
};
const optional = (parse) => text => text === '' ? null : parse(text);
const anyText = text => text;
const wholeNumber = (least, most) => text => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= most))
        throw new _input_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .BadValue */ .F(text);
    return value;
};
const port = wholeNumber(1, 65_535);
const status = wholeNumber(200, 599);
function all(parts, parse, most) {
    if (parts.length > most)
        throw new _input_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .BadValue */ .F(`${parts.length} of them, more than ${most}`);
    const bad = [];
    const values = parts.flatMap(part => {
        try {
            return [parse(part)];
        }
        catch (error) {
            if (!(error instanceof _input_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .BadValue */ .F))
                throw error;
            bad.push(...error.got);
            return [];
        }
    });
    if (bad.length > 0)
        throw new _input_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .BadValue */ .F(...bad);
    return values;
}
const linesOf = (text) => text
    .split(/\r\n|\r|\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
const eachLine = (parse, most = 100) => text => all(linesOf(text), parse, most);
const eachWord = (parse, most = 100) => text => {
    const words = text.split(/[\s,]+/).filter(word => word !== '');
    if (words.length === 0)
        throw new _input_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .BadValue */ .F(text);
    return all(words, parse, most);
};
const distinct = (parse) => text => [...new Set(parse(text))];
const httpUrl = text => {
    if (!/^https?:\/\/[^\s\\/]/i.test(text) || /[\s\\]/.test(text) || !URL.canParse(text))
        throw new _input_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .BadValue */ .F(text);
    if (new URL(text).port === '0')
        throw new _input_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .BadValue */ .F(text);
    return text;
};


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

/***/ 8457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/inputs/cross-checks.js
const crossChecks = [
    ({ mode, webhookUrl }) => mode === 'probe' && webhookUrl.length === 0
        ? 'webhook-url: got nothing, takes http:// or https:// URLs, one a line: mode is probe, and there is nothing to probe'
        : null
];

// EXTERNAL MODULE: ./lib/src/inputs/index.js + 12 modules
var src_inputs = __webpack_require__(9022);
// EXTERNAL MODULE: ./lib/src/inputs/input-spec.js
var input_spec = __webpack_require__(6228);
// EXTERNAL MODULE: ./lib/src/inputs/quote.js
var quote = __webpack_require__(1190);
;// CONCATENATED MODULE: ./lib/src/inputs/read-inputs.js





const longest = 100_000;
function readInputs(source) {
    maskSecrets(source);
    const problems = [];
    const values = {};
    for (const spec of src_inputs/* inputSpecs */.T) {
        try {
            values[camelCase(spec.name)] = spec.parse(textOf(spec, source));
        }
        catch (error) {
            if (!(error instanceof input_spec/* BadValue */.F))
                throw error;
            problems.push(describe(spec, error));
        }
    }
    if (problems.length > 0)
        throw new errors/* InputError */.d(problems);
    const inputs = values;
    const conflicts = crossChecks.flatMap(check => check(inputs) ?? []);
    if (conflicts.length > 0)
        throw new errors/* InputError */.d(conflicts);
    return inputs;
}
function textOf(spec, source) {
    const given = source.input(spec.name).trim();
    if (given.length > longest)
        throw new input_spec/* BadValue */.F(`${given.length} characters`);
    return given === '' && !spec.default.includes('${{') ? spec.default : given;
}
const describe = (spec, error) => `${spec.name}: got ${spec.secret ? 'a value that is not shown' : (0,quote/* listed */.K)(error.got.slice(0, 5).map(quote/* quote */.h))}, takes ${spec.takes}`;
function maskSecrets(source) {
    const secrets = src_inputs/* inputSpecs */.T.filter(spec => spec.secret).map(spec => source.input(spec.name).trim());
    const urls = ['webhook-url', 'health-url'].map(name => source.input(name));
    for (const secret of new Set([...secrets, ...urls.flatMap(secretsOf)])) {
        if (secret.length >= 4)
            source.mask(secret);
    }
}
function secretsOf(text) {
    const credentials = [...text.matchAll(/\/\/([^/\s@]+)@/g)].flatMap(([, pair = '']) => pair.split(':'));
    const tokens = [...text.matchAll(/[?&][^=&\s]*(?:token|secret|key|sig|pass|auth)[^=&\s]*=([^&#\s]+)/gi)];
    return [...credentials, ...tokens.map(([, value = '']) => value)].flatMap(raw => [raw, decoded(raw)]);
}
const decoded = (text) => {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
};
const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());


/***/ }),

/***/ 2574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ lintCheckout)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/inputs/quote.js
var quote = __webpack_require__(1190);
// EXTERNAL MODULE: ./lib/src/model/exposure.js
var exposure = __webpack_require__(3231);
// EXTERNAL MODULE: ./lib/src/rules/ignores.js
var rules_ignores = __webpack_require__(6837);
// EXTERNAL MODULE: ./lib/src/rules/index.js + 20 modules
var rules = __webpack_require__(4591);
;// CONCATENATED MODULE: ./lib/src/rules/engine.js



function checkAll(deployment, proxies, levels) {
    const judged = (0,exposure/* judge */.S4)(deployment, proxies);
    const used = new Set();
    const findings = [];
    for (const rule of rules/* rules */.a) {
        const problems = [...rule.check(judged)];
        const places = problems.map(({ at }) => at);
        for (const problem of problems) {
            const silencing = deployment.directives.filter(directive => directive.kind === 'ignore' &&
                directive.names.includes(rule.id) &&
                (0,exposure/* speaksFor */.ZQ)(directive.at, problem.at, problem.statement ?? null, places));
            for (const directive of silencing)
                used.add(directive);
            if (silencing.length === 0)
                add(findings, finding(rule, problem, levels));
        }
    }
    const ignores = deployment.directives.filter(directive => directive.kind === 'ignore');
    for (const directive of ignores) {
        for (const rule of [rules_ignores/* ignoreWithoutReason */.j, rules_ignores/* unusedIgnore */.B]) {
            const problem = rule.judge(directive, used.has(directive));
            if (problem !== null)
                add(findings, finding(rule, problem, levels));
        }
    }
    return { findings: findings.sort(byPlace), judged };
}
function finding(rule, problem, levels) {
    const level = levels.get(rule.id) ?? problem.level ?? rule.level;
    if (level === 'off')
        return null;
    return {
        rule: rule.id,
        level,
        message: problem.message,
        at: problem.at,
        fix: problem.fix,
        related: problem.related ?? []
    };
}
function add(findings, found) {
    if (found === null)
        return;
    const same = findings.findIndex(({ rule, at }) => rule === found.rule && at.file === found.at.file && at.line === found.at.line && at.column === found.at.column);
    const known = findings[same];
    if (known === undefined)
        findings.push(found);
    else if (gravity(found.level) < gravity(known.level))
        findings[same] = found;
}
const gravity = (level) => ['error', 'warning', 'notice'].indexOf(level);
const byPlace = (a, b) => a.at.file < b.at.file
    ? -1
    : a.at.file > b.at.file
        ? 1
        : a.at.line - b.at.line || a.at.column - b.at.column || (a.rule < b.rule ? -1 : 1);

// EXTERNAL MODULE: ./lib/src/text/location.js
var text_location = __webpack_require__(3733);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./lib/src/text/mapped-text.js
var mapped_text = __webpack_require__(6917);
;// CONCATENATED MODULE: ./lib/src/text/yaml-scalar.js

class Decoding {
    text = '';
    spans = [];
    put(characters, at) {
        this.text += characters;
        for (let index = 0; index < characters.length; index++)
            this.spans.push([at + index, at + index + 1]);
    }
    stand(characters, start, end) {
        this.text += characters;
        for (let index = 0; index < characters.length; index++)
            this.spans.push([start, end]);
    }
    makeUp(characters) {
        this.text += characters;
        for (let index = 0; index < characters.length; index++)
            this.spans.push(null);
    }
    trimEnd(floor) {
        let length = this.text.length;
        while (length > floor && (this.text[length - 1] === ' ' || this.text[length - 1] === '\t'))
            length--;
        this.text = this.text.slice(0, length);
        this.spans.length = length;
    }
}
function decodeScalar(node, source) {
    const token = node.srcToken;
    const [start, end] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
    const value = typeof node.value === 'string' ? node.value : (node.source ?? '');
    return mapped_text/* MappedText */.D.decoded(source.file, value, () => {
        const decoding = new Decoding();
        if (token?.type === 'block-scalar')
            decodeBlock(token, node.type === 'BLOCK_LITERAL', decoding);
        else if (token !== undefined && 'source' in token)
            decodeFlow(token, decoding);
        const spans = decoding.text === value ? decoding.spans : Array.from({ length: value.length }, () => [start, end]);
        return source.isWholeFile ? spans : spans.map(span => span && source.span(...span));
    });
}
const isBlank = (line) => line.text === '';
function blockLines(token) {
    let at = token.offset;
    for (const prop of token.props)
        if ('source' in prop)
            at += prop.source.length;
    return token.source.split('\n').map(line => {
        const indent = /^ */.exec(line)?.[0] ?? '';
        const made = { indent, text: line.slice(indent.length).replace(/\r$/, ''), at, end: at + line.length };
        at += line.length + 1;
        return made;
    });
}
function decodeBlock(token, literal, into) {
    const header = token.props.find(prop => prop.type === 'block-scalar-header');
    const marks = header !== undefined && 'source' in header ? header.source : '';
    const lines = blockLines(token);
    let last = lines.length;
    while (last > 0 && isBlank(lines[last - 1]))
        last--;
    const given = Number(/[1-9]/.exec(marks)?.[0] ?? 0);
    const body = lines.slice(0, last);
    const width = given > 0 ? token.indent + given : (body.find(line => !isBlank(line))?.indent.length ?? 0);
    while (last < lines.length && lines.slice(last).some(line => line.indent.length > width))
        last++;
    const content = lines.slice(0, last);
    if (last > 0 && content.some(line => !isBlank(line) || line.indent.length > width)) {
        if (literal)
            putLiteral(content, width, into);
        else
            putFolded(content, width, into);
    }
    chomp(lines, last, width, marks, into);
}
function putLiteral(lines, width, into) {
    for (const [index, line] of lines.entries()) {
        const before = lines[index - 1];
        if (before !== undefined)
            into.stand('\n', before.end, before.end + 1);
        putLine(line, width, into);
    }
}
function putFolded(lines, width, into) {
    let separator = '';
    let moreIndented = false;
    let index = 0;
    for (; index < lines.length && isBlank(lines[index]); index++) {
        const line = lines[index];
        putLine(line, width, into);
        into.stand('\n', line.end, line.end + 1);
    }
    const flush = (line) => {
        const before = lines[line - 1];
        for (const [nth, character] of Array.from(separator).entries()) {
            if (before !== undefined && nth === 0)
                into.stand(character, before.end, before.end + 1);
            else
                into.makeUp(character);
        }
    };
    for (; index < lines.length; index++) {
        const line = lines[index];
        const before = lines[index - 1];
        if (line.indent.length > width || line.text.startsWith('\t')) {
            if (separator === ' ')
                separator = '\n';
            else if (!moreIndented && separator === '\n')
                separator = '\n\n';
            flush(index);
            putLine(line, width, into);
            separator = '\n';
            moreIndented = true;
        }
        else if (isBlank(line)) {
            if (separator === '\n' && before !== undefined)
                into.stand('\n', before.end, before.end + 1);
            else
                separator = '\n';
        }
        else {
            flush(index);
            putLine(line, width, into);
            separator = ' ';
            moreIndented = false;
        }
    }
}
function putLine(line, width, into) {
    into.put(line.indent.slice(width), line.at + width);
    into.put(line.text, line.at + line.indent.length);
}
function chomp(lines, last, width, marks, into) {
    if (marks.includes('-') || (into.text === '' && !marks.includes('+')))
        return;
    if (!marks.includes('+')) {
        into.makeUp('\n');
        return;
    }
    for (const line of lines.slice(last)) {
        into.makeUp('\n');
        into.put(line.indent.slice(width), line.at + width);
    }
    if (!into.text.endsWith('\n'))
        into.makeUp('\n');
}
const escapes = {
    '0': '\0',
    a: '\x07',
    b: '\b',
    e: '\x1b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    N: '\x85',
    _: '\xa0',
    L: '\u2028',
    P: '\u2029'
};
const hexDigits = { x: 2, u: 4, U: 8 };
function decodeFlow(token, into) {
    const { source, offset } = token;
    const quote = source[0] === '"' || source[0] === "'" ? source[0] : '';
    const end = quote !== '' && source.length > 1 && source.endsWith(quote) ? source.length - 1 : source.length;
    let floor = 0;
    let index = quote === '' ? 0 : 1;
    while (index < end) {
        const character = source[index] ?? '';
        if (character === '\n' || (character === '\r' && source[index + 1] === '\n')) {
            into.trimEnd(floor);
            const start = index;
            let breaks = 0;
            for (; index < end && /[ \t\r\n]/.test(source[index] ?? ''); index++)
                if (source[index] === '\n')
                    breaks++;
            if (breaks === 1)
                into.stand(' ', offset + start, offset + index);
            else
                into.makeUp('\n'.repeat(breaks - 1));
        }
        else if (quote === "'" && character === "'") {
            into.stand("'", offset + index, offset + index + 2);
            index += 2;
        }
        else if (quote === '"' && character === '\\') {
            index = putEscape(source, offset, index, end, into);
            floor = into.text.length;
        }
        else {
            into.put(character, offset + index);
            index++;
        }
    }
}
function putEscape(source, offset, index, end, into) {
    const mark = source[index + 1] ?? '';
    if (mark === '\n' || mark === '\r') {
        let next = index + (mark === '\r' ? 3 : 2);
        while (next < end && /[ \t]/.test(source[next] ?? ''))
            next++;
        return next;
    }
    const digits = hexDigits[mark] ?? 0;
    const code = digits === 0 ? Number.NaN : Number.parseInt(source.slice(index + 2, index + 2 + digits), 16);
    const character = digits === 0 ? (escapes[mark] ?? mark) : code <= 0x10ffff ? String.fromCodePoint(code) : '';
    into.stand(character, offset + index, offset + index + 2 + digits);
    return index + 2 + digits;
}

;// CONCATENATED MODULE: ./lib/src/text/yaml.js




function parseYaml(from) {
    const source = from instanceof text_location/* SourceFile */.s ? mapped_text/* MappedText */.D.whole(from) : from;
    const lineCounter = new dist/* LineCounter */.HN();
    try {
        const parsed = (0,dist/* parseAllDocuments */.hR)(source.text, {
            keepSourceTokens: true,
            lineCounter,
            merge: true,
            logLevel: 'silent',
            uniqueKeys: false
        });
        const documents = Array.isArray(parsed) ? parsed : [];
        const failed = documents.flatMap(document => document.errors).at(0);
        const repeated = [];
        const built = failed === undefined ? documents.map(document => ({ root: build(document, source, repeated) })) : [];
        const at = failed?.pos[0] ?? repeated[0];
        if (at === undefined)
            return { documents: built, error: null };
        const message = failed === undefined ? 'Map keys must be unique' : firstLine(failed.message);
        return { documents: [], error: { line: lineCounter.linePos(at).line || 1, message } };
    }
    catch (error) {
        if (error instanceof RangeError)
            return { documents: [], error: { line: 1, message: 'it is nested too deeply' } };
        throw error;
    }
}
const firstLine = (message) => (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
function build(document, source, repeated) {
    const built = new Map();
    const anchors = new Map();
    const empty = (at) => ({
        kind: 'scalar',
        value: null,
        text: source.slice(at, at),
        tag: null
    });
    const at = (node) => source.location(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
    const convert = (node) => {
        if (node === null)
            return empty(0);
        if ((0,dist/* isAlias */.Vj)(node)) {
            const target = anchors.get(node.source);
            return (target && built.get(target)) ?? empty(node.range?.[0] ?? 0);
        }
        if (node.anchor !== undefined)
            anchors.set(node.anchor, node);
        const known = built.get(node);
        if (known !== undefined)
            return known;
        const made = (0,dist/* isScalar */.jn)(node) ? scalar(node) : (0,dist/* isMap */.jh)(node) ? map(node) : (0,dist/* isSeq */.oP)(node) ? list(node) : empty(0);
        built.set(node, made);
        return made;
    };
    const scalar = (node) => {
        const { value } = node;
        const simple = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
        return { kind: 'scalar', value: simple, text: decodeScalar(node, source), tag: node.tag ?? null };
    };
    const list = (node) => ({
        kind: 'list',
        items: node.items.map(item => convert(item)),
        tag: node.tag ?? null,
        at: at(node)
    });
    const map = (node) => {
        const entries = [];
        const merged = [];
        const own = new Set();
        for (const pair of node.items) {
            const key = convert(pair.key);
            const value = convert(pair.value);
            if (key.kind !== 'scalar')
                continue;
            if (key.text.text === '<<')
                merged.push(...mergeSources(value));
            else {
                if (own.has(key.text.text))
                    repeated.push(pair.key?.range?.[0] ?? 0);
                own.add(key.text.text);
                entries.push({ key, value });
            }
        }
        for (const entry of merged) {
            if (own.has(entry.key.text.text))
                continue;
            own.add(entry.key.text.text);
            entries.push(entry);
        }
        return { kind: 'map', entries, tag: node.tag ?? null, at: at(node) };
    };
    return document.contents === null ? null : convert(document.contents);
}
function mergeSources(value) {
    if (value.kind === 'map')
        return value.entries;
    if (value.kind === 'list')
        return value.items.flatMap(item => (item.kind === 'map' ? item.entries : []));
    return [];
}
function child(node, key) {
    if (node?.kind !== 'map')
        return null;
    return node.entries.findLast(entry => entry.key.text.text === key)?.value ?? null;
}
const entriesOf = (node) => node?.kind === 'map' ? node.entries : [];
const itemsOf = (node) => node?.kind === 'list' ? node.items : [];
const textOf = (node) => node?.kind === 'scalar' && (node.value !== null || node.text.text !== '') ? node.text : null;
const textsOf = (node) => (node?.kind === 'list' ? node.items : [node]).flatMap(item => textOf(item) ?? []);
const locationOf = (node) => (node.kind === 'scalar' ? node.text.location() : node.at);

// EXTERNAL MODULE: ./lib/src/model/address.js
var model_address = __webpack_require__(7640);
;// CONCATENATED MODULE: ./lib/src/text/fences.js

const longest = 100_000;
function fencesOf(document) {
    const fences = [];
    let open = null;
    let lines = [];
    for (const { 0: line, index } of document.text.matchAll(/[^\n]*\n?/g)) {
        const [, blanks = '', mark = '', info = ''] = /^([ \t>]*)(`{3,}|~{3,})[ \t]*([^\n]*?)\s*$/.exec(line) ?? [];
        if (open === null) {
            if (mark === '')
                continue;
            open = { mark, language: /^[\w.+#-]*/.exec(info)?.[0].toLowerCase() ?? '', indent: blanks.length };
            lines = [];
        }
        else if (mark.startsWith(open.mark) && info === '') {
            if (lines.length > 0)
                fences.push({ language: open.language, text: mapped_text/* MappedText */.D.join(lines) });
            open = null;
        }
        else {
            const skipped = new RegExp(`^[ \\t>]{0,${Math.min(open.indent, 100)}}(\\$ )?`).exec(line)?.[0].length ?? 0;
            if (line !== '')
                lines.push(document.slice(index + skipped, index + line.length));
        }
    }
    return fences.filter(({ text }) => text.text.length <= longest);
}

// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __webpack_require__(4006);
;// CONCATENATED MODULE: ./lib/src/text/blocks.js
const directiveLocation = (directive) => directive.source.location(directive.start, directive.end);
const argumentText = (directive) => directive.args.map(word => word.text).join(' ');
const maxDepth = 50;
class BlockBuilder {
    problems = [];
    #source;
    #top = [];
    #open = [];
    constructor(source) {
        this.#source = source;
    }
    get depth() {
        return this.#open.length;
    }
    add(words, opens, openedAt) {
        const [name, ...args] = words;
        const last = words.at(-1);
        const block = opens ? [] : null;
        const directive = {
            name: name?.text ?? '',
            args,
            block,
            source: this.#source,
            start: name?.start ?? openedAt,
            end: last?.end ?? openedAt + 1
        };
        (this.#open.at(-1)?.block ?? this.#top).push(directive);
        if (block === null)
            return;
        this.#open.push({ block: this.#open.length < maxDepth ? block : [], at: openedAt });
    }
    close(index) {
        if (this.#open.pop() === undefined)
            this.problem(index, 'a "}" closes a block that was never opened');
    }
    problem(index, reason) {
        if (this.problems.length < 20)
            this.problems.push({ source: this.#source, index, reason });
    }
    done() {
        const unclosed = this.#open.at(-1);
        if (unclosed !== undefined)
            this.problem(unclosed.at, 'a block is opened here and never closed');
        return { directives: this.#top, problems: this.problems };
    }
}
const blank = (char) => char === ' ' || char === '\t' || char === '\n' || char === '\r';
const blocks_escapes = { t: '\t', r: '\r', n: '\n', '"': '"', "'": "'", '\\': '\\' };
function parseNginxBlocks(source) {
    const text = source.text;
    const builder = new BlockBuilder(source);
    let words = [];
    let index = 0;
    while (index < text.length) {
        const char = text.charAt(index);
        if (blank(char) || (char === '\uFEFF' && index === 0))
            index++;
        else if (char === '#')
            index = lineEnd(text, index);
        else if (char === ';') {
            if (words.length > 0)
                builder.add(words, false, index);
            words = [];
            index++;
        }
        else if (char === '{') {
            const foreign = /_by_lua_block$/.test(words[0]?.text ?? '');
            builder.add(words, !foreign, index);
            words = [];
            index = foreign ? afterLua(text, index) : index + 1;
        }
        else if (char === '}') {
            if (words.length > 0) {
                builder.problem(words[0]?.start ?? index, 'a directive has no ";" at its end');
                builder.add(words, false, index);
            }
            words = [];
            builder.close(index++);
        }
        else {
            const word = char === '"' || char === "'" ? quotedWord(text, index) : bareWord(text, index);
            if (word === null) {
                builder.problem(index, 'a quote is opened here and never closed');
                return builder.done();
            }
            words.push(word);
            index = word.end;
        }
    }
    if (words.length > 0) {
        builder.problem(words[0]?.start ?? 0, 'a directive has no ";" at its end');
        builder.add(words, false, text.length);
    }
    return builder.done();
}
const lineEnd = (text, index) => {
    const end = text.indexOf('\n', index);
    return end === -1 ? text.length : end;
};
function quotedWord(text, start) {
    const quote = text.charAt(start);
    for (let index = start + 1; index < text.length; index++) {
        const char = text.charAt(index);
        if (char === '\\')
            index++;
        else if (char === quote)
            return { text: unescaped(text.slice(start + 1, index)), start, end: index + 1, quoted: true };
    }
    return null;
}
function bareWord(text, start) {
    let index = start;
    for (; index < text.length; index++) {
        const char = text.charAt(index);
        if (char === '\\')
            index++;
        else if (char === '$' && text.charAt(index + 1) === '{')
            index++;
        else if (blank(char) || char === ';' || char === '{')
            break;
    }
    const end = Math.min(index, text.length);
    return { text: unescaped(text.slice(start, end)), start, end, quoted: false };
}
const unescaped = (text) => text.includes('\\') ? text.replace(/\\(["'\\trn])/g, (_, char) => blocks_escapes[char] ?? char) : text;
function afterLua(text, open) {
    const piece = /--\[\[[^\]]*\]\]|--[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[{}]/gs;
    piece.lastIndex = open;
    let depth = 0;
    for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
        if (match[0] === '{')
            depth++;
        else if (match[0] === '}' && --depth === 0)
            return piece.lastIndex;
    }
    return text.length;
}

;// CONCATENATED MODULE: ./lib/src/text/lines.js
function parseLines(source, comments) {
    const { text } = source;
    const directives = [];
    let index = 0;
    while (index < text.length) {
        const words = [];
        index = readLine(text, index, comments, words);
        const [name, ...args] = words;
        const last = words.at(-1);
        if (name !== undefined && last !== undefined) {
            directives.push({ name: name.text, args, block: null, source, start: name.start, end: last.end });
        }
    }
    return directives;
}
function readLine(text, start, comments, words) {
    let index = start;
    while (index < text.length) {
        const char = text.charAt(index);
        const joined = continuation(text, index);
        if (char === '\n')
            return index + 1;
        if (joined > 0)
            index += joined;
        else if (/\s|\uFEFF/.test(char))
            index++;
        else if (char === '#' && (comments === 'anywhere' || words.length === 0))
            return lines_lineEnd(text, index, comments);
        else {
            const word = readWord(text, index, comments);
            words.push(word);
            index = word.end;
        }
    }
    return index;
}
const continuation = (text, index) => text.charAt(index) !== '\\' ? 0 : text.charAt(index + 1) === '\n' ? 2 : text.startsWith('\r\n', index + 1) ? 3 : 0;
function lines_lineEnd(text, start, comments) {
    let end = text.indexOf('\n', start);
    while (comments === 'line-start' && end > 0 && /\\\r?$/.test(text.slice(end - 2, end)))
        end = text.indexOf('\n', end + 1);
    return end === -1 ? text.length : end + 1;
}
function readWord(text, start, comments) {
    let value = '';
    let quote = '';
    let quoted = false;
    let index = start;
    for (; index < text.length; index++) {
        const char = text.charAt(index);
        if (char === '\n' || continuation(text, index) > 0)
            break;
        if (quote !== '' && char === quote)
            quote = '';
        else if (quote === '' && (char === '"' || char === "'") && (comments === 'anywhere' || index === start)) {
            quote = char;
            quoted = true;
        }
        else if (char === '\\' && quote !== "'" && /["'\\ #]/.test(text.charAt(index + 1)))
            value += text.charAt(++index);
        else if (quote === '' && (/\s/.test(char) || (char === '#' && comments === 'anywhere')))
            break;
        else
            value += char;
    }
    return { text: value, start, end: index, quoted };
}

;// CONCATENATED MODULE: ./lib/src/proxies/template.js

const placeholder = /\{\{-?[^{}\n]{0,200}\}\}|\{%[^%\n]{0,400}%\}|<%[^%\n]{0,400}%>|\{#[^#\n]{0,400}#\}/g;
function fillTemplate(text, variables) {
    if (!/\{\{|\{%|<%/.test(text.text))
        return text;
    const pieces = [];
    let from = 0;
    for (const match of text.text.matchAll(placeholder)) {
        const [written] = match;
        const end = match.index + written.length;
        pieces.push(text.slice(from, match.index));
        const value = placeholderValue(written, variables);
        if (value !== '')
            pieces.push(mapped_text/* MappedText */.D.standingFor(text.slice(match.index, end), value));
        from = end;
    }
    if (from === 0)
        return text;
    pieces.push(text.slice(from));
    return mapped_text/* MappedText */.D.join(pieces.filter((part, index) => index === 0 || part.text !== ''));
}
function placeholderValue(written, variables) {
    if (/^(?:\{%|\{#|<%(?!=))/.test(written))
        return '';
    const name = /^(?:\{\{|<%=)-?\s*\.?(?:Env\.)?(\w+)\s*(?:\||-?(?:\}\}|%>))/.exec(written)?.[1];
    return (name === undefined ? undefined : variables.get(name)) ?? mapped_text/* HOLE */.v;
}

;// CONCATENATED MODULE: ./lib/src/proxies/apache-config.js



const transparent = new Set([
    'ifmodule',
    'ifdefine',
    'ifversion',
    'ifdirective',
    'ifsection',
    'macro'
]);
const apache_config_maxDepth = 30;
function loadApache(text, context) {
    const values = new Map(context.variables);
    const unread = [];
    let included = 0;
    const load = (source, trail) => {
        const lines = parseLines(fillTemplate(source, context.variables), 'line-start');
        return sections(lines.flatMap(line => expandLine(line, [...trail, source.file.path])));
    };
    const expandLine = (line, trail) => {
        const name = line.name.toLowerCase();
        const args = line.args.map(word => ({ ...word, text: fill(word.text, values) }));
        if (name === 'define' && args[0] !== undefined)
            values.set(args[0].text, args[1]?.text ?? '');
        if (name !== 'include' && name !== 'includeoptional')
            return [{ ...line, name, args }];
        if (trail.length > 10 || ++included > 200)
            return [];
        const pattern = args[0]?.text ?? '';
        const files = context.include(pattern, line.source.file.path).filter(file => !trail.includes(file.file.path));
        if (files.length === 0 && name === 'include' && !/[*?[]|letsencrypt|ssl|mods-|ports/.test(pattern)) {
            const { file, line: at } = line.source.location(line.start, line.end);
            unread.push({ file, line: at, reason: `httpd includes ${pattern}, which is not in the checkout` });
        }
        return files.flatMap(file => load(file, trail));
    };
    return { directives: load(text, []), unread };
}
const fill = (text, values) => text.replace(/\$\{(\w+)\}/g, (_, name) => values.get(name)?.slice(0, 500) ?? mapped_text/* HOLE */.v);
function sections(lines) {
    const top = [];
    const open = [];
    for (const line of lines) {
        const here = open.at(-1)?.block ?? top;
        if (line.name.startsWith('</')) {
            const name = line.name.slice(2).replace(/>.*$/s, '');
            const at = open.findLastIndex(section => section.name === name);
            if (at !== -1)
                open.length = at;
        }
        else if (line.name.startsWith('<') && line.block === null) {
            const name = line.name.slice(1).replace(/>.*$/s, '');
            const block = transparent.has(name) ? here : [];
            const section = { ...line, name, args: withoutBracket(line), block };
            if (!transparent.has(name) && open.length < apache_config_maxDepth)
                here.push(section);
            open.push({ name, block });
        }
        else
            here.push(line);
    }
    return top;
}
const withoutBracket = ({ args }) => args.map(word => ({ ...word, text: word.text.replace(/>$/, '') })).filter(word => word.text !== '');

;// CONCATENATED MODULE: ./lib/src/proxies/access-list.js

function mayAdmitSender(entry) {
    const address = entry.replace(/\/\d+$/, '');
    return !(0,model_address/* isAddress */.PW)(address) || !((0,model_address/* isPrivate */.Gw)(address) || (0,model_address/* isLoopback */.U9)(address));
}

;// CONCATENATED MODULE: ./lib/src/proxies/path-pattern.js
const maxPath = 512;
const maxPattern = 500;
const maxBits = 24;
function matchPath(pattern, path, ignoreCase = false) {
    const inline = pattern.startsWith('(?i)');
    const source = (inline ? pattern.slice(4) : pattern).replaceAll('(?P<', '(?<');
    if (source.length > maxPattern || path.length > maxPath || costBits(source, path.length) > maxBits)
        return 'unknown';
    try {
        return new RegExp(source, ignoreCase || inline ? 'i' : '').exec(path) ?? 'no';
    }
    catch {
        return 'unknown';
    }
}
const piece = /\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|[)|*+?]|\{\d*,?\d*\}|./gs;
function costBits(source, length) {
    const each = Math.log2(length + 1);
    let bits = each;
    const groups = [];
    let closed = false;
    for (const [token] of source.matchAll(piece)) {
        const isRepetition = /^(?:[*+]|\{.*\})$/s.test(token);
        if ((isRepetition && closed) || /^\\[1-9k]/.test(token))
            return Number.POSITIVE_INFINITY;
        const isVariable = isRepetition || token === '?' || token === '|';
        if (isVariable)
            bits += isRepetition ? each : 1;
        if (isVariable && groups.length > 0)
            groups[groups.length - 1] = true;
        closed = token === ')' && (groups.pop() ?? false);
        if (closed && groups.length > 0)
            groups[groups.length - 1] = true;
        if (token.startsWith('('))
            groups.push(false);
    }
    return bits;
}

;// CONCATENATED MODULE: ./lib/src/proxies/refusal.js

const because = {
    redirects: 'it answers with a redirect, and webhook senders do not follow redirects',
    answers: 'it answers before the request reaches the app',
    refuses: 'it refuses the request before it reaches the app',
    closes: 'it closes the connection',
    password: 'it asks for a password, and webhook senders send none',
    login: 'it asks another service to let the request in, and webhook senders are not logged in',
    address: 'it lets in chosen addresses only, and the webhook sender’s is none of them',
    method: 'webhooks are sent by POST, which it keeps out'
};
const refuse = (directive, why) => ({
    at: directiveLocation(directive),
    directive: directive.source.text.slice(directive.start, directive.end).replace(/\s+/g, ' ').slice(0, 120),
    why
});

;// CONCATENATED MODULE: ./lib/src/proxies/apache-refusals.js



function judgeApache(host, path, tls) {
    const applying = host.filter(section => applies(section, path));
    const sections = applying.map(({ block }) => block ?? []);
    const redirecting = isProxied(host, sections, path) ? sections : [host, ...sections];
    return judgeRewrites(host, path, tls) ?? judgeRedirects(redirecting, path, tls) ?? judgeAccess([host, ...sections]);
}
function isProxied(host, sections, path) {
    if (sections.flat().some(({ name, args }) => /^proxypass/.test(name) && args[0]?.text !== '!'))
        return true;
    const first = host.find(({ name, args }) => {
        const from = args[0]?.text ?? '';
        return name === 'proxypass' ? path.startsWith(from) : name === 'proxypassmatch' && isMatch(from, path);
    });
    return first !== undefined && first.args[1]?.text !== '!';
}
function applies({ name, args, block }, path) {
    const [first = '', second] = args.map(word => word.text);
    if (block === null)
        return false;
    if (name === 'proxy')
        return first === '*';
    if (name === 'locationmatch' || (name === 'location' && first === '~'))
        return isMatch(second ?? first, path);
    if (name !== 'location')
        return false;
    return path === first || path.startsWith(first.endsWith('/') ? first : `${first}/`);
}
const isMatch = (pattern, path) => typeof matchPath(pattern, path) !== 'string';
function judgeRedirects(layers, path, tls) {
    for (const directive of layers.flat()) {
        if (!/^redirect(?:match|permanent|temp)?$/.test(directive.name))
            continue;
        const words = directive.args.map(word => word.text);
        const isStatus = /^(?:\d{3}|permanent|temp|seeother|gone)$/i.test(words[0] ?? '') && directive.name.length <= 13;
        const [from = '', to = ''] = isStatus ? words.slice(1) : words;
        const here = directive.name === 'redirectmatch' ? isMatch(from, path) : isBelow(from, path, to === '');
        if (here && !isTlsUpgrade(to || from, tls))
            return refuse(directive, because.redirects);
    }
    return null;
}
const isBelow = (prefix, path, inLocation) => inLocation || prefix === '/' || path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
const isTlsUpgrade = (target, tls) => !tls && target.startsWith('https://');
function judgeRewrites(host, path, tls) {
    if (host.findLast(({ name }) => name === 'rewriteengine')?.args[0]?.text.toLowerCase() !== 'on')
        return null;
    let conditions = [];
    for (const directive of host) {
        if (directive.name === 'rewritecond')
            conditions.push(conditionHolds(directive, path, tls));
        if (directive.name !== 'rewriterule')
            continue;
        const [pattern = '', target = '', flagText = ''] = directive.args.map(word => word.text);
        const met = conditions.every(holds => holds) && ruleMatches(pattern, path);
        conditions = [];
        if (!met)
            continue;
        const flags = flagText.replace(/^\[|\]$/g, '').split(/\s*,\s*/);
        const has = (flag) => flags.some(each => flag.test(each));
        if (has(/^(?:F|forbidden|G|gone)$/i))
            return refuse(directive, because.refuses);
        if (has(/^(?:P|proxy)$/i) || (target === '-' && has(/^(?:L|last|END)$/i)))
            return null;
        if ((has(/^(?:R|redirect)(?:=|$)/i) || /^https?:\/\//.test(target)) && !isTlsUpgrade(target, tls)) {
            return refuse(directive, because.redirects);
        }
    }
    return null;
}
const ruleMatches = (pattern, path) => {
    const match = matchPath(pattern.replace(/^!/, ''), path);
    return match !== 'unknown' && (match === 'no') === pattern.startsWith('!');
};
function conditionHolds(directive, path, tls) {
    const [subject = '', pattern = '', flags = ''] = directive.args.map(word => word.text);
    const actual = new Map([
        ['%{HTTPS}', tls ? 'on' : 'off'],
        ['%{REQUEST_METHOD}', 'POST'],
        ['%{REQUEST_URI}', path],
        ['%{REQUEST_SCHEME}', tls ? 'https' : 'http'],
        ['%{SERVER_PORT}', tls ? '443' : '80']
    ]).get(subject);
    if (actual === undefined)
        return false;
    const negated = pattern.startsWith('!');
    const wanted = negated ? pattern.slice(1) : pattern;
    if (wanted.startsWith('='))
        return (actual === wanted.slice(1)) !== negated;
    const match = matchPath(wanted, actual, /\bNC\b/i.test(flags));
    return match !== 'unknown' && (match !== 'no') !== negated;
}
function judgeAccess(layers) {
    const layer = layers
        .slice(1)
        .findLast(each => each.some(one => isAccess(one) || (isLimit(one) && one.block?.some(isAccess))));
    if (layer === undefined)
        return null;
    const limit = layer.find(one => isLimit(one) && limitsPost(one) && one.block?.some(isAccess));
    const refusal = judgeLayer([...layer, ...(limit?.block ?? [])], layers);
    return refusal !== null && limit !== undefined ? refuse(limit, because.method) : refusal;
}
const isLimit = ({ name }) => name === 'limit' || name === 'limitexcept';
const limitsPost = ({ name, args }) => args.some(word => word.text.toUpperCase() === 'POST') === (name === 'limit');
const isAccess = ({ name }) => /^(?:require|requireany|requireall|deny|allow)$/.test(name);
function judgeLayer(layer, layers) {
    if (layer.some(({ name, args }) => name === 'satisfy' && args[0]?.text.toLowerCase() === 'any'))
        return null;
    const denied = layer.find(({ name, args }) => name === 'deny' && args[1]?.text.toLowerCase() === 'all');
    const allowed = layer.some(({ name, args }) => name === 'allow' && args.slice(1).some(word => mayAdmitSender(word.text)));
    if (denied !== undefined && !allowed)
        return refuse(denied, because.address);
    const requirements = layer.filter(({ name }) => /^require(?:any|all)?$/.test(name));
    const [first] = requirements;
    if (first === undefined || requirements.some(admits))
        return null;
    const isLogin = requirements.some(requirement => isLoginRequirement(requirement));
    if (!isLogin)
        return refuse(first, because.address);
    const type = layers
        .toReversed()
        .flatMap(each => each.find(({ name }) => name === 'authtype') ?? [])
        .at(0);
    if (type?.args[0]?.text.toLowerCase() === 'none')
        return null;
    return refuse(type ?? first, because.password);
}
function admits(requirement) {
    const { name, args, block } = requirement;
    const inner = (block ?? []).filter(each => /^require/.test(each.name));
    if (name === 'requireany')
        return inner.some(admits);
    if (name === 'requireall')
        return inner.every(admits);
    const [kind = '', ...values] = args.map(word => word.text.toLowerCase());
    if (kind === 'all')
        return values[0] !== 'denied';
    if (kind === 'ip')
        return values.some(mayAdmitSender);
    if (kind === 'method')
        return values.includes('post');
    return !/^(?:local|valid-user|user|group|dbm-group|ldap-.*|claim)$/.test(kind);
}
const isLoginRequirement = ({ args, block }) => /^(?:valid-user|user|group|dbm-group|ldap-.*|claim)$/i.test(args[0]?.text ?? '') ||
    (block ?? []).some(isLoginRequirement);

;// CONCATENATED MODULE: ./lib/src/proxies/bounds.js
const maxRoutes = 1000;
function collectRoutes(text, parts, read) {
    const routes = [];
    for (const part of parts) {
        for (const route of read(part))
            routes.push(route);
        if (routes.length < maxRoutes)
            continue;
        const line = routes[maxRoutes - 1]?.at.line ?? 1;
        return {
            routes: routes.slice(0, maxRoutes),
            unread: [{ file: text.file.path, line, reason: `it has more than ${maxRoutes} routes` }]
        };
    }
    return { routes, unread: [] };
}

;// CONCATENATED MODULE: ./lib/src/proxies/config-path.js
const inactive = /(?:\.(?:sample|example|disabled|bak|backup|orig|old|save|dist|swp|rpmnew|dpkg-\w+)|~)$|(?:^|\/)node_modules\//i;
const foreign = /\.(?:md|mdx|rst|adoc|html?|css|scss|[cm]?[jt]sx?|vue|py|rb|go|rs|java|kt|php|pl|lua|cs|sh|bash|zsh|fish|ps1|bat|cmd|sql|tf|hcl|lock|log|csv|xml|svg|patch|diff)$/i;
const isActiveConfig = (path) => !inactive.test(path) && !foreign.test(path);
const structured = /\.(?:ya?ml|json|toml)(?:\.(?:j2|erb|tmpl|tpl|template))?$/i;
const isStructured = (path) => structured.test(path);

;// CONCATENATED MODULE: ./lib/src/proxies/upstream.js

const schemePorts = new Map(Object.entries({
    http: 80,
    https: 443,
    ws: 80,
    wss: 443,
    h2: 443,
    h2c: 80,
    grpc: 80,
    grpcs: 443,
    'https+insecure': 443,
    ajp: 8009,
    fcgi: 8000
}));
function parseUpstream(written, defaultPort = null) {
    if (/^(?:\w+:\/\/)?unix(?:[:/@]|\+)/i.test(written))
        return null;
    const scheme = /^([a-z][a-z0-9+.-]{0,20}):\/\//i.exec(written);
    const fallback = scheme === null ? defaultPort : (schemePorts.get((scheme[1] ?? '').toLowerCase()) ?? defaultPort);
    const rest = written.slice(scheme?.[0].length ?? 0);
    const authority = (/^[^/?#]*/.exec(rest)?.[0] ?? '').replace(/^[^@]*@/, '');
    const split = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(authority);
    if (split === null || (split[2] ?? '').includes(':'))
        return { host: knownHost(authority), port: fallback };
    const host = knownHost(split[1] ?? '');
    if (split[2] === undefined)
        return { host, port: host === null && split[1] !== '' ? null : fallback };
    return { host, port: parsePort(split[2]) };
}
const parsePort = (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535 ? Number(text) : null;
function knownHost(text) {
    if (text.includes(mapped_text/* HOLE */.v))
        return null;
    const address = text.replace(/^\[(.*)\]$/s, '$1');
    if (/^[0-9a-f:.]+(%\w+)?$/i.test(address) && address.includes(':'))
        return address;
    return /^[\w.-]+$/.test(address) && !/^__\w*__$/.test(address) ? address : null;
}

;// CONCATENATED MODULE: ./lib/src/proxies/apache.js







const apache = {
    id: 'apache',
    claims: (file, text) => isActiveConfig(file) &&
        !isStructured(file) &&
        /^[ \t]*(?:<VirtualHost\s|<Location|ProxyPass(?:Match)?\s|RewriteRule\s|BalancerMember\s|ServerName\s+[^;\s]+\s*$)/im.test(text),
    read(text, context) {
        const { directives, unread } = loadApache(text, context);
        const hosts = hostsOf(directives);
        const balancers = balancersOf(directives);
        const anyTls = hosts.some(({ listeners }) => listeners.some(({ tls }) => tls));
        const found = collectRoutes(text, hosts, host => routesOf(host, balancers, anyTls, context));
        return { routes: found.routes, unread: [...unread, ...found.unread] };
    }
};
function hostsOf(directives) {
    const listens = directives.filter(({ name }) => name === 'listen');
    const isTls = (block) => /^(?:on|optional)$/i.test(block.findLast(({ name }) => name === 'sslengine')?.args[0]?.text ?? '');
    const mainTls = isTls(directives);
    const ports = listens.map(listen => ({
        at: directiveLocation(listen),
        port: portOf(listen.args[0]?.text ?? ''),
        tls: mainTls || listen.args[1]?.text.toLowerCase() === 'https'
    }));
    const main = { block: directives, listeners: ports };
    const virtual = directives.flatMap(section => {
        if (section.name !== 'virtualhost' || section.block === null)
            return [];
        const tls = isTls(section.block) || mainTls;
        const at = directiveLocation(section);
        return [{ block: section.block, listeners: section.args.map(word => ({ at, port: portOf(word.text), tls })) }];
    });
    return [main, ...virtual];
}
const portOf = (address) => parsePort(/(?:^|:)(\d+)$/.exec(address)?.[1] ?? '');
function balancersOf(directives) {
    const all = [...directives, ...directives.flatMap(({ block }) => block ?? [])];
    return new Map(all
        .filter(({ name, block }) => name === 'proxy' && block !== null)
        .map(({ args, block }) => [
        (args[0]?.text ?? '').replace(/\/$/, '').toLowerCase(),
        (block ?? []).filter(({ name }) => name === 'balancermember')
    ]));
}
function routesOf(host, balancers, anyTls, context) {
    const tls = host.listeners.some(listener => listener.tls);
    const forwards = forwardsOf(host.block, '/', balancers).slice(0, maxRoutes);
    const serverNames = namesOf(host.block);
    const refusal = forwards.length > 0 && (tls || !anyTls) ? judgeApache(host.block, context.webhookPath, tls) : null;
    return forwards.map(({ at, path, upstream }) => ({
        proxy: 'apache',
        at: directiveLocation(at),
        site: context.site,
        listeners: host.listeners,
        serverNames,
        path,
        upstream,
        refusal,
        evidence: 'declared'
    }));
}
const namesOf = (block) => block
    .filter(({ name }) => name === 'servername' || name === 'serveralias')
    .flatMap(({ args }) => args.map(word => word.text.replace(/^\w+:\/\//, '').replace(/:\d+$/, '')))
    .filter(name => name !== '' && !name.includes(mapped_text/* HOLE */.v));
function forwardsOf(block, path, balancers) {
    return block.flatMap(directive => {
        if (directive.block !== null) {
            const isLocation = directive.name === 'location' || directive.name === 'locationmatch';
            const own = isLocation ? (directive.args.at(-1)?.text ?? path) : path;
            return directive.name === 'virtualhost' || directive.name === 'proxy'
                ? []
                : forwardsOf(directive.block, own, balancers);
        }
        const found = targets.get(directive.name)?.(directive.args.map(word => word.text), path);
        return found == null ? [] : upstreams(directive, found, balancers);
    });
}
const targets = new Map(Object.entries({
    proxypass: (args, path) => {
        const [from = '', to = ''] = args;
        const own = from.startsWith('/') || from.startsWith('^') || from === '!' ? { path: from, url: to } : { path, url: from };
        return own.url === '!' || own.path === '!' || own.url === '' ? null : own;
    },
    proxypassmatch: (args, path) => {
        const [from = '', to] = args;
        const own = to === undefined || !/^\w+:\/\/|^!$/.test(to) ? { path, url: from } : { path: from, url: to };
        return own.url === '!' ? null : own;
    },
    rewriterule: ([pattern = '', url = '', flags = '']) => /^\w+:\/\//.test(url) && /[[,]\s*(?:P|proxy)\s*[\],]/i.test(flags) ? { path: `~ ${pattern}`, url } : null,
    sethandler: ([handler = ''], path) => (/^proxy:/i.test(handler) ? { path, url: handler.slice(6) } : null)
}));
function upstreams(at, { path, url }, balancers) {
    const balancer = /^balancer:\/\/[^/]*/i.exec(url)?.[0].toLowerCase();
    const named = balancer === undefined ? [{ at, url }] : membersOf(balancer, balancers);
    return named.flatMap(member => {
        const upstream = parseUpstream(member.url.replace(/[$%]\{?\w+\}?/g, mapped_text/* HOLE */.v), 80);
        return upstream === null ? [] : [{ at: member.at, path, upstream }];
    });
}
const membersOf = (balancer, balancers) => (balancers.get(balancer) ?? []).slice(0, 64).map(member => ({ at: member, url: member.args[0]?.text ?? '' }));

;// CONCATENATED MODULE: ./lib/src/proxies/caddyfile-matchers.js


function splitMatcher(directive) {
    const [first, ...rest] = directive.args;
    const isMatcher = first !== undefined && !first.quoted && /^(?:\*$|\/|@)/.test(first.text);
    return isMatcher ? { matcher: first.text, args: rest } : { matcher: null, args: directive.args };
}
const namedMatchers = (block) => new Map(block.filter(({ name }) => name.startsWith('@')).map(directive => [directive.name, directive]));
function meets(matcher, path, named, tls) {
    if (matcher === null || matcher === '*')
        return true;
    if (matcher.startsWith('/'))
        return matchesGlob(matcher, path);
    const definition = named.get(matcher);
    if (definition === undefined)
        return null;
    const [kind, ...args] = definition.args;
    const inline = kind === undefined ? [] : [meetsOne(kind.text, args, null, path, tls)];
    return every([...inline, ...(definition.block ?? []).map(one => meetsOne(one.name, one.args, one.block, path, tls))]);
}
function matcherPaths(matcher, named) {
    if (matcher === null || matcher === '*')
        return [];
    if (matcher.startsWith('/'))
        return [matcher];
    const definition = named.get(matcher);
    const inline = definition?.args[0]?.text === 'path' ? definition.args.slice(1) : [];
    const block = definition?.block?.filter(({ name }) => name === 'path').flatMap(({ args }) => args) ?? [];
    return [...inline, ...block].map(word => word.text);
}
function meetsOne(kind, args, block, path, tls) {
    const values = args.map(word => word.text);
    if (kind === 'path')
        return values.some(value => matchesGlob(value, path));
    if (kind === 'method')
        return values.some(value => value.toUpperCase() === 'POST');
    if (kind === 'protocol')
        return values.includes('https') ? tls : values.includes('http') ? !tls : null;
    if (kind === 'remote_ip' || kind === 'client_ip') {
        return values.some(value => value !== 'private_ranges' && value !== 'forwarded' && mayAdmitSender(value))
            ? null
            : false;
    }
    if (kind === 'path_regexp') {
        const match = matchPath(values.at(-1) ?? '', path);
        return match === 'unknown' ? null : match !== 'no';
    }
    if (kind === 'not') {
        const [first, ...rest] = args;
        const inner = first === undefined ? [] : [meetsOne(first.text, rest, null, path, tls)];
        const met = every([...inner, ...(block ?? []).map(one => meetsOne(one.name, one.args, one.block, path, tls))]);
        return met === null ? null : !met;
    }
    return null;
}
const every = (all) => (all.includes(false) ? false : all.includes(null) ? null : true);
function matchesGlob(pattern, path) {
    const wanted = pattern.toLowerCase();
    const actual = path.toLowerCase();
    if (!wanted.includes('*'))
        return wanted === actual;
    const [head = '', ...rest] = wanted.split('*');
    const tail = rest.pop() ?? '';
    if (!actual.startsWith(head) || !actual.endsWith(tail) || actual.length < head.length + tail.length)
        return false;
    let from = head.length;
    for (const part of rest) {
        const found = actual.indexOf(part, from);
        if (found === -1 || found + part.length > actual.length - tail.length)
            return false;
        from = found + part.length;
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/src/proxies/structured.js


function readStructured(text, context) {
    const { documents, error } = parseYaml(fillTemplate(text, context.variables));
    const unread = error === null ? [] : [{ file: text.file.path, line: error.line, reason: error.message }];
    return { roots: documents.flatMap(({ root }) => root ?? []), unread };
}
const nodeAt = (node, ...keys) => keys.reduce((at, key) => child(at, key), node ?? null);
const nodeAtAnyCase = (node, ...keys) => keys.reduce((at, key) => {
    const wanted = key.toLowerCase();
    return entriesOf(at).findLast(entry => entry.key.text.text.toLowerCase() === wanted)?.value ?? null;
}, node ?? null);
const most = 500;
const items = (node) => itemsOf(node).slice(0, most);
const entries = (node) => entriesOf(node).slice(0, most);
const isOn = (node) => node != null && (node.kind !== 'scalar' || /^(?:true|yes|on|1)$/i.test(node.text.text));

;// CONCATENATED MODULE: ./lib/src/proxies/caddy-json.js






const caddyJson = {
    id: 'caddy-json',
    claims: (file, text) => isActiveConfig(file) && isStructured(file) && /"apps"\s*:/.test(text) && /"reverse_proxy"|"proxy"/.test(text),
    read(text, context) {
        const { roots, unread } = readStructured(text, context);
        const servers = roots.flatMap(root => entries(nodeAt(root, 'apps', 'http', 'servers')).map(({ value }) => value));
        return { routes: servers.flatMap(server => serverRoutes(server, context)), unread };
    }
};
function serverRoutes(server, context) {
    const automatic = textOf(nodeAt(server, 'automatic_https', 'disable'))?.text !== 'true';
    const policies = items(nodeAt(server, 'tls_connection_policies')).length > 0;
    const found = routesIn(nodeAt(server, 'routes'), { hosts: [], path: '/', served: true }, 0);
    const skipped = new Set(textsOf(nodeAt(server, 'automatic_https', 'skip')).map(({ text }) => text));
    const named = found.some(({ hosts }) => hosts.some(host => !skipped.has(host)));
    const listeners = textsOf(nodeAt(server, 'listen')).map((text) => {
        const port = parsePort(/:(\d+)$/.exec(text.text)?.[1] ?? '');
        const tls = policies || (automatic && port !== 80 && (named || port === 443));
        return { at: text.location(), port, tls };
    });
    const refusal = judge(nodeAt(server, 'routes'), context.webhookPath, 0);
    return found.map(({ dial, hosts, path }) => ({
        proxy: 'caddy',
        at: dial.at,
        site: context.site,
        listeners,
        serverNames: hosts,
        path,
        upstream: dial.upstream,
        refusal: refusal === 'served' ? null : refusal,
        evidence: 'declared'
    }));
}
const caddy_json_maxDepth = 10;
function routesIn(list, scope, depth) {
    if (depth > caddy_json_maxDepth)
        return [];
    return items(list).flatMap(route => {
        const match = items(nodeAt(route, 'match'));
        const hosts = match.flatMap(each => textsOf(nodeAt(each, 'host')).map(({ text }) => text));
        const paths = match.flatMap(each => textsOf(nodeAt(each, 'path')).map(({ text }) => text));
        const inner = { ...scope, hosts: hosts.length > 0 ? hosts : scope.hosts, path: paths[0] ?? scope.path };
        return items(nodeAt(route, 'handle')).flatMap(handler => {
            if (textOf(nodeAt(handler, 'handler'))?.text === 'subroute')
                return routesIn(nodeAt(handler, 'routes'), inner, depth + 1);
            return items(nodeAt(handler, 'upstreams')).flatMap(each => {
                const dial = textOf(nodeAt(each, 'dial'));
                const upstream = dial === null ? null : parseUpstream(dial.text.replace(/^:/, 'localhost:'), 80);
                if (dial === null || upstream === null)
                    return [];
                return [{ dial: { at: dial.location(), upstream }, hosts: inner.hosts, path: inner.path }];
            });
        });
    });
}
function judge(list, path, depth) {
    if (depth > caddy_json_maxDepth)
        return 'served';
    for (const route of items(list)) {
        const matchers = items(nodeAt(route, 'match'));
        const meets = (each) => {
            const paths = textsOf(nodeAt(each, 'path'));
            if (paths.length > 0 && !paths.some(({ text }) => matchesGlob(text, path)))
                return false;
            return entries(each).some(({ key }) => key.text.text !== 'path' && key.text.text !== 'host') ? null : true;
        };
        const met = matchers.length === 0
            ? true
            : matchers.some(each => meets(each) === true) || (matchers.some(each => meets(each) === null) ? null : false);
        if (met === false)
            continue;
        for (const handler of items(nodeAt(route, 'handle'))) {
            const kind = textOf(nodeAt(handler, 'handler'));
            const why = answers.get(kind?.text ?? '');
            if (met === true && why !== undefined && kind !== null)
                return { at: kind.location(), directive: kind.text, why };
            if (/^(?:reverse_proxy|file_server)$/.test(kind?.text ?? ''))
                return 'served';
            const inner = kind?.text === 'subroute' && met === true ? judge(nodeAt(handler, 'routes'), path, depth + 1) : null;
            if (inner !== null)
                return inner;
        }
    }
    return null;
}
const answers = new Map(Object.entries({
    static_response: because.answers,
    authentication: because.password,
    error: because.refuses
}));

;// CONCATENATED MODULE: ./lib/src/text/caddy-blocks.js

function parseCaddyBlocks(source) {
    const builder = new BlockBuilder(source);
    let words = [];
    for (const token of tokens(source.text)) {
        const isBrace = !token.quoted && (token.text === '{' || token.text === '}');
        if (isBrace && token.text === '{') {
            builder.add(words, true, token.start);
            words = [];
        }
        else if (isBrace && (words.length === 0 || token.endsLine)) {
            if (words.length > 0)
                builder.add(words, false, token.start);
            words = [];
            builder.close(token.start);
        }
        else {
            words.push(token);
            const goesOn = builder.depth === 0 && token.text.endsWith(',');
            if (!token.endsLine || goesOn)
                continue;
            builder.add(words, false, token.end);
            words = [];
        }
    }
    if (words.length > 0)
        builder.add(words, false, source.text.length);
    return builder.done();
}
const space = /[ \t\r\uFEFF]/;
function tokens(text) {
    const found = [];
    let index = 0;
    while (index < text.length) {
        const char = text.charAt(index);
        if (char === '\n') {
            const last = found.at(-1);
            if (last !== undefined)
                last.endsLine = true;
            index++;
        }
        else if (space.test(char))
            index++;
        else if (char === '\\' && /^\\\r?\n/.test(text.slice(index, index + 3)))
            index = text.indexOf('\n', index) + 1;
        else if (char === '#') {
            const end = text.indexOf('\n', index);
            index = end === -1 ? text.length : end;
        }
        else {
            const token = heredoc(text, index) ?? quoted(text, index) ?? bare(text, index);
            found.push(token);
            index = token.end;
        }
    }
    const last = found.at(-1);
    if (last !== undefined)
        last.endsLine = true;
    return found;
}
function quoted(text, start) {
    const quote = text.charAt(start);
    if (quote !== '"' && quote !== '`')
        return null;
    let index = start + 1;
    while (index < text.length && text.charAt(index) !== quote)
        index += quote === '"' && text.charAt(index) === '\\' ? 2 : 1;
    const inner = text.slice(start + 1, Math.min(index, text.length));
    const end = Math.min(index + 1, text.length);
    return { text: quote === '"' ? inner.replaceAll('\\"', '"') : inner, start, end, quoted: true, endsLine: false };
}
function heredoc(text, start) {
    if (!text.startsWith('<<', start))
        return null;
    const opening = /^<<([\w-]{1,64})\r?\n/.exec(text.slice(start, start + 70));
    const mark = opening?.[1];
    if (opening === null || mark === undefined)
        return null;
    const body = start + opening[0].length;
    const close = text.indexOf(mark, body);
    const end = close + mark.length;
    return close === -1 ? null : { text: text.slice(body, close), start, end, quoted: true, endsLine: false };
}
function bare(text, start) {
    let index = start;
    while (index < text.length && text.charAt(index) !== '\n' && !space.test(text.charAt(index))) {
        if (text.charAt(index) === '\\' && /^\\\r?\n/.test(text.slice(index, index + 3)))
            break;
        index++;
    }
    return { text: text.slice(start, index), start, end: index, quoted: false, endsLine: false };
}

;// CONCATENATED MODULE: ./lib/src/proxies/nginx-config.js


const nginx_config_maxDepth = 10;
const maxIncluded = 200;
const harmless = /mime\.types|_params$|params\.conf$|fastcgi\.conf|fastcgi-php|proxy\.conf$|ssl|letsencrypt|tls|modules|dhparam|acme|security|gzip|cors|headers|[*?[]/i;
function loadNginx(text, context) {
    const unread = [];
    let included = 0;
    const parse = (source, trail) => {
        const blocks = parseNginxBlocks(fillTemplate(source, context.variables));
        unread.push(...blocks.problems.map(asUnread));
        return expand(blocks.directives, [...trail, source.file.path]);
    };
    const expand = (directives, trail) => {
        if (!directives.some(directive => directive.name === 'include' || directive.block !== null))
            return directives;
        return directives.flatMap(directive => {
            if (directive.name === 'include' && directive.args.length > 0)
                return include(directive, directives, trail);
            return directive.block === null ? [directive] : [{ ...directive, block: expand(directive.block, trail) }];
        });
    };
    const include = (directive, around, trail) => {
        const pattern = argumentText(directive);
        if (trail.length > nginx_config_maxDepth || included > maxIncluded)
            return [];
        const from = directive.source.file.path;
        const files = context.include(pattern, from).filter(file => !trail.includes(file.file.path));
        if (files.length === 0 && !harmless.test(pattern) && !around.some(holdsRoute)) {
            const { file, line } = directiveLocation(directive);
            unread.push({ file, line, reason: `nginx includes ${pattern}, which is not in the checkout` });
        }
        included += files.length;
        return files.flatMap(file => parse(file, trail));
    };
    return { directives: parse(text, []), unread };
}
const holdsRoute = (directive) => directive.name.endsWith('_pass') || (directive.block?.some(holdsRoute) ?? false);
function asUnread(problem) {
    const { file, line } = problem.source.location(problem.index, problem.index + 1);
    return { file, line, reason: problem.reason };
}

;// CONCATENATED MODULE: ./lib/src/proxies/caddyfile-config.js




const caddyfile_config_maxDepth = 10;
const maxDirectives = 20_000;
function loadCaddyfile(text, context) {
    const unread = [];
    const snippets = new Map();
    let budget = maxDirectives;
    const parse = (source) => {
        const blocks = parseCaddyBlocks(withEnvironment(fillTemplate(source, context.variables), context.variables));
        unread.push(...blocks.problems.map(asUnread));
        for (const { name, block } of blocks.directives) {
            if (block !== null && /^\(.+\)$/.test(name))
                snippets.set(name.slice(1, -1), block);
        }
        return blocks.directives;
    };
    const expand = (directives, trail) => directives.flatMap(directive => {
        if (--budget < 0)
            return [];
        if (directive.name === 'import')
            return expandImport(directive, trail);
        return directive.block === null ? [directive] : [{ ...directive, block: expand(directive.block, trail) }];
    });
    const expandImport = (directive, trail) => {
        const [name, ...args] = directive.args;
        const from = directive.source.file.path;
        const key = name?.text ?? '';
        if (trail.length > caddyfile_config_maxDepth || trail.includes(`${from} ${key}`))
            return [];
        const inner = [...trail, `${from} ${key}`];
        const snippet = snippets.get(key);
        if (snippet !== undefined) {
            return expand(snippet.map(each => withArguments(each, args)), inner);
        }
        const files = context.include(key, from);
        if (files.length === 0 && !/[*?[]/.test(key)) {
            const { file, line } = directive.source.location(directive.start, directive.end);
            unread.push({ file, line, reason: `it imports ${key}, which is neither a snippet nor a file in the checkout` });
        }
        return files.flatMap(file => expand(parse(file).map(each => withArguments(each, args)), inner));
    };
    const [options, top] = splitOptions(parse(text));
    return { options, sites: sitesOf(expand(top.filter(isServed), [])), unread };
}
const isServed = ({ name, block }) => block === null || !/^&?\(.*\)$/.test(name);
function splitOptions(top) {
    const [first, ...rest] = top;
    return first?.name === '' && first.block !== null ? [first.block, rest] : [[], top];
}
function sitesOf(top) {
    const [first, ...rest] = top;
    if (first === undefined)
        return [];
    if (first.block === null && isAddress(first.name))
        return [{ addresses: first, directives: rest }];
    if (top.every(({ name, block }) => block !== null && isAddress(name))) {
        return top.map(directive => ({ addresses: directive, directives: directive.block ?? [] }));
    }
    const sites = top.filter(({ name, block }) => block !== null && isAddress(name));
    const loose = top.filter(directive => !sites.includes(directive));
    const fragment = { ...first, name: '', args: [], block: null };
    return [
        ...sites.map(directive => ({ addresses: directive, directives: directive.block ?? [] })),
        { addresses: fragment, directives: loose }
    ];
}
const isAddress = (name) => !/^[a-z0-9_]+$/i.test(name) && !/^[@&(]/.test(name) ? true : name === 'localhost';
function withArguments(directive, args) {
    const fill = (word) => {
        if (word.text === '{args[:]}')
            return args.map(arg => ({ ...word, text: arg.text }));
        if (!word.text.includes('{args'))
            return [word];
        const text = word.text.replace(/\{args(?:\[(\d{1,3})\]|\.(\d{1,3}))\}/g, (_, index, dotted) => {
            return args[Number(index ?? dotted)]?.text.slice(0, 1000) ?? mapped_text/* HOLE */.v;
        });
        return [{ ...word, text }];
    };
    return {
        ...directive,
        args: directive.args.flatMap(fill).slice(0, 1000),
        block: directive.block?.map(inner => withArguments(inner, args)) ?? null
    };
}
function withEnvironment(text, variables) {
    const pieces = [];
    let from = 0;
    for (const match of text.text.matchAll(/\{\$(\w{1,200})(?::([^{}\n]{0,500}))?\}/g)) {
        const [written, name = '', fallback] = match;
        const end = match.index + written.length;
        const value = variables.get(name) ?? fallback ?? mapped_text/* HOLE */.v;
        const assumed = variables.has(name) || fallback === undefined ? [] : [name];
        if (match.index > from)
            pieces.push(text.slice(from, match.index));
        if (value !== '')
            pieces.push(mapped_text/* MappedText */.D.standingFor(text.slice(match.index, end), value, assumed));
        from = end;
    }
    return pieces.length === 0 ? text : mapped_text/* MappedText */.D.join([...pieces, text.slice(from)]);
}

;// CONCATENATED MODULE: ./lib/src/proxies/caddyfile-refusals.js


const order = [
    'redir',
    'method',
    'rewrite',
    'uri',
    'try_files',
    'basicauth',
    'basic_auth',
    'forward_auth',
    'request_header',
    'invoke',
    'handle',
    'handle_path',
    'route',
    'abort',
    'error',
    'respond',
    'reverse_proxy',
    'php_fastcgi',
    'file_server',
    'proxy'
];
function judgeCaddy(directives, path, tls) {
    const { outcome } = handle(sorted(directives), { path, tls, named: namedMatchers(directives) });
    return typeof outcome === 'string' ? null : outcome;
}
const exclusive = new Map(Object.entries({ handle: 'handle', handle_path: 'handle', rewrite: 'rewrite' }));
function handle(directives, request) {
    const done = new Set();
    let { path } = request;
    for (const directive of directives) {
        const met = meets(splitMatcher(directive).matcher, path, request.named, request.tls);
        const group = exclusive.get(directive.name);
        if (met === false || (group !== undefined && done.has(group)))
            continue;
        if (group !== undefined)
            done.add(group);
        const handled = handleOne(directive, met, { ...request, path });
        if (handled.outcome !== 'unhandled')
            return handled;
        path = handled.path;
    }
    return { outcome: 'unhandled', path };
}
function handleOne(directive, met, request) {
    const { path } = request;
    const judge = judges.get(directive.name);
    if (judge !== undefined) {
        const why = met === true ? judge(directive, request) : null;
        return { outcome: why === null ? 'unhandled' : refuse(directive, why), path };
    }
    if (terminal.has(directive.name))
        return { outcome: met === null ? 'unknown' : 'served', path };
    if (rewriters.has(directive.name)) {
        const rewritten = met === null ? null : rewrite(directive, path);
        return rewritten === null ? { outcome: 'unknown', path } : { outcome: 'unhandled', path: rewritten };
    }
    if (!containers.has(directive.name) || directive.block === null)
        return { outcome: 'unhandled', path };
    if (met === null)
        return { outcome: 'unknown', path };
    const own = namedMatchers(directive.block);
    const named = own.size === 0 ? request.named : new Map([...request.named, ...own]);
    const inner = directive.name === 'route' ? directive.block : sorted(directive.block);
    return handle(inner, { ...request, named, path: innerPath(directive, path) });
}
const judges = new Map(Object.entries({
    redir: (directive, { tls }) => !tls && /^https:\/\//.test(splitMatcher(directive).args[0]?.text ?? '') ? null : because.redirects,
    respond: () => because.answers,
    abort: () => because.closes,
    error: () => because.refuses,
    basicauth: () => because.password,
    basic_auth: () => because.password,
    forward_auth: () => because.login
}));
const terminal = new Set(['reverse_proxy', 'proxy', 'php_fastcgi', 'file_server', 'invoke']);
const containers = new Set(['handle', 'handle_path', 'route']);
const rewriters = new Set(['rewrite', 'uri', 'method', 'try_files']);
function rewrite(directive, path) {
    const args = splitMatcher(directive).args.map(word => word.text);
    if (directive.name === 'rewrite') {
        const to = (args[0] ?? '').replace(/\{(?:uri|path|http\.request\.uri(?:\.path)?)\}/g, path).replace(/\?.*$/s, '');
        return to.startsWith('/') && !to.includes('{') ? to : null;
    }
    const [operation, prefix = ''] = args;
    if (directive.name !== 'uri' || operation !== 'strip_prefix')
        return null;
    return path.startsWith(prefix) ? path.slice(prefix.length) || '/' : path;
}
function innerPath(directive, path) {
    if (directive.name !== 'handle_path')
        return path;
    const prefix = (splitMatcher(directive).matcher ?? '').replace(/\*$/, '').replace(/\/$/, '');
    return path.slice(prefix.length) || '/';
}
function sorted(directives) {
    const named = namedMatchers(directives);
    const entries = directives
        .filter(({ name }) => order.includes(name))
        .slice(0, 500)
        .map(directive => {
        const { matcher } = splitMatcher(directive);
        const paths = matcherPaths(matcher, named);
        return {
            directive,
            matched: matcher !== null && matcher !== '*',
            path: paths.length === 1 ? (paths[0] ?? null) : null
        };
    });
    for (let end = 1; end < entries.length; end++) {
        for (let at = end; at > 0; at--) {
            const [before, here] = [entries[at - 1], entries[at]];
            if (before === undefined || here === undefined || !comesFirst(here, before))
                break;
            entries[at - 1] = here;
            entries[at] = before;
        }
    }
    return entries.map(({ directive }) => directive);
}
const rankOf = ({ name }) => order.indexOf(name === 'handle_path' ? 'handle' : name);
function comesFirst(a, b) {
    const rank = rankOf(a.directive) - rankOf(b.directive);
    if (rank !== 0)
        return rank < 0;
    if (a.path === null || b.path === null)
        return a.matched && !b.matched;
    const isSame = a.path.replace(/\*$/, '') === b.path.replace(/\*$/, '');
    return isSame ? a.path.length < b.path.length : a.path.length > b.path.length;
}

;// CONCATENATED MODULE: ./lib/src/proxies/caddyfile-site.js



function readGlobals(options) {
    const option = (name) => options.find(each => each.name === name)?.args[0]?.text;
    const automatic = option('auto_https');
    return {
        httpPort: parsePort(option('http_port') ?? '80'),
        httpsPort: parsePort(option('https_port') ?? '443'),
        certificates: automatic !== 'off',
        redirects: automatic !== 'off' && automatic !== 'disable_redirects'
    };
}
function readSite(site, options) {
    const globals = readGlobals(options);
    const tls = site.directives.find(({ name }) => name === 'tls');
    const found = addressWords(site.addresses).map(word => readAddress(word, site, tls, globals));
    return {
        listeners: found.flatMap(address => address.listeners),
        serverNames: found.flatMap(({ host }) => (host === '' || host === '*' || host.includes(mapped_text/* HOLE */.v) ? [] : [host]))
    };
}
function addressWords({ name, args, start, source }) {
    const first = { text: name, start, end: start + firstWordLength(source.text, start), quoted: false };
    return [first, ...args].flatMap(word => {
        let from = word.start;
        return word.text.split(',').flatMap(text => {
            const piece = { ...word, text, start: from, end: Math.min(from + text.length, word.end) };
            from = Math.min(from + text.length + 1, word.end);
            return text === '' ? [] : [word.quoted ? word : piece];
        });
    });
}
const firstWordLength = (text, start) => /^\S*/.exec(text.slice(start, start + 500))?.[0].length ?? 0;
function readAddress(word, site, tls, globals) {
    const at = site.addresses.source.location(word.start, word.end);
    const parts = /^(?:([a-z]+):\/\/)?(\[[^\]]*\]|[^:/]*)(?::([^/]*))?/i.exec(word.text);
    const [, scheme, host = '', portText] = parts ?? [];
    const given = portText === undefined ? undefined : parsePort(portText);
    if (scheme === 'http' || given === globals.httpPort) {
        return { host, listeners: [{ at, port: given === undefined ? globals.httpPort : given, tls: false }] };
    }
    const named = host !== '' && host !== '*';
    const wanted = scheme === 'https' || named || given === globals.httpsPort || tls !== undefined;
    const port = given === undefined ? (wanted ? globals.httpsPort : globals.httpPort) : given;
    const own = (tls?.args.length ?? 0) >= 2;
    const ends = wanted && (globals.certificates || own);
    const secure = { at, port, tls: ends };
    const redirects = ends && globals.redirects && named && !(0,model_address/* isLoopbackHost */.cW)(host);
    return { host, listeners: redirects ? [secure, { at, port: globals.httpPort, tls: false }] : [secure] };
}

;// CONCATENATED MODULE: ./lib/src/proxies/caddyfile.js








const path = /(?:^|[/.])caddyfile|\.caddy(?:file)?(?:\.\w+)?$/i;
const directive = /^[ \t]*(?:reverse_proxy|php_fastcgi)[ \t]+[^;\n]*[^;\s][ \t]*$/m;
const caddyfile = {
    id: 'caddy',
    claims: (file, text) => isActiveConfig(file) && !isStructured(file) && (path.test(file) || directive.test(text)),
    read(text, context) {
        const { options, sites, unread } = loadCaddyfile(text, context);
        const found = collectRoutes(text, caddyServers(sites, options), server => caddyRoutes(server, context));
        return { routes: found.routes, unread: [...unread, ...found.unread] };
    }
};
function caddyServers(sites, options) {
    const read = sites.map(site => ({ site, ...readSite(site, options) }));
    const anyTls = read.some(isTls);
    return read.map(server => ({ ...server, judged: !anyTls || isTls(server) }));
}
const isTls = ({ listeners }) => listeners.some(({ tls }) => tls);
function caddyRoutes(server, context) {
    const { site, listeners, serverNames, judged } = server;
    const refusal = judged ? judgeCaddy(site.directives, context.webhookPath, isTls(server)) : null;
    return forwards(site.directives, '/', new Map(), context).map(({ at, upstream, path }) => ({
        proxy: 'caddy',
        at: directiveLocation(at),
        site: context.site,
        listeners,
        serverNames,
        path,
        upstream,
        refusal,
        evidence: 'declared'
    }));
}
function forwards(block, path, outer, context) {
    const own = namedMatchers(block);
    const named = own.size === 0 ? outer : new Map([...outer, ...own]);
    return block.flatMap(directive => {
        const { matcher, args } = splitMatcher(directive);
        const here = matcherPaths(matcher, named)[0] ?? path;
        const read = forwarders.get(directive.name);
        if (read !== undefined) {
            return read(directive, args.map(word => word.text), context).map(found => ({ ...found, path: here }));
        }
        const isMatcher = directive.name.startsWith('@');
        return directive.block === null || isMatcher ? [] : forwards(directive.block, here, named, context);
    });
}
const reverseProxy = (directive, args, context) => [
    ...caddyfile_upstreams(directive, args, context),
    ...(directive.block ?? []).flatMap(inner => {
        if (inner.name === 'to')
            return caddyfile_upstreams(inner, inner.args.map(word => word.text), context);
        return inner.name === 'dynamic' ? [{ at: inner, upstream: dynamicUpstream(inner) }] : [];
    })
];
const forwarders = new Map(Object.entries({
    reverse_proxy: reverseProxy,
    proxy: reverseProxy,
    php_fastcgi: (directive, args, context) => caddyfile_upstreams(directive, args, context)
}));
function caddyfile_upstreams(at, args, context) {
    return args.slice(0, 100).flatMap(written => parseDial(written, context).map(upstream => ({ at, upstream })));
}
function parseDial(written, context) {
    const known = written.replace(/\{env\.(\w+)\}/g, (placeholder, name) => context.variables.get(name) ?? placeholder);
    const range = /^(.*):(\d{1,5})-(\d{1,5})$/s.exec(known);
    if (range !== null) {
        const [, host = '', first, last] = range;
        const count = Math.min(Number(last) - Number(first) + 1, 64);
        return Array.from({ length: Math.max(count, 0) }, (_, index) => `${host}:${Number(first) + index}`).flatMap(each => parseDial(each, context));
    }
    if (/^:\d+$/.test(known))
        return parseDial(`localhost${known}`, context);
    const upstream = parseUpstream(known, 80);
    return upstream === null || /^srv\+/.test(known) ? [] : [upstream];
}
function dynamicUpstream(directive) {
    const [kind, ...args] = directive.args.map(word => word.text);
    const option = (name) => directive.block?.find(inner => inner.name === name)?.args[0]?.text;
    const host = args[0] ?? option('name') ?? '';
    const unknown = { host: null, port: null };
    return kind === 'a' ? (parseUpstream(`${host}:${args[1] ?? option('port') ?? 80}`) ?? unknown) : unknown;
}

;// CONCATENATED MODULE: ./lib/src/proxies/caddy-labels.js



const caddyLabels = {
    id: 'caddy-docker-proxy',
    routes(container, _all, _entryPoints, webhookPath = '/') {
        const context = { webhookPath, include: () => [], variables: new Map(), site: 'bridge-container' };
        const sites = [...groups(container)].flatMap(([, labels]) => siteOf(labels) ?? []);
        return caddyServers(sites, [])
            .flatMap(server => caddyRoutes(server, context))
            .map(route => ({ ...route, proxy: 'caddy-docker-proxy' }));
    }
};
function groups({ labels }) {
    const found = new Map();
    for (const [key, value] of labels) {
        const [, prefix, rest = ''] = /^(caddy(?:_\d+)?)(?:\.(.{1,300}))?$/.exec(key) ?? [];
        if (prefix === undefined)
            continue;
        const keys = rest === '' ? [] : rest.split('.').slice(0, 20);
        found.set(prefix, [...(found.get(prefix) ?? []), { keys, value }]);
    }
    return found;
}
function siteOf(labels) {
    const address = labels.find(({ keys }) => keys.length === 0);
    const addresses = address === undefined ? undefined : parseCaddyBlocks(address.value).directives[0];
    if (addresses === undefined)
        return null;
    return { addresses, directives: blockOf(labels.filter(({ keys }) => keys.length > 0)) };
}
function blockOf(labels) {
    const names = new Set(labels.map(({ keys }) => keys[0] ?? ''));
    return [...names].flatMap(name => {
        const own = labels.filter(({ keys }) => keys[0] === name);
        const inner = own.filter(({ keys }) => keys.length > 1).map(({ keys, value }) => ({ keys: keys.slice(1), value }));
        const first = own.find(({ keys }) => keys.length === 1)?.value ?? own[0]?.value;
        if (first === undefined)
            return [];
        const value = withUpstreams(first);
        const args = own.some(({ keys }) => keys.length === 1) ? wordsOf(value) : [];
        return [
            {
                name: name.replace(/^\d+_/, ''),
                args,
                block: inner.length > 0 ? blockOf(inner) : null,
                source: value,
                start: 0,
                end: value.text.length
            }
        ];
    });
}
const wordsOf = (value) => parseCaddyBlocks(value)
    .directives.slice(0, 1)
    .flatMap(({ name, args, start, source }) => [
    { text: name, start, end: Math.min(start + name.length, source.text.length), quoted: false },
    ...args
]);
function withUpstreams(value) {
    if (!value.text.includes('{{'))
        return value;
    const text = value.text.replace(/\{\{\s*upstreams(?:\s+(https?|h2c))?(?:\s+(\d+))?\s*\}\}/g, (_, scheme, port) => [scheme === undefined ? '' : `${scheme}://`, 'container:', port ?? (scheme === 'https' ? '443' : '80')].join(''));
    return mapped_text/* MappedText */.D.standingFor(value, text);
}

;// CONCATENATED MODULE: ./lib/src/proxies/cloudflared.js




const cloudflared = {
    id: 'cloudflared',
    claims: (file, text) => isActiveConfig(file) &&
        isStructured(file) &&
        /^["']?(?:tunnel|credentials-file)["']?:/m.test(text) &&
        /^["']?(?:ingress|url)["']?:/m.test(text),
    read(text, context) {
        const { roots, unread } = readStructured(text, context);
        return { routes: roots.flatMap(root => tunnelRoutes(root, context)), unread };
    }
};
function tunnelRoutes(root, context) {
    const rules = items(nodeAt(root, 'ingress')).map(rule => ({
        service: textOf(nodeAt(rule, 'service')),
        hostname: textOf(nodeAt(rule, 'hostname')),
        path: textOf(nodeAt(rule, 'path'))
    }));
    const single = { service: textOf(nodeAt(root, 'url')), hostname: textOf(nodeAt(root, 'hostname')), path: null };
    return [...rules, single].flatMap(({ service, hostname, path }) => {
        const upstream = service === null ? null : tunnelUpstream(service);
        if (service === null || upstream === null)
            return [];
        return [
            {
                proxy: 'cloudflared',
                at: service.location(),
                site: context.site,
                listeners: [{ at: (hostname ?? service).location(), port: 443, tls: true }],
                serverNames: hostname === null || hostname.text === '*' ? [] : [hostname.text],
                path: path === null ? '/' : `~ ${path.text}`,
                upstream,
                refusal: null,
                evidence: 'declared'
            }
        ];
    });
}
function tunnelUpstream({ text }) {
    if (/^(?:http_status:|hello[_-]world$|bastion$|socks-proxy$|unix)/.test(text))
        return null;
    const scheme = /^(ssh|rdp|smb|tcp):\/\//.exec(text)?.[1] ?? '';
    return parseUpstream(text, { ssh: 22, rdp: 3389, smb: 445 }[scheme] ?? null);
}

;// CONCATENATED MODULE: ./lib/src/proxies/coolify.js

const coolify = {
    id: 'coolify',
    routes: ({ environment }) => [...environment].flatMap(([name, value]) => {
        const [, rest] = /^SERVICE_(?:FQDN|URL)_(\w+)$/.exec(name) ?? [];
        if (rest === undefined)
            return [];
        const at = value.location();
        return [
            {
                proxy: 'coolify',
                at,
                site: 'bridge-container',
                listeners: [{ at, port: 443, tls: true }],
                serverNames: [],
                path: value.text.startsWith('/') ? value.text : '/',
                upstream: { host: 'container', port: parsePort(/_(\d+)$/.exec(rest)?.[1] ?? '') },
                refusal: null,
                evidence: 'declared'
            }
        ];
    })
};

;// CONCATENATED MODULE: ./lib/src/proxies/envoy.js






const envoy = {
    id: 'envoy',
    claims: (file, text) => isActiveConfig(file) && isStructured(file) && /\bclusters\b/.test(text) && /\bsocket_address\b/.test(text),
    read(text, context) {
        const { roots, unread } = readStructured(text, context);
        return { routes: roots.flatMap(root => readBootstrap(root, context)), unread };
    }
};
function readBootstrap(root, context) {
    const resources = nodeAt(root, 'static_resources') ?? root;
    const ways = items(nodeAt(resources, 'listeners')).flatMap(listener => waysOf(listener, context));
    return items(nodeAt(resources, 'clusters')).flatMap(cluster => {
        const name = textOf(nodeAt(cluster, 'name'))?.text ?? '';
        const own = ways.filter(way => way.cluster === name).slice(0, 50);
        return addressesOf(cluster).flatMap(address => {
            const upstream = { host: envoy_knownHost(nodeAt(address, 'address')), port: envoy_portOf(address) };
            const route = {
                proxy: 'envoy',
                at: addressLocation(address),
                site: context.site,
                upstream,
                evidence: 'declared'
            };
            if (own.length === 0)
                return [{ ...route, listeners: [], serverNames: [], path: '/', refusal: null }];
            return own.map(({ listener, domains, path, refusal }) => ({
                ...route,
                listeners: [listener],
                serverNames: domains,
                path,
                refusal
            }));
        });
    });
}
function addressesOf(cluster) {
    const endpoints = items(nodeAt(cluster, 'load_assignment', 'endpoints'))
        .flatMap(group => items(nodeAt(group, 'lb_endpoints')))
        .flatMap(each => nodeAt(each, 'endpoint', 'address', 'socket_address') ?? []);
    const hosts = items(nodeAt(cluster, 'hosts')).flatMap(host => nodeAt(host, 'socket_address') ?? []);
    return [...endpoints, ...hosts].slice(0, 200);
}
const envoy_knownHost = (node) => {
    const text = textOf(node)?.text ?? '';
    return /^[\w.:-]+$/.test(text) ? text : null;
};
function addressLocation(node) {
    const parts = [nodeAt(node, 'address'), nodeAt(node, 'port_value')].flatMap(part => textOf(part)?.location() ?? []);
    const sorted = parts.toSorted((a, b) => a.line - b.line || a.column - b.column);
    const first = sorted[0] ?? locationOf(node);
    const last = sorted.at(-1) ?? first;
    return { ...first, endLine: last.endLine, endColumn: last.endColumn };
}
const envoy_portOf = (address) => parsePort(textOf(nodeAt(address, 'port_value'))?.text ?? '');
function waysOf(listener, context) {
    const address = nodeAt(listener, 'address', 'socket_address');
    if (address === null)
        return [];
    const at = addressLocation(address);
    return items(nodeAt(listener, 'filter_chains')).flatMap(chain => {
        const tls = nodeAt(chain, 'transport_socket') !== null || nodeAt(chain, 'tls_context') !== null;
        return items(nodeAt(chain, 'filters')).flatMap(filter => {
            const config = nodeAt(filter, 'typed_config') ?? nodeAt(filter, 'config');
            const direct = textOf(nodeAt(config, 'cluster'))?.text;
            const port = envoy_portOf(address);
            if (direct !== undefined) {
                return [
                    { cluster: direct, listener: { at, port, tls: tls || port === 443 }, domains: [], path: '/', refusal: null }
                ];
            }
            return items(nodeAt(config, 'route_config', 'virtual_hosts')).flatMap(host => waysOfHost(host, { at, port, tls }, context.webhookPath));
        });
    });
}
function waysOfHost(host, listener, webhookPath) {
    const domains = textsOf(nodeAt(host, 'domains')).flatMap(({ text }) => (text === '*' ? [] : [text]));
    const routes = items(nodeAt(host, 'routes'));
    const serving = routes.find(route => mayServe(nodeAt(route, 'match'), webhookPath));
    const refusal = serving === undefined ? null : envoy_judge(serving);
    return routes.flatMap(route => {
        const action = nodeAt(route, 'route');
        const weighted = items(nodeAt(action, 'weighted_clusters', 'clusters')).map(each => nodeAt(each, 'name'));
        return [nodeAt(action, 'cluster'), ...weighted].flatMap(node => {
            const cluster = textOf(node)?.text;
            return cluster === undefined
                ? []
                : [{ cluster, listener, domains, path: pathOf(nodeAt(route, 'match')), refusal }];
        });
    });
}
function mayServe(match, path) {
    const value = (...keys) => textOf(nodeAt(match, ...keys))?.text;
    const [prefix, exact, regex] = [value('prefix'), value('path'), value('safe_regex', 'regex')];
    if (prefix !== undefined)
        return path.startsWith(prefix);
    if (exact !== undefined)
        return path === exact;
    return regex === undefined || matchPath(`^(?:${regex})$`, path) !== 'no';
}
function envoy_judge(route) {
    const isConditional = entries(nodeAt(route, 'match')).some(({ key }) => /headers|query|runtime|grpc|tls/.test(key.text.text));
    for (const [key, why] of [
        ['redirect', because.redirects],
        ['direct_response', because.answers]
    ]) {
        const node = nodeAt(route, key);
        if (node === null || isConditional)
            continue;
        const isTlsUpgrade = /^true$/.test(textOf(nodeAt(node, 'https_redirect'))?.text ?? '');
        return isTlsUpgrade ? null : { at: locationOf(node), directive: key, why };
    }
    return null;
}
const pathOf = (match) => (textOf(nodeAt(match, 'prefix')) ?? textOf(nodeAt(match, 'path')))?.text ?? '/';

;// CONCATENATED MODULE: ./lib/src/proxies/haproxy-conditions.js


function haproxy_conditions_conditionHolds(words, request) {
    const at = words.findIndex(word => word === 'if' || word === 'unless');
    if (at === -1)
        return true;
    const holds = any(alternatives(words.slice(at + 1)).map(terms => haproxy_conditions_all(terms.map(term => termHolds(term, request)))));
    return words[at] === 'if' ? holds : not(holds);
}
function testedValues(words, acls, criterion) {
    const at = words.indexOf('if');
    if (at === -1)
        return [];
    return alternatives(words.slice(at + 1))
        .flat()
        .flatMap(term => {
        if (term.startsWith('!'))
            return [];
        return testsOf(term, acls).flatMap(([name = '', ...values]) => (criterion.test(name) ? withoutFlags(values) : []));
    });
}
function alternatives(words) {
    const found = [[]];
    for (let index = 0; index < words.length; index++) {
        const word = words[index] ?? '';
        if (word === '||' || word === 'or')
            found.push([]);
        else if (word === '{' || word === '!{') {
            const end = words.indexOf('}', index);
            const stop = end === -1 ? words.length : end;
            found.at(-1)?.push([word, ...words.slice(index + 1, stop), '}'].join(' '));
            index = stop;
        }
        else if (word === '!') {
            const next = words[++index] ?? '';
            found.at(-1)?.push(`!${next}`);
        }
        else
            found.at(-1)?.push(word);
    }
    return found;
}
function termHolds(term, request) {
    if (term.startsWith('!'))
        return not(termHolds(term.slice(1).trimStart(), request));
    const predefined = predefinedAcls.get(term);
    if (predefined !== undefined)
        return predefined;
    const tests = testsOf(term, request.acls);
    return tests.length === 0 ? null : any(tests.map(test => testHolds(test, request)));
}
function testsOf(term, acls) {
    if (term.startsWith('{'))
        return [term.replace(/^\{\s*|\s*\}$/g, '').split(/\s+/)];
    return acls.filter(({ args }) => args[0]?.text === term).map(({ args }) => args.slice(1).map(word => word.text));
}
const predefinedAcls = new Map(Object.entries({
    TRUE: true,
    FALSE: false,
    METH_POST: true,
    METH_GET: false,
    METH_HEAD: false,
    METH_OPTIONS: false,
    METH_PUT: false,
    METH_DELETE: false,
    HTTP: true,
    LOCALHOST: false,
    HTTP_CONTENT: true
}));
function testHolds([fetch = '', ...words], request) {
    const ignoreCase = words.includes('-i');
    const method = /_(beg|end|sub|dir|dom|reg|str)$/.exec(fetch)?.[1] ?? words[words.indexOf('-m') + 1];
    const values = withoutFlags(words);
    if (/^ssl_fc$/.test(fetch))
        return request.tls;
    if (/^(?:dst_port|fc_dst_port)$/.test(fetch))
        return values.includes(request.tls ? '443' : '80');
    if (/^http_auth(?:_group)?\(/.test(fetch))
        return false;
    if (/^method$/.test(fetch))
        return values.some(value => value.toUpperCase() === 'POST');
    if (/^src$/.test(fetch))
        return words.includes('-f') || values.some(mayAdmitSender) ? null : false;
    if (!/^(?:path|url|capture\.req\.uri|pathq)(?:_\w+)?$/.test(fetch) || words.includes('-f'))
        return null;
    const kind = words.includes('-m') || /_\w+$/.test(fetch) ? method : 'str';
    return any(values.map(value => pathHolds(kind ?? 'str', value, request.path, ignoreCase)));
}
function pathHolds(kind, value, path, ignoreCase) {
    const [wanted, actual] = ignoreCase ? [value.toLowerCase(), path.toLowerCase()] : [value, path];
    switch (kind) {
        case 'str':
            return actual === wanted;
        case 'beg':
            return actual.startsWith(wanted);
        case 'end':
            return actual.endsWith(wanted);
        case 'sub':
            return actual.includes(wanted);
        case 'dir':
            return `${actual}/`.includes(`/${wanted.replace(/^\/|\/$/g, '')}/`);
        case 'reg': {
            const match = matchPath(value, path, ignoreCase);
            return match === 'unknown' ? null : match !== 'no';
        }
        default:
            return null;
    }
}
function withoutFlags(words) {
    return words.filter((word, index) => !/^-\w$|^--$/.test(word) && !/^-[mfu]$/.test(words[index - 1] ?? ''));
}
const not = (holds) => (holds === null ? null : !holds);
const haproxy_conditions_all = (each) => (each.includes(false) ? false : each.includes(null) ? null : true);
const any = (each) => (each.includes(true) ? true : each.includes(null) ? null : false);

;// CONCATENATED MODULE: ./lib/src/proxies/haproxy-refusals.js


const actions = new Map(Object.entries({
    deny: because.refuses,
    tarpit: 'it holds the request and then refuses it',
    reject: because.closes,
    'silent-drop': because.closes,
    return: because.answers,
    redirect: because.redirects,
    auth: because.password
}));
const lists = [
    ['block', because.refuses],
    ['http-request', null],
    ['redirect', because.redirects]
];
function judgeHaproxy(section, path, tls) {
    const acls = section.filter(({ name }) => name === 'acl').slice(0, 1000);
    for (const [name, always] of lists) {
        for (const directive of section) {
            if (directive.name !== name)
                continue;
            const words = directive.args.map(word => word.text);
            const allows = always === null && words[0] === 'allow';
            const why = always ?? actions.get(words[0] ?? '');
            if ((why === undefined && !allows) || haproxy_conditions_conditionHolds(words, { path, tls, acls }) !== true)
                continue;
            if (allows)
                break;
            const toTls = why === because.redirects && !tls && words.some((word, index) => haproxy_refusals_isTls(word, words[index - 1]));
            if (!toTls && why !== undefined)
                return refuse(directive, why);
        }
    }
    return null;
}
const haproxy_refusals_isTls = (word, before = '') => (before === 'scheme' && word === 'https') || (/^(?:location|prefix)$/.test(before) && word.startsWith('https://'));

;// CONCATENATED MODULE: ./lib/src/proxies/haproxy.js









const haproxy = {
    id: 'haproxy',
    claims: (file, text) => isActiveConfig(file) &&
        !isStructured(file) &&
        /^[ \t]*(?:frontend|backend|listen)[ \t]+[^\s{;]+[^{;\n]*$/m.test(text) &&
        /^[ \t]*(?:server|server-template|bind|default_backend|use_backend)[ \t]+[^\s{;]+[^{;\n]*$/m.test(text),
    read(text, context) {
        const sections = readSections(fillTemplate(text, context.variables), context.variables);
        const defaults = sections.filter(({ name }) => name === 'defaults').flatMap(({ block }) => block ?? []);
        const fronts = sections
            .filter(({ name }) => name === 'frontend' || name === 'listen')
            .map(section => ({ section, listeners: listenersOf(section, defaults) }));
        const anyTls = fronts.some(({ listeners }) => listeners.some(({ tls }) => tls));
        const backends = backendsOf(sections);
        return collectRoutes(text, fronts, front => haproxy_routesOf(front, backends, anyTls, context));
    }
};
const sectionNames = new Set(`global defaults frontend backend listen peers userlist resolvers mailers program http-errors ring cache fcgi-app
  log-forward crt-store traces acme`.split(/\s+/));
function readSections(text, environment) {
    const sections = [];
    for (const line of parseLines(text, 'anywhere')) {
        const directive = { ...line, args: line.args.map(word => ({ ...word, text: expand(word.text, environment) })) };
        if (sectionNames.has(line.name))
            sections.push({ ...directive, block: [] });
        else
            sections.at(-1)?.block.push(directive);
    }
    return sections;
}
const expand = (text, environment) => text.replace(/\$\{(\w+)(?:-([^}]*))?\}/g, (_, name, fallback) => environment.get(name) ?? fallback ?? mapped_text/* HOLE */.v);
function listenersOf(section, defaults) {
    const block = section.block ?? [];
    const mode = [...defaults, ...block].findLast(({ name }) => name === 'mode')?.args[0]?.text;
    const binds = block.filter(({ name }) => name === 'bind');
    const old = section.args[1];
    const oldForm = old !== undefined && /:\d/.test(old.text) ? [{ ...section, args: [old] }] : [];
    return [...oldForm, ...binds].flatMap(bind => {
        const [addresses, ...options] = bind.args.map(word => word.text);
        return (addresses ?? '')
            .split(',')
            .filter(address => !/^(?:\/|unix@|abns@|fd@|sockpair@)/.test(address))
            .map(address => {
            const port = parsePort(/:(\d+)(?:-\d+)?$/.exec(address)?.[1] ?? '');
            const tls = options.includes('ssl') || /^quic\d?@/.test(address) || (mode === 'tcp' && port === 443);
            return { at: directiveLocation(bind), port, tls };
        });
    });
}
function haproxy_routesOf(front, backends, anyTls, context) {
    const { section, listeners } = front;
    const tls = listeners.some(listener => listener.tls);
    const refusal = tls || !anyTls ? haproxy_judge(section, backends, context.webhookPath, tls) : null;
    return usesOf(section, backends).flatMap(({ backend, names, path }) => (backend.block ?? [])
        .filter(isServer)
        .slice(0, 64)
        .flatMap(server => serverUpstream(server, listeners).map(upstream => ({
        proxy: 'haproxy',
        at: directiveLocation(server),
        site: context.site,
        listeners,
        serverNames: names,
        path,
        upstream,
        refusal,
        evidence: 'declared'
    }))));
}
const isServer = ({ name, args }) => (name === 'server' || name === 'server-template') && !args.some(word => word.text === 'disabled');
function usesOf(section, backends) {
    const block = section.block ?? [];
    const acls = block.filter(({ name }) => name === 'acl').slice(0, 1000);
    const own = section.name === 'listen' ? [{ backend: section, names: [], path: '/' }] : [];
    const used = block
        .filter(({ name }) => name === 'use_backend' || name === 'default_backend')
        .slice(0, 200)
        .flatMap(directive => {
        const words = directive.args.map(word => word.text);
        const names = testedValues(words, acls, /(?:host\)|_sni|base_dom)/);
        const path = testedValues(words, acls, /^(?:path|url|base)/)[0] ?? '/';
        return findBackends(directive.args[0], backends).map(backend => ({ backend, names, path }));
    });
    return [...own, ...used];
}
function backendsOf(sections) {
    const all = sections.filter(({ name }) => name === 'backend' || name === 'listen');
    return {
        named: new Map(all.map(section => [section.args[0]?.text ?? '', section])),
        any: all.filter(({ name }) => name === 'backend').slice(0, 50)
    };
}
function findBackends(name, { named, any }) {
    if (name === undefined)
        return [];
    if (name.text.includes('%[') || name.text.includes(mapped_text/* HOLE */.v))
        return any;
    const backend = named.get(name.text);
    return backend === undefined ? [] : [backend];
}
function serverUpstream({ name, args }, listeners) {
    const written = (args[name === 'server' ? 1 : 2]?.text ?? '').replace(/^(?:ipv[46]|tcp[46]?)@/, '');
    if (written === '' || /^(?:\/|unix@|abns@|sockpair@|rev@|@)/.test(written))
        return [];
    const offset = /^(.*):([+-]\d{1,5})$/.exec(written);
    const parsed = parseUpstream(offset?.[1] ?? written);
    if (parsed === null)
        return [];
    const host = parsed.host === '0.0.0.0' || written.startsWith('*') ? null : parsed.host;
    if (/:[^+\-\]][^\]]*$/.test(written) && offset === null)
        return [{ host, port: parsed.port }];
    const ports = new Set(listeners.map(({ port }) => (port === null ? null : port + Number(offset?.[2] ?? 0))));
    return ports.size === 0 ? [{ host, port: null }] : [...ports].map(port => ({ host, port }));
}
function haproxy_judge(section, all, path, tls) {
    const block = section.block ?? [];
    const own = judgeHaproxy(block, path, tls);
    if (own !== null)
        return own;
    const acls = block.filter(({ name }) => name === 'acl');
    for (const use of [...block.filter(isUse), ...block.filter(({ name }) => name === 'default_backend')]) {
        const holds = haproxy_conditions_conditionHolds(use.args.map(word => word.text), { path, tls, acls });
        if (holds === false)
            continue;
        const backends = holds === null ? [] : findBackends(use.args[0], all);
        const [backend] = backends;
        return backends.length === 1 && backend !== undefined ? judgeHaproxy(backend.block ?? [], path, tls) : null;
    }
    return null;
}
const isUse = ({ name }) => name === 'use_backend';

;// CONCATENATED MODULE: ./lib/src/proxies/kamal.js




const kamal = {
    id: 'kamal',
    claims: (file, text) => isActiveConfig(file) &&
        /(?:^|\/)deploy[\w.-]*\.ya?ml(?:\.erb)?$/.test(file) &&
        /^service:/m.test(text) &&
        /^(?:image|servers|proxy):/m.test(text),
    read(text, context) {
        const { roots, unread } = readStructured(text, context);
        return { routes: roots.flatMap(root => proxyRoute(root)), unread };
    }
};
function proxyRoute(root) {
    const proxy = nodeAt(root, 'proxy');
    const service = textOf(nodeAt(root, 'service'));
    if (service === null || nodeAt(root, 'image') === null || textOf(proxy)?.text === 'false')
        return [];
    const written = textOf(nodeAt(proxy, 'app_port'));
    const names = [...textsOf(nodeAt(proxy, 'host')), ...textsOf(nodeAt(proxy, 'hosts'))];
    const at = (names[0] ?? service).location();
    const tls = isOn(nodeAt(proxy, 'ssl')) ? [{ at, port: 443, tls: true }] : [];
    return [
        {
            proxy: 'kamal-proxy',
            at: (written ?? service).location(),
            site: 'bridge-container',
            listeners: [...tls, { at, port: 80, tls: false }],
            serverNames: names.flatMap(({ text }) => text.split(',')),
            path: textOf(nodeAt(proxy, 'path_prefix'))?.text ?? '/',
            upstream: { host: service.text, port: written === null ? 80 : parsePort(written.text) },
            refusal: null,
            evidence: 'declared'
        }
    ];
}

;// CONCATENATED MODULE: ./lib/src/proxies/nginx-values.js

const variable = /\$(?:\{(\w+)\}|(\w+))/g;
function expandNginx(written, scope, environment) {
    let left = 50;
    const expand = (text, depth) => text.replace(variable, (_, braced, plain) => {
        const name = braced ?? plain ?? '';
        const value = setValue(name, scope) ?? environment.get(name);
        return value === undefined || depth > 5 || left-- <= 0 ? mapped_text/* HOLE */.v : expand(value.slice(0, 500), depth + 1);
    });
    return written.includes('$') ? expand(written, 0) : written;
}
function setValue(name, scope) {
    for (const block of scope.toReversed()) {
        const set = block.findLast(directive => directive.name === 'set' && directive.args[0]?.text === `$${name}`);
        if (set !== undefined)
            return set.args[1]?.text ?? '';
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/src/proxies/nginx-listen.js



function nginx_listen_listenersOf(servers, stream, environment) {
    const outer = servers[0]?.slice(0, -1).some(switchesTls) ?? false;
    const sockets = servers.map(scope => readSockets(scope, stream, outer, environment));
    const tls = new Set(sockets.flat().flatMap(({ tls, socket }) => (tls ? [socket] : [])));
    return sockets.map(own => own.map(({ at, port, socket }) => ({ at, port, tls: tls.has(socket) })));
}
function readSockets(scope, stream, outer, environment) {
    const server = scope.at(-1) ?? [];
    const everywhere = outer || switchesTls(server);
    return server
        .filter(({ name, args }) => name === 'listen' && !args[0]?.text.startsWith('unix:'))
        .filter(({ args }) => !args.some(word => word.text === 'udp'))
        .map(directive => {
        const [address = '', ...flags] = directive.args.map(word => expandNginx(word.text, scope, environment));
        const port = listenPort(address);
        const tls = everywhere || flags.some(flag => flag === 'ssl' || flag === 'quic');
        return { at: directiveLocation(directive), port, tls: tls || (stream && port === 443), socket: address || '80' };
    });
}
const switchesTls = (block) => block.some(({ name, args }) => tlsSwitches.has(name) && args[0]?.text === 'on');
const tlsSwitches = new Set(['ssl', 'ssl_preread']);
function listenPort(address) {
    const port = /^(?:\[[^\]]*\]|[^:[\]]*):([^:]*)$/.exec(address)?.[1];
    if (port !== undefined)
        return parsePort(port);
    return /^\d+$/.test(address) ? parsePort(address) : /^(?:\[.*\]|[a-z0-9*][\w.*-]*)$/i.test(address) ? 80 : null;
}
const defaultListener = (server) => ({
    at: directiveLocation(server),
    port: 80,
    tls: false
});

;// CONCATENATED MODULE: ./lib/src/proxies/nginx-locations.js

const kinds = {
    '=': 'exact',
    '^~': 'prefix-final',
    '~*': 'regex-any-case',
    '~': 'regex'
};
function readLocation(location) {
    const [first = '', second] = location.args.map(word => word.text);
    const modifier = /^(?:=|\^~|~\*|~)/.exec(first)?.[0];
    if (modifier !== undefined)
        return { kind: kinds[modifier], pattern: second ?? first.slice(modifier.length) };
    return { kind: first.startsWith('@') ? 'named' : 'prefix', pattern: first };
}
function serveLocation(block, path) {
    const found = search(block, path, 0);
    return found === null ? null : { locations: found.locations, slashRedirect: found.redirects };
}
function search(block, path, depth) {
    const candidates = block
        .filter(directive => directive.name === 'location' && directive.block !== null)
        .map(directive => ({ directive, match: readLocation(directive) }));
    if (depth > 10 || candidates.length === 0)
        return { locations: [], redirects: false, settled: false };
    const exact = candidates.find(({ match }) => match.kind === 'exact' && match.pattern === path);
    if (exact !== undefined)
        return { locations: [exact.directive], redirects: false, settled: true };
    const prefix = longestPrefix(candidates, path);
    const slashed = prefix?.match.pattern === path ? undefined : candidates.find(candidate => redirects(candidate, path));
    if (slashed !== undefined)
        return { locations: [slashed.directive], redirects: true, settled: true };
    const inner = prefix === null ? null : search(prefix.directive.block ?? [], path, depth + 1);
    if (prefix !== null && inner === null)
        return null;
    const outer = prefix === null ? [] : [prefix.directive];
    if (inner?.settled)
        return { ...inner, locations: [...outer, ...inner.locations] };
    const byRegex = prefix?.match.kind === 'prefix-final' ? undefined : firstRegex(candidates, path, depth);
    if (byRegex !== undefined)
        return byRegex;
    return { locations: [...outer, ...(inner?.locations ?? [])], redirects: false, settled: false };
}
const isPrefix = ({ kind }) => kind === 'prefix' || kind === 'prefix-final';
function longestPrefix(candidates, path) {
    let longest = null;
    for (const candidate of candidates) {
        if (!isPrefix(candidate.match) || !path.startsWith(candidate.match.pattern))
            continue;
        if (candidate.match.pattern.length > (longest?.match.pattern.length ?? -1))
            longest = candidate;
    }
    return longest;
}
const redirects = ({ directive, match }, path) => isPrefix(match) && match.pattern === `${path}/` && (directive.block ?? []).some(({ name }) => name.endsWith('_pass'));
function firstRegex(candidates, path, depth) {
    for (const { directive, match } of candidates) {
        if (match.kind !== 'regex' && match.kind !== 'regex-any-case')
            continue;
        const result = matchPath(match.pattern, path, match.kind === 'regex-any-case');
        if (result === 'unknown')
            return null;
        if (result === 'no')
            continue;
        const nested = search(directive.block ?? [], path, depth + 1);
        return nested === null ? null : { ...nested, locations: [directive, ...nested.locations], settled: true };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/src/proxies/nginx-refusals.js







function judgeNginx(server, path) {
    const first = nginx_refusals_rewrite(server.scope.at(-1) ?? [], server, path);
    return isRefusal(first) ? first : judgeLocation(server, first.path, 0);
}
function judgeLocation(server, path, turns) {
    const served = serveLocation(server.scope.at(-1) ?? [], path);
    if (served === null || turns > 10)
        return null;
    const innermost = served.locations.at(-1);
    if (served.slashRedirect && innermost !== undefined) {
        return refuse(innermost, `nginx answers ${path} with a redirect to ${path}/, and webhook senders do not follow redirects`);
    }
    const scope = [...server.scope, ...served.locations.map(location => location.block ?? [])];
    const limit = scope.at(-1)?.find(isMethodLimit);
    if (limit?.block != null) {
        const refusal = nginx_refusals_judgeAccess([...scope, limit.block]);
        return refusal !== null && holds(limit.block, refusal) ? refuse(limit, because.method) : refusal;
    }
    if (innermost !== undefined) {
        const rewritten = nginx_refusals_rewrite(innermost.block ?? [], { ...server, scope }, path);
        if (isRefusal(rewritten))
            return rewritten;
        if (rewritten.again)
            return judgeLocation(server, rewritten.path, turns + 1);
    }
    return nginx_refusals_judgeAccess(scope) ?? judgeNamed(server, scope);
}
const holds = (block, { at }) => block.some(directive => {
    const own = directiveLocation(directive);
    return own.line === at.line && own.column === at.column;
});
function judgeNamed(server, scope) {
    const tried = scope
        .at(-1)
        ?.find(directive => directive.name === 'try_files')
        ?.args.at(-1)?.text;
    if (tried === undefined || !tried.startsWith('@'))
        return null;
    const named = server.scope.at(-1)?.find(({ name, args }) => name === 'location' && args[0]?.text === tried);
    if (named === undefined)
        return null;
    const inner = [...server.scope, named.block ?? []];
    const rewritten = nginx_refusals_rewrite(named.block ?? [], { ...server, scope: inner }, '/');
    return isRefusal(rewritten) ? rewritten : nginx_refusals_judgeAccess(inner);
}
function nginx_refusals_rewrite(block, server, path) {
    let current = path;
    for (const directive of block) {
        if (directive.name === 'break')
            break;
        if (directive.name === 'return') {
            const refusal = judgeReturn(directive, server);
            if (refusal !== null)
                return refusal;
            break;
        }
        if (directive.name === 'if' && directive.block !== null && nginx_refusals_conditionHolds(directive, server)) {
            const inner = nginx_refusals_rewrite(directive.block, server, current);
            if (isRefusal(inner) || inner.again)
                return inner;
            current = inner.path;
        }
        if (directive.name !== 'rewrite')
            continue;
        const [pattern = '', target = '', flag = ''] = directive.args.map(word => word.text);
        const match = matchPath(pattern, current);
        if (match === 'no' || match === 'unknown')
            continue;
        const to = target.replace(/\$(\d)/g, (_, digit) => match[Number(digit)] ?? '');
        if (flag === 'redirect' || flag === 'permanent' || /^(?:https?:\/\/|\$scheme)/.test(to)) {
            if (nginx_refusals_isTlsUpgrade(to, server))
                break;
            return refuse(directive, because.redirects);
        }
        current = to.replace(/\?.*$/s, '');
        if (flag === 'last')
            return { path: current, again: true };
        if (flag === 'break')
            break;
    }
    return { path: current, again: false };
}
function judgeReturn(directive, server) {
    const [first = '', target] = directive.args.map(word => word.text);
    const code = /^\d{3}$/.test(first) ? Number(first) : 302;
    const isRedirect = [301, 302, 303, 307, 308].includes(code);
    if (isRedirect && nginx_refusals_isTlsUpgrade(target ?? first, server))
        return null;
    if (isRedirect)
        return refuse(directive, because.redirects);
    const answer = code === 444 ? 'closes the connection' : `answers ${code}`;
    return refuse(directive, `it ${answer} before the request reaches the app`);
}
function nginx_refusals_isTlsUpgrade(target, server) {
    const known = expandNginx(target.replace(/^\$scheme\b/, 'http'), server.scope, server.environment);
    return !server.tls && (known.startsWith('https://') || known.startsWith(mapped_text/* HOLE */.v));
}
function nginx_refusals_conditionHolds(directive, server) {
    const condition = argumentText(directive).replace(/^\(\s*|\s*\)$/g, '');
    const parts = /^\$(request_method|scheme|https)\s*(!?[=~]\*?)\s*(.*)$/s.exec(condition);
    if (parts === null)
        return false;
    const [, variable, operator = '', operand = ''] = parts;
    const actual = { request_method: 'POST', scheme: server.tls ? 'https' : 'http', https: server.tls ? 'on' : '' }[variable];
    const wanted = operand.replace(/^(["'])(.*)\1$/s, '$2');
    if (operator.includes('~')) {
        const match = matchPath(wanted, actual, operator.endsWith('*'));
        return match !== 'unknown' && (match === 'no') === operator.startsWith('!');
    }
    return (actual === wanted) === (operator === '=');
}
function nginx_refusals_judgeAccess(scope) {
    const verdicts = [judgeAddress(scope), judgeBasic(scope), judgeSubrequest(scope)];
    const any = inherited(scope, 'satisfy')?.args[0]?.text === 'any';
    if (any && verdicts.includes('admits'))
        return null;
    return verdicts.find(verdict => typeof verdict === 'object') ?? null;
}
const isMethodLimit = ({ name, args }) => name === 'limit_except' && !args.some(word => word.text.toUpperCase() === 'POST');
function judgeAddress(scope) {
    const block = scope.toReversed().find(each => each.some(({ name }) => name === 'allow' || name === 'deny')) ?? [];
    for (const directive of block) {
        const entry = directive.args[0]?.text ?? '';
        if (directive.name === 'allow' && mayAdmitSender(entry))
            return 'admits';
        if (directive.name === 'deny' && /^(?:all|0\.0\.0\.0\/0)$/.test(entry))
            return refuse(directive, because.address);
    }
    return 'declines';
}
function judgeBasic(scope) {
    const basic = inherited(scope, 'auth_basic');
    const realm = basic?.args[0]?.text ?? 'off';
    if (basic === undefined || realm === 'off')
        return 'declines';
    return realm.includes('$') ? 'admits' : refuse(basic, because.password);
}
function judgeSubrequest(scope) {
    const request = inherited(scope, 'auth_request');
    return request === undefined || request.args[0]?.text === 'off' ? 'declines' : refuse(request, because.login);
}
function inherited(scope, name) {
    for (const block of scope.toReversed()) {
        const directive = block.findLast(candidate => candidate.name === name);
        if (directive !== undefined)
            return directive;
    }
    return undefined;
}
const isRefusal = (value) => 'why' in value;

;// CONCATENATED MODULE: ./lib/src/proxies/nginx.js










const nginx_path = /nginx|openresty|(?:^|\/)(?:conf\.d|sites-\w+|proxy-confs|vhosts?(?:\.d)?)\/|\.(?:conf|vhost)(?:\.\w+)?$/i;
const block = /(?:^|[\s;}])(?:server|location\s[^;{}]{1,200}|upstream\s+[\w.-]+)\s*\{/;
const nginx_directive = /(?:^|[\s;{}])(?:(?:proxy|grpc|fastcgi|uwsgi|scgi)_pass|listen|server_name)\s+[^;{}]{1,500};/;
const nginx = {
    id: 'nginx',
    claims: (file, text) => isActiveConfig(file) &&
        !isStructured(file) &&
        (nginx_path.test(file) ? block.test(text) || /_pass\s/.test(text) : block.test(text)) &&
        nginx_directive.test(text),
    read(text, context) {
        const { directives, unread } = loadNginx(text, context);
        const blocks = contexts(directives);
        const upstreams = new Upstreams(text.file.path, context, blocks.map(({ scope }) => scope.at(-1) ?? []));
        const found = collectRoutes(text, blocks.flatMap(each => serversOf(each, context)), server => nginx_serverRoutes(server, upstreams, context));
        return { routes: found.routes, unread: [...unread, ...found.unread] };
    }
};
const contexts = (directives) => [
    { kind: null, scope: [directives] },
    ...directives.flatMap(({ name, block }) => (name === 'http' || name === 'stream') && block !== null ? [{ kind: name, scope: [block] }] : [])
];
function serversOf(context, read) {
    const outer = context.scope.at(-1) ?? [];
    const servers = outer.filter(({ name, block }) => name === 'server' && block !== null);
    const scopes = servers.map(server => [...context.scope, server.block ?? []]);
    const stream = context.kind === 'stream' || (context.kind === null && scopes.some(isStream));
    const listeners = nginx_listen_listenersOf(scopes, stream, read.variables);
    const found = scopes.map((scope, index) => {
        const directive = servers[index] ?? null;
        const own = listeners[index] ?? [];
        const silent = directive !== null && !directive.block?.some(({ name }) => name === 'listen');
        return { directive, scope, listeners: silent && !stream ? [defaultListener(directive)] : own };
    });
    if (context.kind === null)
        found.push({ directive: null, scope: context.scope, listeners: [] });
    const anyTls = found.some(nginx_isTls);
    return found.filter(isTcp).map(server => ({ ...server, judged: !stream && (!anyTls || nginx_isTls(server)) }));
}
const nginx_isTls = ({ listeners }) => listeners.some(({ tls }) => tls);
const isTcp = ({ scope }) => {
    const listens = (scope.at(-1) ?? []).filter(({ name }) => name === 'listen');
    return listens.length === 0 || !listens.every(({ args }) => args.some(word => word.text === 'udp'));
};
const isStream = (scope) => (scope.at(-1) ?? []).some(({ name, args }) => name === 'proxy_pass' && !/:\/\/|^\$/.test(args[0]?.text ?? ''));
function nginx_serverRoutes(server, upstreams, read) {
    const block = server.scope.at(-1) ?? [];
    const found = passes(block, server.scope, null, server.directive === null).slice(0, maxRoutes);
    if (found.length === 0)
        return [];
    const judged = { scope: server.scope, tls: nginx_isTls(server), environment: read.variables };
    const refusal = server.judged ? judgeNginx(judged, read.webhookPath) : null;
    const serverNames = block
        .filter(({ name }) => name === 'server_name')
        .flatMap(({ args }) => args.map(word => expandNginx(word.text, server.scope, read.variables)))
        .filter(name => name !== '_' && name !== '' && !name.includes(mapped_text/* HOLE */.v));
    return found.flatMap(({ directive, scope, location }) => upstreams.resolve(directive, scope).map(({ at, upstream }) => ({
        proxy: 'nginx',
        at: directiveLocation(at),
        site: read.site,
        listeners: server.listeners,
        serverNames,
        path: location === null ? '/' : locationPath(location, block),
        upstream,
        refusal,
        evidence: 'declared'
    })));
}
const passNames = new Set(['proxy_pass', 'grpc_pass', 'fastcgi_pass', 'uwsgi_pass', 'scgi_pass']);
const nginx_transparent = new Set(['if', 'limit_except']);
function passes(block, scope, location, fragment) {
    return block.flatMap(directive => {
        if (passNames.has(directive.name))
            return directive.args.length > 0 ? [{ directive, scope, location }] : [];
        if (directive.block === null)
            return [];
        const inner = [...scope, directive.block];
        if (directive.name === 'location')
            return passes(directive.block, inner, directive, false);
        return nginx_transparent.has(directive.name) && !fragment ? passes(directive.block, inner, location, false) : [];
    });
}
function locationPath(location, server) {
    const { kind, pattern } = readLocation(location);
    if (kind === 'regex' || kind === 'regex-any-case')
        return `~ ${pattern}`;
    if (kind !== 'named')
        return pattern;
    const from = server.find(({ name, block }) => name === 'location' && block?.some(inner => inner.name === 'try_files' && inner.args.at(-1)?.text === pattern));
    return from === undefined || from === location ? '/' : locationPath(from, []);
}
class Upstreams {
    #file;
    #context;
    #known = new Map();
    #searched = false;
    constructor(file, context, blocks) {
        this.#file = file;
        this.#context = context;
        for (const block of blocks)
            this.#collect(block);
    }
    resolve(pass, scope) {
        const written = expandNginx(pass.args[0]?.text ?? '', scope, this.#context.variables);
        const named = this.#find(/^(?:\w+:\/\/)?([\w.-]+)(?:\/|$)/.exec(written)?.[1] ?? '');
        if (named === undefined) {
            const upstream = parseUpstream(written);
            return upstream === null ? [] : [{ at: pass, upstream }];
        }
        return (named.block ?? [])
            .filter(({ name, args }) => name === 'server' && !args.some(word => word.text === 'down'))
            .slice(0, 64)
            .flatMap(at => {
            const upstream = parseUpstream(expandNginx(at.args[0]?.text ?? '', [], this.#context.variables), 80);
            return upstream === null ? [] : [{ at, upstream }];
        });
    }
    #find(name) {
        const key = name.toLowerCase();
        if (!this.#known.has(key) && /^[a-z][\w-]*$/.test(key) && key !== 'localhost' && !this.#searched) {
            this.#searched = true;
            for (const file of this.#context.include('*', this.#file).slice(0, 50)) {
                if (/\bupstream\s/.test(file.text))
                    this.#collect(parseNginxBlocks(file).directives);
            }
        }
        return this.#known.get(key);
    }
    #collect(directives) {
        for (const directive of directives) {
            if (directive.name !== 'upstream' || directive.block === null)
                continue;
            const key = (directive.args[0]?.text ?? '').toLowerCase();
            if (!this.#known.has(key))
                this.#known.set(key, directive);
        }
    }
}

;// CONCATENATED MODULE: ./lib/src/proxies/nginx-proxy.js



const nginxProxy = {
    id: 'nginx-proxy',
    routes(container) {
        const { environment } = container;
        const hosts = environment.get('VIRTUAL_HOST');
        const several = environment.get('VIRTUAL_HOST_MULTIPORTS');
        if (several !== undefined)
            return multiPorts(several, container);
        if (hosts === undefined || hosts.text.trim() === '')
            return [];
        const port = environment.get('VIRTUAL_PORT');
        const path = environment.get('VIRTUAL_PATH')?.text ?? '/';
        return [route(container, port ?? hosts, nginx_proxy_namesOf(hosts), path, nginx_proxy_portOf(port, container))];
    }
};
function route(container, at, names, path, port) {
    const certificate = container.environment.get('LETSENCRYPT_HOST') ?? container.environment.get('CERT_NAME');
    const at443 = certificate === undefined ? [] : [{ at: certificate.location(), port: 443, tls: true }];
    return {
        proxy: 'nginx-proxy',
        at: at.location(),
        site: 'bridge-container',
        listeners: [...at443, { at: (container.environment.get('VIRTUAL_HOST') ?? at).location(), port: 80, tls: false }],
        serverNames: names,
        path,
        upstream: { host: 'container', port },
        refusal: null,
        evidence: 'declared'
    };
}
const nginx_proxy_namesOf = ({ text }) => text.split(/\s*,\s*/).filter(name => /^[\w.*~^-]/.test(name));
function nginx_proxy_portOf(port, { publications }) {
    if (port !== undefined)
        return parsePort(port.text);
    const [only, ...more] = publications.map(({ mapping }) => mapping.containerPorts);
    return only === undefined || more.length > 0 || only === 'unknown' || only.first !== only.last ? null : only.first;
}
function multiPorts(text, container) {
    const root = parseYaml(text).documents[0]?.root;
    return entries(root).flatMap(({ key, value }) => {
        const paths = entries(value);
        if (paths.length === 0)
            return [route(container, text, [key.text.text], '/', null)];
        return paths.map(path => {
            const port = parsePort(textOf(nodeAt(path.value, 'port'))?.text ?? '');
            return route(container, text, [key.text.text], path.key.text.text, port);
        });
    });
}

;// CONCATENATED MODULE: ./lib/src/proxies/ngrok.js




const ngrok = {
    id: 'ngrok',
    claims: (file, text) => isActiveConfig(file) &&
        isStructured(file) &&
        /^(?:tunnels|endpoints):/m.test(text) &&
        (/ngrok/i.test(file) || /^(?:version:\s*["']?[23]\b|agent:|authtoken:)/m.test(text)),
    read(text, context) {
        const { roots, unread } = readStructured(text, context);
        return { routes: roots.flatMap(root => [...endpoints(root, context), ...tunnels(root, context)]), unread };
    }
};
const endpoints = (root, context) => items(nodeAt(root, 'endpoints')).flatMap(endpoint => tunnelTo(textOf(nodeAt(endpoint, 'upstream', 'url')), textOf(nodeAt(endpoint, 'url')), context));
const tunnels = (root, context) => entries(nodeAt(root, 'tunnels')).flatMap(({ value }) => tunnelTo(textOf(nodeAt(value, 'addr')), textOf(nodeAt(value, 'domain')) ?? textOf(nodeAt(value, 'hostname')), context));
function tunnelTo(target, name, context) {
    const upstream = target === null ? null : localTarget(target.text);
    if (target === null || upstream === null)
        return [];
    const host = name?.text.replace(/^https?:\/\//, '').replace(/[/:].*$/s, '');
    return [
        {
            proxy: 'ngrok',
            at: target.location(),
            site: context.site,
            listeners: [{ at: (name ?? target).location(), port: 443, tls: true }],
            serverNames: host === undefined || host === '' ? [] : [host],
            path: '/',
            upstream,
            refusal: null,
            evidence: 'declared'
        }
    ];
}
const localTarget = (text) => parseUpstream(/^:?\d+$/.test(text) ? `localhost:${text.replace(':', '')}` : text, 80);

;// CONCATENATED MODULE: ./lib/src/proxies/command-line.js

function optionValues(args, ...names) {
    return args.flatMap((arg, index) => {
        for (const name of names) {
            if (arg.text === name)
                return args[index + 1] ?? [];
            if (arg.text.startsWith(`${name}=`))
                return arg.slice(name.length + 1);
            if (/^-\w$/.test(name) && arg.text.startsWith(name) && arg.text.length > 2)
                return arg.slice(2);
        }
        return [];
    });
}
const firstTarget = (args, from) => args
    .slice(from)
    .find(({ text }) => !text.startsWith('-') &&
    (/^\d+$|^[\w.-]*:\d+$|^\w+(?:\+\w+)?:\/\/|^localhost$/.test(text) ||
        text.replace(/^https?:\/\//, '').startsWith(mapped_text/* HOLE */.v)));
const commandRoute = (proxy, at, site, upstream, listeners, serverNames = []) => ({
    proxy,
    at: at.location(),
    site,
    listeners: listeners.map(listener => ({ ...listener, at: at.location() })),
    serverNames: serverNames.filter(name => /^[\w.*-]+$/.test(name)),
    path: '/',
    upstream,
    refusal: null,
    evidence: 'declared'
});
const edge = [{ port: 443, tls: true }];
const anywhere = { host: null, port: null };

;// CONCATENATED MODULE: ./lib/src/proxies/forward-commands.js


const caddyCommand = {
    id: 'caddy',
    names: ['caddy'],
    routes(args, site) {
        if (args[0]?.text !== 'reverse-proxy')
            return [];
        const from = optionValues(args, '--from', '-f')[0]?.text ?? 'localhost';
        const [, scheme, host = '', port] = /^(?:(https?):\/\/)?([^:/]*)(?::(\d+))?/.exec(from) ?? [];
        const plain = scheme === 'http' || port === '80';
        const listener = { port: parsePort(port ?? (plain ? '80' : '443')), tls: !plain };
        return optionValues(args, '--to', '-t')
            .flatMap(to => splitList(to))
            .flatMap(to => {
            const upstream = parseUpstream(to.text.replace(/^:/, 'localhost:'), 80);
            return upstream === null ? [] : [commandRoute('caddy', to, site, upstream, [listener], [host])];
        });
    }
};
function splitList(text) {
    let from = 0;
    return text.text.split(',').map(part => {
        const piece = text.slice(from, from + part.length);
        from += part.length + 1;
        return piece;
    });
}
const kamalProxyCommand = {
    id: 'kamal-proxy',
    names: ['kamal-proxy'],
    routes(args, site) {
        const names = optionValues(args, '--host').flatMap(({ text }) => text.split(','));
        const tls = args.some(({ text }) => text === '--tls' || text === '--tls=true');
        const listeners = [...(tls ? [{ port: 443, tls }] : []), { port: 80, tls: false }];
        return optionValues(args, '--target').flatMap(target => {
            const upstream = parseUpstream(target.text, 80);
            return upstream === null ? [] : [commandRoute('kamal-proxy', target, site, upstream, listeners, names)];
        });
    }
};
const socatCommand = {
    id: 'socat',
    names: ['socat'],
    routes(args, site) {
        const listen = /^(?:TCP[46]?|OPENSSL|SSL)-(?:LISTEN|L):(\d+)|^TCP[46]?-L:(\d+)/i;
        const from = args.map(({ text }) => listen.exec(text)).find(match => match !== null);
        const to = args.find(({ text }) => /^(?:TCP[46]?|TCP[46]?-CONNECT|OPENSSL|SSL):/i.test(text));
        if (from == null || to === undefined)
            return [];
        const upstream = parseUpstream(to.text.replace(/^[\w-]+:/, '').replace(/,.*$/s, ''));
        const port = parsePort(from[1] ?? from[2] ?? '');
        const tls = /^(?:OPENSSL|SSL)/i.test(from[0] ?? '') || port === 443;
        return upstream === null ? [] : [commandRoute('socat', to, site, upstream, [{ port, tls }])];
    }
};
const sshCommand = {
    id: 'ssh',
    names: ['ssh', 'autossh'],
    routes: (args, site) => optionValues(args, '-R').flatMap(forward => {
        const [, port = '', target = ''] = /^(?:(?:\[[^\]]*\]|[^:]*):)?(\d+):((?:\[[^\]]*\]|[^:]*):\d+)$/.exec(forward.text) ?? [];
        const upstream = target === '' ? null : parseUpstream(target);
        const listener = { port: parsePort(port), tls: port === '443' };
        return upstream === null ? [] : [commandRoute('ssh', forward, site, upstream, [listener])];
    })
};
const socketProxyCommand = {
    id: 'systemd-socket-proxyd',
    names: ['systemd-socket-proxyd'],
    routes: (args, site) => args.slice(-1).flatMap(target => {
        const upstream = target.text.startsWith('-') ? null : parseUpstream(target.text.replace(/^\//, 'unix:/'));
        return upstream === null ? [] : [commandRoute('systemd-socket-proxyd', target, site, upstream, [])];
    })
};
const iptablesCommand = {
    id: 'iptables',
    names: ['iptables', 'ip6tables'],
    routes(args, site) {
        const words = args.map(({ text }) => text);
        if (!words.includes('DNAT') || words.includes('-D') || words.includes('--delete'))
            return [];
        const port = parsePort(optionValues(args, '--dport', '--destination-port')[0]?.text ?? '');
        return optionValues(args, '--to-destination', '--to').flatMap(target => {
            const upstream = parseUpstream(target.text, port);
            return upstream === null ? [] : [commandRoute('iptables', target, site, upstream, [{ port, tls: port === 443 }])];
        });
    }
};
const dokkuCommand = {
    id: 'dokku',
    names: ['dokku'],
    routes(args, site) {
        const [verb, app, ...maps] = args;
        if (app === undefined || !/^(?:ports:(?:set|add)|proxy:ports-(?:set|add))$/.test(verb?.text ?? ''))
            return [];
        return maps.flatMap(map => {
            const [, scheme = '', port = '', inner = ''] = /^(https?|tcp|grpcs?):(\d+):(\d+)$/.exec(map.text) ?? [];
            if (scheme === '')
                return [];
            const listener = { port: parsePort(port), tls: scheme === 'https' || scheme === 'grpcs' || port === '443' };
            return [commandRoute('dokku', map, site, { host: app.text, port: parsePort(inner) }, [listener])];
        });
    }
};

;// CONCATENATED MODULE: ./lib/src/proxies/tunnel-commands.js


const cloudflaredCommand = {
    id: 'cloudflared',
    names: ['cloudflared'],
    routes(args, site) {
        const words = args.map(({ text }) => text);
        const [first] = args;
        if (first === undefined || words.includes('--hello-world'))
            return [];
        const names = optionValues(args, '--hostname').map(({ text }) => text);
        const urls = optionValues(args, '--url');
        if (urls.length > 0) {
            return urls.flatMap(url => {
                const upstream = localTarget(url.text);
                return upstream === null ? [] : [commandRoute('cloudflared', url, site, upstream, edge, names)];
            });
        }
        const isRun = words.includes('tunnel') && (words.includes('run') || words.some(word => word.startsWith('--token')));
        const isService = words[0] === 'service' && words[1] === 'install';
        return isRun || isService ? [commandRoute('cloudflared', first, site, anywhere, edge)] : [];
    }
};
const ngrokCommand = {
    id: 'ngrok',
    names: ['ngrok'],
    routes(args, site) {
        const at = args.findIndex(({ text }) => text === 'http' || text === 'tcp' || text === 'tls');
        const target = at === -1 ? undefined : firstTarget(args, at + 1);
        const upstream = target === undefined ? null : localTarget(target.text);
        if (target === undefined || upstream === null)
            return [];
        const names = optionValues(args, '--domain', '--hostname', '--url').map(({ text }) => text.replace(/^https?:\/\//, ''));
        return [commandRoute('ngrok', target, site, upstream, edge, names)];
    }
};
const tailscaleCommand = {
    id: 'tailscale',
    names: ['tailscale'],
    routes(args, site) {
        const at = args.findIndex(({ text }) => text === 'funnel');
        const words = args.map(({ text }) => text);
        if (at === -1 || words.includes('off') || words.includes('reset') || words.includes('status'))
            return [];
        const target = words.includes('on') ? undefined : firstTarget(args, at + 1);
        const upstream = target === undefined ? anywhere : localTarget(target.text);
        const port = Number(optionValues(args, '--https', '--tls-terminated-tcp', '--tcp')[0]?.text ?? 443) || null;
        const place = target ?? args[at];
        return upstream === null || place === undefined
            ? []
            : [commandRoute('tailscale', place, site, upstream, [{ port, tls: true }])];
    }
};

;// CONCATENATED MODULE: ./lib/src/proxies/commands.js


const proxyCommands = [
    caddyCommand,
    cloudflaredCommand,
    ngrokCommand,
    tailscaleCommand,
    kamalProxyCommand,
    dokkuCommand,
    socatCommand,
    sshCommand,
    socketProxyCommand,
    iptablesCommand
];

;// CONCATENATED MODULE: ./lib/src/proxies/systemd.js



const systemd = {
    id: 'systemd',
    claims: (file, text) => isActiveConfig(file) &&
        /\.service$/.test(file) &&
        /^ExecStart=.*(?:proxyd|socat|caddy|cloudflared|ngrok|tailscale|ssh)\b/m.test(text),
    read(text, context) {
        const lines = parseLines(text, 'line-start').filter(({ name }) => name.startsWith('ExecStart='));
        const routes = lines.flatMap(({ args, source, start, end }) => {
            const command = /^ExecStart=[-@:+!]*(\S+)/.exec(source.text.slice(start, end))?.[1] ?? '';
            const name = command.slice(command.lastIndexOf('/') + 1);
            const words = args.map(word => source.slice(word.start, word.end));
            return proxyCommands.filter(each => each.names.includes(name)).flatMap(each => each.routes(words, context.site));
        });
        return { routes, unread: [] };
    }
};

;// CONCATENATED MODULE: ./lib/src/proxies/tailscale.js





const tailscale = {
    id: 'tailscale',
    claims: (file, text) => isActiveConfig(file) && isStructured(file) && /"AllowFunnel"/.test(text) && /"(?:Web|TCP)"/.test(text),
    read(text, context) {
        const { roots, unread } = readStructured(text, context);
        return { routes: roots.flatMap(root => funnels(root, context)), unread };
    }
};
const funnels = (root, context) => entries(nodeAt(root, 'AllowFunnel')).flatMap(({ key, value }) => {
    if (textOf(value)?.text !== 'true')
        return [];
    const name = key.text.text;
    const port = /:(\d+)$/.exec(name)?.[1] ?? '443';
    const web = entries(nodeAt(root, 'Web', name, 'Handlers')).flatMap(handler => funnelTo(textOf(nodeAt(handler.value, 'Proxy')), key.text, handler.key.text.text, context));
    return [...web, ...funnelTo(textOf(nodeAt(root, 'TCP', port, 'TCPForward')), key.text, '/', context)];
});
function funnelTo(target, name, path, context) {
    const upstream = target === null ? null : localTarget(target.text);
    if (target === null || upstream === null)
        return [];
    const [, host = '', port = '443'] = /^(.*):(\d+)$/s.exec(name.text) ?? [];
    return [
        {
            proxy: 'tailscale',
            at: target.location(),
            site: context.site,
            listeners: [{ at: name.location(), port: parsePort(port), tls: true }],
            serverNames: /^[\w.-]+$/.test(host) ? [host] : [],
            path,
            upstream,
            refusal: null,
            evidence: 'declared'
        }
    ];
}

;// CONCATENATED MODULE: ./lib/src/proxies/traefik-router.js



const usualPorts = new Map(Object.entries({ web: 80, http: 80, websecure: 443, https: 443 }));
const usualTls = /secure|https|tls|443/i;
function routerListeners(router, known) {
    if (router.entryPoints.length === 0) {
        if (known.length > 0)
            return known.map(({ port, tls }) => ({ at: router.at, port, tls: tls || router.tls }));
        return router.tls ? [{ at: router.at, port: 443, tls: true }] : [];
    }
    return router.entryPoints.map(({ name, at }) => {
        const point = known.find(each => each.name.toLowerCase() === name.toLowerCase());
        const port = point?.port ?? usualPorts.get(name.toLowerCase()) ?? null;
        return { at, port, tls: router.tls || (point?.tls ?? usualTls.test(name)) };
    });
}
function ruleHosts(rule) {
    const calls = rule.matchAll(/\bHost(?:SNI|Header)?\(([^()]{0,1000})\)/g);
    const old = /\bHost:\s*([^;]+)/.exec(rule)?.[1]?.split(/\s*,\s*/) ?? [];
    return [...[...calls].flatMap(([, inner = '']) => quotedWords(inner)), ...old].filter(name => name !== '*' && /^[\w.*-]+$/.test(name));
}
const rulePath = (rule) => quotedWords(/\bPath(?:Prefix)?\(([^()]{0,1000})\)/.exec(rule)?.[1] ?? '')[0] ??
    /\bPath(?:Prefix)?:\s*([^;,]+)/.exec(rule)?.[1]?.trim() ??
    '/';
const quotedWords = (text) => [...text.matchAll(/[`"']([^`"']*)[`"']/g)].map(match => match[1] ?? '');
function ruleMayHold(rule, path) {
    if (/\|\||!/.test(rule))
        return true;
    for (const [, matcher = '', inner = ''] of rule.matchAll(/\b(Path|PathPrefix|PathRegexp|Method)\(([^()]{0,1000})\)/g)) {
        const values = quotedWords(inner);
        if (values.length > 0 && !values.some(value => matches.get(matcher)?.(value, path)))
            return false;
    }
    return true;
}
const matches = new Map(Object.entries({
    Path: (value, path) => value.includes('{') || value === path,
    PathPrefix: (value, path) => value.includes('{') || path.startsWith(value),
    PathRegexp: (value, path) => matchPath(value, path) !== 'no',
    Method: value => value.toUpperCase() === 'POST'
}));
function judgeRouters(routers, middlewares, path) {
    const secure = routers.filter(router => router.tls);
    const serving = (secure.length > 0 ? secure : routers)
        .filter(({ rule }) => ruleMayHold(rule, path))
        .toSorted((a, b) => (b.priority ?? b.rule.length) - (a.priority ?? a.rule.length))
        .at(0);
    return serving === undefined ? null : judgeChain(serving.middlewares, middlewares, 0);
}
function judgeChain(names, middlewares, depth) {
    for (const name of depth > 5 ? [] : names.slice(0, 50)) {
        const bare = name.trim().replace(/@.*$/s, '');
        const middleware = middlewares.find(each => each.name === bare);
        if (middleware === undefined)
            continue;
        if (middleware.kind === 'chain') {
            const inner = judgeChain(middleware.values, middlewares, depth + 1);
            if (inner !== null)
                return inner;
        }
        const why = traefik_router_judges.get(middleware.kind)?.(middleware.values) ?? null;
        if (why !== null)
            return { at: middleware.at, directive: middleware.written, why };
    }
    return null;
}
const judgeAddresses = (values) => values.length > 0 && !values.some(value => mayAdmitSender(value)) ? because.address : null;
const traefik_router_judges = new Map(Object.entries({
    basicauth: () => because.password,
    digestauth: () => because.password,
    forwardauth: () => because.login,
    ipallowlist: judgeAddresses,
    ipwhitelist: judgeAddresses
}));

;// CONCATENATED MODULE: ./lib/src/proxies/traefik-file.js





const traefikFile = {
    id: 'traefik',
    claims: (file, text) => isActiveConfig(file) &&
        isStructured(file) &&
        !/\.(?:toml|json)/i.test(file) &&
        /^[ \t]*(?:entrypoints|loadbalancer):/im.test(text) &&
        /^(?:http|tcp|entrypoints):/im.test(text),
    read(text, context) {
        const { roots, unread } = readStructured(text, context);
        const entryPoints = roots.flatMap(readEntryPoints);
        return { routes: roots.flatMap(root => dynamicRoutes(root, entryPoints, context)), unread, entryPoints };
    }
};
const readEntryPoints = (root) => entries(nodeAtAnyCase(root, 'entryPoints')).map(({ key, value }) => ({
    name: key.text.text,
    port: parsePort(/:(\d+)(?:\/\w+)?$/.exec(textOf(nodeAtAnyCase(value, 'address'))?.text ?? '')?.[1] ?? ''),
    tls: nodeAtAnyCase(value, 'http', 'tls') !== null
}));
function dynamicRoutes(root, entryPoints, context) {
    const middlewares = entries(nodeAtAnyCase(root, 'http', 'middlewares')).flatMap(({ key, value }) => readMiddleware(key.text.text, value));
    return ['http', 'tcp'].flatMap(protocol => {
        const routers = entries(nodeAtAnyCase(root, protocol, 'routers')).map(({ key, value }) => readRouter(key.text, value));
        const services = entries(nodeAtAnyCase(root, protocol, 'services'));
        return services.flatMap(({ key, value }) => {
            const users = namesFor(key.text.text, services);
            const own = routers.filter(({ service }) => service !== null && users.has(service));
            const refusal = judgeRouters(own, middlewares, context.webhookPath);
            return traefik_file_serversOf(value).flatMap(url => routesTo(url, own, entryPoints, context).map(route => ({ ...route, refusal })));
        });
    });
}
function namesFor(service, services) {
    const users = services.filter(({ value }) => [
        ...items(nodeAtAnyCase(value, 'weighted', 'services')).flatMap(item => textOf(nodeAtAnyCase(item, 'name')) ?? []),
        ...textsOf(nodeAtAnyCase(value, 'mirroring', 'service')),
        ...textsOf(nodeAtAnyCase(value, 'failover', 'service')),
        ...textsOf(nodeAtAnyCase(value, 'failover', 'fallback'))
    ].some(({ text }) => text === service));
    return new Set([service, ...users.map(({ key }) => key.text.text)]);
}
const traefik_file_serversOf = (service) => items(nodeAtAnyCase(service, 'loadBalancer', 'servers')).flatMap(server => textOf(nodeAtAnyCase(server, 'url')) ?? textOf(nodeAtAnyCase(server, 'address')) ?? []);
function routesTo(url, routers, entryPoints, context) {
    const upstream = parseUpstream(url.text);
    if (upstream === null)
        return [];
    const route = {
        proxy: 'traefik',
        at: url.location(),
        site: context.site,
        upstream,
        refusal: null,
        evidence: 'declared'
    };
    if (routers.length === 0)
        return [{ ...route, listeners: [], serverNames: [], path: '/' }];
    return routers.map(router => ({
        ...route,
        listeners: routerListeners(router, entryPoints),
        serverNames: ruleHosts(router.rule),
        path: rulePath(router.rule)
    }));
}
function readRouter(name, node) {
    const rule = textOf(nodeAtAnyCase(node, 'rule'));
    const tls = nodeAtAnyCase(node, 'tls');
    return {
        name: name.text,
        at: (rule ?? name).location(),
        rule: rule?.text ?? '',
        entryPoints: textsOf(nodeAtAnyCase(node, 'entryPoints')).map(text => ({ name: text.text, at: text.location() })),
        tls: tls !== null && (tls.kind !== 'scalar' || tls.value === null || isOn(tls)),
        service: textOf(nodeAtAnyCase(node, 'service'))?.text.replace(/@.*$/s, '') ?? null,
        middlewares: textsOf(nodeAtAnyCase(node, 'middlewares')).map(({ text }) => text),
        priority: parsePort(textOf(nodeAtAnyCase(node, 'priority'))?.text ?? '')
    };
}
const readMiddleware = (name, node) => entries(node).map(({ key, value }) => ({
    name,
    kind: key.text.text.toLowerCase(),
    at: locationOf(key),
    written: key.text.text,
    values: [...textsOf(nodeAtAnyCase(value, 'sourceRange')), ...textsOf(nodeAtAnyCase(value, 'middlewares'))].map(({ text }) => text)
}));

;// CONCATENATED MODULE: ./lib/src/proxies/traefik-labels.js


const traefikLabels = {
    id: 'traefik',
    routes(container, all, entryPoints = [], webhookPath = '/') {
        const labels = traefikTree(container);
        if (labels.size === 0 || /^false$/i.test(labels.get('traefik.enable')?.text ?? ''))
            return [];
        const routers = readRouters(labels);
        const middlewares = [container, ...all].slice(0, 200).flatMap(each => readMiddlewares(traefikTree(each)));
        const services = readServices(labels, routers);
        return services.flatMap(service => traefik_labels_routesOf(service, routers, { middlewares, entryPoints, webhookPath }));
    }
};
const traefikTree = ({ labels }) => new Map([...labels].map(([key, value]) => [key.toLowerCase(), value]).filter(([key]) => key.startsWith('traefik.')));
function readServices(labels, routers) {
    const named = [...labels].flatMap(([key, value]) => {
        const [, name = null, field] = /^traefik\.(?:http|tcp)\.services\.([^.]+)\.loadbalancer\.server\.(port|url)$/.exec(key) ?? [];
        if (field === 'port')
            return [{ name, at: value.location(), upstream: toContainer(parsePort(value.text)) }];
        const upstream = field === 'url' ? parseUpstream(value.text) : null;
        return upstream === null ? [] : [{ name, at: value.location(), upstream }];
    });
    const [old] = [...labels].filter(([key]) => /^traefik\.(?:[\w-]+\.)?port$/.test(key));
    if (old !== undefined)
        named.push({ name: null, at: old[1].location(), upstream: toContainer(parsePort(old[1].text)) });
    if (named.length > 0)
        return named;
    const enabled = labels.get('traefik.enable');
    const at = routers[0]?.at ?? (/^true$/i.test(enabled?.text ?? '') ? enabled?.location() : undefined);
    return at === undefined ? [] : [{ name: null, at, upstream: toContainer(null) }];
}
const toContainer = (port) => ({ host: 'container', port });
function readRouters(labels) {
    const names = new Set([...labels.keys()].flatMap(key => /^traefik\.((?:http|tcp)\.routers\.[^.]+)\./.exec(key)?.[1] ?? []));
    const old = [...labels].filter(([key]) => /^traefik\.(?:[\w-]+\.)?frontend\.rule$/.test(key));
    return [
        ...[...names].map(path => traefik_labels_readRouter(path, labels)),
        ...old.map(([, value]) => ({
            name: '',
            at: value.location(),
            rule: value.text,
            entryPoints: [],
            tls: true,
            service: null,
            middlewares: [],
            priority: null
        }))
    ];
}
function traefik_labels_readRouter(path, labels) {
    const field = (name) => labels.get(`traefik.${path}.${name}`);
    const keys = [...labels.keys()].filter(key => key.startsWith(`traefik.${path}.`));
    const rule = field('rule');
    const first = rule ?? labels.get(keys[0] ?? '');
    const points = field('entrypoints');
    const tls = field('tls');
    return {
        name: path,
        at: first.location(),
        rule: rule?.text ?? '',
        entryPoints: points === undefined ? [] : list(points).map(name => ({ name, at: points.location() })),
        tls: /^true$/i.test(tls?.text ?? '') || keys.some(key => key.startsWith(`traefik.${path}.tls.`)),
        service: field('service')?.text.replace(/@.*$/s, '') ?? null,
        middlewares: list(field('middlewares')),
        priority: parsePort(field('priority')?.text ?? '')
    };
}
const list = (value) => value?.text.split(/\s*,\s*/).filter(part => part !== '') ?? [];
function readMiddlewares(labels) {
    return [...labels].flatMap(([key, value]) => {
        const [, name, kind] = /^traefik\.http\.middlewares\.([^.]+)\.([^.]+)\./.exec(key) ?? [];
        if (name === undefined || kind === undefined)
            return [];
        return [{ name, kind, at: value.location(), written: key.slice(0, 120), values: list(value) }];
    });
}
function traefik_labels_routesOf(service, routers, around) {
    const own = routers.filter(router => router.service === null || router.service.toLowerCase() === service.name);
    const refusal = judgeRouters(own, around.middlewares, around.webhookPath);
    const route = { proxy: 'traefik', at: service.at, site: 'bridge-container', evidence: 'declared' };
    if (own.length === 0) {
        return [{ ...route, listeners: [], serverNames: [], path: '/', upstream: service.upstream, refusal: null }];
    }
    return own.map(router => ({
        ...route,
        listeners: routerListeners(router, around.entryPoints),
        serverNames: ruleHosts(router.rule),
        path: rulePath(router.rule),
        upstream: service.upstream,
        refusal: router.tls || !own.some(({ tls }) => tls) ? refusal : null
    }));
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var smol_toml_dist = __webpack_require__(3292);
;// CONCATENATED MODULE: ./lib/src/text/toml.js


function parseToml(source) {
    try {
        const places = new Places(source);
        const root = toml_build((0,smol_toml_dist/* parse */.qg)(source.text, { maxDepth: 50 }), source, places);
        return { documents: [{ root }], error: null };
    }
    catch (error) {
        const line = typeof error === 'object' && error !== null && 'line' in error ? Number(error.line) : 1;
        const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        return { documents: [], error: { line, message } };
    }
}
class Places {
    #source;
    #free = new Map();
    constructor(source) {
        this.#source = source;
        const value = /#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w.+-]+/g;
        for (const match of source.text.matchAll(value)) {
            const [written] = match;
            if (written.startsWith('#'))
                continue;
            const quoted = /^["']/.test(written) && !/^(?:"""|''')/.test(written);
            const text = quoted ? written.slice(1, -1) : written;
            const at = match.index + (quoted ? 1 : 0);
            const known = this.#free.get(text);
            if (known === undefined)
                this.#free.set(text, [at]);
            else
                known.push(at);
        }
        for (const places of this.#free.values())
            places.reverse();
    }
    take(text) {
        const at = this.#free.get(text)?.pop();
        return at === undefined
            ? mapped_text/* MappedText */.D.standingFor(this.#source.slice(0, 1), text)
            : this.#source.slice(at, at + text.length);
    }
}
function toml_build(value, source, places) {
    if (Array.isArray(value)) {
        const items = value.map(item => toml_build(item, source, places));
        return { kind: 'list', items, tag: null, at: source.location(0, 1) };
    }
    if (typeof value === 'object' && !(value instanceof Date)) {
        const entries = Object.entries(value).map(([key, inner]) => {
            const name = scalar(key, mapped_text/* MappedText */.D.standingFor(source.slice(0, 1), key));
            return { key: name, value: toml_build(inner, source, places) };
        });
        return { kind: 'map', entries, tag: null, at: source.location(0, 1) };
    }
    const text = typeof value === 'string' ? value : String(value);
    const simple = typeof value === 'boolean' || typeof value === 'number' ? value : text;
    return scalar(simple, places.take(text));
}
const scalar = (value, text) => ({
    kind: 'scalar',
    value,
    text,
    tag: null
});

;// CONCATENATED MODULE: ./lib/src/proxies/traefik-toml.js




const traefikToml = {
    id: 'traefik-toml',
    claims: (file, text) => isActiveConfig(file) && /\.toml(?:\.\w+)?$/i.test(file) && /^\s*\[+"?(?:entrypoints|http\.|tcp\.)/im.test(text),
    read(text, context) {
        const { documents, error } = parseToml(fillTemplate(text, context.variables));
        const unread = error === null ? [] : [{ file: text.file.path, line: error.line, reason: error.message }];
        const roots = documents.flatMap(({ root }) => root ?? []);
        const entryPoints = roots.flatMap(readEntryPoints);
        return { routes: roots.flatMap(root => dynamicRoutes(root, entryPoints, context)), unread, entryPoints };
    }
};

;// CONCATENATED MODULE: ./lib/src/proxies/chains.js

const chains_longest = 3;
function joinChains(routes) {
    let joined = routes.slice(0, 2000);
    for (let turn = 0; turn < chains_longest; turn++) {
        const next = joined.map(route => behind(route, joined));
        if (next.every((route, index) => route.listeners.length === joined[index]?.listeners.length))
            break;
        joined = next;
    }
    return [...joined, ...routes.slice(2000)];
}
function behind(route, all) {
    const front = all.filter(other => other !== route && leadsTo(other, route)).flatMap(({ listeners }) => listeners);
    const added = front.filter(listener => !route.listeners.some(own => isSame(own, listener)));
    const unique = added.filter((listener, index) => added.findIndex(each => isSame(each, listener)) === index);
    return unique.length === 0 ? route : { ...route, listeners: [...route.listeners, ...unique] };
}
function leadsTo(front, back) {
    const { host, port } = front.upstream;
    if (host === null || port === null || !back.listeners.some(listener => listener.port === port))
        return false;
    const bothOnHost = front.site !== 'bridge-container' && back.site !== 'bridge-container';
    return (0,model_address/* isLoopbackHost */.cW)(host) ? bothOnHost : host.toLowerCase().includes(back.proxy.replace(/-.*$/, ''));
}
const isSame = (a, b) => a.port === b.port &&
    a.tls === b.tls &&
    a.at.file === b.at.file &&
    a.at.line === b.at.line &&
    a.at.column === b.at.column;

;// CONCATENATED MODULE: ./lib/src/proxies/traefik-arguments.js

function entryPointsOf(args) {
    const found = new Map();
    for (const { text } of args.slice(0, 500)) {
        const [, name, field = '', value = ''] = /^--entrypoints\.([\w-]+)\.([\w.[\]-]+)(?:=(.*))?$/is.exec(text) ?? [];
        if (name === undefined)
            continue;
        const known = found.get(name) ?? { port: null, tls: false };
        const isTls = /^http\.tls(?:$|\.)/i.test(field) && !/^false$/i.test(value);
        const port = /^address$/i.test(field) ? parsePort(/:(\d+)(?:\/\w+)?$/.exec(value)?.[1] ?? '') : known.port;
        found.set(name, { port, tls: known.tls || isTls });
    }
    return [...found].map(([name, { port, tls }]) => ({ name, port, tls }));
}

;// CONCATENATED MODULE: ./lib/src/proxies/index.js

















const proxyFormats = [
    kamal,
    cloudflared,
    ngrok,
    tailscale,
    caddyJson,
    envoy,
    traefikFile,
    traefikToml,
    systemd,
    haproxy,
    apache,
    caddyfile,
    nginx
];
const containerProxies = [traefikLabels, caddyLabels, nginxProxy, coolify];




// EXTERNAL MODULE: ./lib/src/model/image.js
var model_image = __webpack_require__(557);
;// CONCATENATED MODULE: ./lib/src/sources/path.js
function joinPath(base, path) {
    const start = /^[/~$]/.test(path) ? path : `${base}/${path}`;
    const parts = [];
    for (const part of start.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part === '..' && parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else
            parts.push(part);
    }
    return `${start.startsWith('/') ? '/' : ''}${parts.join('/')}` || '.';
}
const fileName = (path) => path.slice(path.lastIndexOf('/') + 1);

;// CONCATENATED MODULE: ./lib/src/sources/compose/interpolate.js

const deepest = 16;
const interpolate_longest = 2_000;
function interpolate(text, lookup, depth = 0) {
    if (!text.text.includes('$') || depth > deepest)
        return text;
    const pieces = [];
    let from = 0;
    for (let at = text.text.indexOf('$'); at !== -1; at = text.text.indexOf('$', at)) {
        const variable = readVariable(text.text, at);
        if (variable === null) {
            at++;
            continue;
        }
        pieces.push(text.slice(from, at));
        pieces.push(resolve(variable, text.slice(at, variable.end), lookup, depth));
        from = variable.end;
        at = variable.end;
    }
    return from === 0 ? text : mapped_text/* MappedText */.D.join([...pieces, text.slice(from)]);
}
function readVariable(text, at) {
    if (text[at + 1] === '$')
        return { name: null, operator: '', operand: 2, end: at + 2 };
    if (text[at + 1] !== '{') {
        const name = /^[A-Za-z_]\w*/.exec(text.slice(at + 1, at + 200))?.[0];
        return name === undefined ? null : { name, operator: '', operand: 0, end: at + 1 + name.length };
    }
    const end = closingBrace(text, at + 2);
    if (end === -1)
        return null;
    const match = /^([A-Za-z_]\w*)(:?[-?+]|$)/.exec(text.slice(at + 2, end));
    if (match === null)
        return null;
    return { name: match[1] ?? '', operator: match[2] ?? '', operand: 2 + match[0].length, end: end + 1 };
}
function closingBrace(text, from) {
    let open = 1;
    for (let at = from; at < Math.min(text.length, from + interpolate_longest); at++) {
        if (text.startsWith('${', at))
            open++;
        else if (text[at] === '}' && --open === 0)
            return at;
    }
    return -1;
}
function resolve({ name, operator, operand }, piece, lookup, depth) {
    if (name === null)
        return mapped_text/* MappedText */.D.standingFor(piece, '$');
    const given = lookup(name);
    const unset = given === undefined || given.text === mapped_text/* HOLE */.v;
    const missing = unset || (operator.startsWith(':') && given.text === '');
    const inner = () => interpolate(piece.slice(operand, piece.text.length - 1), lookup, depth + 1);
    const kind = operator.at(-1);
    if (kind === '-' && missing) {
        const text = inner();
        return mapped_text/* MappedText */.D.standingFor(piece, text.text, [...text.assumed, name]);
    }
    if (kind === '+' && !missing)
        return mapped_text/* MappedText */.D.standingFor(piece, inner().text);
    if (kind === '+' && !unset)
        return mapped_text/* MappedText */.D.standingFor(piece, '');
    return unset || kind === '+'
        ? mapped_text/* MappedText */.D.standingFor(piece, mapped_text/* HOLE */.v)
        : mapped_text/* MappedText */.D.standingFor(piece, given.text, given.assumed);
}

;// CONCATENATED MODULE: ./lib/src/sources/images/dockerfile.js



const dockerfile_most = 2_000;
function readDockerfile(text, target = null, args = new Map()) {
    const stages = [];
    const globals = new Map();
    let scope = new Map();
    for (const { name, body } of instructions(text).slice(0, dockerfile_most)) {
        const current = stages.at(-1);
        const lookup = variable => scope.get(variable);
        if (name === 'FROM') {
            scope = new Map(globals);
            const stage = startStage(interpolate(body, lookup), stages, text.file.path);
            stages.push(stage);
            for (const [key, value] of stage.image.environment)
                scope.set(key, value);
        }
        else if (name === 'ARG') {
            for (const [key, value] of assignments(body)) {
                const given = args.get(key);
                const known = given === undefined ? (value ?? globals.get(key)) : mapped_text/* MappedText */.D.standingFor(body, given);
                if (known !== undefined)
                    scope.set(key, interpolate(known, lookup));
                if (current === undefined && known !== undefined)
                    globals.set(key, interpolate(known, lookup));
            }
        }
        else if (current !== undefined) {
            const image = change(current.image, name, body, lookup);
            stages[stages.length - 1] = { ...current, image };
            for (const [key, value] of image.environment)
                scope.set(key, value);
        }
    }
    return (stages.find(stage => stage.name === target) ?? stages.at(-1))?.image ?? null;
}
function startStage(body, stages, file) {
    const words = body.text.split(/\s+/).filter(word => word !== '' && !word.startsWith('--'));
    const [base = '', as = '', name = ''] = words;
    const before = stages.find(stage => stage.name === base.toLowerCase());
    const empty = {
        file,
        base,
        entrypoint: null,
        command: null,
        environment: new Map(),
        exposed: [],
        copies: []
    };
    return { name: /^as$/i.test(as) ? name.toLowerCase() : `#${stages.length}`, image: before?.image ?? empty };
}
function change(image, name, body, lookup) {
    switch (name) {
        case 'ENV': {
            const environment = new Map(image.environment);
            for (const [key, value] of assignments(body))
                if (value !== null)
                    environment.set(key, interpolate(value, lookup));
            return { ...image, environment };
        }
        case 'EXPOSE':
            return { ...image, exposed: [...image.exposed, ...exposedPorts(interpolate(body, lookup).text)] };
        case 'CMD':
            return { ...image, command: commandLine(body) };
        case 'ENTRYPOINT':
            return { ...image, entrypoint: commandLine(body), command: null };
        case 'COPY':
        case 'ADD':
            return { ...image, copies: [...image.copies, ...copied(interpolate(body, lookup).text)] };
        default:
            return image;
    }
}
const exposedPorts = (text) => text.split(/\s+/).flatMap(port => {
    const match = /^(\d{1,5})(\/tcp)?$/i.exec(port);
    return match === null ? [] : [Number(match[1])];
});
function copied(text) {
    if (/(^|\s)--from=/.test(text))
        return [];
    const words = text.replace(/^\s*\[|\]\s*$/g, '').match(/"[^"]*"|[^\s,]+/g) ?? [];
    const paths = words.map(word => word.replace(/^"|"$/g, '')).filter(word => !word.startsWith('--'));
    const to = paths.at(-1);
    return to === undefined ? [] : paths.slice(0, -1).map(from => ({ from, to }));
}
function commandLine(body) {
    const text = trimmed(body);
    if (!text.text.startsWith('['))
        return { form: 'shell', text };
    const { documents, error } = parseYaml(text);
    const root = documents[0]?.root;
    if (error !== null || root?.kind !== 'list')
        return { form: 'shell', text };
    return { form: 'exec', words: itemsOf(root).flatMap(item => textOf(item) ?? []) };
}
function trimmed(text) {
    const start = text.text.length - text.text.trimStart().length;
    return text.slice(start, Math.max(start, text.text.trimEnd().length));
}
function assignments(body) {
    const text = trimmed(body);
    const old = /^([A-Za-z_]\w*)[ \t]+([^=\s].*)$/s.exec(text.text);
    if (old !== null && !/^\w+=/.test(text.text))
        return [[old[1] ?? '', text.slice(text.text.length - (old[2] ?? '').length)]];
    return Array.from(text.text.matchAll(/([A-Za-z_]\w*)(?:=("[^"]*"|'[^']*'|(?:\\.|[^\s\\])*))?/g), match => {
        const [whole, name = '', value] = match;
        if (value === undefined)
            return [name, null];
        const end = match.index + whole.length;
        const quoted = /^["']/.test(value) ? 1 : 0;
        return [name, text.slice(end - value.length + quoted, end - quoted)];
    });
}
function instructions(text) {
    const found = [];
    const mark = /^(?:#[^\n]*\n)*?#\s*escape\s*=\s*`/i.test(text.text) ? '`' : '\\';
    let pieces = [];
    let heredoc = null;
    for (const match of text.text.matchAll(/([^\n]*)(?:\n|$)/g)) {
        const line = (match[1] ?? '').replace(/\r$/, '');
        if (heredoc !== null) {
            if (line.trim() === heredoc)
                heredoc = null;
            continue;
        }
        if (/^\s*#/.test(line) || (line.trim() === '' && pieces.length === 0))
            continue;
        const continued = line.trimEnd().endsWith(mark);
        const end = continued ? line.trimEnd().length - 1 : line.length;
        if (end > 0)
            pieces.push(text.slice(match.index, match.index + end));
        if (continued)
            continue;
        if (pieces.length > 0)
            found.push(...instruction(mapped_text/* MappedText */.D.join(pieces)));
        pieces = [];
        heredoc = /<<-?\s*["']?([A-Za-z_]\w*)["']?/.exec(line)?.[1] ?? null;
    }
    if (pieces.length > 0)
        found.push(...instruction(mapped_text/* MappedText */.D.join(pieces)));
    return found;
}
function instruction(text) {
    const match = /^\s*([A-Za-z]+)\s+/.exec(text.text);
    return match === null ? [] : [{ name: (match[1] ?? '').toUpperCase(), body: text.slice(match[0].length) }];
}

;// CONCATENATED MODULE: ./lib/src/sources/images/image-configs.js




const dockerfiles = /(^|[/.])(Dockerfile|Containerfile)([.-][\w.-]+)?$/i;
const image_configs_most = 200;
const configFolder = /(^|\/)(etc|conf|config|conf\.d|sites-\w+|templates|snippets|proxy-confs)(\/|$)|(^|\/)(Caddyfile|[\w.-]*\.(conf|cfg|template))$/i;
const isConfigTarget = (target) => configFolder.test(target);
const isConfiguredProxy = ({ base, copies }) => (0,model_image/* isProxyImage */.Gq)(base) && copies.some(({ to }) => isConfigTarget(to));
const readImages = (paths, reading) => paths
    .filter(path => dockerfiles.test(path))
    .slice(0, image_configs_most)
    .flatMap(path => {
    const text = reading.source(path);
    return (text === null ? null : readDockerfile(text)) ?? [];
});
const imageHolding = (path, images) => images.find(image => image.copies.some(({ from, to }) => image_configs_holds(from, to, path, joinPath(image.file, '..')))) ?? null;
function image_configs_holds(from, to, path, folder) {
    return [folder, '.'].some(context => {
        const source = joinPath(context, from.replace(/^\//, ''));
        if (source === path)
            return true;
        return source !== '.' && source !== folder && path.startsWith(`${source}/`) && isConfigTarget(`${to}/`);
    });
}
function routesInImage(routes, image, containers) {
    const alone = containers.length < 2 || !(0,model_image/* isProxyImage */.Gq)(image.base);
    return routes.filter(({ upstream: { host } }) => !alone || (host !== null && !(0,model_address/* isLoopbackHost */.cW)(host)));
}

;// CONCATENATED MODULE: ./lib/src/model/role.js


function roleOf(image, name) {
    const known = image === null || image === mapped_text/* HOLE */.v ? name : image;
    if (known === null)
        return 'app';
    if ((0,model_image/* isDataStore */.cS)(known))
        return 'data-store';
    return (0,model_image/* isProxyImage */.Gq)(known) ? 'proxy' : 'app';
}

// EXTERNAL MODULE: ./node_modules/unbash/dist/parser.js + 16 modules
var parser = __webpack_require__(8989);
;// CONCATENATED MODULE: ./lib/src/text/shell.js



function parseShell(source) {
    const tree = (0,parser/* parse */.qg)(source.text);
    const [error] = tree.errors ?? [];
    return { tree, source, brokenAt: error === undefined ? null : { offset: error.pos, message: error.message } };
}
function nestedScript(tree, outer, written) {
    const source = tree.source === undefined ? outer : mapped_text/* MappedText */.D.standingFor(written, tree.source);
    return { tree, source, brokenAt: null };
}

;// CONCATENATED MODULE: ./lib/src/text/shell-words.js

function fieldPart(field, start = 0, end = field.text.text.length) {
    return field.from === 'variable'
        ? mapped_text/* MappedText */.D.standingFor(field.word, field.text.text.slice(start, end), field.text.assumed)
        : field.text.slice(start, end);
}
function expandWord(word, source, scope) {
    const written = source.slice(word.pos, word.end);
    const chunks = word.parts === undefined
        ? [plain(unquote(written, word.value, 'word'))]
        : word.parts.flatMap(part => expandPart(part, source, scope, false));
    const [only] = chunks;
    if (chunks.length === 1 && only !== undefined && only.variable)
        return expandVariable(only, written);
    if (chunks.some(chunk => chunk.list !== null || chunk.splits))
        return splitFields(chunks, written);
    return [{ text: join(chunks, written), word: written, quoted: isQuoted(written), from: 'word' }];
}
const isQuoted = (written) => /^["']/.test(written.text);
function expandText(word, source, scope) {
    const fields = expandWord(word, source, scope);
    const [only] = fields;
    if (fields.length === 1 && only !== undefined)
        return only.text;
    return fields.length === 0
        ? source.slice(word.pos, word.pos)
        : mapped_text/* MappedText */.D.standingFor(source.slice(word.pos, word.end), fields.map(field => field.text.text).join(' '));
}
function expandHeredoc(heredoc, source, scope) {
    const { body } = heredoc;
    const raw = source.slice(body.pos, body.end);
    const expanded = heredoc.delimiter?.quoted === true
        ? raw
        : body.parts === undefined
            ? unquote(raw, null, 'heredoc')
            : join(body.parts.flatMap(part => expandPart(part, source, scope, 'heredoc')), raw);
    return heredoc.operator === '<<-' ? withoutLeadingTabs(expanded) : expanded;
}
function withoutLeadingTabs(text) {
    const pieces = [];
    for (const match of text.text.matchAll(/^\t*([^\n]*\n?)/gm)) {
        const start = match.index + match[0].length - (match[1] ?? '').length;
        if (match[0] !== '')
            pieces.push(text.slice(start, match.index + match[0].length));
    }
    return pieces.length === 0 ? text : mapped_text/* MappedText */.D.join(pieces);
}
const plain = (text) => ({ text, site: text, splits: false, variable: false, list: null });
const unknownChunk = (site) => ({
    text: mapped_text/* MappedText */.D.standingFor(site, mapped_text/* HOLE */.v),
    site,
    splits: false,
    variable: true,
    list: null
});
const inWord = (chunk, text = chunk.text) => chunk.variable ? mapped_text/* MappedText */.D.standingFor(chunk.site, text.text, text.assumed) : text;
function join(chunks, written) {
    const pieces = chunks.map(chunk => chunk.list === null
        ? inWord(chunk)
        : mapped_text/* MappedText */.D.standingFor(chunk.site, chunk.list.map(item => item.text).join(' ')));
    return pieces.length === 0 ? written.slice(0, 0) : mapped_text/* MappedText */.D.join(pieces);
}
function expandPart(part, source, scope, quoting) {
    const written = source.slice(part.pos, part.end);
    switch (part.type) {
        case 'SingleQuoted':
            return [plain(source.slice(part.pos + 1, Math.max(part.pos + 1, part.end - 1)))];
        case 'AnsiCQuoted':
            return [plain(mapped_text/* MappedText */.D.standingFor(written, part.value))];
        case 'DoubleQuoted':
        case 'LocaleString':
            if (part.parts.length === 0)
                return [plain(written.slice(1, 1))];
            return part.parts.flatMap(child => expandPart(child, source, scope, 'double'));
        case 'Literal':
            return [plain(unquote(written, part.value, quoting === false ? 'word' : quoting))];
        case 'SimpleExpansion':
            return [parameter(part.text.slice(1), null, written, scope, quoting)];
        case 'ParameterExpansion':
            return expandParameter(part, source, scope, quoting);
        case 'CommandExpansion': {
            const printed = scope.printed(part.script, written, source);
            const chunk = unknownChunk(written);
            return [printed === undefined ? chunk : { ...chunk, text: printed, splits: quoting === false }];
        }
        case 'ArithmeticExpansion':
        case 'ProcessSubstitution':
            return [unknownChunk(written)];
        default:
            return [plain(written)];
    }
}
function expandParameter(part, source, scope, quoting) {
    const written = source.slice(part.pos, part.end);
    const unknown = unknownChunk(written);
    if (part.prefix !== undefined)
        return [unknown];
    const { operation } = part;
    const index = part.index === undefined ? null : part.index.text;
    if (operation === undefined)
        return [parameter(part.parameter, index, written, scope, quoting)];
    if (operation.type !== 'Default')
        return [unknown];
    const given = parameter(part.parameter, index, written, scope, quoting);
    const unset = given.list === null && given.text.text === mapped_text/* HOLE */.v;
    const empty = given.list === null && given.text.text === '';
    switch (operation.operator) {
        case '+':
        case ':+':
            return unset || empty ? [unknown] : [alternative(operation.operand, source, scope, unknown, quoting)];
        case '?':
        case ':?':
            return [given];
        default: {
            if (!unset && !(empty && operation.operator.startsWith(':')))
                return [given];
            const text = expandText(operation.operand, source, scope).withAssumed([part.parameter]);
            if (operation.operator.endsWith('='))
                scope.set(part.parameter, { kind: 'text', text });
            return [
                {
                    text,
                    site: written,
                    splits: quoting === false,
                    variable: true,
                    list: null
                }
            ];
        }
    }
}
function alternative(operand, source, scope, unknown, quoting) {
    const fields = quoting === false ? expandWord(operand, source, scope) : [];
    return fields.length > 1
        ? { ...unknown, list: fields.map(field => field.text) }
        : { ...unknown, text: expandText(operand, source, scope) };
}
function parameter(name, index, written, scope, quoting) {
    const chunk = (text, list = null) => ({
        text,
        site: written,
        splits: quoting === false,
        variable: true,
        list
    });
    const unknown = unknownChunk(written);
    if (name === '@' || name === '*')
        return scope.positional === undefined ? unknown : chunk(written, scope.positional);
    if (/^\d+$/.test(name)) {
        const value = Number(name) === 0 ? undefined : scope.positional?.[Number(name) - 1];
        return value === undefined ? unknown : chunk(value);
    }
    const value = scope.variable(name);
    if (value === undefined)
        return unknown;
    if (value.kind === 'text')
        return index === null || index === '0' || index === '@' ? chunk(value.text) : unknown;
    if (index === '@' || index === '*')
        return chunk(written, value.items);
    const item = value.items[Number(index ?? 0)];
    return item === undefined ? unknown : chunk(item);
}
function expandVariable(chunk, written) {
    if (chunk.list !== null)
        return chunk.list.map(text => ({ text, word: written, quoted: true, from: 'elsewhere' }));
    if (!chunk.splits || !/\s/.test(chunk.text.text)) {
        if (chunk.splits && chunk.text.text === '')
            return [];
        return [{ text: chunk.text, word: chunk.site, quoted: isQuoted(written), from: 'variable' }];
    }
    return Array.from(chunk.text.text.matchAll(/\S+/g), match => ({
        text: chunk.text.slice(match.index, match.index + match[0].length),
        word: written,
        quoted: true,
        from: 'elsewhere'
    }));
}
function splitFields(chunks, written) {
    const fields = [{ pieces: [], moved: false }];
    const put = (text, moved) => {
        const last = fields.at(-1);
        last?.pieces.push(text);
        if (last !== undefined && moved)
            last.moved = true;
    };
    for (const chunk of chunks) {
        const items = chunk.list ?? (chunk.splits ? splitText(chunk.text) : [chunk.text]);
        for (const [nth, item] of items.entries()) {
            if (nth > 0)
                fields.push({ pieces: [], moved: false });
            put(items.length === 1 ? inWord(chunk, item) : item, items.length > 1);
        }
    }
    return fields
        .filter(field => field.pieces.length > 0)
        .map(field => ({
        text: mapped_text/* MappedText */.D.join(field.pieces),
        word: written,
        quoted: isQuoted(written),
        from: field.moved ? 'elsewhere' : 'word'
    }));
}
const splitText = (text) => text.text === ''
    ? [text]
    : Array.from(text.text.matchAll(/\S+/g), match => text.slice(match.index, match.index + match[0].length));
function unquote(written, value, where) {
    if (!written.text.includes('\\'))
        return written;
    const special = where === 'word' ? null : where === 'double' ? '$`"\\\n' : '$`\\\n';
    let text = '';
    const kept = [];
    for (let index = 0; index < written.text.length; index++) {
        const next = written.text[index + 1];
        const escapes = written.text[index] === '\\' && next !== undefined && (special === null || special.includes(next));
        if (escapes && next === '\n') {
            index++;
            continue;
        }
        kept.push(escapes ? [index, index + 2] : [index, index + 1]);
        text += escapes ? next : written.text[index];
        if (escapes)
            index++;
    }
    if (value !== null && value !== text)
        return mapped_text/* MappedText */.D.standingFor(written, value);
    return mapped_text/* MappedText */.D.decoded(written.file, text, () => kept.map(([start, end]) => written.span(start, end)));
}

;// CONCATENATED MODULE: ./lib/src/sources/script-folder.js

const ownFolder = /^(?:cd (?:-P )?(?:-- )?)?["']?(?:\$\()?dirname (?:-- )?["']?(?:\$\((?:readlink -f|realpath) )?["']?\$(?:0|\{0\}|BASH_SOURCE|\{BASH_SOURCE(?:\[0\])?(?::-\$0)?\})["')]*((?:\/[\w.-]+)*)["']?(?: *&?> *\/dev\/null)?(?: 2>&1)?(?: *&& *pwd(?: -P)?)?$/;
function printedFolder(command, script, cwd) {
    const inner = command.replace(/^(\$\(|`)\s*|\s*(\)|`)$/g, '');
    if (inner === 'pwd')
        return cwd;
    if (inner === 'git rev-parse --show-toplevel')
        return '.';
    const match = inner.length > 200 ? null : ownFolder.exec(inner);
    if (match === null || script === null)
        return undefined;
    const folder = joinPath(script, '..');
    return match[1] === undefined || match[1] === '' ? folder : joinPath(folder, `.${match[1]}`);
}

;// CONCATENATED MODULE: ./lib/src/sources/scope.js



class Scope {
    positional;
    cwd;
    script = null;
    output = null;
    traps = [];
    functions;
    #variables;
    constructor(variables = [], cwd = '.') {
        this.#variables = new Map(variables);
        this.functions = new Map();
        this.cwd = cwd;
    }
    variable(name) {
        const value = this.#variables.get(name);
        return value === 'unknown' ? undefined : value;
    }
    set(name, value) {
        this.#variables.set(name, value);
    }
    unset(name) {
        this.#variables.delete(name);
    }
    fork() {
        const copy = new Scope(this.#variables, this.cwd);
        copy.positional = this.positional;
        copy.script = this.script;
        copy.output = this.output;
        for (const [name, body] of this.functions)
            copy.functions.set(name, body);
        return copy;
    }
    printed(command, written, source) {
        const folder = printedFolder(written.text, this.script, this.cwd);
        if (folder !== undefined)
            return mapped_text/* MappedText */.D.standingFor(written, folder);
        return command === undefined ? undefined : this.output?.(nestedScript(command, source, written), this);
    }
    *texts() {
        for (const [name, value] of this.#variables)
            if (value !== 'unknown' && value.kind === 'text')
                yield [name, value.text];
    }
    merge(arms) {
        const names = new Set(arms.flatMap(arm => [...arm.#variables.keys()]));
        for (const name of names) {
            const values = arms.flatMap(arm => arm.#variables.get(name) ?? []);
            const [first] = values;
            if (first === undefined)
                continue;
            const agreed = values.every(value => sameText(value, first));
            const value = agreed ? first : 'unknown';
            this.set(name, agreed && values.length < arms.length ? assumed(value, name) : value);
        }
        for (const arm of arms)
            for (const [name, body] of arm.functions)
                this.functions.set(name, body);
    }
}
const sameText = (a, b) => a === b ||
    (a !== 'unknown' && b !== 'unknown' && a.kind === 'text' && b.kind === 'text' && a.text.text === b.text.text);
const assumed = (value, name) => value !== 'unknown' && value.kind === 'text' ? { kind: 'text', text: value.text.withAssumed([name]) } : value;

// EXTERNAL MODULE: ./lib/src/model/port-mapping.js
var port_mapping = __webpack_require__(9146);
;// CONCATENATED MODULE: ./lib/src/sources/compose/ports.js



const ports_most = 500;
function readPorts(node, context) {
    const publications = new Map();
    const refused = [];
    for (const item of itemsOf(node).slice(0, ports_most)) {
        const port = item.kind === 'map' ? longForm(item) : shortForm(item);
        if (port === null)
            continue;
        const [start, end] = port.at.span();
        const place = { at: port.at.location(), written: port.at.file.text.slice(start, end) };
        if ('refused' in port.result)
            refused.push({ ...place, reason: port.result.refused });
        else {
            const mapping = inContext(port.result.mapping, context);
            const key = JSON.stringify(mapping);
            if (!publications.has(key))
                publications.set(key, { ...place, mapping, assumed: port.assumed });
        }
    }
    return { publications: [...publications.values()], refused };
}
function shortForm(node) {
    const text = textOf(node);
    return text === null ? null : { at: text, result: (0,port_mapping/* parsePortMapping */.Fd)(text.text, 'compose'), assumed: text.assumed };
}
function longForm(node) {
    const field = (name) => textOf(child(node, name));
    const [address, published, target] = [field('host_ip'), field('published'), field('target')];
    const at = [address, published, target].find(text => text !== null && text.text !== '') ?? null;
    if (at === null)
        return null;
    const host = address?.text ?? '';
    const where = host === '' ? '' : `${host.includes(':') ? `[${(0,model_address/* bare */.$B)(host)}]` : host}:`;
    const ports = `${published?.text ?? ''}:${target?.text ?? ''}/${field('protocol')?.text ?? 'tcp'}`;
    const assumed = [address, published, target].flatMap(text => text?.assumed ?? []);
    return { at, result: (0,port_mapping/* parsePortMapping */.Fd)(`${where}${ports}`, 'compose'), assumed: [...new Set(assumed)] };
}
function inContext(mapping, { stack, defaultAddress }) {
    if (stack)
        return { ...mapping, exposure: 'public', hostAddress: null, ignoredAddress: mapping.hostAddress };
    if (mapping.hostAddress !== null || mapping.exposure !== 'public' || defaultAddress === null)
        return mapping;
    if (!(0,model_address/* isAddress */.PW)(defaultAddress) || (0,model_address/* isUnspecified */.QN)(defaultAddress))
        return mapping;
    const exposure = (0,model_address/* isLoopback */.U9)(defaultAddress) ? 'loopback' : (0,model_address/* isPrivate */.Gw)(defaultAddress) ? 'private' : 'public';
    return { ...mapping, exposure, hostAddress: (0,model_address/* bare */.$B)(defaultAddress) };
}

;// CONCATENATED MODULE: ./lib/src/sources/compose/containers.js








function runsOf(service, frame) {
    const { node } = service;
    const build = child(node, 'build');
    const text = (of, key) => textOf(child(of, key))?.text ?? null;
    const context = text(build, 'context') ?? '.';
    const file = text(build, 'dockerfile');
    const args = new Map(entriesOf(child(build, 'args')).flatMap(({ key, value }) => {
        const arg = textOf(value);
        return arg === null || arg.hasHoles ? [] : [[key.text.text, arg.text]];
    }));
    return {
        entrypoint: containers_wordsOf(child(node, 'entrypoint')),
        command: containers_wordsOf(child(node, 'command')),
        openEnvironment: child(node, 'env_file') !== null,
        machine: frame.machine,
        build: build === null || context.includes(mapped_text/* HOLE */.v)
            ? null
            : {
                names: text(node, 'image') === null ? [] : [text(node, 'image') ?? ''],
                context,
                dockerfile: file === null ? null : joinPath(context, file),
                inline: textOf(child(build, 'dockerfile_inline')),
                target: text(build, 'target'),
                args
            }
    };
}
function containers_wordsOf(node) {
    if (node === null)
        return null;
    if (node.kind === 'list')
        return { form: 'exec', words: textsOf(node) };
    const text = textOf(node);
    if (text === null)
        return null;
    const [command] = parseShell(text).tree.commands.flatMap(({ command }) => command.type === 'Command' ? [command] : []);
    const words = [command?.name, ...(command?.args ?? [])].flatMap(word => word?.type === 'Word' ? expandWord(word, text, new Scope()).map(field => fieldPart(field)) : []);
    return { form: 'exec', words };
}
function containerOf(service, project, start) {
    const { name, node } = service;
    const { frame } = start;
    const image = textOf(child(node, 'image'))?.text ?? null;
    const given = textOf(child(node, 'container_name'))?.text ?? null;
    const networks = networksOf(node, project, start);
    const aliases = entriesOf(child(node, 'networks')).flatMap(({ value }) => textsOf(child(value, 'aliases')));
    const labels = [...entriesOf(child(node, 'labels')), ...entriesOf(child(child(node, 'deploy'), 'labels'))];
    return {
        engine: 'compose',
        placement: frame.placement,
        at: service.at,
        workflow: frame.workflow,
        job: frame.job,
        step: frame.step,
        name: given ?? name,
        aliases: [name, ...aliases.map(({ text }) => text), ...linkedAs(name, project), `${start.project}_${name}`],
        image,
        role: roleOf(image, name),
        ...readPorts(child(node, 'ports'), { stack: start.stack, defaultAddress: defaultAddress(node, project) }),
        networks,
        labels: pairs(labels),
        environment: pairs(entriesOf(child(node, 'environment'))),
        volumes: [...volumesOf(node), ...configsOf(node, project)],
        listeners: [],
        arms: frame.arms,
        throwaway: start.throwaway,
        calls: frame.calls
    };
}
const pairs = (entries) => new Map(entries.flatMap(({ key, value }) => (value.kind === 'scalar' ? [[key.text.text, value.text]] : [])));
function networksOf(node, project, start) {
    const mode = start.stack ? null : (textOf(child(node, 'network_mode'))?.text ?? null);
    if (mode === 'host')
        return 'host';
    if (mode === 'bridge')
        return [];
    if (mode !== null)
        return [mode.replace(/^service:/, 'container:')];
    const joined = entriesOf(child(node, 'networks')).map(({ key }) => key.text.text);
    return (joined.length > 0 ? joined : ['default']).map(name => networkName(name, project, start.project));
}
function networkName(name, project, prefix) {
    const network = project.networks.get(name) ?? null;
    const external = child(network, 'external');
    const given = textOf(child(network, 'name')) ?? textOf(child(external, 'name'));
    if (given !== null)
        return given.text;
    return textOf(external)?.text === 'true' ? name : `${prefix}_${name}`;
}
function defaultAddress(node, project) {
    const joined = entriesOf(child(node, 'networks')).map(({ key }) => key.text.text);
    const addresses = (joined.length > 0 ? joined : ['default']).map(name => {
        const options = child(project.networks.get(name), 'driver_opts');
        return textOf(child(options, 'com.docker.network.bridge.host_binding_ipv4'))?.text ?? null;
    });
    const [first = null] = addresses;
    return addresses.every(address => address === first) ? first : null;
}
const linkedAs = (name, project) => [...project.services.values()].flatMap(({ node }) => textsOf(child(node, 'links')).flatMap(link => {
    const [target, alias] = link.text.split(':');
    return target === name && alias !== undefined ? [alias] : [];
}));
function volumesOf(node) {
    const volumes = new Map();
    for (const item of itemsOf(child(node, 'volumes'))) {
        const short = textOf(item)?.text.split(':');
        const source = short?.[0] ?? textOf(child(item, 'source'))?.text ?? '';
        const target = short?.[1] ?? textOf(child(item, 'target'))?.text ?? '';
        volumes.set(target, { source, target });
    }
    return [...volumes.values()];
}
const configsOf = (node, project) => itemsOf(child(node, 'configs')).flatMap(item => {
    const name = textOf(item)?.text ?? textOf(child(item, 'source'))?.text ?? '';
    const target = textOf(child(item, 'target'))?.text ?? `/${name}`;
    const source = textOf(child(project.configs.get(name), 'file'));
    return source === null ? [] : [{ source: source.text, target }];
});

;// CONCATENATED MODULE: ./lib/src/sources/compose/dotenv.js

const line = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*(?:'([^'\n]*)'|"((?:[^"\\\n]|\\.)*)"|([^\n]*))/gm;
function readDotenv(text, outer) {
    const values = new Map();
    const lookup = name => outer(name) ?? values.get(name);
    for (const match of text.text.matchAll(line)) {
        const [whole, name = '', literal, quoted, plain = ''] = match;
        const end = match.index + whole.length;
        if (literal !== undefined)
            values.set(name, text.slice(end - 1 - literal.length, end - 1));
        else if (quoted !== undefined)
            values.set(name, interpolate(text.slice(end - 1 - quoted.length, end - 1), lookup));
        else {
            const kept = plain.replace(/(^|\s)#.*$/, '').trimEnd().length;
            const start = end - plain.length;
            values.set(name, interpolate(text.slice(start, start + kept), lookup));
        }
    }
    return values;
}

;// CONCATENATED MODULE: ./lib/src/sources/compose/merge.js
const ways = {
    ports: 'append',
    volumes: 'append',
    configs: 'append',
    links: 'append',
    profiles: 'append',
    environment: 'map',
    labels: 'map',
    networks: 'map',
    depends_on: 'map',
    build: 'map',
    deploy: 'map'
};
const mergeServices = (base, over) => mergeMaps(base, over, (key, before, value) => {
    const way = ways[key];
    return way === 'append' ? append(before, value) : way === 'map' ? deepen(before, value, 2) : value;
});
const withoutReset = (map) => map.entries.some(entry => entry.value.tag === '!reset')
    ? { ...map, entries: map.entries.filter(entry => entry.value.tag !== '!reset') }
    : map;
function mergeMaps(base, over, merge) {
    const entries = new Map(base.entries.map(entry => [entry.key.text.text, entry]));
    for (const entry of over.entries) {
        const key = entry.key.text.text;
        const before = entries.get(key)?.value;
        if (entry.value.tag === '!reset')
            entries.delete(key);
        else if (before === undefined || entry.value.tag === '!override')
            entries.set(key, entry);
        else
            entries.set(key, { key: entry.key, value: merge(key, before, entry.value) });
    }
    return { ...base, entries: [...entries.values()] };
}
const append = (before, value) => before.kind === 'list' && value.kind === 'list' ? { ...value, items: [...before.items, ...value.items] } : value;
function deepen(before, value, depth) {
    if (before.kind === 'map' && value.kind === 'map' && depth > 0)
        return mergeMaps(before, value, (_, inner, over) => deepen(inner, over, depth - 1));
    return append(before, value);
}

;// CONCATENATED MODULE: ./lib/src/sources/compose/normal-form.js




function interpolateTree(root, lookup) {
    const known = new Map();
    const convert = (node) => {
        const before = known.get(node);
        if (before !== undefined)
            return before;
        const made = node.kind === 'scalar'
            ? { ...node, text: interpolate(node.text, lookup) }
            : node.kind === 'list'
                ? { ...node, items: node.items.map(convert) }
                : { ...node, entries: node.entries.map(({ key, value }) => ({ key, value: convert(value) })) };
        known.set(node, made);
        return made;
    };
    return convert(root);
}
const normal_form_pairs = new Set(['environment', 'labels']);
const names = new Set(['networks', 'depends_on']);
function normalize(service, folder) {
    const entries = service.entries.map(({ key, value }) => {
        const name = key.text.text;
        if (normal_form_pairs.has(name))
            return { key, value: toMap(value, '=') };
        if (names.has(name))
            return { key, value: toMap(value, null) };
        if (name === 'volumes')
            return { key, value: mapItems(value, item => volumeFrom(item, folder)) };
        if (name === 'build')
            return { key, value: buildFrom(value, folder) };
        if (name !== 'deploy' || value.kind !== 'map')
            return { key, value };
        const deploy = value.entries.map(entry => entry.key.text.text === 'labels' ? { key: entry.key, value: toMap(entry.value, '=') } : entry);
        return { key, value: { ...value, entries: deploy } };
    });
    return { ...service, entries };
}
const normal_form_scalar = (text) => ({ kind: 'scalar', value: text.text, text, tag: null });
function toMap(node, separator) {
    if (node.kind !== 'list')
        return node;
    const entries = itemsOf(node).flatMap((item) => {
        const text = textOf(item);
        if (text === null)
            return [];
        const at = separator === null ? -1 : text.text.indexOf(separator);
        const [end, start] = at === -1 ? [text.text.length, text.text.length] : [at, at + 1];
        return [{ key: normal_form_scalar(text.slice(0, end)), value: normal_form_scalar(text.slice(start)) }];
    });
    return { kind: 'map', entries, tag: node.tag, at: node.at };
}
const mapItems = (node, change) => node.kind === 'list' ? { ...node, items: node.items.map(change) } : node;
function volumeFrom(node, folder) {
    if (node.kind === 'scalar')
        return /^\.{1,2}(\/|:|$)/.test(node.text.text) ? normal_form_scalar(from(node.text, folder)) : node;
    return node.kind === 'map' ? withPath(node, 'source', folder) : node;
}
function buildFrom(node, folder) {
    if (node.kind === 'map')
        return withPath(node, 'context', folder);
    if (node.kind === 'list')
        return node;
    const key = normal_form_scalar(mapped_text/* MappedText */.D.standingFor(node.text, 'context'));
    const context = normal_form_scalar(from(node.text, folder));
    return { kind: 'map', entries: [{ key, value: context }], tag: node.tag, at: node.text.location() };
}
const withPath = (map, key, folder) => ({
    ...map,
    entries: map.entries.map(entry => {
        const { value } = entry;
        const relative = value.kind === 'scalar' && (key !== 'source' || value.text.text.startsWith('.'));
        return entry.key.text.text === key && relative ? { key: entry.key, value: normal_form_scalar(from(value.text, folder)) } : entry;
    })
});
function from(text, folder) {
    if (/^[/~$\uE000]|^\w+:\/\//.test(text.text))
        return text;
    const [path = '', ...rest] = text.text.split(':');
    const joined = joinPath(folder, path);
    const placed = /^[/~$.]/.test(joined) ? joined : `./${joined}`;
    return mapped_text/* MappedText */.D.standingFor(text, [placed, ...rest].join(':'));
}

;// CONCATENATED MODULE: ./lib/src/sources/compose/project.js





const project_deepest = 12;
const mostServices = 1_000;
function readProject(files, lookup, recorder) {
    const reader = new ProjectReader(recorder);
    const [first] = files;
    const project = merged(files.map(file => reader.read({ ...file, folder: first?.folder ?? file.folder }, lookup, 0)));
    const services = [...project.services].map(([name, service]) => [name, { ...service, node: withoutReset(service.node) }]);
    return { ...project, services: new Map(services) };
}
function besides(file, path, recorder) {
    const deployed = recorder.locate(path, file.server);
    if (deployed?.via === 'deploy')
        return deployed;
    const near = recorder.locate(path, file.folder);
    const outside = /^[/~$]/.test(file.folder);
    return outside || near?.text.file.path === joinPath(file.folder, path) ? near : null;
}
const folderOf = (path) => joinPath(path, '..');
class ProjectReader {
    #recorder;
    constructor(recorder) {
        this.#recorder = recorder;
    }
    read(file, lookup, depth) {
        const root = this.#parse(file.text, lookup);
        const included = itemsOf(child(root, 'include')).flatMap(node => this.#include(node, file, lookup, depth));
        const services = new Map();
        const nodes = keyed(child(root, 'services'));
        if (nodes.size > mostServices) {
            const reason = `it has more than ${mostServices} services; the others were not linted`;
            this.#recorder.addUnread({ file: file.text.file.path, line: 1, reason });
        }
        for (const { key, value } of entriesOf(child(root, 'services')).slice(0, mostServices)) {
            const name = key.text.text;
            const at = spanning(key.text.location(), locationOf(value));
            const node = value.tag === '!reset'
                ? { kind: 'map', entries: [], tag: '!reset', at }
                : this.#service(name, nodes, file, lookup, depth);
            if (node !== null)
                services.set(name, { name, at, node });
        }
        const own = {
            name: textOf(child(root, 'name'))?.text ?? null,
            services,
            networks: keyed(child(root, 'networks')),
            configs: new Map([...keyed(child(root, 'configs'))].map(([name, node]) => [
                name,
                node.kind === 'map' ? withPath(node, 'file', file.folder) : node
            ]))
        };
        return merged([...included, own]);
    }
    #parse(text, lookup) {
        const { documents, error } = parseYaml(text);
        const { path } = text.file;
        this.#recorder.addComposeFile(path);
        if (error !== null) {
            const reason = `it is no valid YAML: ${error.message}`;
            const inner = text.isWholeFile ? error.line : text.location().line + error.line - 1;
            this.#recorder.addUnread({ file: path, line: inner, reason, whole: true });
        }
        const root = documents[0]?.root ?? null;
        return root === null ? null : interpolateTree(root, lookup);
    }
    #service(name, nodes, file, lookup, depth) {
        const node = nodes.get(name);
        if (node?.kind !== 'map')
            return null;
        const own = normalize(node, file.folder);
        const extended = child(node, 'extends');
        const base = textOf(child(extended, 'service')) ?? textOf(extended);
        if (base === null || depth > project_deepest)
            return own;
        const path = textOf(child(extended, 'file'));
        const other = path === null ? file : this.#open(path, file);
        if (other === null)
            return own;
        const from = other === file ? nodes : keyed(child(this.#parse(other.text, lookup), 'services'));
        const found = this.#service(base.text, from, other, lookup, depth + 1);
        return found === null ? own : mergeServices(found, own);
    }
    #include(node, file, lookup, depth) {
        if (depth > project_deepest)
            return [];
        const opened = [...textsOf(node), ...textsOf(child(node, 'path'))].flatMap(path => this.#open(path, file) ?? []);
        const [first] = opened;
        if (first === undefined)
            return [];
        const folder = textOf(child(node, 'project_directory'));
        const base = folder === null ? first.folder : joinPath(file.folder, folder.text);
        const given = textsOf(child(node, 'env_file')).map(path => besides(file, path.text, this.#recorder));
        const env = given.length > 0 ? given : [besides({ ...first, folder: base }, '.env', this.#recorder)];
        const values = new Map(env.flatMap(found => (found === null ? [] : [...readDotenv(found.text, lookup)])));
        const inner = name => lookup(name) ?? values.get(name);
        return [merged(opened.map(one => this.read({ ...one, folder: base }, inner, depth + 1)))];
    }
    #open(path, file) {
        const found = path.hasHoles ? null : besides(file, path.text, this.#recorder);
        if (found !== null)
            return composeFile(found, joinPath(file.server, path.text));
        const at = path.location();
        const reason = path.hasHoles
            ? 'the compose file that is named here is not known before the run'
            : `${path.text} is named here and is not in the checkout`;
        this.#recorder.addUnread({ file: at.file, line: at.line, reason });
        return null;
    }
}
function composeFile({ text, via }, path) {
    const server = folderOf(path);
    return { text, via, server, folder: text.isWholeFile ? folderOf(text.file.path) : server };
}
function merged(projects) {
    const services = new Map();
    for (const service of projects.flatMap(project => [...project.services.values()])) {
        const before = services.get(service.name);
        const { tag } = service.node;
        if (tag === '!reset')
            services.delete(service.name);
        else if (before === undefined || tag === '!override')
            services.set(service.name, service);
        else
            services.set(service.name, { ...before, node: mergeServices(before.node, service.node) });
    }
    return {
        name: projects.findLast(project => project.name !== null)?.name ?? null,
        services,
        networks: new Map(projects.flatMap(project => [...project.networks])),
        configs: new Map(projects.flatMap(project => [...project.configs]))
    };
}
const keyed = (node) => new Map(entriesOf(node).map(({ key, value }) => [key.text.text, value]));
const spanning = (start, end) => start.file === end.file && end.endLine >= start.line
    ? { ...start, endLine: end.endLine, endColumn: end.endColumn }
    : start;

;// CONCATENATED MODULE: ./lib/src/sources/compose/files.js




const defaultNames = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const overrideNames = [
    'compose.override.yml',
    'compose.override.yaml',
    'docker-compose.override.yml',
    'docker-compose.override.yaml'
];
const parents = 4;
function findComposeFiles(flags, invocation, recorder) {
    const { scope } = invocation.frame;
    const base = flags.projectFolder === null ? scope.cwd : joinPath(scope.cwd, flags.projectFolder);
    const shell = name => {
        const value = scope.variable(name);
        return value?.kind === 'text' ? value.text : undefined;
    };
    const early = envFiles(flags, base, null, shell, invocation, recorder);
    const named = flags.files.length > 0 ? flags.files : composeFileVariable(early);
    const files = named === null ? defaultFiles(base, invocation, recorder) : namedFiles(named, scope.cwd, invocation, recorder);
    const [first] = files;
    if (first === undefined)
        return { files, lookup: early, folder: base };
    const placed = flags.projectFolder === null ? first : { ...first, folder: projectFolder(first, base), server: base };
    const lookup = envFiles(flags, placed.server, placed, shell, invocation, recorder);
    return { files: [placed, ...files.slice(1)], lookup, folder: placed.server };
}
const projectFolder = (first, base) => (/^[/~$]/.test(base) ? first.folder : base);
function composeFileVariable(lookup) {
    const value = lookup('COMPOSE_FILE');
    if (value === undefined || value.text === '')
        return null;
    return Array.from(value.text.matchAll(/[^:;]+/g), match => value.slice(match.index, match.index + match[0].length));
}
function envFiles(flags, folder, first, shell, { frame, statement }, recorder) {
    const read = (found) => found === null ? [] : [...readDotenv(found.text, shell)];
    const values = new Map(flags.envFiles.length === 0
        ? read(flags.stack ? null : dotenvOf(folder, first, recorder))
        : flags.envFiles.flatMap(path => {
            const found = path.hasHoles ? null : recorder.locate(path.text, frame.scope.cwd);
            if (found === null)
                note(`the env file ${shown(path)}`, statement, recorder);
            return read(found);
        }));
    return name => shell(name) ?? values.get(name);
}
function dotenvOf(folder, first, recorder) {
    if (first !== null)
        return strictly(besides(first, '.env', recorder), first);
    const found = recorder.locate('.env', folder);
    const exact = found?.text.file.path === joinPath(folder, '.env') || /^[/~$]/.test(folder);
    return found?.via === 'deploy' || exact ? found : null;
}
const strictly = (found, first) => found === null || found.via === 'deploy' || first.via === 'checkout' ? found : null;
function namedFiles(paths, cwd, { stdin, statement }, recorder) {
    return paths.flatMap(path => {
        if (path.text === '-')
            return stdin === null ? [] : [composeFile({ text: stdin, via: 'deploy' }, joinPath(cwd, 'stdin'))];
        const found = path.hasHoles ? null : recorder.locate(path.text, cwd);
        if (found !== null)
            return [composeFile(found, joinPath(cwd, path.text))];
        note(shown(path), statement, recorder);
        return [];
    });
}
function defaultFiles(cwd, { statement }, recorder) {
    const [best] = defaultNames
        .flatMap(name => {
        const found = recorder.locate(name, cwd);
        return found === null ? [] : [{ found, name, rank: nearness(found) }];
    })
        .sort((a, b) => b.rank - a.rank);
    const main = best === undefined ? fileAbove(cwd, recorder) : composeFile(best.found, joinPath(cwd, best.name));
    if (main === null) {
        note('a compose file', statement, recorder);
        return [];
    }
    for (const name of overrideNames) {
        const found = strictly(besides(main, name, recorder), main);
        if (found !== null)
            return [main, composeFile(found, joinPath(main.server, name))];
    }
    return [main];
}
const nearness = ({ text, via }) => via === 'deploy' ? Number.POSITIVE_INFINITY : text.file.path.split('/').length;
function fileAbove(cwd, recorder) {
    let folder = cwd;
    for (let level = 0; level < parents && folder !== '.' && folder !== '/'; level++) {
        folder = folderOf(folder);
        for (const name of defaultNames) {
            const found = recorder.locate(name, folder);
            if (found?.via === 'deploy')
                return composeFile(found, joinPath(folder, name));
        }
    }
    return null;
}
function note(what, statement, recorder) {
    const at = statement.location();
    recorder.addUnread({ file: at.file, line: at.line, reason: `${what} is used here and is not in the checkout` });
}
const shown = (path) => fileName(path.text.replaceAll(mapped_text/* HOLE */.v, '…'));

;// CONCATENATED MODULE: ./lib/src/sources/compose/started.js


function startedServices(project, { named, profiles, dependencies }) {
    const all = [...project.services.values()];
    if (named.length === 0 || named.some(name => name.includes(mapped_text/* HOLE */.v)))
        return all.filter(service => isEnabled(service, profiles) && !isScaledToZero(service));
    const started = new Set();
    const start = (name) => {
        const service = project.services.get(name);
        if (service === undefined || started.has(name))
            return;
        started.add(name);
        if (dependencies)
            for (const needed of needs(service))
                start(needed);
    };
    for (const name of named)
        start(name);
    return all.filter(({ name }) => started.has(name));
}
function isEnabled({ node }, active) {
    const own = textsOf(child(node, 'profiles')).map(({ text }) => text);
    return own.length === 0 || active.some(profile => profile === '*' || profile.includes(mapped_text/* HOLE */.v) || own.includes(profile));
}
const isScaledToZero = ({ node }) => [child(node, 'scale'), child(child(node, 'deploy'), 'replicas')].some(scale => textOf(scale)?.text === '0');
const needs = ({ node }) => [
    ...entriesOf(child(node, 'depends_on')).map(({ key }) => key.text.text),
    ...textsOf(child(node, 'links')).map(({ text }) => text.split(':')[0] ?? '')
];

;// CONCATENATED MODULE: ./lib/src/sources/compose/start.js







function startListed(text, frame, recorder) {
    const file = composeFile({ text, via: 'checkout' }, text.file.path);
    const env = dotenvOf(file.server, file, recorder);
    const values = env === null ? new Map() : readDotenv(env.text, () => undefined);
    const project = readProject([file], name => values.get(name), recorder);
    const start = { frame, project: project.name ?? projectNameOf(file.folder), stack: false, throwaway: false };
    for (const service of project.services.values())
        recorder.addContainer(containerOf(service, project, start), runsOf(service, start.frame));
}
const called = ({ frame, statement }) => ({
    ...frame,
    calls: [...frame.calls, statement.location()]
});
function startServices(call, recorder) {
    const { project, name, selection } = read(call, recorder);
    const start = { frame: called(call.invocation), project: name, stack: call.stack, throwaway: call.throwaway };
    for (const service of startedServices(project, selection))
        recorder.addContainer(containerOf(service, project, start), runsOf(service, start.frame));
}
function stopServices(call, recorder) {
    const { project } = read(call, recorder);
    const services = [...project.services.values()].filter(({ name }) => call.named.length === 0 || call.named.includes(name));
    const names = services.map(({ name, node }) => textOf(child(node, 'container_name'))?.text ?? name);
    recorder.removed(names, call.invocation.frame);
}
function serviceToRun(call, name, recorder) {
    const { project, name: projectName } = read(call, recorder);
    const service = project.services.get(name);
    const start = { frame: called(call.invocation), project: projectName, stack: false, throwaway: call.throwaway };
    return service === undefined ? null : containerOf(service, project, start);
}
function read(call, recorder) {
    const { files, lookup, folder } = findComposeFiles(call, call.invocation, recorder);
    const project = readProject(files, lookup, recorder);
    const profiles = lookup('COMPOSE_PROFILES')?.text.split(',') ?? [];
    const name = call.projectName?.text ?? lookup('COMPOSE_PROJECT_NAME')?.text ?? project.name ?? projectNameOf(folder);
    return { project, name, selection: { ...call, profiles: [...call.profiles, ...profiles] } };
}
const projectNameOf = (folder) => fileName(folder)
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '') || 'checkout';

;// CONCATENATED MODULE: ./lib/src/sources/docker-flags.js
const words = (text) => new Set(text.trim().split(/\s+/));
const runFlags = {
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
};
const globalFlags = {
    values: words('config context host log-level tlscacert tlscert tlskey url connection identity namespace address cgroup-manager data-root storage-driver root runroot'),
    switches: words('debug tls tlsverify version remote'),
    short: { c: 'context', D: 'debug', H: 'host', l: 'log-level', v: 'version', n: 'namespace', a: 'address' }
};

;// CONCATENATED MODULE: ./lib/src/sources/flags.js

function parseFlags(args, table, isOptions = () => false) {
    const flags = [];
    let index = 0;
    for (; index < args.length; index++) {
        const field = args[index];
        const word = field?.text.text ?? '';
        if (field === undefined)
            break;
        if (word === '--')
            return { flags, rest: args.slice(index + 1) };
        if (!word.startsWith('-') || word === '-') {
            if (isOptions(index))
                continue;
            break;
        }
        const { name, value } = word.startsWith('--') ? flags_long(field) : flags_short(field, table, flags);
        if (value !== null || !table.values.has(name))
            flags.push({ name, value, field });
        else {
            const next = args[++index];
            flags.push({ name, value: next === undefined ? null : fieldPart(next), field: next ?? field });
        }
    }
    return { flags, rest: args.slice(index) };
}
function parseInterspersed(args, table) {
    const flags = [];
    const operands = [];
    for (let left = args; left.length > 0;) {
        const parsed = parseFlags(left, table);
        flags.push(...parsed.flags);
        const [operand] = parsed.rest;
        if (operand !== undefined)
            operands.push(operand);
        left = parsed.rest.slice(1);
    }
    return { flags, rest: operands };
}
function flags_long(field) {
    const word = field.text.text;
    const equals = word.indexOf('=');
    return equals === -1
        ? { name: word.slice(2), value: null }
        : { name: word.slice(2, equals), value: fieldPart(field, equals + 1) };
}
function flags_short(field, table, flags) {
    const word = field.text.text;
    for (let at = 1; at < word.length; at++) {
        const letter = word[at] ?? '';
        const name = table.short[letter] ?? letter;
        const more = at + 1 < word.length;
        if (table.values.has(name))
            return { name, value: more ? fieldPart(field, word[at + 1] === '=' ? at + 2 : at + 1) : null };
        if (more && word[at + 1] === '=')
            return { name, value: fieldPart(field, at + 2) };
        if (!more)
            return { name, value: null };
        flags.push({ name, value: null, field });
    }
    return { name: '', value: null };
}

;// CONCATENATED MODULE: ./lib/src/sources/docker-run.js






function readRun({ args, statement, frame }, engine) {
    const parsed = parseFlags(args, runFlags, index => isOptions(args, index));
    const [imageField] = parsed.rest;
    const values = (name) => parsed.flags.flatMap(flag => (flag.name === name && flag.value !== null ? [flag.value] : []));
    const last = (name) => values(name).at(-1)?.text ?? null;
    const name = last('name');
    const image = imageField?.text.text ?? null;
    const links = values('link').map(() => mapped_text/* HOLE */.v);
    const networks = [...values('network'), ...values('net')].map(network => docker_run_networkName(network.text)).concat(links);
    const published = readPublications(values('publish'), engine === 'compose' ? 'docker' : engine);
    if (image === null && published.publications.length === 0 && published.refused.length === 0)
        return null;
    const container = {
        engine,
        placement: frame.placement,
        at: statement.location(),
        workflow: frame.workflow,
        job: frame.job,
        step: frame.step,
        name,
        aliases: [...values('network-alias'), ...values('net-alias'), ...values('hostname')].map(alias => alias.text),
        image,
        role: roleOf(image, name),
        ...published,
        networks: networks.includes('host') ? 'host' : networks,
        labels: docker_run_pairs(values('label')),
        environment: docker_run_pairs(values('env')),
        volumes: values('volume').map(volume => ({
            source: volume.text.split(':')[0] ?? '',
            target: volume.text.split(':')[1] ?? ''
        })),
        listeners: [],
        arms: frame.arms,
        throwaway: frame.supervised !== true && isForegroundOnce(parsed),
        calls: frame.calls
    };
    return { container, runs: docker_run_runsOf(parsed, values('entrypoint').at(-1), values('env-file').length > 0, frame) };
}
function docker_run_runsOf({ rest }, entrypoint, openEnvironment, frame) {
    const words = rest.slice(1).map(field => fieldPart(field));
    return {
        entrypoint: entrypoint === undefined ? null : { form: 'exec', words: [entrypoint] },
        command: words.length === 0 ? null : { form: 'exec', words },
        build: null,
        openEnvironment,
        machine: frame.machine
    };
}
function readPublications(texts, dialect) {
    const publications = [];
    const refused = [];
    for (const text of texts) {
        const read = (0,port_mapping/* parsePortMapping */.Fd)(text.text, dialect);
        const [start, end] = text.span();
        const place = { at: text.location(), written: text.file.text.slice(start, end) };
        if ('refused' in read)
            refused.push({ ...place, reason: read.refused });
        else
            publications.push({ ...place, mapping: read.mapping, assumed: text.assumed });
    }
    return { publications, refused };
}
const docker_run_networkName = (text) => /(?:^|,)name=([^,]*)/.exec(text)?.[1] ?? text;
const docker_run_pairs = (texts) => new Map(texts.map(text => {
    const equals = text.text.indexOf('=');
    return equals === -1
        ? [text.text, text.slice(text.text.length)]
        : [text.text.slice(0, equals), text.slice(equals + 1)];
}));
function isForegroundOnce({ flags }) {
    const on = (name) => flags.some(flag => flag.name === name && flag.value?.text !== 'false');
    return on('rm') && !on('detach');
}
function isOptions(args, index) {
    const field = args[index];
    if (field === undefined || field.text.text !== mapped_text/* HOLE */.v)
        return false;
    const [start, end] = field.word.span();
    const written = field.word.file.text.slice(start, end);
    if ((field.quoted && !/\[@\]\}/.test(written)) || /image|img|tag|repo|registry/i.test(written))
        return false;
    const next = args[index + 1]?.text.text ?? '';
    const name = /^--?([a-z][a-z-]*)/.exec(next)?.[1] ?? '';
    return next.startsWith('--')
        ? runFlags.values.has(name) || runFlags.switches.has(name)
        : runFlags.short[name[0] ?? ''] !== undefined;
}

;// CONCATENATED MODULE: ./lib/src/sources/units/unit-file.js

const unit_file_most = 2_000;
function readUnit(text) {
    const entries = [];
    let section = '';
    let key = null;
    let pieces = [];
    for (const match of text.text.matchAll(/([^\n]*)(?:\n|$)/g)) {
        const line = (match[1] ?? '').replace(/\r$/, '');
        if (/^\s*[#;]/.test(line) || entries.length > unit_file_most)
            continue;
        const continued = line.endsWith('\\');
        const start = key === null ? (/^\s*[\w.@-]+\s*=\s*/.exec(line)?.[0].length ?? -1) : 0;
        if (key === null) {
            section = /^\[([^\]]*)\]/.exec(line)?.[1] ?? section;
            if (start === -1)
                continue;
            key = line.slice(0, start).replace(/[\s=]/g, '');
        }
        const end = continued ? match[0].length : line.length;
        pieces.push(text.slice(match.index + start, match.index + end));
        if (continued)
            continue;
        entries.push({ section, key, value: mapped_text/* MappedText */.D.join(pieces) });
        key = null;
        pieces = [];
    }
    return entries;
}
function withSpecifiers(text, unit) {
    if (!text.text.includes('%'))
        return text;
    const [prefix = '', instance = ''] = unit.replace(/\.\w+$/, '').split('@');
    const known = {
        '%': '%',
        i: instance,
        I: instance,
        n: unit,
        N: unit,
        p: prefix,
        P: prefix
    };
    const pieces = [];
    let from = 0;
    for (const match of text.text.matchAll(/%([%A-Za-z])/g)) {
        const piece = text.slice(match.index, match.index + 2);
        pieces.push(text.slice(from, match.index), mapped_text/* MappedText */.D.standingFor(piece, known[match[1] ?? ''] ?? mapped_text/* HOLE */.v));
        from = match.index + 2;
    }
    return from === 0 ? text : mapped_text/* MappedText */.D.join([...pieces, text.slice(from)]);
}

;// CONCATENATED MODULE: ./lib/src/sources/units/quadlet.js






function readQuadlet(entries, unit, file, frame) {
    const values = (key) => entries.flatMap(entry => entry.section === 'Container' && entry.key === key ? [withSpecifiers(entry.value, unit)] : []);
    const words = (key) => values(key).flatMap(quadlet_wordsOf);
    const image = values('Image').at(-1)?.text ?? null;
    const ports = readPublications(values('PublishPort'), 'podman');
    if (image === null)
        return null;
    const name = values('ContainerName').at(-1)?.text ?? `systemd-${unit.replace(/\.\w+$/, '')}`;
    const networks = values('Network').map(({ text }) => quadlet_networkName(text));
    const exec = words('Exec');
    const entrypoint = words('Entrypoint');
    return {
        container: {
            engine: 'podman',
            placement: frame.placement,
            at: file.location(),
            workflow: frame.workflow,
            job: frame.job,
            step: frame.step,
            name,
            aliases: values('NetworkAlias').map(({ text }) => text),
            image,
            role: roleOf(image, name),
            ...ports,
            networks: networks.includes('host') ? 'host' : networks,
            labels: quadlet_pairs(words('Label')),
            environment: quadlet_pairs(words('Environment')),
            volumes: values('Volume').map(({ text }) => ({
                source: text.split(':')[0] ?? '',
                target: text.split(':')[1] ?? ''
            })),
            listeners: [],
            arms: frame.arms,
            throwaway: false,
            calls: frame.calls
        },
        runs: {
            entrypoint: entrypoint.length === 0 ? null : { form: 'exec', words: entrypoint },
            command: exec.length === 0 ? null : { form: 'exec', words: exec },
            build: null,
            openEnvironment: values('EnvironmentFile').length > 0,
            machine: frame.machine
        }
    };
}
function quadlet_networkName(text) {
    const [name = ''] = text.split(':');
    return name.endsWith('.network')
        ? `systemd-${name.slice(0, -'.network'.length)}`
        : text.startsWith('container:')
            ? text
            : name;
}
function quadlet_wordsOf(text) {
    const [command] = parseShell(text).tree.commands.flatMap(({ command }) => command.type === 'Command' ? [command] : []);
    const assigned = command?.prefix.map(prefix => text.slice(prefix.pos, prefix.end)) ?? [];
    const rest = [command?.name, ...(command?.args ?? [])].flatMap(word => word?.type === 'Word' ? expandWord(word, text, new Scope()).map(field => fieldPart(field)) : []);
    return [...assigned, ...rest];
}
const quadlet_pairs = (texts) => new Map(texts.flatMap(text => {
    const equals = text.text.indexOf('=');
    return equals === -1 ? [] : [[text.text.slice(0, equals), text.slice(equals + 1)]];
}));

;// CONCATENATED MODULE: ./lib/src/sources/ansible/jinja.js

const jinja_deepest = 8;
function fillJinja(text, values, depth = 0) {
    if (!text.text.includes('{{') || depth > jinja_deepest)
        return text;
    const pieces = [];
    let from = 0;
    for (const match of text.text.matchAll(/\{\{([^{}]{0,500})\}\}/g)) {
        const piece = text.slice(match.index, match.index + match[0].length);
        pieces.push(text.slice(from, match.index), valueOfExpression(match[1] ?? '', piece, values, depth));
        from = match.index + match[0].length;
    }
    return from === 0 ? text : mapped_text/* MappedText */.D.join([...pieces, text.slice(from)]);
}
function valueOfExpression(expression, piece, values, depth) {
    const match = /^\s*(\w+)\s*(?:\|\s*(?:default|d)\(\s*(?:'([^']*)'|"([^"]*)"|(\d+))\s*(?:,\s*true\s*)?\)\s*)?$/.exec(expression);
    const name = match?.[1] ?? '';
    const known = values.get(name);
    const fallback = match?.[2] ?? match?.[3] ?? match?.[4];
    if (match !== null && known !== undefined) {
        const filled = fillJinja(known, values, depth + 1);
        return mapped_text/* MappedText */.D.standingFor(piece, filled.text, filled.assumed);
    }
    return fallback === undefined ? mapped_text/* MappedText */.D.standingFor(piece, mapped_text/* HOLE */.v) : mapped_text/* MappedText */.D.standingFor(piece, fallback, [name]);
}

;// CONCATENATED MODULE: ./lib/src/sources/ansible/docker-container.js





function readTaskContainer(task, podman, values, frame) {
    const filled = (node) => {
        const text = textOf(node);
        return text === null ? null : fillJinja(text, values);
    };
    const field = (...keys) => keys.map(key => child(task, key)).find(node => node !== null) ?? null;
    const list = (...keys) => {
        const node = field(...keys);
        const texts = node?.kind === 'list' ? node.items.flatMap(item => filled(item) ?? []) : [filled(node) ?? []].flat();
        return node?.kind === 'list' ? texts : texts.flatMap(commaParts);
    };
    const image = filled(field('image'))?.text ?? null;
    const name = filled(field('name'))?.text ?? null;
    if (/^(absent|stopped)$/.test(filled(field('state'))?.text ?? ''))
        return null;
    const mode = filled(field('network_mode', 'network'))?.text ?? null;
    const networks = itemsOf(field('networks')).flatMap(item => filled(item)?.text ?? filled(child(item, 'name'))?.text ?? []);
    const ports = list('published_ports', 'ports', 'publish').filter(({ text }) => !/^all$/i.test(text));
    const words = (...keys) => {
        const node = field(...keys);
        return node?.kind === 'list' ? list(...keys) : [filled(node)].flatMap(text => (text === null ? [] : quadlet_wordsOf(text)));
    };
    const [command, entrypoint] = [words('command'), words('entrypoint')];
    const pairs = (key) => new Map(entriesOf(field(key)).flatMap(entry => {
        const value = filled(entry.value);
        return value === null ? [] : [[entry.key.text.text, value]];
    }));
    return {
        container: {
            engine: podman ? 'podman' : 'docker',
            placement: frame.placement,
            at: locationOf(task),
            workflow: frame.workflow,
            job: frame.job,
            step: frame.step,
            name,
            aliases: itemsOf(field('networks')).flatMap(item => itemsOf(child(item, 'aliases')).flatMap(alias => filled(alias)?.text ?? [])),
            image,
            role: roleOf(image, name),
            ...readPublications(ports, podman ? 'podman' : 'compose'),
            networks: mode === 'host'
                ? 'host'
                : [...networks, ...(mode === null || mode === 'bridge' || mode === 'default' ? [] : [mode])],
            labels: pairs('labels'),
            environment: pairs('env'),
            volumes: list('volumes', 'volume').map(({ text }) => ({
                source: text.split(':')[0] ?? '',
                target: text.split(':')[1] ?? ''
            })),
            listeners: [],
            arms: frame.arms,
            throwaway: false,
            calls: frame.calls
        },
        runs: {
            entrypoint: entrypoint.length === 0 ? null : { form: 'exec', words: entrypoint },
            command: command.length === 0 ? null : { form: 'exec', words: command },
            build: null,
            openEnvironment: field('env_file') !== null,
            machine: frame.machine
        }
    };
}
const commaParts = (text) => Array.from(text.text.matchAll(/[^,\s][^,]*/g), ({ index, 0: part }) => text.slice(index, index + part.trimEnd().length));

;// CONCATENATED MODULE: ./lib/src/sources/ansible/playbook.js





const playbook_deepest = 12;
const playbook_sections = ['pre_tasks', 'tasks', 'post_tasks', 'handlers'];
class Playbook {
    #shell;
    #given;
    constructor(given, shell) {
        this.#given = given;
        this.#shell = shell;
    }
    read(text, frame, depth = 0) {
        const root = this.#parse(text);
        const folder = joinPath(text.file.path, '..');
        for (const play of root?.kind === 'list' && depth <= playbook_deepest ? root.items : []) {
            const imported = textOf(child(play, 'import_playbook')) ?? textOf(child(play, 'ansible.builtin.import_playbook'));
            const other = imported === null ? null : this.#find(imported.text, folder);
            if (other !== null)
                this.read(other, frame, depth + 1);
            else
                this.#play(play, frame, folder);
        }
    }
    #play(play, frame, folder) {
        const local = textOf(child(play, 'connection'))?.text === 'local' ||
            /^(localhost|127\.0\.0\.1)$/.test(textOf(child(play, 'hosts'))?.text ?? '');
        const values = new Map([
            ...this.#file(['group_vars/all.yml', 'group_vars/all.yaml', 'group_vars/all/main.yml', 'group_vars/all/vars.yml'], folder),
            ...literals(child(play, 'vars')),
            ...this.#file(textsOf(child(play, 'vars_files')).map(({ text }) => text), folder),
            ...this.#given
        ]);
        const placed = local ? frame : { ...frame, placement: frame.placement === 'listed' ? 'listed' : 'remote' };
        const context = { frame: placed, values, folder, root: folder, depth: 0 };
        for (const role of itemsOf(child(play, 'roles')))
            this.#role(role, context);
        for (const section of playbook_sections)
            this.#tasks(child(play, section), context);
    }
    #role(node, play) {
        const name = textOf(node) ?? textOf(child(node, 'role')) ?? textOf(child(node, 'name'));
        if (name === null || name.text.includes('{{') || play.depth > playbook_deepest)
            return;
        const folder = joinPath(play.root, `roles/${name.text}`);
        const values = new Map([
            ...this.#file(['defaults/main.yml', 'defaults/main.yaml'], folder),
            ...play.values,
            ...this.#file(['vars/main.yml', 'vars/main.yaml'], folder),
            ...literals(child(node, 'vars')),
            ...this.#given
        ]);
        const inner = { ...play, values, folder, depth: play.depth + 1 };
        for (const file of ['tasks/main.yml', 'tasks/main.yaml', 'handlers/main.yml'])
            this.#included(file, inner);
    }
    #included(path, play) {
        const text = this.#find(path, play.folder);
        if (text !== null && play.depth <= playbook_deepest)
            this.#tasks(this.#parse(text), { ...play, depth: play.depth + 1 });
    }
    #tasks(node, play) {
        for (const task of itemsOf(node)) {
            for (const part of ['block', 'rescue', 'always'])
                this.#tasks(child(task, part), play);
            const values = new Map([...play.values, ...literals(child(task, 'vars'))]);
            for (const { key, value } of entriesOf(task))
                this.#module(key.text, value, { ...play, values });
        }
    }
    #module(module, value, play) {
        const name = module.text.replace(/^(\w+\.){2}/, '');
        const text = (key) => {
            const found = textOf(child(value, key));
            return found === null ? null : fillJinja(found, play.values);
        };
        switch (name) {
            case 'docker_container':
            case 'podman_container': {
                const run = value.kind === 'map' ? readTaskContainer(value, name === 'podman_container', play.values, play.frame) : null;
                if (run !== null)
                    this.#shell.recorder.addContainer(run.container, run.runs);
                return;
            }
            case 'docker_compose':
            case 'docker_compose_v2':
                return this.#compose(module, value, play);
            case 'shell':
            case 'command':
            case 'raw': {
                const script = textOf(value) ?? textOf(child(value, 'cmd'));
                const scope = play.frame.scope.fork();
                scope.cwd = text('chdir')?.text ?? scope.cwd;
                if (script !== null)
                    this.#shell.run(fillJinja(script, play.values), { ...play.frame, scope });
                return;
            }
            case 'copy':
            case 'template': {
                const [from, to] = [text('src'), text('dest')];
                const content = text('content');
                if (content !== null && to !== null)
                    this.#shell.recorder.wrote(to.text, content, false);
                else if (from !== null && to !== null && !from.hasHoles)
                    this.#copied(name, from.text, to.text, play);
                return;
            }
            case 'include_tasks':
            case 'import_tasks': {
                const path = textOf(value)?.text ?? text('file')?.text;
                if (path !== undefined && !path.includes('{{'))
                    this.#included(this.#exists(`tasks/${path}`, play.folder) ? `tasks/${path}` : path, play);
                return;
            }
            case 'include_role':
            case 'import_role':
                return this.#role(value, play);
        }
    }
    #copied(kind, from, to, play) {
        const folder = kind === 'template' ? 'templates' : 'files';
        const path = [`${folder}/${from}`, from].find(candidate => this.#exists(candidate, play.folder));
        if (path !== undefined)
            this.#shell.recorder.copied(joinPath(play.folder, path), to);
    }
    #compose(module, value, play) {
        const filled = (node) => textsOf(node).map(text => fillJinja(text, play.values));
        const [folder] = filled(child(value, 'project_src'));
        if (/^(absent|stopped)$/.test(textOf(child(value, 'state'))?.text ?? ''))
            return;
        startServices({
            invocation: { frame: play.frame, statement: module, stdin: null },
            files: filled(child(value, 'files')),
            envFiles: filled(child(value, 'env_files')),
            projectFolder: folder === undefined || folder.hasHoles ? null : folder.text,
            projectName: filled(child(value, 'project_name'))[0] ?? null,
            profiles: filled(child(value, 'profiles')).map(({ text }) => text),
            named: filled(child(value, 'services')).map(({ text }) => text),
            dependencies: true,
            stack: false,
            throwaway: false
        }, this.#shell.recorder);
    }
    #file(paths, folder) {
        return paths.flatMap(path => {
            const text = this.#exists(path, folder) ? this.#find(path, folder) : null;
            return text === null ? [] : literals(this.#parse(text));
        });
    }
    #exists(path, folder) {
        return this.#shell.recorder.files.exists(joinPath(folder, path));
    }
    #find(path, folder) {
        return this.#exists(path, folder) ? this.#shell.recorder.find(joinPath(folder, path), '.') : null;
    }
    #parse(text) {
        const { documents, error } = parseYaml(text);
        if (error !== null)
            this.#shell.recorder.addUnread({
                file: text.file.path,
                line: error.line,
                reason: `it is no valid YAML: ${error.message}`,
                whole: true
            });
        return documents[0]?.root ?? null;
    }
}
const literals = (node) => entriesOf(node).flatMap(({ key, value }) => {
    const text = textOf(value);
    return text === null ? [] : [[key.text.text, text]];
});

;// CONCATENATED MODULE: ./lib/src/sources/commands/called.js
function entered({ frame, statement }) {
    const at = statement.location();
    if (frame.calls.some(call => call.file === at.file && call.line === at.line))
        return null;
    return { ...frame, scope: frame.scope.fork(), calls: [...frame.calls, at], depth: frame.depth + 1 };
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/ansible.js



const playbookFlags = {
    values: new Set(`inventory inventory-file limit extra-vars forks tags skip-tags user private-key key-file connection timeout become-user
    become-method vault-id vault-password-file vault-pass-file start-at-task module-path ssh-common-args ssh-extra-args
    scp-extra-args sftp-extra-args become-password-file become-pass-file connection-password-file conn-pass-file`.split(/\s+/)),
    switches: new Set(),
    short: {
        i: 'inventory',
        l: 'limit',
        e: 'extra-vars',
        f: 'forks',
        t: 'tags',
        u: 'user',
        c: 'connection',
        T: 'timeout',
        M: 'module-path'
    }
};
const ansible = {
    names: ['ansible-playbook'],
    run(invocation, shell) {
        const { flags, rest } = parseInterspersed(invocation.args, playbookFlags);
        const frame = entered(invocation);
        if (frame === null)
            return;
        const given = new Map(flags.flatMap(({ name, value }) => name !== 'extra-vars' || value === null
            ? []
            : Array.from(value.text.matchAll(/(\w+)=('[^']*'|"[^"]*"|\S+)/g), match => {
                const [whole, key = '', written = ''] = match;
                const quoted = /^["']/.test(written) ? 1 : 0;
                const end = match.index + whole.length;
                return [key, value.slice(end - written.length + quoted, end - quoted)];
            })));
        for (const { text: path } of rest) {
            const text = path.hasHoles ? null : shell.recorder.find(path.text, frame.scope.cwd);
            if (text !== null)
                new Playbook(given, shell).read(text, frame);
            else {
                const { file, line } = invocation.statement.location();
                const reason = `the playbook ${path.hasHoles ? 'that is named here is not known before the run' : `${path.text} is not in the checkout`}`;
                shell.recorder.addUnread({ file, line, reason });
            }
        }
    }
};

;// CONCATENATED MODULE: ./lib/src/sources/docker-daemon.js

const isElsewhere = (host) => host !== '' && host !== 'default' && !/^(unix|npipe|fd):|^tcp:\/\/(localhost|127\.|\[?::1|docker[:/]|dind)/.test(host);
const chosenContext = 'docker context use';
function dockerFrame(frame, remote = false) {
    const elsewhere = ['DOCKER_HOST', 'DOCKER_CONTEXT', chosenContext].some(name => {
        const value = frame.scope.variable(name);
        return value?.kind === 'text' && (value.text.text.includes(mapped_text/* HOLE */.v) || isElsewhere(value.text.text));
    });
    const placement = remote || elsewhere ? 'remote' : frame.placement;
    return remote || elsewhere ? { ...frame, placement, machine: {} } : frame;
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/compose.js




const compose_words = (text) => new Set(text.trim().split(/\s+/));
const composeFlags = {
    values: compose_words(`ansi env-file file parallel profile progress project-directory project-name host context log-level
    tlscacert tlscert tlskey workdir in-pod pod-args podman-args podman-build-args podman-pull-args podman-run-args
    podman-start-args podman-stop-args podman-rm-args podman-path c`),
    switches: compose_words('all-resources compatibility dry-run verbose no-ansi tls tlsverify no-cleanup'),
    short: { f: 'file', p: 'project-name', H: 'host', c: 'context', w: 'workdir' }
};
const subcommandFlags = {
    values: compose_words(`attach exit-code-from no-attach pull scale timeout wait-timeout index signal rmi policy
    cap-add cap-drop entrypoint env env-from-file label name publish user volume workdir`),
    switches: compose_words('detach rm service-ports use-aliases build no-deps'),
    short: { d: 'detach', t: 'timeout', e: 'env', l: 'label', p: 'publish', u: 'user', v: 'volume', w: 'workdir' }
};
const stopFlags = {
    values: compose_words('timeout signal rmi'),
    switches: compose_words('volumes'),
    short: { t: 'timeout', s: 'stop' }
};
const testRun = compose_words('abort-on-container-exit abort-on-container-failure exit-code-from');
const compose = {
    names: ['docker-compose', 'podman-compose'],
    run: runCompose
};
function runCompose(invocation, shell) {
    const global = parseFlags(invocation.args, composeFlags);
    const [verb, ...args] = global.rest;
    const remote = valuesOf(global, 'host', 'context').some(({ text }) => isElsewhere(text));
    const frame = dockerFrame(invocation.frame, remote);
    const subcommand = subcommands[verb?.text.text ?? ''];
    if (subcommand === undefined)
        return;
    const call = (named, options = {}) => ({
        invocation: { ...invocation, frame },
        files: valuesOf(global, 'file'),
        envFiles: valuesOf(global, 'env-file'),
        projectFolder: valuesOf(global, 'project-directory', 'workdir').at(-1)?.text ?? null,
        projectName: valuesOf(global, 'project-name').at(-1) ?? null,
        profiles: valuesOf(global, 'profile').map(({ text }) => text),
        named,
        dependencies: false,
        stack: false,
        throwaway: false,
        ...options
    });
    subcommand({ ...invocation, args, frame }, call, shell);
}
const up = ({ args }, call, { recorder }) => {
    const parsed = parseInterspersed(args, subcommandFlags);
    const throwaway = parsed.flags.some(({ name }) => testRun.has(name));
    startServices(call(namesIn(parsed), { dependencies: !compose_isOn(parsed, 'no-deps'), throwaway }), recorder);
};
const start = ({ args }, call, { recorder }) => startServices(call(namesIn(parseInterspersed(args, subcommandFlags))), recorder);
const stop = ({ args }, call, { recorder }) => stopServices(call(namesIn(parseInterspersed(args, stopFlags))), recorder);
const run = ({ args }, call, { recorder }) => {
    const parsed = parseFlags(args, subcommandFlags);
    const published = readPublications(valuesOf(parsed, 'publish'), 'compose');
    const [service] = parsed.rest;
    const servicePorts = compose_isOn(parsed, 'service-ports');
    if (service === undefined || (!servicePorts && published.publications.length + published.refused.length === 0))
        return;
    const throwaway = compose_isOn(parsed, 'rm') && !compose_isOn(parsed, 'detach');
    const container = serviceToRun(call([], { throwaway }), service.text.text, recorder);
    if (container === null)
        return;
    const name = valuesOf(parsed, 'name').at(-1)?.text ?? container.name;
    recorder.addContainer({ ...container, name, ...(servicePorts ? {} : published) });
};
const subcommands = {
    up,
    create: up,
    start,
    restart: start,
    run,
    down: stop,
    stop,
    rm: stop,
    kill: stop
};
const valuesOf = ({ flags }, ...names) => flags.flatMap(({ name, value }) => (names.includes(name) && value !== null ? [value] : []));
const namesIn = ({ rest }) => rest.map(({ text }) => text.text);
const compose_isOn = ({ flags }, name) => flags.some(flag => flag.name === name && flag.value?.text !== 'false');

;// CONCATENATED MODULE: ./lib/src/sources/commands/copies.js



const values = {
    scp: 'cDFiJloPSX',
    rsync: 'eBfTM',
    cp: 'tS',
    install: 'gmotS',
    mv: 'tS'
};
const copies = {
    names: Object.keys(values),
    run({ name, args, frame }, shell) {
        const table = { values: new Set(values[name] ?? ''), switches: new Set(), short: {} };
        const { rest } = parseFlags(args, table);
        const paths = rest.map(field => field.text.text).filter(path => !path.startsWith('-'));
        const target = paths.at(-1);
        if (paths.length < 2 || target === undefined)
            return;
        for (const path of paths.slice(0, -1)) {
            if (!path.includes(mapped_text/* HOLE */.v))
                shell.recorder.copied(joinPath(frame.scope.cwd, path), withoutHost(target));
        }
    }
};
const withoutHost = (target) => /^[^/]*:/.test(target) ? target.slice(target.indexOf(':') + 1) : target;

;// CONCATENATED MODULE: ./lib/src/sources/cut-off.js

function cutOff({ args, after, statement, frame }) {
    if (after === undefined)
        return null;
    const found = byBlanks(args.at(-1)?.word, after) ?? byComment(after);
    if (found === null || !goesOn(after.text.slice(found.rest)))
        return null;
    const at = found.at.location();
    return {
        at,
        by: found.by,
        placement: frame.placement,
        statement: { ...statement.location(), endLine: at.endLine, endColumn: at.endColumn },
        calls: frame.calls
    };
}
function byBlanks(last, after) {
    const line = /^[ \t]*\r?\n/.exec(after.text);
    if (last === undefined || line === null || !/^\\[ \t]$/.test(last.text))
        return null;
    const more = line[0].trimEnd() === '' ? line[0].replace(/\r?\n$/, '').length : 0;
    return { by: 'blanks', at: more === 0 ? last : mapped_text/* MappedText */.D.join([last, after.slice(0, more)]), rest: line[0].length };
}
function byComment(after) {
    const continued = /^[ \t]*\\\r?\n(?:[ \t]*\\\r?\n)*[ \t]*(#[^\n]*)(?:\n|$)/.exec(after.text);
    const trailing = /^[ \t]+(#[^\n]*\\[ \t]*)(?:\n|$)/.exec(after.text);
    const match = continued ?? trailing;
    const comment = match?.[1];
    if (match === null || comment === undefined)
        return null;
    const start = match[0].lastIndexOf(comment);
    return { by: 'comment', at: after.slice(start, start + comment.trimEnd().length), rest: match[0].length };
}
function goesOn(rest) {
    const next = rest.split('\n', 50).find(line => line.trim() !== '' && !/^\s*#/.test(line));
    return next !== undefined && /^\s*--?[a-zA-Z]/.test(next);
}

;// CONCATENATED MODULE: ./lib/src/sources/frame.js
const anyContainer = '*';

;// CONCATENATED MODULE: ./lib/src/sources/commands/image-build.js



const image_build_words = (text) => new Set(text.trim().split(/\s+/));
const buildFlags = {
    values: image_build_words(`add-host allow annotation arch attest authfile build-arg build-arg-file build-context builder cache-from
    cache-to call cgroup-parent cpu-period cpu-quota cpu-shares cpuset-cpus cpuset-mems creds file format iidfile
    isolation jobs label layer-label memory memory-swap metadata-file network no-cache-filter output platform progress
    provenance sbom secret security-opt shm-size ssh tag target ulimit volume`),
    switches: image_build_words('load no-cache pull push quiet rm squash compress force-rm'),
    short: { t: 'tag', f: 'file', o: 'output', m: 'memory', c: 'cpu-shares', q: 'quiet', v: 'volume' }
};
function runBuild({ args, frame }, { recorder }) {
    const { flags, rest } = parseInterspersed(args, buildFlags);
    const values = (name) => flags.flatMap(flag => (flag.name === name && flag.value !== null ? [flag.value.text] : []));
    const context = rest[0]?.text.text ?? '.';
    const file = values('file').at(-1);
    if (context === '-' || context.includes(mapped_text/* HOLE */.v) || file?.includes(mapped_text/* HOLE */.v) === true || /:\/\//.test(context))
        return;
    recorder.built({
        names: values('tag'),
        context: joinPath(frame.scope.cwd, context),
        dockerfile: file === undefined ? null : joinPath(frame.scope.cwd, file),
        inline: null,
        target: values('target').at(-1) ?? null,
        args: new Map(values('build-arg').flatMap(arg => {
            const equals = arg.indexOf('=');
            return equals === -1 ? [] : [[arg.slice(0, equals), arg.slice(equals + 1)]];
        }))
    });
}
function runBuildGroup(invocation, shell) {
    const [verb, ...args] = invocation.args;
    if (verb?.text.text === 'build')
        runBuild({ ...invocation, args }, shell);
}
function runTag({ args }, { recorder }) {
    const [from, to] = args.map(field => field.text.text);
    if (from !== undefined && to !== undefined)
        recorder.tagged(from, to);
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/stack.js


const deployFlags = {
    values: new Set(['compose-file', 'resolve-image', 'orchestrator', 'namespace', 'kubeconfig']),
    switches: new Set(['detach', 'prune', 'quiet', 'with-registry-auth']),
    short: { c: 'compose-file', d: 'detach', q: 'quiet' }
};
function runStack(invocation, shell) {
    const [verb, ...args] = invocation.args;
    if (verb?.text.text !== 'deploy' && verb?.text.text !== 'up')
        return;
    const { flags, rest } = parseInterspersed(args, deployFlags);
    const files = flags.flatMap(({ name, value }) => (name === 'compose-file' && value !== null ? [value] : []));
    startServices({
        invocation,
        files,
        envFiles: [],
        projectFolder: null,
        projectName: rest[0]?.text ?? null,
        profiles: [],
        named: [],
        dependencies: false,
        stack: true,
        throwaway: false
    }, shell.recorder);
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/docker.js










const docker = {
    names: ['docker', 'podman', 'nerdctl'],
    run(invocation, shell) {
        const { flags, rest } = parseFlags(invocation.args, globalFlags);
        const remote = flags.some(flag => (flag.name === 'host' || flag.name === 'context') && isElsewhere(flag.value?.text ?? ''));
        const frame = dockerFrame(invocation.frame, remote);
        const [first, second] = rest;
        const isContainerGroup = first?.text.text === 'container';
        const verb = (isContainerGroup ? second : first)?.text.text ?? '';
        const args = rest.slice(isContainerGroup ? 2 : 1);
        docker_subcommands[verb]?.({ ...invocation, args, frame }, shell);
    }
};
const docker_start = (invocation, shell) => {
    const run = readRun(invocation, engineOf(invocation.name));
    const cut = cutOff(invocation);
    if (cut !== null)
        shell.recorder.addCutOff(cut);
    const started = cut === null || (run?.container.image ?? '').trim() !== '';
    if (run !== null && started)
        shell.recorder.addContainer(run.container, run.runs);
};
const docker_stop = ({ args, frame }, shell) => {
    const unknown = args.flatMap(({ text }) => (text.text === mapped_text/* HOLE */.v ? [text] : []));
    const names = [...operands(args), ...unknown.flatMap(listed)];
    const places = unknown.map(text => text.location());
    shell.recorder.removed(names, frame, places);
};
function listed(text) {
    const [start, end] = text.span();
    const command = text.file.text.slice(start, end);
    if (!/^\$\(\s*(sudo\s+)?(docker|podman|nerdctl)\s+(ps|container\s+ls)\s/.test(command))
        return [];
    if (!/\s(-f|--filter)\b/.test(command))
        return [anyContainer];
    return Array.from(command.matchAll(/name=\^?\/?([\w.-]+)/g), ([, name = '']) => name);
}
const network = ({ args }, shell) => {
    const [verb, net, container] = operands(args);
    if (verb === 'connect' && net !== undefined && container !== undefined)
        shell.recorder.connected(net, container);
};
const context = ({ args, frame }) => {
    const [verb, name] = args;
    if (verb?.text.text === 'use' && name !== undefined)
        frame.scope.set(chosenContext, { kind: 'text', text: name.text });
};
const docker_subcommands = {
    run: docker_start,
    create: docker_start,
    stop: docker_stop,
    rm: docker_stop,
    kill: docker_stop,
    context,
    network,
    compose: runCompose,
    stack: runStack,
    build: runBuild,
    buildx: runBuildGroup,
    image: runBuildGroup,
    tag: runTag
};
const operands = (args) => args.map(field => field.text.text).filter(word => !word.startsWith('-'));
const engineOf = (name) => (name === 'podman' || name === 'nerdctl' ? name : 'docker');

;// CONCATENATED MODULE: ./lib/src/sources/calls/justfile.js

const justfile_longest = 10_000;
function readJustfile(text) {
    const recipes = [];
    const variables = new Map();
    let current = null;
    for (const match of text.text.matchAll(/([^\n]*)(\n|$)/g)) {
        const line = match[1] ?? '';
        const at = match.index;
        if (line.length > justfile_longest)
            continue;
        if (/^\s+\S/.test(line)) {
            current?.lines.push(text.slice(at, at + match[0].length));
            continue;
        }
        const variable = /^(?:export\s+)?([\w-]+)\s*:=\s*(["'])(.*)\2\s*$/.exec(line);
        const header = /^@?([A-Za-z_][\w-]*)((?:\s+[+*$]?[\w-]+(?:=(?:"[^"]*"|'[^']*'|\S+))?)*)\s*:(?!=)\s*(.*)$/.exec(line);
        if (variable !== null) {
            const value = variable[3] ?? '';
            const start = at + line.lastIndexOf(`${variable[2]}${value}${variable[2]}`) + 1;
            variables.set(variable[1] ?? '', text.slice(start, start + value.length));
        }
        else if (header !== null) {
            current = {
                name: header[1] ?? '',
                parameters: parameters(header[2] ?? ''),
                needs: justfile_needs(header[3] ?? ''),
                lines: []
            };
            recipes.push(current);
        }
        else if (line.trim() !== '' && !/^[#[]/.test(line))
            current = null;
    }
    return { recipes, variables };
}
const parameters = (text) => Array.from(text.matchAll(/[+*$]?([\w-]+)(?:=("[^"]*"|'[^']*'|\S+))?/g), ([, name = '', fallback]) => ({
    name,
    fallback: fallback?.replace(/^["']|["']$/g, '') ?? null
}));
const justfile_needs = (text) => text
    .replace(/#.*$/, '')
    .split(/\s+/)
    .filter(word => /^[A-Za-z_][\w-]*$/.test(word));
function recipeScript(recipe, value) {
    const lines = recipe.lines.map(line => {
        const prefix = /^\s+[@-]*/.exec(line.text)?.[0].length ?? 0;
        return line.slice(prefix);
    });
    if (lines.length === 0)
        return null;
    const text = mapped_text/* MappedText */.D.join(lines);
    const pieces = [];
    let from = 0;
    for (const match of text.text.matchAll(/\{\{\s*([\w-]*)[^{}]*\}\}/g)) {
        const piece = text.slice(match.index, match.index + match[0].length);
        const name = /^\{\{\s*([\w-]+)\s*\}\}$/.exec(match[0])?.[1];
        pieces.push(text.slice(from, match.index));
        pieces.push(mapped_text/* MappedText */.D.standingFor(piece, (name === undefined ? undefined : value(name)) ?? mapped_text/* HOLE */.v));
        from = match.index + match[0].length;
    }
    return from === 0 ? text : mapped_text/* MappedText */.D.join([...pieces, text.slice(from)]);
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/just.js




const justFlags = {
    values: new Set(['justfile', 'working-directory', 'set', 'shell', 'dotenv-path', 'dotenv-filename']),
    switches: new Set(),
    short: { f: 'justfile', d: 'working-directory', E: 'dotenv-path' }
};
const just_names = ['justfile', 'Justfile', '.justfile'];
const just = {
    names: ['just'],
    run(invocation, shell) {
        const { flags, rest } = parseFlags(invocation.args, justFlags);
        const frame = entered(invocation);
        if (frame === null)
            return;
        const given = (name) => flags.findLast(flag => flag.name === name)?.value?.text;
        frame.scope.cwd = joinPath(frame.scope.cwd, given('working-directory') ?? '.');
        const file = given('justfile');
        const text = (file === undefined ? just_names : [file]).flatMap(name => shell.recorder.find(name, frame.scope.cwd) ?? [])[0];
        if (text === undefined)
            return;
        const { recipes, variables } = readJustfile(text);
        const done = new Set();
        const run = (name, args) => {
            const recipe = recipes.find(one => one.name === name);
            if (recipe === undefined || done.has(name))
                return;
            done.add(name);
            for (const need of recipe.needs)
                run(need, []);
            const values = new Map([...variables].map(([key, value]) => [key, value.text]));
            for (const [index, { name: key, fallback }] of recipe.parameters.entries()) {
                const value = args[index] ?? fallback;
                if (value !== null)
                    values.set(key, value);
            }
            const script = recipeScript(recipe, key => values.get(key));
            if (script !== null)
                shell.run(script, { ...frame, scope: frame.scope.fork() });
        };
        const [name = recipes[0]?.name ?? '', ...args] = rest.map(field => field.text.text);
        run(name, args);
    }
};

;// CONCATENATED MODULE: ./lib/src/sources/kamal.js





function readKamal(texts, frame, recorder) {
    const roots = texts.flatMap(text => parsed(text, recorder) ?? []);
    const field = (key) => roots.map(root => child(root, key)).findLast(node => node !== null) ?? null;
    const service = textOf(field('service'))?.text ?? 'app';
    const start = { frame: { ...frame, placement: frame.placement === 'listed' ? 'listed' : 'remote' }, recorder };
    const servers = field('servers');
    if (servers !== null && servers.kind !== 'map')
        proxied(`${service}-web`, field('proxy'), null, start);
    for (const [index, role] of entriesOf(servers).entries()) {
        const name = `${service}-${role.key.text.text}`;
        const options = child(role.value, 'options');
        const publish = textsOf(child(options, 'publish'));
        addContainer({ name, image: textOf(field('image'))?.text ?? null, publish, entry: role, options }, start);
        const own = child(role.value, 'proxy');
        const off = textOf(own)?.text === 'false';
        if (!off && (index === 0 || own !== null))
            proxied(name, field('proxy'), own, start);
    }
    for (const accessory of entriesOf(field('accessories'))) {
        const name = `${service}-${accessory.key.text.text}`;
        const port = textOf(child(accessory.value, 'port'));
        const options = child(accessory.value, 'options');
        const publish = [...(port === null ? [] : [bothSides(port)]), ...textsOf(child(options, 'publish'))];
        const image = textOf(child(accessory.value, 'image'))?.text ?? null;
        addContainer({ name, image, publish, entry: accessory, options }, start);
    }
}
const bothSides = (port) => port.text.includes(':') ? port : mapped_text/* MappedText */.D.standingFor(port, `${port.text}:${port.text}`);
function addContainer(given, { frame, recorder }) {
    const { name, image, entry } = given;
    const network = textOf(child(given.options, 'network'))?.text ?? 'kamal';
    const container = {
        engine: 'docker',
        placement: frame.placement,
        at: locationOf(entry.value),
        workflow: frame.workflow,
        job: frame.job,
        step: frame.step,
        name,
        aliases: [],
        image,
        role: roleOf(image, name),
        ...readPublications(given.publish, 'docker'),
        networks: network === 'host' ? 'host' : [network],
        labels: new Map(),
        environment: new Map(),
        volumes: [],
        listeners: [],
        arms: frame.arms,
        throwaway: false,
        calls: frame.calls
    };
    recorder.addContainer(container);
}
function proxied(name, common, own, { recorder }) {
    const field = (key) => textOf(child(own, key)) ?? textOf(child(common, key));
    const at = [own, common].flatMap(node => (node === null ? [] : [locationOf(node)]))[0];
    if (at === undefined)
        return;
    const ssl = field('ssl');
    const hosts = [...textsOf(child(common, 'host')), ...textsOf(child(common, 'hosts')), ...textsOf(child(own, 'host'))];
    const port = Number(field('app_port')?.text ?? 80);
    const route = {
        proxy: 'kamal-proxy',
        at,
        site: 'bridge-container',
        listeners: [
            { at, port: 80, tls: false },
            ...(ssl === null || ssl.text === 'false' ? [] : [{ at: ssl.location(), port: 443, tls: true }])
        ],
        serverNames: hosts.flatMap(({ text }) => text.split(',')),
        path: '/',
        upstream: { host: name, port: Number.isInteger(port) ? port : null },
        refusal: null,
        evidence: 'declared'
    };
    recorder.addRoute(route);
}
function parsed(text, recorder) {
    const { documents, error } = parseYaml(fillTemplate(text, new Map()));
    if (error !== null)
        recorder.addUnread({
            file: text.file.path,
            line: error.line,
            reason: `it is no valid YAML: ${error.message}`,
            whole: true
        });
    return documents[0]?.root ?? null;
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/kamal.js



const kamalFlags = {
    values: new Set(['destination', 'config-file', 'version', 'roles', 'hosts']),
    switches: new Set(),
    short: { d: 'destination', c: 'config-file', r: 'roles', h: 'hosts' }
};
const starts = /^(deploy|redeploy|setup|rollback|app|accessory)$/;
const kamal_kamal = {
    names: ['kamal', 'mrsk'],
    run(invocation, shell) {
        const { flags, rest } = parseInterspersed(invocation.args, kamalFlags);
        const [verb, then] = rest.map(field => field.text.text);
        const frame = entered(invocation);
        const boots = verb === 'app' || verb === 'accessory' ? /^(boot|start|reboot|restart)$/.test(then ?? '') : true;
        if (frame === null || verb === undefined || !starts.test(verb) || !boots)
            return;
        const value = (name) => flags.findLast(flag => flag.name === name)?.value?.text;
        const path = value('config-file') ?? 'config/deploy.yml';
        const destination = value('destination');
        const paths = [path, ...(destination === undefined ? [] : [path.replace(/(\.ya?ml)$/, `.${destination}$1`)])];
        const texts = paths.flatMap(one => shell.recorder.find(one, frame.scope.cwd) ?? []);
        readKamal(texts, frame, shell.recorder);
    }
};

;// CONCATENATED MODULE: ./lib/src/sources/calls/makefile.js

const makefile_most = 20_000;
const makefile_longest = 10_000;
function readMakefile(text) {
    const rules = [];
    const variables = new Map();
    const includes = [];
    let current = null;
    for (const line of logicalLines(text).slice(0, makefile_most)) {
        const plain = line.text;
        if (plain.length > makefile_longest)
            continue;
        if (plain.startsWith('\t')) {
            if (current !== null && plain.trim() !== '')
                current.recipe.push(line.slice(1));
            continue;
        }
        const code = withoutComment(plain);
        const variable = /^\s*(?:export\s+|override\s+)*([\w.-]+)\s*(\?|\+|::?:?)?=\s*/.exec(code);
        const rule = /^([^\s:=#][^:=#]*?)\s*::?(?!=)\s*([^;=]*)(;.*)?$/.exec(code);
        const include = /^\s*-?s?include\s+(.*)$/.exec(code);
        if (include !== null)
            includes.push(...(include[1] ?? '').trim().split(/\s+/));
        else if (variable !== null)
            makefile_define(variables, variable, line.slice(variable[0].length, code.trimEnd().length));
        else if (rule !== null) {
            current = { targets: makefile_words(rule[1]), needs: makefile_words(rule[2]).filter(word => word !== '|'), recipe: [] };
            const inline = rule[3];
            if (inline !== undefined)
                current.recipe.push(line.slice(code.length - inline.length + 1, code.length));
            rules.push(current);
        }
        else if (code.trim() !== '' && !/^\s*(if|else|endif|define|endef|export|unexport|vpath|\.)/.test(code))
            current = null;
    }
    return { rules, variables, includes };
}
const makefile_words = (text = '') => text
    .trim()
    .split(/\s+/)
    .filter(word => word !== '');
const withoutComment = (line) => line.replace(/(^|[^\\])#.*$/s, '$1');
function makefile_define(variables, [, name = '', operator = ''], value) {
    const before = variables.get(name);
    if (operator === '+' && before !== undefined) {
        const joined = mapped_text/* MappedText */.D.join([before.value, mapped_text/* MappedText */.D.standingFor(value, ' '), value]);
        variables.set(name, { value: joined, weak: before.weak });
    }
    else if (operator !== '?' || before === undefined)
        variables.set(name, { value, weak: operator === '?' });
}
function logicalLines(text) {
    const lines = [];
    let start = 0;
    for (let end = text.text.indexOf('\n'); start < text.text.length; end = text.text.indexOf('\n', end + 1)) {
        const stop = end === -1 ? text.text.length : end;
        if (end !== -1 && /\\\r?$/.test(text.text.slice(Math.max(start, stop - 2), stop)))
            continue;
        lines.push(text.slice(start, text.text[stop - 1] === '\r' ? stop - 1 : stop));
        if (end === -1)
            break;
        start = stop + 1;
    }
    return lines;
}
const makefile_deepest = 12;
function expandMake(text, value, depth = 0) {
    if (!text.text.includes('$') || depth > makefile_deepest)
        return text;
    const pieces = [];
    let from = 0;
    for (const match of text.text.matchAll(/\$(?:(\$)|([@<^?*])|\(([\w.-]+)\)|\{([\w.-]+)\}|\([^()]*(?:\([^()]*\)[^()]*)*\)|(\w))/g)) {
        const [whole, dollar, automatic, round, curly, letter] = match;
        const piece = text.slice(match.index, match.index + whole.length);
        const name = automatic ?? round ?? curly ?? letter;
        const found = name === undefined ? undefined : value(name);
        pieces.push(text.slice(from, match.index));
        if (dollar !== undefined)
            pieces.push(mapped_text/* MappedText */.D.standingFor(piece, '$'));
        else if (found === undefined)
            pieces.push(mapped_text/* MappedText */.D.standingFor(piece, mapped_text/* HOLE */.v));
        else {
            const expanded = expandMake(found, value, depth + 1);
            pieces.push(mapped_text/* MappedText */.D.standingFor(piece, expanded.text, expanded.assumed));
        }
        from = match.index + whole.length;
    }
    return from === 0 ? text : mapped_text/* MappedText */.D.join([...pieces, text.slice(from)]);
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/make.js





const makeFlags = {
    values: new Set(['C', 'directory', 'f', 'file', 'makefile', 'I', 'include-dir', 'o', 'W', 'E', 'eval']),
    switches: new Set(),
    short: {}
};
const make_names = ['GNUmakefile', 'makefile', 'Makefile'];
const mostIncludes = 16;
const make = {
    names: ['make', 'gmake'],
    run(invocation, shell) {
        const { flags, rest } = parseInterspersed(invocation.args, makeFlags);
        const value = (...of) => flags.findLast(flag => of.includes(flag.name) && flag.value !== null)?.value?.text;
        const folder = value('C', 'directory');
        const cwd = folder === undefined ? invocation.frame.scope.cwd : joinPath(invocation.frame.scope.cwd, folder);
        const file = value('f', 'file', 'makefile');
        const text = (file === undefined ? make_names : [file]).flatMap(name => shell.recorder.find(name, cwd) ?? [])[0];
        const frame = entered(invocation);
        if (text === undefined || frame === null)
            return;
        frame.scope.cwd = cwd;
        const given = new Map();
        const targets = [];
        for (const { text: word } of rest) {
            const assignment = /^([\w.-]+)\s*[:?+]*=/.exec(word.text);
            if (assignment === null)
                targets.push(word.text);
            else
                given.set(assignment[1] ?? '', word.slice(assignment[0].length));
        }
        new MakeRun(withIncludes(readMakefile(text), cwd, shell), given, frame, shell).all(targets);
    }
};
function makeAll(text, frame, shell) {
    const makefile = withIncludes(readMakefile(text), joinPath(text.file.path, '..'), shell);
    new MakeRun(makefile, new Map(), frame, shell).all(makefile.rules.flatMap(({ targets }) => targets));
}
function withIncludes(makefile, cwd, shell) {
    const all = [makefile];
    for (const path of makefile.includes.slice(0, mostIncludes)) {
        const text = path.includes('$') ? null : shell.recorder.find(path, cwd);
        if (text !== null)
            all.push(readMakefile(text));
    }
    return {
        rules: all.flatMap(({ rules }) => rules),
        variables: new Map(all.flatMap(({ variables }) => [...variables])),
        includes: []
    };
}
class MakeRun {
    #makefile;
    #given;
    #frame;
    #shell;
    #done = new Set();
    constructor(makefile, given, frame, shell) {
        this.#makefile = makefile;
        this.#given = given;
        this.#frame = frame;
        this.#shell = shell;
    }
    all(targets) {
        const first = this.#makefile.rules.find(({ targets: [name = '.'] }) => !name.startsWith('.'))?.targets[0];
        for (const target of targets.length > 0 ? targets : first === undefined ? [] : [first])
            this.#run(target);
    }
    #run(target) {
        if (this.#done.has(target))
            return;
        this.#done.add(target);
        const rules = this.#makefile.rules.filter(({ targets }) => targets.includes(target));
        for (const { needs } of rules)
            for (const need of needs)
                this.#run(need);
        for (const { recipe, needs } of rules) {
            for (const line of recipe) {
                const expanded = expandMake(line, name => this.#value(name, target, needs, line));
                const prefix = /^[\s@+-]*/.exec(expanded.text)?.[0].length ?? 0;
                this.#shell.run(expanded.slice(prefix), { ...this.#frame, scope: this.#frame.scope.fork() });
            }
        }
    }
    #value(name, target, needs, line) {
        if (name === 'MAKE')
            return mapped_text/* MappedText */.D.standingFor(line, 'make');
        if (name === '@')
            return mapped_text/* MappedText */.D.standingFor(line, target);
        if (name === '<')
            return needs[0] === undefined ? undefined : mapped_text/* MappedText */.D.standingFor(line, needs[0]);
        const own = this.#makefile.variables.get(name);
        const outer = this.#frame.scope.variable(name);
        const environment = outer?.kind === 'text' ? outer.text : undefined;
        return this.#given.get(name) ?? (own === undefined || own.weak ? environment : undefined) ?? ofFile(own, name);
    }
}
const ofFile = (own, name) => own?.weak === true ? own.value.withAssumed([name]) : own?.value;

;// CONCATENATED MODULE: ./lib/src/sources/listeners/unwrap.js

const wrappers = {
    exec: 0,
    env: 0,
    nohup: 0,
    time: 0,
    nice: 0,
    setsid: 0,
    tini: 0,
    'dumb-init': 0,
    catatonit: 0,
    'docker-entrypoint.sh': 0,
    gosu: 1,
    'su-exec': 1,
    timeout: 1,
    'ddtrace-run': 0,
    'opentelemetry-instrument': 0,
    npx: 0,
    bunx: 0
};
const runners = new Set('poetry uv pipenv pdm hatch rye conda bundle pnpm yarn npm bun doppler dotenv newrelic-admin'.split(' '));
const runWords = new Set(['run', 'exec', 'run-program', '--']);
const interpreters = new Set(['node', 'ruby', 'php', 'deno', 'bun', 'tsx', 'ts-node']);
function packageScript(words) {
    const [tool, ...rest] = words.map(({ text }) => text);
    if (!/^(npm|yarn|pnpm|bun)$/.test(fileName(tool ?? '')))
        return null;
    const flags = rest.findIndex(word => !word.startsWith('-'));
    const start = flags === -1 ? rest.length : flags;
    const run = rest[start] === 'run' || rest[start] === 'run-script' ? start + 1 : start;
    const script = rest[run];
    if (script === undefined || (run === start && !/^(start|test)$/.test(script) && /npm|bun/.test(tool ?? '')))
        return null;
    const more = words.slice(run + 2);
    return { script, more: more[0]?.text === '--' ? more.slice(1) : more };
}
function unwrap(words) {
    let left = words;
    for (let round = 0; round < 12; round++) {
        const [first, second] = left;
        if (first === undefined)
            return null;
        const name = fileName(first.text);
        const operands = wrappers[name];
        if (operands !== undefined)
            left = skip(left.slice(1), operands);
        else if (/^[A-Za-z_]\w*=/.test(first.text))
            left = left.slice(1);
        else if (runners.has(name) && second !== undefined && runWords.has(second.text))
            left = skip(left.slice(2), 0);
        else if (/^python[\d.]*$/.test(name))
            return python(left);
        else if (interpreters.has(name))
            return interpreted(name, left);
        else
            return { name, word: first, args: left.slice(1) };
    }
    return null;
}
function skip(words, operands) {
    let index = 0;
    while (index < words.length && /^-|^[A-Za-z_]\w*=/.test(words[index]?.text ?? ''))
        index++;
    return words.slice(index + operands);
}
function python(words) {
    const index = words.findIndex((word, at) => at > 0 && (!word.text.startsWith('-') || word.text === '-m'));
    const word = words[index];
    if (word === undefined)
        return null;
    const module = word.text === '-m' ? words[index + 1] : word;
    if (module === undefined)
        return null;
    return { name: fileName(module.text), word: module, args: words.slice(words.indexOf(module) + 1) };
}
function interpreted(name, words) {
    const [first] = words;
    if (first === undefined)
        return null;
    if (words[1]?.text === '-S')
        return { name, word: first, args: words.slice(1) };
    const index = words.findIndex((word, at) => at > 0 && !word.text.startsWith('-') && !(word.text === 'run' && /deno|bun/.test(name)));
    const script = words[index];
    if (script === undefined)
        return { name, word: first, args: words.slice(1) };
    const path = script.text.replace(/^\.?\/(app\/)?/, '');
    const known = /(^|\/)(\.output\/server\/index\.mjs|\.next\/standalone\/server\.js|build\/index\.js)$/.exec(path)?.[2];
    const bin = /(^|\/)(?:\.bin\/|node_modules\/)(next|vite)\b/.exec(path)?.[2];
    return {
        name: known ?? bin ?? (path === 'build' ? path : fileName(path)),
        word: script,
        args: words.slice(index + 1)
    };
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/package-scripts.js







const managerFlags = {
    values: new Set(['prefix', 'C', 'dir', 'cwd', 'filter', 'F', 'w', 'workspace', 'loglevel']),
    switches: new Set(['silent', 's']),
    short: {}
};
const folderFlags = ['prefix', 'C', 'dir', 'cwd'];
const packageScripts = {
    names: ['npm', 'yarn', 'pnpm', 'bun'],
    run(invocation, shell) {
        const { name, args } = invocation;
        const before = parseFlags(args, managerFlags);
        const run = /^run(-script)?$/.test(before.rest[0]?.text.text ?? '');
        const after = parseFlags(run ? before.rest.slice(1) : before.rest, managerFlags);
        const tool = mapped_text/* MappedText */.D.standingFor(invocation.statement, name);
        const verb = run ? [mapped_text/* MappedText */.D.standingFor(invocation.statement, 'run')] : [];
        const called = packageScript([tool, ...verb, ...after.rest.map(field => fieldPart(field))]);
        const folder = [...before.flags, ...after.flags].find(flag => folderFlags.includes(flag.name))?.value?.text;
        const frame = entered(invocation);
        if (called === null || frame === null)
            return;
        if (folder !== undefined)
            frame.scope.cwd = joinPath(frame.scope.cwd, folder);
        const text = shell.recorder.find('package.json', frame.scope.cwd);
        const scripts = text === null ? null : child(parseYaml(text).documents[0]?.root, 'scripts');
        for (const script of [`pre${called.script}`, called.script, `post${called.script}`]) {
            const found = textOf(child(scripts, script));
            if (found === null)
                continue;
            const more = script === called.script ? called.more.flatMap(word => [mapped_text/* MappedText */.D.standingFor(found, ' '), word]) : [];
            shell.run(mapped_text/* MappedText */.D.join([found, ...more]), { ...frame, scope: frame.scope.fork() });
        }
    }
};

;// CONCATENATED MODULE: ./lib/src/sources/commands/shells.js


const shellNames = ['bash', 'sh', 'dash', 'zsh', 'ash', 'ksh'];
const shells = {
    names: [...shellNames, 'source', '.', 'eval', 'trap', 'su', 'runuser', 'sg'],
    run(invocation, shell) {
        const { name, args, frame } = invocation;
        const [first] = args;
        switch (name) {
            case 'eval':
                if (first !== undefined)
                    shell.run(joinWords(args), frame);
                return;
            case 'trap':
                if (first !== undefined && args.slice(1).some(({ text }) => /^(EXIT|0)$/i.test(text.text)))
                    frame.scope.traps.push(first.text);
                return;
            case 'source':
            case '.':
                if (first !== undefined)
                    callScript(first.text.text, args.slice(1), { ...invocation, frame }, shell, true);
                return;
            default:
                runShell(invocation, shell);
        }
    }
};
function runShell(invocation, shell) {
    const { args, frame, stdin } = invocation;
    const scope = frame.scope.fork();
    for (let index = 0; index < args.length; index++) {
        const word = args[index]?.text.text ?? '';
        if (/^-[a-z]*c$/.test(word)) {
            const script = args[index + 1];
            scope.positional = args.slice(index + 3).map(field => field.text);
            if (script !== undefined)
                shell.run(script.text, { ...frame, scope, stdin });
            return;
        }
        if (/^-[a-z]*o$/.test(word))
            index++;
        else if (/^-[a-z]*s$/.test(word))
            break;
        else if (!/^[-+]./.test(word) && shellNames.includes(invocation.name)) {
            if (word !== '-' && word !== '/dev/stdin')
                return callScript(word, args.slice(index + 1), invocation, shell);
            break;
        }
    }
    if (stdin !== null)
        shell.run(stdin, { ...frame, scope, stdin: null });
}
function callScript(path, args, invocation, shell, sourced = false) {
    const { frame, statement } = invocation;
    if (path.includes(mapped_text/* HOLE */.v))
        return;
    const text = shell.recorder.find(path, frame.scope.cwd);
    const at = statement.location();
    if (text === null) {
        if (/\.(sh|bash)$/.test(path)) {
            shell.recorder.addUnread({
                file: at.file,
                line: at.line,
                reason: `${path} is called here and is not in the checkout`
            });
        }
        return;
    }
    if (frame.calls.some(call => call.file === at.file && call.line === at.line))
        return;
    const scope = sourced ? frame.scope : frame.scope.fork();
    if (!sourced || args.length > 0)
        scope.positional = args.map(field => field.text);
    const caller = scope.script;
    scope.script = joinPath(frame.scope.cwd, path);
    shell.run(text, { ...frame, scope, calls: [...frame.calls, at], stdin: invocation.stdin });
    scope.script = caller;
}
const readsScript = (command) => new RegExp(`^\\s*(sudo\\s+(-\\w+\\s+)*)?(/\\S*/)?(${shellNames.join('|')})(\\s+-[a-z]*s[a-z]*)?(\\s+-[a-bd-z]+)*(\\s+-|\\s+--.*)?\\s*$`).test(command);
function joinWords(fields) {
    const pieces = fields.flatMap((field, index) => index === 0 ? [field.text] : [mapped_text/* MappedText */.D.standingFor(field.word, ' '), field.text]);
    return mapped_text/* MappedText */.D.join(pieces);
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/ssh.js




const sshFlags = {
    values: new Set('BbcDEeFIiJLlmOopQRSWw'),
    switches: new Set('46AaCfGgKkMNnqsTtVvXxYy'),
    short: {}
};
const ssh = {
    names: ['ssh', 'autossh', 'mosh'],
    run(invocation, shell) {
        const { rest } = parseFlags(invocation.args, sshFlags, index => ssh_isOptions(invocation.args, index));
        const command = parseFlags(rest.slice(1), sshFlags).rest;
        const frame = { ...remoteFrame(invocation.frame), calls: invocation.frame.calls };
        const text = joined(command);
        if (text === null || readsScript(text.text)) {
            if (invocation.stdin !== null)
                shell.run(invocation.stdin, { ...frame, stdin: null });
        }
        else
            shell.run(text, { ...frame, stdin: invocation.stdin });
    }
};
const ssh_isOptions = (args, index) => args[index]?.text.text === mapped_text/* HOLE */.v && args[index]?.quoted === false && /^[^\s/]*@/.test(args[index + 1]?.text.text ?? '');
const remoteFrame = (frame) => ({
    ...frame,
    placement: 'remote',
    machine: {},
    scope: new Scope(),
    stdin: null
});
function joined(fields) {
    const [first] = fields;
    if (first === undefined)
        return null;
    if (fields.length === 1)
        return first.text;
    const blank = mapped_text/* MappedText */.D.standingFor(first.word, ' ');
    return mapped_text/* MappedText */.D.join(fields.flatMap((field, index) => (index === 0 ? [field.text] : [blank, field.text])));
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/remote-shells.js



const table = {
    gcloud: { verbs: ['compute', 'ssh'], flag: '--command' },
    doctl: { verbs: ['compute', 'ssh'], flag: '--ssh-command' },
    az: { verbs: ['vm', 'run-command', 'invoke'], flag: '--scripts' },
    aws: { verbs: ['ssm', 'send-command'], flag: '--parameters' },
    tailscale: { verbs: ['ssh'], flag: null }
};
const remoteShells = {
    names: Object.keys(table),
    run({ name, args, frame }, shell) {
        const remote = table[name];
        const words = args.map(field => field.text.text).filter(word => !word.startsWith('-'));
        if (remote === undefined || !remote.verbs.every((verb, index) => words[index] === verb))
            return;
        const { flag, verbs } = remote;
        if (flag === null) {
            const command = args.slice(verbs.length + 1);
            if (command.length > 0)
                shell.run(joinWords(command), remoteFrame(frame));
            return;
        }
        for (const [index, { text }] of args.entries()) {
            const value = text.text.startsWith(`${flag}=`) ? text.slice(flag.length + 1) : null;
            const next = text.text === flag ? args[index + 1]?.text : undefined;
            for (const script of scriptsOf(value ?? next))
                shell.run(script, remoteFrame(frame));
        }
    }
};
function scriptsOf(value) {
    if (value === undefined)
        return [];
    const listed = /^\s*\{?\s*["']?commands["']?\s*[=:]\s*/.exec(value.text);
    if (listed === null)
        return [value];
    const list = value.slice(listed[0].length, value.text.replace(/\}\s*$/, '').length);
    const items = itemsOf(parseYaml(list).documents[0]?.root).flatMap(item => textOf(item) ?? []);
    return items.length > 0 ? items : [list];
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/runners.js
const runners_runners = {
    names: 'bundle poetry pipenv pdm hatch uv rye mise asdf direnv doppler op infisical dotenvx dotenv aws-vault chamber teller'.split(' '),
    run(invocation, shell) {
        const words = invocation.args.map(field => field.text.text);
        const end = words.indexOf('--');
        const verb = words.findIndex(word => /^(run|exec|x)$/.test(word));
        if (verb === -1)
            return;
        let index = end === -1 ? verb + 1 : end + 1;
        while (end === -1 && words[index]?.startsWith('-') === true)
            index++;
        const command = invocation.args[index];
        if (command !== undefined)
            shell.invoke({ ...invocation, name: command.text.text, args: invocation.args.slice(index + 1) });
    }
};

;// CONCATENATED MODULE: ./lib/src/sources/commands/signs.js

const proxies = /^(nginx|caddy|haproxy|apache2|httpd|traefik|envoy)(\.service)?$/;
const signs = {
    names: ['service', 'nginx', 'certbot', 'curl', 'wget', 'http', 'https'],
    run({ name, args, statement, frame }, shell) {
        const words = args.map(field => field.text.text);
        const what = sign(name, words);
        if (what !== null)
            shell.recorder.addHint({ at: statement.location(), what, workflow: frame.workflow, port: null });
    }
};
function sign(name, words) {
    switch (name) {
        case 'systemctl':
        case 'service': {
            const unit = words.find(word => proxies.test(word));
            return unit !== undefined && words.some(word => /^(re)?(load|start)|reload/.test(word))
                ? `the deploy reloads ${unit.replace('.service', '')}`
                : null;
        }
        case 'nginx':
            return words.includes('reload') ? 'the deploy reloads nginx' : null;
        case 'certbot':
            return words.some(word => /^--?(nginx|apache)$/.test(word)) ? 'the deploy asks certbot for a certificate' : null;
        default: {
            const url = words.find(word => /^https:\/\//i.test(word));
            const host = url === undefined ? null : publicHost(url);
            return host === null ? null : `the workflow checks https://${host}`;
        }
    }
}
function publicHost(url) {
    const host = /^https:\/\/([^/:?#\s]+)/i.exec(url)?.[1]?.replaceAll('\uE000', '…') ?? '';
    return host === '' || (0,model_address/* isLoopbackHost */.cW)(host) || (0,model_address/* isPrivate */.Gw)(host) ? null : host;
}

;// CONCATENATED MODULE: ./lib/src/sources/units/start-unit.js



const starting = ['ExecStartPre', 'ExecStart', 'ExecStartPost'];
function unitFile(unit, recorder) {
    const name = unit.replace(/\.service$/, '');
    const template = name.replace(/@.*$/, '@');
    for (const file of [`${name}.container`, `${name}.service`, `${template}.container`, `${template}.service`]) {
        for (const folder of [
            '/etc/containers/systemd',
            '/etc/systemd/system',
            '~/.config/containers/systemd',
            '~/.config/systemd/user'
        ]) {
            const found = recorder.locate(`${folder}/${file}`, '/');
            if (found?.via === 'deploy')
                return found.text;
        }
        const paths = recorder.files.list().filter(path => fileName(path) === file);
        const [only] = paths;
        if (only !== undefined && paths.length === 1)
            return recorder.find(only, '.');
    }
    return null;
}
function startUnit(text, unit, frame, shell) {
    const entries = readUnit(text);
    const run = readQuadlet(entries, unit, text, frame);
    if (run !== null)
        return shell.recorder.addContainer(run.container, run.runs);
    const values = (key) => entries.filter(entry => entry.section === 'Service' && entry.key === key);
    const scope = frame.scope.fork();
    scope.cwd = values('WorkingDirectory').at(-1)?.value.text.replace(/^-/, '') ?? '/';
    for (const assignment of values('Environment').flatMap(({ value }) => quadlet_wordsOf(value))) {
        const equals = assignment.text.indexOf('=');
        if (equals > 0)
            scope.set(assignment.text.slice(0, equals), { kind: 'text', text: assignment.slice(equals + 1) });
    }
    for (const { value } of starting.flatMap(values)) {
        const prefix = /^[-@:+!|]*/.exec(value.text)?.[0].length ?? 0;
        const command = withSpecifiers(value.slice(prefix), unit);
        shell.run(command, { ...frame, scope: scope.fork(), supervised: true });
    }
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/systemctl.js





const systemctlFlags = {
    values: new Set(['host', 'machine', 'type', 'state', 'property', 'signal', 'job-mode', 'output', 'lines', 'root']),
    switches: new Set(),
    short: { H: 'host', M: 'machine', t: 'type', p: 'property', s: 'signal', n: 'lines', o: 'output' }
};
const systemctl_starts = /^(start|restart|reload-or-restart|try-restart|enable|reenable)$/;
const systemctl = {
    names: ['systemctl'],
    run(invocation, shell) {
        signs.run(invocation, shell);
        const { flags, rest } = parseInterspersed(invocation.args, systemctlFlags);
        const [verb, ...units] = rest.map(field => field.text.text);
        const now = flags.some(({ name }) => name === 'now');
        const frame = entered(invocation);
        if (frame === null || verb === undefined || !systemctl_starts.test(verb) || (verb === 'enable' && !now))
            return;
        for (const unit of units) {
            const text = unit.includes(mapped_text/* HOLE */.v) ? null : unitFile(unit, shell.recorder);
            const remote = flags.some(({ name }) => name === 'host');
            if (text !== null)
                startUnit(text, unit, remote ? { ...frame, placement: 'remote' } : frame, shell);
        }
    }
};

;// CONCATENATED MODULE: ./lib/src/sources/commands/task.js





const taskFlags = {
    values: new Set(['taskfile', 'dir', 'concurrency', 'output', 'interval']),
    switches: new Set(),
    short: { t: 'taskfile', d: 'dir', C: 'concurrency', o: 'output' }
};
const task_names = [
    'Taskfile.yml',
    'taskfile.yml',
    'Taskfile.yaml',
    'taskfile.yaml',
    'Taskfile.dist.yml',
    'Taskfile.dist.yaml'
];
const task = {
    names: ['task', 'go-task'],
    run(invocation, shell) {
        const { flags, rest } = parseInterspersed(invocation.args, taskFlags);
        const frame = entered(invocation);
        if (frame === null)
            return;
        const given = (name) => flags.findLast(flag => flag.name === name)?.value?.text;
        frame.scope.cwd = joinPath(frame.scope.cwd, given('dir') ?? '.');
        const file = given('taskfile');
        const text = (file === undefined ? task_names : [file]).flatMap(name => shell.recorder.find(name, frame.scope.cwd) ?? [])[0];
        if (text === undefined)
            return;
        const root = parseYaml(text).documents[0]?.root ?? null;
        const wanted = rest.map(field => field.text.text).filter(word => !word.includes('='));
        for (const name of wanted.length > 0 ? wanted : ['default'])
            runTask(name, root, frame, shell, new Set());
    }
};
function runTask(name, root, frame, shell, done) {
    const node = child(child(root, 'tasks'), name);
    if (node === null || done.has(name))
        return;
    done.add(name);
    for (const need of itemsOf(child(node, 'deps'))) {
        const other = textOf(need) ?? textOf(child(need, 'task'));
        if (other !== null)
            runTask(other.text, root, frame, shell, done);
    }
    const folder = textOf(child(node, 'dir'));
    const scope = frame.scope.fork();
    if (folder !== null && !folder.text.includes('{{'))
        scope.cwd = joinPath(scope.cwd, folder.text);
    const variables = new Map([child(root, 'vars'), child(node, 'vars')].flatMap(vars => entriesOf(vars).flatMap(({ key, value }) => {
        const text = textOf(value);
        return text === null || text.text.includes('{{') ? [] : [[key.text.text, text.text]];
    })));
    const commands = node.kind === 'list' ? node : (child(node, 'cmds') ?? child(node, 'cmd') ?? node);
    for (const command of commands.kind === 'list' ? commands.items : [commands]) {
        const other = textOf(child(command, 'task'));
        const text = textOf(command) ?? textOf(child(command, 'cmd'));
        if (other !== null)
            runTask(other.text, root, frame, shell, done);
        else if (text !== null)
            shell.run(withVariables(text, variables), { ...frame, scope: scope.fork() });
    }
}
function withVariables(text, variables) {
    const pieces = [];
    let from = 0;
    for (const match of text.text.matchAll(/\{\{-?\s*(?:\.(\w+)\s*)?[^{}]*\}\}/g)) {
        const piece = text.slice(match.index, match.index + match[0].length);
        const name = /^\{\{-?\s*\.\w+\s*-?\}\}$/.test(match[0]) ? match[1] : undefined;
        pieces.push(text.slice(from, match.index));
        pieces.push(mapped_text/* MappedText */.D.standingFor(piece, (name === undefined ? undefined : variables.get(name)) ?? mapped_text/* HOLE */.v));
        from = match.index + match[0].length;
    }
    return from === 0 ? text : mapped_text/* MappedText */.D.join([...pieces, text.slice(from)]);
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/tunnels.js
const tunnels_tunnels = {
    stripe: words => (words[0] === 'listen' ? 'stripe listen' : null),
    ngrok: words => (/^(http|tcp|tls|start)$/.test(words[0] ?? '') ? `ngrok ${words[0]}` : null),
    cloudflared: words => words.some(word => /^--url(=|$)/.test(word)) && !words.includes('run') ? 'cloudflared tunnel --url' : null
};
const developerTunnels = {
    names: Object.keys(tunnels_tunnels),
    run(invocation, { recorder }) {
        const { name, args, frame } = invocation;
        const command = tunnels_tunnels[name]?.(args.map(({ text }) => text.text)) ?? null;
        if (command !== null)
            recorder.addTunnel({ at: at(invocation), command, placement: frame.placement, calls: frame.calls });
    }
};
function at({ statement }) {
    const line = /^[^\n]*/.exec(statement.text)?.[0].replace(/\s*\\$/, '') ?? '';
    return statement.slice(0, line.length).location();
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/wrappers.js

const wrapper = (values = '', operands = 0) => ({
    values: new Set(values.split(' ')),
    switches: new Set(),
    short: {},
    operands
});
const wrappers_table = {
    sudo: wrapper('u g h p C r t T U D R user group host prompt chdir chroot role type other-user close-from command-timeout'),
    doas: wrapper('u C'),
    env: wrapper('u C S unset chdir split-string'),
    nohup: wrapper(),
    timeout: wrapper('k s kill-after signal', 1),
    time: wrapper('f o format output'),
    exec: wrapper('a'),
    command: wrapper(),
    builtin: wrapper(),
    nice: wrapper('n adjustment'),
    ionice: wrapper('c n p class classdata pid'),
    stdbuf: wrapper('i o e input output error'),
    setsid: wrapper(),
    chronic: wrapper(),
    flock: wrapper('w E timeout conflict-exit-code', 1),
    sshpass: wrapper('p f d P'),
    xargs: wrapper('a d E I L n P s'),
    busybox: wrapper()
};
const wrappers_wrappers = {
    names: Object.keys(wrappers_table),
    run(invocation, shell) {
        const wrapped = wrappers_table[invocation.name];
        if (wrapped === undefined)
            return;
        const { flags, rest } = parseFlags(invocation.args, wrapped);
        const scope = invocation.frame.scope.fork();
        let index = wrapped.operands;
        for (; index < rest.length; index++) {
            const assignment = /^([A-Za-z_]\w*)=/.exec(rest[index]?.text.text ?? '');
            if (assignment === null)
                break;
            const value = rest[index]?.text.slice(assignment[0].length);
            if (value !== undefined)
                scope.set(assignment[1] ?? '', { kind: 'text', text: value });
        }
        const command = rest[index];
        const frame = { ...invocation.frame, scope };
        const isShell = invocation.name === 'sudo' && flags.some(({ name }) => /^([si]|shell|login)$/.test(name));
        if (command === undefined && isShell && invocation.stdin !== null)
            shell.run(invocation.stdin, { ...frame, stdin: null });
        if (command === undefined)
            return;
        shell.invoke({ ...invocation, name: command.text.text, args: rest.slice(index + 1), frame });
    }
};

;// CONCATENATED MODULE: ./lib/src/sources/commands/writers.js


const writers = {
    names: ['tee'],
    run({ args, stdin, frame }, shell) {
        if (stdin === null)
            return;
        const appends = args.some(({ text }) => /^(-[a-z]*a[a-z]*|--append)$/.test(text.text));
        for (const field of args) {
            const path = field.text.text;
            if (!path.startsWith('-') && !path.includes(mapped_text/* HOLE */.v))
                shell.recorder.wrote(joinPath(frame.scope.cwd, path), stdin, appends);
        }
    }
};

;// CONCATENATED MODULE: ./lib/src/sources/commands/index.js





















const families = [
    docker,
    compose,
    ssh,
    remoteShells,
    shells,
    make,
    packageScripts,
    just,
    task,
    systemctl,
    ansible,
    kamal_kamal,
    wrappers_wrappers,
    runners_runners,
    writers,
    copies,
    signs,
    developerTunnels
];
const byName = new Map(families.flatMap(family => family.names.map(name => [name, family])));
const forwarding = new Set(proxyCommands.flatMap(({ names }) => names));
function dispatch(invocation, shell) {
    const name = fileName(invocation.name);
    const family = byName.get(name);
    if (forwarding.has(name) && invocation.frame.placement !== 'hosted') {
        const args = invocation.args.map(field => field.text);
        shell.recorder.addProxyCommand(name, args, invocation.statement.location());
    }
    const [first] = invocation.args;
    if (invocation.name === mapped_text/* HOLE */.v && first !== undefined && byName.has(fileName(first.text.text))) {
        dispatch({ ...invocation, name: first.text.text, args: invocation.args.slice(1) }, shell);
    }
    else if (family !== undefined)
        family.run({ ...invocation, name }, shell);
    else if (/\/|\.sh$/.test(invocation.name))
        callScript(invocation.name, invocation.args, invocation, shell);
}

;// CONCATENATED MODULE: ./lib/src/sources/commands/output.js


function outputOf(fields, stdin, recorder, cwd) {
    const [name, ...args] = fields;
    const words = args.filter(field => !field.text.text.startsWith('-'));
    const [first] = words;
    switch (name?.text.text) {
        case 'echo':
            return first === undefined ? null : withNewline(decodeEscapes(joinWords(words)), first);
        case 'printf':
            return first === undefined ? null : formatted(first, words.slice(1));
        case 'cat':
            return first === undefined ? stdin : first.text.text.includes(mapped_text/* HOLE */.v) ? null : recorder.find(first.text.text, cwd);
        case 'sudo':
            return outputOf(args, stdin, recorder, cwd);
        case 'envsubst':
        case 'tee':
            return stdin;
        default:
            return null;
    }
}
const withNewline = (text, { word }) => mapped_text/* MappedText */.D.join([text, mapped_text/* MappedText */.D.standingFor(word, '\n')]);
function formatted(format, values) {
    const [value] = values;
    return /^%[sb](\\n)?$/.test(format.text.text) && value !== undefined
        ? decodeEscapes(joinWords(values))
        : decodeEscapes(format.text);
}
function decodeEscapes(text) {
    const pieces = [];
    let from = 0;
    for (const match of text.text.matchAll(/\\([nt"])/g)) {
        const written = text.slice(match.index, match.index + 2);
        pieces.push(text.slice(from, match.index));
        pieces.push(mapped_text/* MappedText */.D.standingFor(written, match[1] === 'n' ? '\n' : match[1] === 't' ? '\t' : '"'));
        from = match.index + 2;
    }
    return pieces.length === 0 ? text : mapped_text/* MappedText */.D.join([...pieces, text.slice(from)]);
}

;// CONCATENATED MODULE: ./lib/src/sources/walk.js
var _a;






const walk_deepest = 16;
const mostCommands = 20_000;
const mostRounds = 64;
const budgets = new WeakMap();
function runScript(text, frame, recorder) {
    if (frame.depth > walk_deepest)
        return;
    const script = parseShell(text);
    if (script.brokenAt !== null) {
        const at = text.location(script.brokenAt.offset, script.brokenAt.offset + 1);
        recorder.addUnread({
            file: at.file,
            line: at.line,
            reason: `the shell here is broken (${script.brokenAt.message}); what comes before is read`
        });
    }
    const walk = new Walk(script, recorder);
    frame.scope.output = (nested, scope) => (nested.source === text ? walk : new Walk(nested, recorder)).printed(nested, { ...frame, scope });
    walk.nodes(script.tree.commands, frame);
    for (const trap of frame.scope.traps.splice(0))
        walk.run(trap, { ...frame, ending: true });
}
class Walk {
    recorder;
    #script;
    constructor(script, recorder) {
        this.#script = script;
        this.recorder = recorder;
    }
    run(text, frame) {
        runScript(text, { ...frame, depth: frame.depth + 1 }, this.recorder);
    }
    nodes(nodes, frame) {
        for (const node of nodes)
            this.node(node, frame);
    }
    node(node, frame) {
        switch (node.type) {
            case 'Statement':
                return this.node(node.command, frame);
            case 'Command':
                return this.#command(node, frame);
            case 'Pipeline':
                return this.#pipeline(node.commands, frame);
            case 'AndOr':
                return this.#andOr(node.commands, node.operators, frame);
            case 'Redirected':
                return this.node(node.command, { ...frame, stdin: this.#stdin(node.redirects, frame) });
            case 'Function':
                frame.scope.functions.set(node.name.value, { body: node.body, source: this.#script.source });
                return;
            case 'Subshell':
                return this.node(node.body, { ...frame, scope: frame.scope.fork() });
            case 'BraceGroup':
                return this.node(node.body, frame);
            case 'CompoundList':
                return this.nodes(node.commands, frame);
            case 'If': {
                this.node(node.clause, frame);
                for (const arm of node.elif)
                    this.node(arm.clause, frame);
                const arms = [node.then, ...node.elif.map(arm => arm.then), ...(node.else === undefined ? [] : [node.else])];
                return this.#alternatives(arms, node.else === undefined, node, frame);
            }
            case 'Case':
                return this.#alternatives(node.items.map(item => item.body), true, node, frame);
            case 'While':
                this.node(node.clause, frame);
                return this.#alternatives([node.body], true, node, frame);
            case 'For':
            case 'Select':
                return this.#loop(node.name.value, node.wordlist, node.body, frame);
            case 'ArithmeticFor':
                return this.node(node.body, frame);
            case 'Coproc':
                return this.node(node.body, frame);
            default:
                return this.#substitutions(node, frame);
        }
    }
    #andOr(commands, operators, frame) {
        const [first, ...rest] = commands;
        if (first !== undefined)
            this.node(first, frame);
        for (const [index, command] of rest.entries()) {
            const or = operators[index] === '||';
            this.#alternatives([command], true, command, frame, or, or ? '||' : '');
        }
    }
    #alternatives(arms, mayRunNone, at, frame, exclusive = true, mark = '') {
        const scopes = arms.map(() => frame.scope.fork());
        for (const [index, arm] of arms.entries()) {
            const label = `${mark}${frame.calls.length}:${this.#script.source.span(at.pos, at.pos + 1)[0]}#${index}`;
            const scope = scopes[index] ?? frame.scope;
            this.node(arm, { ...frame, scope, arms: exclusive ? [...frame.arms, label] : frame.arms });
            frame.scope.cwd = scope.cwd;
        }
        frame.scope.merge(mayRunNone ? [...scopes, frame.scope.fork()] : scopes);
    }
    #loop(name, words, body, frame) {
        const fields = words?.flatMap(word => expandWord(word, this.#script.source, frame.scope)) ?? [];
        const known = fields.length > 0 && fields.length <= mostRounds && fields.every(field => !field.text.hasHoles);
        if (!known)
            frame.scope.set(name, 'unknown');
        for (const field of known ? fields : [null]) {
            if (field !== null)
                frame.scope.set(name, { kind: 'text', text: field.text });
            this.node(body, frame);
        }
        frame.scope.set(name, 'unknown');
    }
    #pipeline(commands, frame) {
        let stdin = frame.stdin;
        for (const command of commands) {
            const stage = { ...frame, scope: commands.length > 1 ? frame.scope.fork() : frame.scope, stdin };
            this.node(command, stage);
            stdin = command.type === 'Command' ? this.#output(command, stage) : null;
        }
    }
    printed({ tree }, frame) {
        const [statement, ...more] = tree.commands;
        const command = statement?.command;
        if (command?.type !== 'Command' || more.length > 0 || frame.depth > walk_deepest)
            return undefined;
        const inner = { ...frame, scope: frame.scope.fork(), stdin: null, depth: frame.depth + 1 };
        const text = command.name === undefined ? this.#stdin(command.redirects, inner) : this.#output(command, inner);
        return text?.slice(0, text.text.replace(/\n+$/, '').length);
    }
    #output(command, frame) {
        const fields = this.#fields(command, frame);
        return outputOf(fields, this.#stdin(command.redirects, frame), this.recorder, frame.scope.cwd);
    }
    #command(command, frame) {
        const spent = (budgets.get(this.recorder) ?? 0) + 1;
        budgets.set(this.recorder, spent);
        if (spent > mostCommands)
            return;
        this.#substitutions(command, frame);
        const assignments = command.prefix.filter(prefix => prefix.type === 'Assignment');
        if (command.name === undefined) {
            for (const assignment of assignments)
                this.#assign(assignment, frame.scope);
            return;
        }
        const inner = assignments.length === 0 ? frame : { ...frame, scope: frame.scope.fork() };
        for (const assignment of assignments)
            this.#assign(assignment, inner.scope);
        const declaration = declarations.has(command.name.value);
        if (declaration)
            for (const argument of command.args)
                if (argument.type === 'Assignment')
                    this.#assign(argument, frame.scope);
        const fields = this.#fields(command, inner);
        const [name, ...args] = fields;
        if (name === undefined)
            return;
        const statement = this.#script.source.slice(command.pos, command.end);
        const invocation = {
            name: name.text.text,
            args,
            statement,
            stdin: this.#stdin(command.redirects, inner),
            frame: inner,
            after: this.#script.source.slice(command.end)
        };
        this.#redirectOutput(command, fields, invocation);
        if (!declaration)
            this.invoke(invocation);
    }
    invoke(invocation) {
        const { frame, name } = invocation;
        const defined = frame.scope.functions.get(name);
        if (defined !== undefined)
            return this.#call(defined, invocation);
        if (builtin(invocation))
            return;
        if (name === mapped_text/* HOLE */.v && invocation.args.length === 0)
            return this.#callAny(invocation);
        dispatch(invocation, this);
    }
    #callAny(invocation) {
        for (const defined of invocation.frame.scope.functions.values()) {
            this.#call(defined, { ...invocation, frame: { ...invocation.frame, depth: invocation.frame.depth + 4 } }, undefined);
        }
    }
    #call(defined, { args, frame, stdin }, positional = args.map(field => field.text)) {
        if (frame.depth >= walk_deepest)
            return;
        const outer = frame.scope.positional;
        frame.scope.positional = positional;
        const walk = defined.source === this.#script.source
            ? this
            : new _a({ ...this.#script, source: defined.source }, this.recorder);
        walk.node(defined.body, { ...frame, stdin, depth: frame.depth + 1 });
        frame.scope.positional = outer;
    }
    #fields(command, frame) {
        const words = [command.name, ...command.args];
        return words.flatMap(word => {
            if (word === undefined)
                return [];
            if (word.type === 'Word')
                return expandWord(word, this.#script.source, frame.scope);
            const text = this.#script.source.slice(word.pos, word.end);
            return [{ text, word: text, quoted: false, from: 'word' }];
        });
    }
    #assign(assignment, scope) {
        const { value, name } = assignment;
        const { source } = this.#script;
        if (assignment.index !== undefined)
            return scope.set(name, 'unknown');
        const before = assignment.append === true ? scope.variable(name) : undefined;
        if (value.type === 'ArrayValue') {
            const items = value.elements.flatMap(element => expandWord(element, source, scope).map(field => field.text));
            return scope.set(name, { kind: 'list', items: before?.kind === 'list' ? [...before.items, ...items] : items });
        }
        if (assignment.append === true && before === undefined)
            return scope.set(name, 'unknown');
        const text = expandText(value, source, scope);
        scope.set(name, assigned(before, text));
    }
    #substitutions(node, frame) {
        (0,parser/* forEachChild */.dK)(node, child => {
            if ((child.type === 'CommandExpansion' || child.type === 'ProcessSubstitution') && child.script !== undefined) {
                const script = nestedScript(child.script, this.#script.source, this.#script.source.slice(child.pos, child.end));
                const walk = script.source === this.#script.source ? this : new _a(script, this.recorder);
                walk.nodes(child.script.commands, { ...frame, scope: frame.scope.fork(), depth: frame.depth + 1 });
            }
            else if (node.type !== 'Command' || child.type !== 'Command')
                this.#substitutions(child, frame);
        });
    }
    #stdin(redirects, frame) {
        let stdin = frame.stdin;
        for (const redirect of redirects) {
            if (redirect.type === 'HereDoc')
                stdin = expandHeredoc(redirect, this.#script.source, frame.scope);
            else if (redirect.target === undefined || (redirect.type === 'Redirect' && redirect.operator !== '<'))
                continue;
            else {
                const text = expandText(redirect.target, this.#script.source, frame.scope);
                stdin = redirect.type === 'HereString' ? text : this.recorder.find(text.text, frame.scope.cwd);
            }
        }
        return stdin;
    }
    #redirectOutput(command, fields, invocation) {
        for (const redirect of command.redirects) {
            if (redirect.type !== 'Redirect' || redirect.target === undefined || !redirect.operator.startsWith('>'))
                continue;
            const text = outputOf(fields, invocation.stdin, this.recorder, invocation.frame.scope.cwd);
            const path = expandText(redirect.target, this.#script.source, invocation.frame.scope).text;
            const target = joinPath(invocation.frame.scope.cwd, path);
            if (text !== null && !path.includes(mapped_text/* HOLE */.v))
                this.recorder.wrote(target, text, redirect.operator.includes('>>'));
        }
    }
}
_a = Walk;
const declarations = new Set(['export', 'declare', 'local', 'readonly', 'typeset']);
const assigned = (before, text) => before?.kind === 'text' ? { kind: 'text', text: mapped_text/* MappedText */.D.join([before.text, text]) } : { kind: 'text', text };
function builtin({ name, args, frame }) {
    const { scope } = frame;
    const [first] = args;
    switch (name) {
        case 'cd':
        case 'pushd':
            if (first !== undefined && !first.text.hasHoles)
                scope.cwd = joinPath(scope.cwd, first.text.text);
            return true;
        case 'read':
        case 'unset':
            for (const field of args)
                if (!field.text.text.startsWith('-'))
                    scope.set(field.text.text, 'unknown');
            return true;
        case 'set':
            if (first?.text.text === '--')
                scope.positional = args.slice(1).map(field => field.text);
            return true;
        case 'shift':
            scope.positional = scope.positional?.slice(Number(first?.text.text ?? 1) || 1);
            return true;
        default:
            return false;
    }
}

// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/index.js + 15 modules
var expressions_dist = __webpack_require__(1281);
// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/ast.js
var ast = __webpack_require__(2049);
// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/lexer.js
var lexer = __webpack_require__(2083);
// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/result.js
var dist_result = __webpack_require__(6856);
;// CONCATENATED MODULE: ./lib/src/text/expressions.js





const contextNames = [
    'github',
    'env',
    'vars',
    'job',
    'jobs',
    'steps',
    'runner',
    'secrets',
    'strategy',
    'matrix',
    'needs',
    'inputs'
];
const runTimeFunctions = ['hashFiles', 'success', 'always', 'cancelled', 'failure'].map(name => ({
    name,
    minArgs: 0,
    maxArgs: 255
}));
const expressions_longest = 2_000;
function substituteExpressions(text, lookup) {
    if (!text.text.includes('${{'))
        return text;
    const pieces = [];
    let from = 0;
    for (const [start, end] of expressionRanges(text.text)) {
        const value = evaluate(text.text.slice(start + 3, end - 2), lookup);
        pieces.push(text.slice(from, start));
        pieces.push(mapped_text/* MappedText */.D.standingFor(text.slice(start, end), value?.text ?? mapped_text/* HOLE */.v, value?.assumed));
        from = end;
    }
    pieces.push(text.slice(from));
    return mapped_text/* MappedText */.D.join(pieces);
}
function expressionRanges(text) {
    const ranges = [];
    for (let start = text.indexOf('${{'); start !== -1; start = text.indexOf('${{', start)) {
        let quoted = false;
        let end = start + 3;
        while (end < text.length && (quoted || !text.startsWith('}}', end))) {
            if (text[end] === "'")
                quoted = !quoted;
            end++;
        }
        if (end >= text.length) {
            start += 3;
            continue;
        }
        ranges.push([start, end + 2]);
        start = end + 2;
    }
    return ranges;
}
class UnknownValue extends Error {
    alone;
    constructor(name, alone) {
        super(name);
        this.alone = alone;
    }
}
function evaluate(expression, lookup) {
    if (expression.length > expressions_longest)
        return null;
    try {
        const parsed = new expressions_dist/* Parser */.iX(new expressions_dist/* Lexer */.JG(expression).lex().tokens, contextNames, runTimeFunctions).parse();
        const evaluator = new KnownValues(parsed, lookup);
        const value = evaluator.evaluate();
        return { text: asText(value), assumed: evaluator.assumed };
    }
    catch {
        return null;
    }
}
const asText = (value) => value instanceof expressions_dist/* data.Array */.p.O3 ? JSON.stringify(value.values().map(item => item.coerceString())) : value.coerceString();
class KnownValues extends expressions_dist/* Evaluator */.oi {
    assumed = [];
    #lookup;
    constructor(expression, lookup) {
        super(expression, new expressions_dist/* data.Dictionary */.p.bT());
        this.#lookup = lookup;
    }
    visitContextAccess(access) {
        throw new UnknownValue(access.name.lexeme, true);
    }
    visitIndexAccess(access) {
        const path = expressions_pathOf(access);
        if (path === null)
            throw new UnknownValue('', false);
        const value = this.#lookup(path);
        if (value === undefined)
            throw new UnknownValue(path.join('.'), true);
        return new expressions_dist/* data.StringData */.p.uQ(value);
    }
    visitFunctionCall(call) {
        if (runTimeFunctions.some(known => known.name.toLowerCase() === call.functionName.lexeme.toLowerCase())) {
            throw new UnknownValue(call.functionName.lexeme, false);
        }
        return super.visitFunctionCall(call);
    }
    visitLogical(logical) {
        if (logical.operator.type === lexer/* TokenType */.ks.AND)
            return this.#conjunction(logical);
        let unknown = null;
        let result = null;
        for (const argument of logical.args) {
            try {
                result = this.eval(argument);
                if ((0,dist_result/* truthy */.vN)(result))
                    break;
            }
            catch (error) {
                if (!(error instanceof UnknownValue) || !error.alone)
                    throw error;
                unknown = error;
                result = null;
                this.assumed.push(error.message);
            }
        }
        if (result === null)
            throw unknown ?? new UnknownValue('', false);
        return result;
    }
    #conjunction(logical) {
        try {
            return super.visitLogical(logical);
        }
        catch (error) {
            throw error instanceof UnknownValue ? new UnknownValue(error.message, false) : error;
        }
    }
}
function expressions_pathOf(expression) {
    if (expression instanceof ast/* IndexAccess */.p_) {
        const before = expressions_pathOf(expression.expr);
        if (before === null || !(expression.index instanceof ast/* Literal */.uS))
            return null;
        return [...before, expression.index.literal.coerceString()];
    }
    return 'name' in expression ? [expression.name.lexeme] : null;
}

;// CONCATENATED MODULE: ./lib/src/sources/images/build-actions.js

function recordBuildStep(uses, inputs, recorder) {
    const action = uses.replace(/@.*$/, '').toLowerCase();
    const list = (name) => (inputs.get(name)?.text ?? '').split(/[\n,]/).flatMap(item => (item.trim() === '' ? [] : [item.trim()]));
    if (action === 'docker/metadata-action')
        recorder.namedImages(list('images'));
    if (action !== 'docker/build-push-action')
        return;
    const context = inputs.get('context');
    const file = inputs.get('file');
    if (context?.hasHoles === true || file?.hasHoles === true || /:\/\//.test(context?.text ?? ''))
        return;
    recorder.built({
        names: list('tags'),
        context: joinPath('.', context?.text.trim() ?? '.'),
        dockerfile: file === undefined ? null : joinPath('.', file.text.trim()),
        inline: null,
        target: inputs.get('target')?.text.trim() ?? null,
        args: new Map(list('build-args').flatMap(arg => {
            const equals = arg.indexOf('=');
            return equals === -1 ? [] : [[arg.slice(0, equals), arg.slice(equals + 1)]];
        }))
    });
}

;// CONCATENATED MODULE: ./lib/src/sources/matrix.js


const matrix_most = 32;
function combinations(matrix) {
    let all = [new Map()];
    for (const { key, value } of entriesOf(matrix)) {
        const name = key.text.text;
        if (name === 'include' || name === 'exclude' || value.kind !== 'list')
            continue;
        all = all.flatMap(before => value.items.map(item => new Map([...before, ...flatten(name, item)]))).slice(0, matrix_most);
    }
    const excluded = matrix_listed(matrix, 'exclude');
    all = all.filter(one => !excluded.some(values => [...values].every(([name, text]) => one.get(name)?.text === text.text)));
    const included = matrix_listed(matrix, 'include');
    return included.length === 0 ? all : merge(all, included).slice(0, matrix_most);
}
function labels(node) {
    const items = textsOf(node);
    const [first] = items;
    return first === undefined ? null : mapped_text/* MappedText */.D.standingFor(first, JSON.stringify(items.map(({ text }) => text)));
}
const matrix_listed = (matrix, key) => itemsOf(child(matrix, key)).map(item => new Map(entriesOf(item).flatMap(entry => flatten(entry.key.text.text, entry.value))));
function merge(all, included) {
    const base = all.length === 1 && all[0]?.size === 0 ? [] : all;
    const alone = [];
    for (const extra of included) {
        const fitting = base.filter(one => [...extra].every(([name, text]) => (one.get(name)?.text ?? text.text) === text.text));
        const extends_ = fitting.filter(one => [...extra.keys()].some(name => one.has(name)) || base.length > 0);
        if (extends_.length === 0)
            alone.push(extra);
        for (const one of extends_)
            for (const [name, text] of extra)
                one.set(name, text);
    }
    return [...base, ...alone];
}
function flatten(name, node) {
    if (node.kind === 'map')
        return node.entries.flatMap(entry => flatten(`${name}.${entry.key.text.text}`, entry.value));
    const text = textOf(node) ?? labels(node);
    return text === null ? [] : [[name, text]];
}

;// CONCATENATED MODULE: ./lib/src/sources/runner.js


const github = /^(ubuntu|windows|macos)-(latest|slim|\d+(\.\d+)?)(-[\w.]+)*$/i;
const rented = /^(blacksmith|depot|buildjet|warp|ubicloud|nscloud|namespace-profile|runs-on=)([-=:/]|$)/i;
function placementOf(runsOn, resolve) {
    const names = labelsOf(runsOn, resolve);
    const grouped = child(runsOn, 'group') !== null;
    if (names.some(name => name.includes(mapped_text/* HOLE */.v)))
        return 'hosted';
    if (names.some(name => name.toLowerCase() === 'self-hosted'))
        return 'self-hosted';
    if (names.some(name => github.test(name) || rented.test(name)))
        return 'hosted';
    return names.length > 0 || grouped ? 'self-hosted' : 'hosted';
}
const defaultShell = (runsOn, resolve) => labelsOf(runsOn, resolve).some(name => /^windows(-|$)/i.test(name)) ? 'pwsh' : 'bash';
const labelsOf = (runsOn, resolve) => [...textsOf(runsOn), ...textsOf(child(runsOn, 'labels'))]
    .flatMap(label => resolve(label)
    .text.replace(/^\[|\]$/g, '')
    .split(','))
    .map(name => name.trim().replace(/^["']|["']$/g, ''))
    .filter(name => name !== '');

;// CONCATENATED MODULE: ./lib/src/sources/ssh-actions.js

const scriptInputs = [
    'first_ssh',
    'script_before',
    'script',
    'command',
    'commands',
    'run',
    'script_after',
    'post_script',
    'last_ssh'
];
const pathInputs = ['script_path', 'script_file', 'script-path', 'script-file'];
const sourceInputs = ['source', 'local', 'path', 'local_path', 'local-path', 'source_path'];
const targetInputs = ['target', 'remote', 'remote_path', 'remote-path', 'remote_target', 'destination', 'dest'];
function sshStep(uses, inputs) {
    const name = uses.replace(/@.*$/, '').toLowerCase();
    if (!/ssh|scp|rsync|sftp/.test(name) || /ssh-agent|ssh-key|ssh-config|setup-ssh|known-hosts|install-ssh/.test(name))
        return null;
    const given = (names) => names.flatMap(input => inputs.get(input) ?? []);
    const target = given(targetInputs)[0]?.text ?? '.';
    const stripped = Number(inputs.get('strip_components')?.text ?? 0) || 0;
    return {
        scripts: given(scriptInputs),
        paths: given(pathInputs).map(path => path.text.trim()),
        copies: given(sourceInputs)
            .flatMap(source => source.text.split(/[,\n]/))
            .map(source => source.trim().replace(/\/?\*+$/, ''))
            .filter(source => source !== '' && !source.startsWith('!'))
            .map(source => ({ from: source, to: copyTarget(source, target, stripped) }))
    };
}
function copyTarget(source, target, stripped) {
    const kept = source.replace(/^\.\//, '').split('/').slice(stripped).join('/');
    return kept === '' ? target : `${target.replace(/\/$/, '')}/${kept}`;
}
const commandHere = (uses, inputs) => /\/(w?retry[\w.-]*|[\w.-]*-retry)(@|$)/i.test(uses) ? (inputs.get('command') ?? inputs.get('run') ?? null) : null;
function checkedUrl(uses, inputs) {
    if (!/health-?check|url-?check|wait-?(for|on)|http-?(status|check)|uptime|smoke/i.test(uses.replace(/@.*$/, '')))
        return null;
    for (const text of inputs.values()) {
        const host = publicHost(text.text.trim());
        if (host !== null)
            return { at: text.location(), what: `the workflow checks https://${host}` };
    }
    return null;
}

;// CONCATENATED MODULE: ./lib/src/sources/webhook-urls.js
function recordWebhookUrls(uses, inputs, recorder) {
    const given = inputs.get('webhook-url');
    if (given === undefined || !/webhook-reach-check|^\.\//i.test(uses))
        return;
    for (const match of given.text.matchAll(/[^\s]+/g)) {
        const url = given.slice(match.index, match.index + match[0].length);
        recorder.addWebhookUrl({ at: url.location(), url: url.text });
    }
}

;// CONCATENATED MODULE: ./lib/src/sources/workflow.js













const workflow_deepest = 10;
function readWorkflow(text, recorder, coverage) {
    new WorkflowReader(recorder, coverage).workflow(text, new Map(), [], 0);
}
function readAction(text, recorder, coverage, frame) {
    new WorkflowReader(recorder, coverage).action(text, {
        workflow: text.file.path,
        name: null,
        placement: frame.placement,
        env: new Map(),
        values: new Map(),
        shell: null,
        cwd: '.',
        envFile: envFileOf(text.file.path, 0),
        calls: [],
        depth: 0
    });
}
const envFileOf = (workflow, run) => mapped_text/* MappedText */.D.whole(new text_location/* SourceFile */.s('', `/github/${workflow}/${run}/env`));
class WorkflowReader {
    #recorder;
    #coverage;
    #runs = 0;
    constructor(recorder, coverage) {
        this.#recorder = recorder;
        this.#coverage = coverage;
    }
    workflow(text, inputs, calls, depth) {
        const root = this.#parse(text);
        if (root === null || depth > workflow_deepest)
            return;
        const values = new Map([...defaultInputs(root), ...inputs]);
        const env = envOf(child(root, 'env'), values, new Map());
        for (const { key, value } of entriesOf(child(root, 'jobs'))) {
            if (value.kind !== 'map' || isOff(child(value, 'if')))
                continue;
            for (const combination of combinations(child(child(value, 'strategy'), 'matrix'))) {
                const matrix = new Map([...values, ...[...combination].map(([name, at]) => [`matrix.${name}`, at])]);
                this.#job(value, { root, text, job: key.text.text, env, values: matrix, calls, depth });
            }
        }
    }
    #job(node, at) {
        const env = envOf(child(node, 'env'), at.values, at.env);
        const resolve = resolver(at.values, env);
        const uses = textOf(child(node, 'uses'));
        if (uses !== null)
            return this.#reusable(uses, child(node, 'with'), resolve, at);
        const run = (of) => child(child(of, 'defaults'), 'run');
        const shell = textOf(child(run(node), 'shell')) ?? textOf(child(run(at.root), 'shell'));
        const folder = textOf(child(run(node), 'working-directory')) ?? textOf(child(run(at.root), 'working-directory'));
        const job = {
            workflow: at.text.file.path,
            name: at.job,
            placement: placementOf(child(node, 'runs-on'), resolve),
            env,
            values: at.values,
            shell: shell === null ? defaultShell(child(node, 'runs-on'), resolve) : resolve(shell).text,
            cwd: folder === null ? '.' : resolve(folder).text,
            envFile: envFileOf(at.text.file.path, this.#runs++),
            calls: at.calls,
            depth: at.depth
        };
        this.#recorder.beginJob();
        this.#steps(child(node, 'steps'), job);
    }
    #reusable(uses, inputs, resolve, at) {
        const path = localPath(uses.text);
        const text = path === null ? null : this.#recorder.find(path, '.');
        if (text === null)
            return;
        const given = entriesOf(inputs).flatMap(({ key, value }) => {
            const input = textOf(value);
            return input === null ? [] : [[`inputs.${key.text.text}`, resolve(input)]];
        });
        this.workflow(text, new Map(given), [...at.calls, uses.location()], at.depth + 1);
    }
    #steps(steps, job) {
        const state = { env: job.env };
        const seen = new Set();
        const walk = (node) => {
            if (node.kind !== 'map' || seen.has(node))
                return;
            seen.add(node);
            for (const step of itemsOf(child(node, 'parallel')))
                walk(step);
            if (isOff(child(node, 'if')))
                return;
            this.#coverage.steps++;
            const scope = this.#step(node, { ...job, env: state.env });
            state.env = this.#exported(state.env, job.envFile.text, scope);
        };
        for (const step of itemsOf(steps))
            walk(step);
    }
    #step(step, job) {
        const env = envOf(child(step, 'env'), job.values, job.env);
        const resolve = resolver(job.values, env);
        const name = textOf(child(step, 'name')) ?? textOf(child(step, 'id'));
        const label = name === null ? null : resolve(name).text;
        const folder = textOf(child(step, 'working-directory'));
        const cwd = folder === null ? job.cwd : joinPath(job.cwd, resolve(folder).text);
        const frame = { ...this.#frame(job, label, env, cwd), arms: afterFailure(child(step, 'if')) };
        const run = textOf(child(step, 'run'));
        if (run !== null) {
            const shell = textOf(child(step, 'shell'));
            const script = forShell(resolve(run), shell === null ? job.shell : resolve(shell).text);
            if (script !== null)
                runScript(script, frame, this.#recorder);
            return frame.scope;
        }
        const uses = textOf(child(step, 'uses'));
        if (uses !== null)
            this.#uses(uses, child(step, 'with'), { ...job, env }, frame, resolve);
        return frame.scope;
    }
    #uses(uses, inputs, job, frame, resolve) {
        const given = new Map(entriesOf(inputs).flatMap(({ key, value }) => {
            const input = textOf(value);
            return input === null ? [] : [[key.text.text.toLowerCase(), resolve(input)]];
        }));
        const path = localPath(uses.text);
        if (path !== null)
            return this.#localAction(path, uses, given, job);
        const checked = checkedUrl(uses.text, given);
        if (checked !== null)
            this.#recorder.addHint({ ...checked, workflow: job.workflow, port: null });
        const here = commandHere(uses.text, given);
        if (here !== null)
            return runScript(here, frame, this.#recorder);
        recordBuildStep(uses.text, given, this.#recorder);
        recordWebhookUrls(uses.text, given, this.#recorder);
        const ssh = sshStep(uses.text, given);
        if (ssh === null)
            return;
        for (const { from, to } of ssh.copies)
            this.#recorder.copied(joinPath('.', from), to);
        const passed = (given.get('envs')?.text ?? '').split(',').map(name => name.trim());
        const variables = passed.flatMap(name => {
            const value = job.env.get(name);
            return value === undefined ? [] : [[name, { kind: 'text', text: value }]];
        });
        const remote = { ...frame, placement: 'remote', machine: {}, scope: new Scope(variables) };
        for (const script of ssh.scripts)
            runScript(script, remote, this.#recorder);
        for (const file of ssh.paths) {
            const script = this.#recorder.find(file, '.');
            if (script !== null)
                runScript(script, { ...remote, calls: [...frame.calls, uses.location()], depth: 1 }, this.#recorder);
        }
    }
    #localAction(path, uses, given, job) {
        const text = this.#recorder.find(`${path}/action.yml`, '.') ?? this.#recorder.find(`${path}/action.yaml`, '.');
        if (text === null || job.depth >= workflow_deepest)
            return;
        const inputs = [...given].map(([name, value]) => [`inputs.${name}`, value]);
        this.action(text, { ...job, values: new Map(inputs), calls: [...job.calls, uses.location()], depth: job.depth + 1 });
    }
    action(text, job) {
        const root = this.#parse(text);
        const values = new Map([...inputDefaults(child(root, 'inputs')), ...job.values]);
        this.#steps(child(child(root, 'runs'), 'steps'), { ...job, values });
    }
    #frame(job, step, env, cwd) {
        const scope = new Scope([...env, ['GITHUB_ENV', job.envFile]].map(([name, text]) => [name, { kind: 'text', text }]), cwd);
        scope.positional = [];
        return {
            placement: job.placement,
            workflow: job.workflow,
            job: job.name,
            step,
            calls: job.calls,
            scope,
            stdin: null,
            arms: [],
            depth: job.depth
        };
    }
    #exported(env, path, scope) {
        const context = scope.variable(chosenContext);
        const all = new Map(env);
        if (context?.kind === 'text')
            all.set(chosenContext, context.text);
        const text = this.#recorder.find(path, '/');
        if (text === null)
            return all;
        for (const match of text.text.matchAll(/^([A-Za-z_]\w*)=(.*)$/gm)) {
            const start = match.index + (match[1] ?? '').length + 1;
            all.set(match[1] ?? '', text.slice(start, match.index + match[0].length));
        }
        return all;
    }
    #parse(text) {
        const { documents, error } = parseYaml(text);
        if (error !== null)
            this.#recorder.addUnread({
                file: text.file.path,
                line: error.line,
                reason: `it is no valid YAML: ${error.message}`,
                whole: true
            });
        return documents[0]?.root ?? null;
    }
}
function defaultInputs(root) {
    const on = child(root, 'on') ?? child(root, 'true');
    return new Map(['workflow_dispatch', 'workflow_call'].flatMap(event => [...inputDefaults(child(child(on, event), 'inputs'))]));
}
const inputDefaults = (inputs) => new Map(entriesOf(inputs).flatMap(({ key, value }) => {
    const text = textOf(child(value, 'default'));
    return text === null ? [] : [[`inputs.${key.text.text.toLowerCase()}`, text]];
}));
function envOf(node, values, outer) {
    const resolve = resolver(values, outer);
    const own = entriesOf(node).flatMap(({ key, value }) => {
        const text = textOf(value);
        return text === null ? [] : [[key.text.text, resolve(text)]];
    });
    return own.length === 0 ? outer : new Map([...outer, ...own]);
}
function resolver(values, env) {
    const lookup = path => {
        const [context, ...rest] = path[0] === 'github' && path[1] === 'event' && path[2] === 'inputs' ? path.slice(2) : path;
        const name = rest.join('.');
        const value = context === 'env'
            ? env.get(name)
            : (values.get(`${context}.${name}`) ?? values.get(`${context}.${name.toLowerCase()}`));
        return value === undefined || value.hasHoles ? undefined : value.text;
    };
    return text => substituteExpressions(text, lookup);
}
const localPath = (uses) => /^(\.|\$)\//.test(uses) ? uses.slice(2).replace(/\/$/, '') || '.' : null;
const isOff = (condition) => /^\s*(\$\{\{\s*)?false(\s*\}\})?\s*$/.test(textOf(condition)?.text ?? '');
function afterFailure(condition) {
    const text = textOf(condition);
    if (text === null ||
        !/\b(failure|cancelled)\(\)/.test(text.text) ||
        /\balways\(\)|!\s*(failure|cancelled)/.test(text.text))
        return [];
    const { file, line } = text.location();
    return [`${file}:${line}`];
}
const continuations = { pwsh: '`', powershell: '`', cmd: '^' };
function forShell(script, shell) {
    const name = shell?.trim().split(/\s+/)[0]?.replace(/^.*\//, '') ?? 'bash';
    if (/^(bash|sh|dash|zsh)$/.test(name))
        return script;
    const mark = continuations[name];
    if (mark === undefined)
        return null;
    const pieces = [];
    let from = 0;
    for (let at = script.text.indexOf(`${mark}\n`); at !== -1; at = script.text.indexOf(`${mark}\n`, at + 1)) {
        pieces.push(script.slice(from, at), mapped_text/* MappedText */.D.standingFor(script.slice(at, at + 1), '\\'));
        from = at + 1;
    }
    return pieces.length === 0 ? script : mapped_text/* MappedText */.D.join([...pieces, script.slice(from)]);
}

;// CONCATENATED MODULE: ./lib/src/sources/listed.js











const listedFrame = () => ({
    placement: 'listed',
    workflow: null,
    job: null,
    step: null,
    calls: [],
    scope: new Scope(),
    stdin: null,
    arms: [],
    depth: 0
});
const listedShell = (recorder) => {
    const shell = {
        recorder,
        run: (text, frame) => runScript(text, { ...frame, depth: frame.depth + 1 }, recorder),
        invoke: invocation => dispatch(invocation, shell)
    };
    return shell;
};
function readListed(text, recorder, coverage) {
    const { path } = text.file;
    if (/\.ya?ml$/.test(path)) {
        const { documents, error } = parseYaml(text);
        const root = documents[0]?.root ?? null;
        if (error !== null) {
            const reason = `it is no valid YAML: ${error.message}`;
            recorder.addUnread({ file: path, line: error.line, reason, whole: true });
        }
        else if (root?.kind === 'list')
            new Playbook(new Map(), listedShell(recorder)).read(text, listedFrame());
        else if (/(^|\/)config\/deploy(\.[\w-]+)?\.ya?ml$/.test(path))
            readKamal([text], listedFrame(), recorder);
        else if (child(root, 'jobs') !== null)
            readWorkflow(text, recorder, coverage);
        else if (child(root, 'runs') !== null)
            readAction(text, recorder, coverage, { placement: 'listed' });
        else if (child(root, 'services') !== null)
            startListed(text, listedFrame(), recorder);
    }
    else if (/\.(sh|bash)$/.test(path) || /^#!.*\b(ba|da|z)?sh\b/.test(text.text)) {
        runScript(text, listedFrame(), recorder);
    }
    else if (/\.(container|service)$/.test(path))
        startUnit(text, fileName(path), listedFrame(), listedShell(recorder));
    else if (/(^|\/)(GNU)?[Mm]akefile$|\.mk$/.test(path))
        makeAll(text, listedFrame(), listedShell(recorder));
}

;// CONCATENATED MODULE: ./lib/src/sources/images/builds.js




function buildOf(image, builds) {
    const found = builds.filter(({ names }) => names.some(name => builds_isSame(repository(name), repository(image))));
    const [first] = found;
    return first !== undefined && found.every(build => dockerfileOf(build) === dockerfileOf(first)) ? first : null;
}
function imageOf(build, recorder) {
    const text = build.inline ?? dockerfile(build, recorder)?.text ?? null;
    return text === null ? null : readDockerfile(text, build.target, build.args);
}
const dockerfileOf = ({ dockerfile: path, context }) => path ?? joinPath(context, 'Dockerfile');
const dockerfile = (build, recorder) => recorder.locate(dockerfileOf(build), '.') ??
    (build.dockerfile === null ? recorder.locate(joinPath(build.context, 'Containerfile'), '.') : null);
const repository = (name) => name.replace(/@.*$/s, '').replace(/:[^/:]*$/s, '');
function builds_isSame(built, run) {
    if (built === run)
        return built !== mapped_text/* HOLE */.v;
    const [open, known] = built.includes(mapped_text/* HOLE */.v) ? [built, run] : [run, built];
    const parts = open.split(mapped_text/* HOLE */.v);
    if (!open.includes(mapped_text/* HOLE */.v) || known.includes(mapped_text/* HOLE */.v) || open.replaceAll(mapped_text/* HOLE */.v, '').replace(/\W/g, '').length < 4)
        return false;
    return known.startsWith(parts[0] ?? '') && known.endsWith(parts.at(-1) ?? '');
}
const mostFiles = 200;
function surroundingsOf(build, recorder) {
    const folder = joinPath('.', build?.context ?? '.');
    const inside = (path) => folder === '.' || path.startsWith(`${folder}/`);
    const named = (test) => recorder.files
        .list()
        .filter(path => inside(path) && test(path))
        .slice(0, mostFiles);
    const text = (path) => recorder.locate(path, '.')?.text ?? null;
    return {
        configures: name => named(path => name.test(path)).some(path => /host|bind|listen|address/i.test(text(path)?.text ?? '')),
        packageScript(name) {
            const file = recorder.files.exists(joinPath(folder, 'package.json'))
                ? text(joinPath(folder, 'package.json'))
                : null;
            return file === null ? null : textOf(child(child(parseYaml(file).documents[0]?.root, 'scripts'), name));
        },
        script(path) {
            const [first] = named(candidate => fileName(candidate) === fileName(path));
            return first === undefined ? null : text(first);
        }
    };
}

;// CONCATENATED MODULE: ./lib/src/sources/listeners/servers.js
const loopback = '127.0.0.1';
const everywhere = '0.0.0.0';
const hostFlags = ['--host', '-H', '--hostname', '--bind', '-b', '--address', '--listen'];
const servers = [
    {
        programs: ['uvicorn'],
        host: ['--host'],
        port: ['--port'],
        hostVariables: ['UVICORN_HOST'],
        portVariables: ['UVICORN_PORT'],
        defaultHost: loopback,
        defaultPort: 8000,
        configFlags: ['--uds', '--fd']
    },
    {
        programs: ['gunicorn'],
        bind: ['-b', '--bind'],
        defaultHost: loopback,
        defaultPort: 8000,
        config: /(^|\/)gunicorn[\w.-]*\.py$/,
        configFlags: ['-c', '--config']
    },
    {
        programs: ['hypercorn'],
        bind: ['-b', '--bind', '--insecure-bind'],
        defaultHost: loopback,
        defaultPort: 8000,
        configFlags: ['-c', '--config']
    },
    {
        programs: ['daphne'],
        host: ['-b', '--bind'],
        port: ['-p', '--port'],
        defaultHost: loopback,
        defaultPort: 8000,
        configFlags: ['-e', '--endpoint', '-u', '--fd']
    },
    {
        programs: ['granian'],
        host: ['--host'],
        port: ['--port'],
        hostVariables: ['GRANIAN_HOST'],
        portVariables: ['GRANIAN_PORT'],
        defaultHost: loopback,
        defaultPort: 8000
    },
    {
        programs: ['waitress-serve'],
        host: ['--host'],
        port: ['--port'],
        bind: ['--listen'],
        defaultHost: everywhere,
        defaultPort: 8080
    },
    {
        programs: ['fastapi'],
        subcommands: ['dev'],
        host: ['--host'],
        port: ['--port'],
        defaultHost: loopback,
        defaultPort: 8000
    },
    {
        programs: ['fastapi'],
        subcommands: ['run'],
        host: ['--host'],
        port: ['--port'],
        defaultHost: everywhere,
        defaultPort: 8000
    },
    {
        programs: ['flask'],
        subcommands: ['run'],
        host: ['-h', '--host'],
        port: ['-p', '--port'],
        hostVariables: ['FLASK_RUN_HOST'],
        portVariables: ['FLASK_RUN_PORT'],
        defaultHost: loopback,
        defaultPort: 5000,
        config: /(^|\/)\.flaskenv$/
    },
    {
        programs: ['manage.py', 'django-admin'],
        subcommands: ['runserver', 'runserver_plus'],
        operand: true,
        defaultHost: loopback,
        defaultPort: 8000
    },
    { programs: ['uwsgi'], bind: ['--http', '--http-socket', '--https'], defaultHost: null, defaultPort: null },
    {
        programs: ['next'],
        subcommands: ['start', 'dev'],
        host: ['-H', '--hostname'],
        port: ['-p', '--port'],
        portVariables: ['PORT'],
        defaultHost: everywhere,
        defaultPort: 3000
    },
    {
        programs: ['vite'],
        subcommands: ['preview'],
        host: ['--host'],
        port: ['--port'],
        defaultHost: 'localhost',
        defaultPort: 4173,
        config: /(^|\/)vite\.config\.\w+$/,
        configFlags: ['-c', '--config']
    },
    {
        programs: ['vite'],
        except: ['build', 'optimize'],
        host: ['--host'],
        port: ['--port'],
        defaultHost: 'localhost',
        defaultPort: 5173,
        config: /(^|\/)vite\.config\.\w+$/,
        configFlags: ['-c', '--config']
    },
    {
        programs: ['rails'],
        subcommands: ['server', 's'],
        host: ['-b', '--binding'],
        port: ['-p', '--port'],
        hostVariables: ['BINDING'],
        portVariables: ['PORT'],
        defaultHost: null,
        defaultPort: 3000,
        config: /(^|\/)config\/puma\.rb$/
    },
    {
        programs: ['puma'],
        bind: ['-b', '--bind'],
        port: ['-p', '--port'],
        defaultHost: null,
        defaultPort: null
    },
    { programs: ['php'], bind: ['-S'], defaultHost: null, defaultPort: null },
    {
        programs: ['artisan'],
        subcommands: ['serve'],
        host: ['--host'],
        port: ['--port'],
        hostVariables: ['SERVER_HOST'],
        portVariables: ['SERVER_PORT'],
        defaultHost: loopback,
        defaultPort: 8000
    },
    {
        programs: ['http.server'],
        host: ['-b', '--bind'],
        operand: true,
        defaultHost: everywhere,
        defaultPort: 8000
    },
    {
        programs: ['java'],
        host: ['-Dserver.address', '--server.address', '-Dquarkus.http.host'],
        port: ['-Dserver.port', '--server.port', '-Dquarkus.http.port'],
        hostVariables: ['SERVER_ADDRESS', 'QUARKUS_HTTP_HOST'],
        portVariables: ['SERVER_PORT', 'QUARKUS_HTTP_PORT'],
        defaultHost: null,
        defaultPort: null
    },
    {
        programs: ['.output/server/index.mjs', 'build', 'build/index.js'],
        hostVariables: ['NITRO_HOST', 'HOST'],
        portVariables: ['NITRO_PORT', 'PORT'],
        defaultHost: null,
        defaultPort: null
    },
    {
        programs: ['server.js', '.next/standalone/server.js'],
        hostVariables: ['HOSTNAME'],
        portVariables: [],
        host: hostFlags,
        port: ['--port', '-p'],
        defaultHost: null,
        defaultPort: null
    }
];
const anyProgram = {
    programs: [],
    host: hostFlags,
    port: ['--port', '-p'],
    defaultHost: null,
    defaultPort: null
};
const managers = new Set(`nginx caddy httpd apache2 apache2ctl apache2-foreground haproxy traefik envoy supervisord s6-svscan runsvdir foreman
  honcho overmind concurrently pm2 pm2-runtime circusd init systemd php-fpm frankenphp unitd`.split(/\s+/));

;// CONCATENATED MODULE: ./lib/src/sources/listeners/listen-words.js



function listening(server, args, variables, configured) {
    if (given(args, server.configFlags).length > 0)
        return [];
    const known = configured ? { host: null, port: null } : { host: server.defaultHost, port: server.defaultPort };
    const binds = given(args, server.bind);
    const ports = given(args, server.port);
    if (binds.length > 0)
        return binds.flatMap(bind => address(bind.value, bind.word, listen_words_portOf(ports.at(-1)?.value)) ?? []);
    const operand = server.operand === true ? operandOf(args, server) : undefined;
    if (operand !== undefined && server.host === undefined) {
        const found = address(operand.text, operand, known.port);
        return found === null ? [] : [{ ...found, address: found.address ?? known.host }];
    }
    const told = listen_words_portOf(ports.at(-1)?.value) ?? listen_words_portOf(operand?.text) ?? listen_words_portOf(first(server.portVariables, variables));
    const port = told ?? (ports.length > 0 ? null : known.port);
    const host = given(args, server.host).at(-1);
    if (host !== undefined) {
        const found = address(host.value, host.word, port);
        if (server !== anyProgram || isHost(found?.address))
            return found === null ? [] : [found];
    }
    const variable = first(server.hostVariables, variables);
    if (variable !== undefined)
        return [{ address: addressOf(variable), port, word: null }];
    return known.host === null && port === null ? [] : [{ address: known.host, port, word: null }];
}
const operandOf = (args, server) => args.find(({ text }) => (server.host === undefined ? /^[\d.:[\]a-z-]*\d$/i : /^\d+$/).test(text));
const isHost = (text) => text != null && (text === 'localhost' || (0,model_address/* isAddress */.PW)(text));
const first = (names, variables) => names?.map(name => variables(name)?.text).find(value => value !== undefined && value !== '');
function given(args, flags = []) {
    return args.flatMap((word, index) => {
        for (const flag of flags) {
            const next = args[index + 1];
            if (word.text === flag) {
                return next === undefined || /^-./.test(next.text)
                    ? [{ value: flag === '--host' ? '0.0.0.0' : mapped_text/* HOLE */.v, word }]
                    : [{ value: next.text, word: next }];
            }
            if (word.text.startsWith(`${flag}=`))
                return [{ value: word.text.slice(flag.length + 1), word }];
            if (/^-[a-zA-Z]$/.test(flag) && word.text.startsWith(flag))
                return [{ value: word.text.slice(2), word }];
        }
        return [];
    });
}
const listen_words_portOf = (text) => text !== undefined && /^\d{1,5}$/.test(text) && Number(text) <= 65535 ? Number(text) : null;
const addressOf = (text) => (text.includes(mapped_text/* HOLE */.v) || text.startsWith('$') ? null : (0,model_address/* bare */.$B)(text));
function address(value, word, port) {
    const text = value.replace(/^(tcp|https?|ssl):\/\//, '').replace(/[?/].*$/, '');
    if (/^(unix|fd|file|socket):|^\//.test(value) || text === '')
        return null;
    if ((0,model_address/* isAddress */.PW)(text))
        return { address: (0,model_address/* bare */.$B)(text), port, word };
    const match = /^(\[.*\]|[^:]*):([^:]*)$/.exec(text);
    if (match !== null) {
        const host = match[1] ?? '';
        const found = host === '' || host === '*' ? '0.0.0.0' : addressOf(host);
        return { address: found, port: listen_words_portOf(match[2]), word };
    }
    return /^\d+$/.test(text) ? { address: null, port: listen_words_portOf(text), word } : { address: addressOf(text), port, word };
}

;// CONCATENATED MODULE: ./lib/src/sources/listeners/listeners.js







function listeners_listenersOf(container, around) {
    const environment = new Map([...(container.image?.environment ?? []), ...container.environment]);
    const parts = partsOf(container, around);
    const whole = parts.flat();
    const served = serve(whole, environment, around, 0);
    if (container.openEnvironment && served.some(({ word, byVariables }) => word === null && byVariables))
        return [];
    return served.map(({ address, port, word, program }) => {
        const part = parts.find(words => words.includes(word ?? program)) ?? parts.find(words => words.length > 0) ?? whole;
        return { at: place(part, word), address, port };
    });
}
function partsOf({ entrypoint, command, image }, around) {
    const entry = entrypoint ?? image?.entrypoint ?? null;
    const then = command ?? (entrypoint === null ? (image?.command ?? null) : null);
    const after = then === null ? [] : listeners_wordsOf(then);
    if (entry === null)
        return [after];
    if (entry.form === 'shell')
        return [listeners_wordsOf(entry)];
    const program = unwrap(entry.words);
    if (program === null || (program.args.length === 0 && /\.sh$|entrypoint/.test(program.name)))
        return program === null || handsOver(program.word.text, around) ? [after] : [];
    return [entry.words, after];
}
function handsOver(path, around) {
    const text = around.script(path)?.text;
    if (text === undefined || !/\$[@*]|\$\{@\}/.test(text))
        return false;
    return ![...managers].some(name => new RegExp(`\\b${name}\\b`).test(text));
}
const listeners_wordsOf = (line) => (line.form === 'exec' ? line.words : [line.text]);
const listeners_deepest = 4;
function serve(words, environment, around, depth) {
    const [first] = words;
    if (first === undefined || depth > listeners_deepest)
        return [];
    if (words.length === 1 && /\s/.test(first.text))
        return serveScript(first, environment, around, depth);
    const shell = words.findIndex(({ text }) => /^(ba|da|z|a)?sh$/.test(fileName(text)));
    const flag = words[shell + 1];
    const script = words[shell + 2];
    if (shell !== -1 && shell < 4 && flag !== undefined && /^-\w*c$/.test(flag.text) && script !== undefined)
        return serveScript(script, environment, around, depth);
    const named = packageScript(words);
    const text = named === null ? null : around.packageScript(named.script);
    if (named !== null && text !== null) {
        return serveScript(text, environment, around, depth, named.more).map(served => ({
            ...served,
            word: null,
            program: first
        }));
    }
    return serveProgram(words, environment, around);
}
function serveProgram(words, environment, around) {
    const [first] = words;
    const variables = name => environment.get(name);
    const program = first?.text.startsWith('-') ? { name: '', word: first, args: words } : unwrap(words);
    if (program === null || managers.has(program.name))
        return [];
    const server = servers.find(candidate => runs(candidate, program.name, program.args)) ?? anyProgram;
    const configured = server.config !== undefined && around.configures(server.config);
    const all = server.programs.includes('gunicorn') ? [...gunicornArguments(variables), ...program.args] : program.args;
    return adjusted(listening(server, all, variables, configured), server, variables).map(found => ({
        ...found,
        program: program.word,
        byVariables: server.hostVariables !== undefined || server.portVariables !== undefined || server.programs.includes('gunicorn')
    }));
}
const runs = (server, name, args) => server.programs.includes(name) &&
    !args.some(word => server.except?.includes(word.text) === true) &&
    (server.subcommands === undefined || args.some(word => server.subcommands?.includes(word.text) === true));
function adjusted(found, server, variables) {
    const [only] = found;
    if (only === undefined || only.word !== null)
        return found;
    const given = variables('PORT');
    const port = Number(given?.text);
    if (server.programs.includes('gunicorn') && given !== undefined)
        return [{ address: '0.0.0.0', port: Number.isInteger(port) ? port : null, word: null }];
    const environment = (variables('RAILS_ENV') ?? variables('RACK_ENV'))?.text;
    if (server.programs.includes('rails') && environment === 'development')
        return [{ ...only, address: 'localhost' }];
    return found;
}
function gunicornArguments(variables) {
    const value = variables('GUNICORN_CMD_ARGS');
    if (value === undefined)
        return [];
    return Array.from(value.text.matchAll(/\S+/g), ({ index, 0: word }) => value.slice(index, index + word.length));
}
function serveScript(text, environment, around, depth, more = []) {
    const { tree, source, brokenAt } = parseShell(text);
    if (brokenAt !== null)
        return [];
    const scope = new Scope([...environment].map(([name, value]) => [name, { kind: 'text', text: value }]));
    const commands = simpleCommands(tree.commands).map(command => [command.name, ...command.args].flatMap(word => word?.type === 'Word' ? expandWord(word, source, scope).map(field => fieldPart(field)) : []));
    if (commands.some(words => managers.has(unwrap(words)?.name ?? '')))
        return [];
    const last = commands.at(-1);
    if (last !== undefined)
        last.push(...more);
    return commands.flatMap((words, index) => index === commands.length - 1 || listeners_isServer(words) ? serve(words, environment, around, depth + 1) : []);
}
function listeners_isServer(words) {
    const program = unwrap(words);
    return program !== null && servers.some(server => runs(server, program.name, program.args));
}
function simpleCommands(nodes) {
    const found = [];
    const visit = (node) => {
        if (node.type === 'Command')
            found.push(node);
        else if (node.type !== 'CommandExpansion')
            (0,parser/* forEachChild */.dK)(node, visit);
    };
    for (const node of nodes)
        visit(node);
    return found;
}
function place(words, word) {
    const [first] = words;
    if (first === undefined)
        throw new Error('a command has words');
    const last = words.findLast(({ file }) => file === first.file) ?? first;
    const whole = first.file.location(first.span()[0], last.span()[1]);
    if (whole.line === whole.endLine)
        return whole;
    return word !== null && words.some(({ file }) => file === word.file) ? word.location() : first.location();
}

;// CONCATENATED MODULE: ./lib/src/sources/images/with-image.js




function withImage(container, runs, reading) {
    if (container.publications.length === 0)
        return container;
    const build = runs?.build ?? (container.image === null ? null : buildOf(container.image, reading.builds));
    const image = build === null ? null : imageOf(build, reading);
    const listeners = listeners_listenersOf({
        entrypoint: runs?.entrypoint ?? null,
        command: runs?.command ?? null,
        image,
        environment: container.environment,
        openEnvironment: runs?.openEnvironment ?? false
    }, surroundingsOf(build, reading));
    return { ...container, listeners, role: image === null ? container.role : roleWith(image, container.role) };
}
function roleWith(image, role) {
    if (role !== 'app')
        return role;
    if ((0,model_image/* isDataStore */.cS)(image.base))
        return 'data-store';
    return isConfiguredProxy(image) ? 'proxy' : 'app';
}

;// CONCATENATED MODULE: ./lib/src/sources/side-by-side.js



function sideBySide(started, removed) {
    const byPort = new Map();
    const pairs = new Map();
    for (const later of started) {
        if (later.container.throwaway || later.runs === null)
            continue;
        for (const port of new Set(later.container.publications.flatMap(({ mapping }) => (0,port_mapping/* hostPortsOf */.UD)(mapping)))) {
            const before = byPort.get(port) ?? [];
            for (const earlier of before) {
                if (runTogether(earlier, later, removed))
                    pairs.set(JSON.stringify([earlier.container.at, later.container.at]), [earlier.container, later.container]);
            }
            byPort.set(port, [...before, later].slice(-mostBefore));
        }
    }
    return [...pairs.values()];
}
const mostBefore = 50;
function runTogether(earlier, later, removed) {
    const [a, b] = [earlier.container, later.container];
    if (earlier.job !== later.job || earlier.runs?.machine !== later.runs?.machine)
        return false;
    if (JSON.stringify(a.at) === JSON.stringify(b.at))
        return false;
    if (a.engine === 'compose' && b.engine === 'compose' && a.name === b.name)
        return false;
    if (apart(a.arms, b.arms) || apart(b.arms, a.arms))
        return false;
    return !removed.some(({ names, startedAt, job, moment }) => job === earlier.job &&
        moment > earlier.moment &&
        moment < later.moment &&
        (names.some(name => name === a.name || name.includes(mapped_text/* HOLE */.v)) || startedAt.some(place => (0,text_location/* onLinesOf */.G)(a.at, place))));
}
const apart = (arms, others) => arms.some(arm => {
    const [choice = ''] = arm.split('#');
    return ((arm.startsWith('||') && !others.includes(arm)) ||
        others.some(other => other !== arm && other.startsWith(`${choice}#`)));
});

;// CONCATENATED MODULE: ./lib/src/sources/reading.js







class Reading {
    files;
    unread = [];
    hints = [];
    proxyCalls = [];
    #written = new Map();
    #overwritten = [];
    composeFiles = new Set();
    builds = [];
    routes = [];
    cutOffs = [];
    tunnels = [];
    webhookUrls = [];
    #started = [];
    #removed = [];
    #connected = [];
    #copies = [];
    #sources = new Map();
    #moment = 0;
    #job = 0;
    #imageNames = [];
    constructor(files) {
        this.files = files;
    }
    get read() {
        return [...this.#sources].flatMap(([path, text]) => (text === null ? [] : [path]));
    }
    beginJob() {
        this.#job++;
    }
    addContainer(container, runs = null) {
        this.#started.push({ container, runs, job: this.#job, moment: this.#moment++ });
    }
    commands() {
        return this.#started.flatMap(({ runs }) => (runs?.command?.form === 'exec' ? runs.command.words : []));
    }
    built(build) {
        const known = build.names.filter(name => name !== mapped_text/* HOLE */.v);
        this.builds.push(known.length > 0 ? build : { ...build, names: this.#imageNames });
    }
    namedImages(names) {
        this.#imageNames = names;
    }
    tagged(from, to) {
        const build = buildOf(from, this.builds);
        if (build !== null)
            this.builds.push({ ...build, names: [to] });
    }
    removed(names, frame, startedAt = []) {
        const moment = frame.ending === true ? Number.POSITIVE_INFINITY : this.#moment++;
        this.#removed.push({ names, startedAt, job: this.#job, arms: frame.arms, moment });
    }
    connected(network, container) {
        this.#connected.push([network, container]);
    }
    containers() {
        const seen = new Map();
        for (const started of this.#started) {
            const { container } = started;
            const throwaway = container.placement === 'self-hosted' &&
                (container.throwaway || this.#removed.some(removal => isOf(removal, started)));
            const key = keyOf(container);
            if (!seen.has(key))
                seen.set(key, { ...withImage(this.#joined(container), started.runs, this), throwaway });
        }
        return [...seen.values()];
    }
    together(containers) {
        const known = new Map(containers.map(container => [keyOf(container), container]));
        const started = this.#started.flatMap(start => {
            const container = known.get(keyOf(start.container));
            return container === undefined ? [] : [{ ...start, container }];
        });
        return sideBySide(started, this.#removed);
    }
    #joined(container) {
        const joined = this.#connected.filter(([, name]) => name === container.name).map(([network]) => network);
        if (container.networks === 'host' || joined.length === 0)
            return container;
        return { ...container, networks: [...container.networks, ...joined] };
    }
    wrote(path, text, appends) {
        const before = this.#written.get(path);
        if (before !== undefined && !appends && before.text !== text.text)
            this.#overwritten.push([path, before]);
        this.#written.set(path, appends && before !== undefined ? mapped_text/* MappedText */.D.join([before, text]) : text);
    }
    get written() {
        return [...this.#overwritten, ...this.#written];
    }
    copied(from, to) {
        this.#copies.push([from, to]);
    }
    addCutOff(cutOff) {
        this.cutOffs.push(cutOff);
    }
    addTunnel(tunnel) {
        this.tunnels.push(tunnel);
    }
    addWebhookUrl(url) {
        this.webhookUrls.push(url);
    }
    addRoute(route) {
        this.routes.push(route);
    }
    addHint(hint) {
        this.hints.push(hint);
    }
    addProxyCommand(name, args, at) {
        this.proxyCalls.push({ name, args, at });
    }
    addUnread(unread) {
        if (!this.unread.some(known => known.file === unread.file && known.line === unread.line && known.reason === unread.reason))
            this.unread.push(unread);
    }
    addComposeFile(path) {
        this.composeFiles.add(path);
    }
    find(path, cwd) {
        return this.locate(path, cwd)?.text ?? null;
    }
    locate(path, cwd) {
        if (path.includes('\ufffd'))
            return null;
        const full = joinPath(cwd, path);
        const written = this.#written.get(full) ?? this.#written.get(path);
        if (written !== undefined)
            return { text: written, via: 'deploy' };
        for (const [from, to] of this.#copies) {
            const copy = this.#copiedFile(full, from, to) ?? this.#copiedFile(path, from, to);
            if (copy !== null)
                return { text: copy, via: 'deploy' };
        }
        const parts = full.split('/').filter(part => part !== '' && part !== '~' && !part.startsWith('$'));
        for (let skip = 0; skip < Math.min(parts.length, 8); skip++) {
            const text = this.source(parts.slice(skip).join('/'));
            if (text !== null)
                return { text, via: 'checkout' };
        }
        return null;
    }
    #fileOrWritten(path) {
        return this.#written.get(path) ?? this.source(path);
    }
    source(path) {
        const known = this.#sources.get(path);
        if (known !== undefined)
            return known;
        const result = path.startsWith('..') ? null : this.files.read(path);
        const text = result !== null && 'text' in result ? mapped_text/* MappedText */.D.whole(new text_location/* SourceFile */.s(path, result.text)) : null;
        if (result !== null && 'unreadable' in result)
            this.addUnread({ file: path, line: 1, reason: result.unreadable, whole: true });
        this.#sources.set(path, text);
        return text;
    }
    #copiedFile(path, from, to) {
        const target = to.replace(/\/$/, '');
        if (path === target)
            return this.#fileOrWritten(from);
        const name = from.slice(from.lastIndexOf('/') + 1);
        if (path === `${target}/${name}`)
            return this.#fileOrWritten(from);
        return path.startsWith(`${target}/`) ? this.#fileOrWritten(joinPath(from, path.slice(target.length + 1))) : null;
    }
}
const keyOf = ({ at, placement, publications }) => JSON.stringify([at, placement, publications.map(({ at, mapping }) => [at, mapping])]);
const isOf = ({ names, startedAt, job, arms, moment }, { container, ...started }) => moment > started.moment &&
    job === started.job &&
    arms.every(arm => container.arms.includes(arm)) &&
    (names.includes(anyContainer) ||
        names.includes(container.name ?? '') ||
        startedAt.some(place => (0,text_location/* onLinesOf */.G)(container.at, place)));

;// CONCATENATED MODULE: ./lib/src/sources/surroundings.js



const mostScripts = 200;
const telling = /nginx|caddy|traefik|haproxy|apache|httpd|envoy|cloudflared|ngrok|tailscale|proxy|socat/i;
function readSurroundings(files, paths, linted) {
    const reading = new Reading(files);
    const others = paths.filter(path => !linted.has(path) && /\.(sh|bash)$|(^|\/)\.github\/.*\.ya?ml$/.test(path));
    for (const path of others.slice(0, mostScripts)) {
        const text = reading.source(path);
        if (text !== null && telling.test(text.text))
            readListed(text, reading, { steps: 0 });
    }
    return reading;
}
function setUpBy(script, files) {
    const reading = new Reading(files);
    runScript(script, listedFrame(), reading);
    return reading;
}

;// CONCATENATED MODULE: ./lib/src/sources/routes.js







const candidates = /(^|\/)(caddyfile|nginx|traefik|haproxy|apache2?|httpd|envoy|cloudflared|ngrok|conf\.d|sites-\w+|proxy-confs|proxy|vhosts?)|\.(conf|cfg|vhost|caddy|ya?ml|toml|json|j2|template|tmpl|service|socket)(\.[\w-]+)?$|(^|\/)[\w.-]*(nginx|caddy|haproxy)[\w.-]*$/i;
const never = /(^|\/)(package(-lock)?|tsconfig[\w.-]*|composer|renovate|biome|\.eslintrc)\.json$|(^|\/)(pnpm-lock|mkdocs|\.pre-commit-config)\.ya?ml$|\.lock$/i;
const speaksOfProxies = /nginx|caddy|traefik|haproxy|apache2?|httpd|envoy|cloudflared|ngrok|sites-\w+|proxy|vhost/i;
const mostIncluded = 64;
function readRoutes(reading, paths, containers, webhookPath) {
    const linted = reading.read;
    const routes = [...reading.routes];
    const entryPoints = [...entryPointsOf(reading.commands())];
    const variables = new Map(containers.flatMap(({ environment }) => [...environment].map(([name, { text }]) => [name, text])));
    const configs = [];
    const images = readImages(paths, reading);
    const include = includer(reading, paths);
    const read = (path, text) => {
        const mounted = holderOf(path, containers);
        const image = mounted === null ? imageHolding(path, images) : null;
        const site = mounted === null ? (image === null ? 'host' : 'bridge-container') : routes_siteOf(mounted);
        const found = readConfig(path, text, { webhookPath, include, variables, site });
        if (found === null)
            return;
        configs.push(path);
        const own = image === null ? found.routes : routesInImage(found.routes, image, containers);
        const networks = mounted === null || mounted.networks === 'host' ? null : mounted.networks;
        routes.push(...(networks === null ? own : own.map(route => ({ ...route, networks }))));
        entryPoints.push(...(found.entryPoints ?? []));
        for (const unread of found.unread)
            reading.addUnread(unread);
    };
    for (const path of paths) {
        if (path.startsWith('.github/') || !candidates.test(path) || never.test(path))
            continue;
        const text = speaksOfProxies.test(path) ? reading.source(path) : quietly(path, reading);
        if (text !== null)
            read(path, text);
    }
    const around = readSurroundings(reading.files, paths, new Set(linted));
    for (const [path, text] of [...reading.written, ...around.written])
        if (!path.startsWith('/github/'))
            read(path.replace(/^\//, ''), text);
    routes.push(...commandRoutes([...reading.proxyCalls, ...around.proxyCalls]));
    const ownRoutes = new Map(containers.map(container => [
        container,
        containerProxies.flatMap(proxy => proxy.routes(container, containers, entryPoints, webhookPath))
    ]));
    return { routes: joinChains(unique(routes)), ownRoutes, configs };
}
function quietly(path, reading) {
    const result = reading.files.read(path);
    return result !== null && 'text' in result ? mapped_text/* MappedText */.D.whole(new text_location/* SourceFile */.s(path, result.text)) : null;
}
function readConfig(path, text, context) {
    return proxyFormats.find(format => format.claims(path, text.text))?.read(text, context) ?? null;
}
const commandRoutes = (calls) => calls.flatMap(({ name, args }) => proxyCommands.filter(({ names }) => names.includes(name)).flatMap(command => command.routes(args, 'host')));
function unique(routes) {
    const place = ({ at, upstream }) => JSON.stringify([at, upstream]);
    const listening = new Set(routes.filter(({ listeners }) => listeners.length > 0).map(place));
    const seen = new Map();
    for (const route of routes) {
        if (route.listeners.length === 0 && listening.has(place(route)))
            continue;
        seen.set(JSON.stringify([place(route), route.serverNames, route.path, route.listeners.map(({ at }) => at)]), route);
    }
    return [...seen.values()];
}
function holderOf(path, containers) {
    const holders = containers.filter(({ volumes, role }) => volumes.some(({ source, target }) => (role === 'proxy' || isConfigTarget(target)) && mounts(source, path)));
    return holders.find(({ role }) => role === 'proxy') ?? holders[0] ?? null;
}
const routes_siteOf = ({ networks }) => networks === 'host' ? 'host-network-container' : 'bridge-container';
function mounts(source, path) {
    if (!/[./]/.test(source))
        return false;
    const parts = joinPath('.', source.replace(/^(\$\{?\w+\}?|~|\uE000)\//, './'))
        .split('/')
        .filter(part => part !== '');
    for (let skip = 0; skip < parts.length; skip++) {
        const end = parts.slice(skip).join('/');
        if (path === end || path.startsWith(`${end}/`))
            return true;
        if (!source.startsWith('/'))
            return false;
    }
    return false;
}
function includer(reading, paths) {
    return (pattern, from) => {
        const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/')) : '.';
        const local = picomatch(joinPath(folder, pattern.replace(/^\//, '')), { dot: true });
        const tail = pattern.split('/').slice(-2).join('/');
        const anywhere = picomatch(`{${tail},**/${tail}}`, { dot: true });
        const near = paths.filter(path => local(path));
        const found = near.length > 0
            ? near
            : pattern.startsWith('/') || fileName(tail) !== tail
                ? paths.filter(path => anywhere(path))
                : [];
        return found.slice(0, mostIncluded).flatMap(path => reading.source(path) ?? []);
    };
}

;// CONCATENATED MODULE: ./lib/src/sources/described.js






const mostDocuments = 200;
const described_telling = /_pass\s|reverse[-_]proxy|ProxyPass|RewriteRule|backend|loadBalancer|ingress|funnel|ngrok|cloudflared|socat/i;
const fileOf = {
    caddy: 'Caddyfile',
    caddyfile: 'Caddyfile',
    apache: 'apache.conf',
    apacheconf: 'apache.conf',
    haproxy: 'haproxy.cfg',
    yaml: 'config.yml',
    yml: 'config.yml',
    toml: 'traefik.toml',
    json: 'caddy.json',
    ini: 'proxy.service',
    systemd: 'proxy.service'
};
const anyConfig = ['nginx.conf', 'Caddyfile', 'haproxy.cfg', 'apache.conf'];
const shell = /^(|(ba|z|da)?sh|shell|console|shell-?session|terminal)$/;
function describedProxies(files, paths, ports) {
    const documents = paths
        .filter(path => /\.(md|mdx|markdown)$/i.test(path))
        .sort((a, b) => a.split('/').length - b.split('/').length);
    return documents.slice(0, mostDocuments).flatMap(path => {
        const result = files.read(path);
        if (result === null || 'unreadable' in result || !described_telling.test(result.text))
            return [];
        const text = mapped_text/* MappedText */.D.whole(new text_location/* SourceFile */.s(path, result.text));
        return fencesOf(text).flatMap(fence => described_routesOf(fence, files).flatMap(({ at, proxy, upstream: { host, port } }) => port !== null &&
            ports.some(({ first, last }) => port >= first && port <= last) &&
            host !== null &&
            (0,model_address/* isLoopbackHost */.cW)((0,model_address/* bare */.$B)(host))
            ? [{ at, what: `a fence describes ${proxy} forwarding to port ${port}`, workflow: null, port }]
            : []));
    });
}
const described_context = { webhookPath: '/', include: () => [], variables: new Map(), site: 'host' };
function described_routesOf({ language, text }, files) {
    const file = fileOf[language];
    const configs = (file === undefined ? anyConfig : [file]).map(name => readConfig(name, text, described_context));
    const config = configs.find(found => found !== null && found.routes.length > 0);
    if (config != null)
        return config.routes;
    if (!shell.test(language))
        return [];
    const { written, proxyCalls } = setUpBy(text, files);
    return [
        ...written.flatMap(([path, content]) => readConfig(path.replace(/^\//, ''), content, described_context)?.routes ?? []),
        ...commandRoutes(proxyCalls)
    ];
}

;// CONCATENATED MODULE: ./lib/src/sources/directives.js
const directives_form = /(?:^|[\s#])#+[ \t]*webhook-reach-check:[ \t]*(ignore|proxied-by)\b[ \t]*(.*)$/i;
function readDirectives(source) {
    if (!/webhook-reach-check:/i.test(source.text))
        return [];
    const found = [];
    let offset = 0;
    for (const line of source.text.split('\n')) {
        const match = directives_form.exec(line.replace(/\r$/, ''));
        if (match !== null) {
            const start = offset + match.index + match[0].indexOf('#');
            const at = source.location(start, offset + match.index + match[0].trimEnd().length);
            found.push({ at, ...parse(match[1]?.toLowerCase() ?? '', match[2] ?? '') });
        }
        offset += line.length + 1;
    }
    return found;
}
function parse(kind, rest) {
    if (kind === 'proxied-by') {
        const [proxy = '', ...reason] = rest.trim().split(/\s+/);
        return { kind: 'proxied-by', names: proxy === '' ? [] : [proxy], reason: reason.join(' ') };
    }
    const match = /^\[([^\]]*)\]\s*(.*)$/.exec(rest.trim());
    const names = (match?.[1] ?? '').split(',').map(name => name.trim());
    return {
        kind: 'ignore',
        names: names.filter(name => name !== ''),
        reason: (match?.[2] ?? rest).replace(/^[-:\s]+/, '').trim()
    };
}

;// CONCATENATED MODULE: ./lib/src/sources/index.js









const isWorkflow = (path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path);
function readDeployment(files, options) {
    const paths = files.list().filter(path => !options.excluded(path));
    const reading = new Reading(files);
    const coverage = { workflows: 0, steps: 0, scripts: 0, composeFiles: 0, proxyConfigs: 0 };
    const entries = paths.filter(options.named ?? isWorkflow);
    const callable = [];
    const read = (path) => {
        const text = reading.source(path);
        if (text === null)
            return;
        if (isWorkflow(path))
            readWorkflow(text, reading, coverage);
        else
            readListed(text, reading, coverage);
    };
    for (const path of entries) {
        if (isWorkflow(path))
            coverage.workflows++;
        if (isWorkflow(path) && isOnlyCalled(path, files))
            callable.push(path);
        else
            read(path);
    }
    for (const path of callable)
        if (!reading.read.includes(path))
            read(path);
    const containers = reading.containers();
    const linted = reading.read;
    const { routes, ownRoutes, configs } = readRoutes(reading, paths, containers, options.webhookPath);
    const commented = [...new Set([...linted, ...configs])].flatMap(path => reading.source(path)?.file ?? []);
    const deployment = {
        containers,
        routes: [...routes, ...[...ownRoutes.values()].flat()],
        ownRoutes,
        hints: reading.hints,
        directives: commented.flatMap(readDirectives),
        cutOffs: reading.cutOffs,
        tunnels: reading.tunnels,
        webhookUrls: reading.webhookUrls,
        together: reading.together(containers),
        unread: reading.unread,
        files: linted,
        coverage: {
            ...coverage,
            scripts: linted.filter(path => !notScript.test(path)).length,
            composeFiles: reading.composeFiles.size,
            proxyConfigs: configs.length
        }
    };
    return { ...deployment, hints: [...deployment.hints, ...describedHints(deployment, files, paths)] };
}
function isOnlyCalled(path, files) {
    const result = files.read(path);
    if (result === null || !('text' in result) || !result.text.includes('workflow_call'))
        return false;
    const root = parseYaml(new text_location/* SourceFile */.s(path, result.text)).documents[0]?.root;
    const on = child(root, 'on') ?? child(root, 'true');
    const events = [...textsOf(on).map(({ text }) => text), ...entriesOf(on).map(({ key }) => key.text.text)];
    return events.length === 1 && events[0] === 'workflow_call';
}
const notScript = /\.(ya?ml|json|py|[cm]?[jt]s|env|conf|toml|cfg)$|(^|[/.])(Dockerfile|Containerfile|\.env|\.flaskenv)([.-][\w.-]+)?$/i;
function describedHints(deployment, files, paths) {
    const ports = (0,exposure/* judge */.S4)(deployment, 'auto').exposed.flatMap(exposed => {
        const { hostPorts } = exposed.publication.mapping;
        return (0,exposure/* exposureOf */.Xl)(exposed) === 'loopback-without-proxy' && typeof hostPorts !== 'string' ? [hostPorts] : [];
    });
    return ports.length === 0 ? [] : describedProxies(files, paths, ports);
}

;// CONCATENATED MODULE: ./lib/src/lint.js





const usualPath = '/webhooks/stripe';
function lintCheckout(files, inputs) {
    const { paths, proxy, rules, webhookUrl } = inputs;
    const unmatched = paths.unmatched(files.list());
    if (unmatched.length > 0) {
        throw new errors/* InputError */.d([
            `paths: got ${unmatched.map(quote/* quote */.h).join(', ')}, takes globs that name a file of the checkout; none is named by that`
        ]);
    }
    const [url] = webhookUrl;
    const deployment = readDeployment(files, {
        named: paths.patterns.length === 0 ? null : path => paths.includes(path),
        excluded: path => paths.excludes(path),
        webhookPath: url === undefined ? usualPath : new URL(url).pathname
    });
    const { findings, judged } = checkAll(deployment, proxy, rules);
    const unlisted = files.unlisted?.() ?? [];
    return {
        files: deployment.files,
        containers: deployment.containers,
        routes: deployment.routes,
        proxiedBy: proxiedBy(judged),
        findings,
        unread: [...deployment.unread, ...unlisted.map(({ file, reason }) => ({ file, line: 1, reason }))],
        coverage: deployment.coverage,
        portsBehindProxy: portsBehindProxy(judged.exposed),
        onLoopback: judged.exposed.filter(isAppOnLoopback).map(({ publication }) => publication)
    };
}
const proxiedBy = ({ exposed }) => new Map(exposed.flatMap(({ publication, ways }) => {
    const [way] = ways;
    return way === undefined
        ? []
        : [[publication, { file: way.at?.file ?? '', line: way.at?.line ?? 0, proxy: way.proxy }]];
}));
function portsBehindProxy(exposed) {
    const ports = exposed.flatMap(({ publication, ways, container }) => {
        const { hostPorts } = publication.mapping;
        return ways.length === 0 || container.role === 'proxy' || typeof hostPorts === 'string' ? [] : [hostPorts.first];
    });
    return [...new Set(ports)].filter(port => port !== 80 && port !== 443);
}
const isAppOnLoopback = (exposed) => exposed.container.role === 'app' &&
    exposed.publication.mapping.exposure === 'loopback' &&
    (0,exposure/* exposureOf */.Xl)(exposed) !== 'host-network-publish';


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
/* harmony import */ var _text_location_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3733);
/* harmony import */ var _text_mapped_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6917);
/* harmony import */ var _address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7640);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(557);
/* harmony import */ var _port_mapping_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9146);





function judge(deployment, proxies) {
    const deployed = deployment.containers.filter(({ placement, throwaway }) => placement !== 'hosted' && !throwaway);
    const routes = proxies === 'none' ? [] : deployment.routes;
    const outside = typeof proxies === 'string' ? [] : proxies;
    const published = (port) => deployed.some(({ publications }) => publications.some(({ mapping }) => (0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_2__/* .publishesPort */ .vG)(mapping, port)));
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
                    .filter(({ port }) => port === null || (0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_2__/* .publishesPort */ .vG)(publication.mapping, port))
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
                (hint.port === null || (0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_2__/* .publishesPort */ .vG)(publication.mapping, hint.port)))
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
            return typeof hostPorts !== 'string' && (0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_2__/* .publishesPort */ .vG)(publication.mapping, 443) ? null : 'public-without-tls';
        case 'loopback':
            if (ways.length > 0 || (container.image !== null && (0,_image_js__WEBPACK_IMPORTED_MODULE_1__/* .isOperatorTool */ .DW)(container.image)))
                return null;
            if (outOfReach.length > 0)
                return 'proxy-cannot-reach-loopback';
            return astray.length > 0 ? 'proxy-port-mismatch' : 'loopback-without-proxy';
    }
}
const endsTls = (route) => route.listeners.some(({ tls }) => tls);
function commentWays(deployment, container, { at }) {
    const published = deployment.containers.flatMap(({ publications }) => publications.map(publication => publication.at));
    return deployment.directives.flatMap(directive => {
        const [proxy] = directive.names;
        const speaks = directive.kind === 'proxied-by' && speaksFor(directive.at, at, container.at, published);
        return proxy === undefined || !speaks ? [] : [{ proxy, at: directive.at, tls: true, route: null }];
    });
}
function speaksFor(comment, at, statement, all) {
    if (comment.file !== at.file)
        return false;
    if (comment.line === at.line)
        return true;
    if (all.some(({ file, line }) => file === comment.file && line === comment.line))
        return false;
    return (comment.line === at.line - 1 ||
        (statement !== null && (0,_text_location_js__WEBPACK_IMPORTED_MODULE_3__/* .onLinesOf */ .G)(at, statement) && comment.line === statement.line - 1));
}
function reaches(route, container, publication) {
    const { host, port } = route.upstream;
    const { mapping } = publication;
    if (mapping.protocol !== 'tcp' || host === 'container')
        return false;
    if (host !== null && namesOf(container).includes(host.toLowerCase()))
        return (port === null || (0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_2__/* .servesPort */ .kK)(mapping, port)) && share(route.networks, container.networks);
    if (port !== null && !(0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_2__/* .publishesPort */ .vG)(mapping, port))
        return false;
    if (host === null)
        return port !== null || (route.site !== 'bridge-container' && mapping.exposure === 'loopback');
    return route.site === 'bridge-container'
        ? isHostGateway(host) && mapping.exposure !== 'loopback'
        : listensAt((0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .bare */ .$B)(host), publication);
}
function share(networks, others) {
    if (networks === undefined || others === 'host' || [...networks, ...others].some(name => name.includes(_text_mapped_text_js__WEBPACK_IMPORTED_MODULE_4__/* .HOLE */ .v)))
        return true;
    return networks.some(name => others.includes(name));
}
function listensAt(host, { mapping }) {
    const { hostAddress, exposure } = mapping;
    if (exposure === 'unknown')
        return (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopbackHost */ .cW)(host);
    if (hostAddress === null || (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnspecified */ .QN)(hostAddress))
        return (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopbackHost */ .cW)(host) || (0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isAddress */ .PW)(host) || isHostGateway(host);
    if (host === '0.0.0.0')
        return exposure === 'loopback' && hostAddress.startsWith('127.');
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
    return ((0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopbackHost */ .cW)((0,_address_js__WEBPACK_IMPORTED_MODULE_0__/* .bare */ .$B)(host)) || isHostGateway(host)) && (port === null || (0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_2__/* .publishesPort */ .vG)(mapping, port));
}
const isHostGateway = (host) => /^(host\.docker\.internal|gateway\.docker\.internal|host\.containers\.internal|172\.17\.0\.1)$/i.test(host);
const servesUpstream = (route, { mapping }) => mapping.protocol === 'tcp' && (route.upstream.port === null || (0,_port_mapping_js__WEBPACK_IMPORTED_MODULE_2__/* .servesPort */ .kK)(mapping, route.upstream.port));
const namesOf = ({ name, aliases }) => [...(name === null ? [] : [name]), ...aliases].map(known => known.toLowerCase());


/***/ }),

/***/ 5911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ hopNames)
/* harmony export */ });
const hopNames = ['dns', 'tcp', 'tls', 'http', 'proxy', 'app', 'health', 'stripe'];


/***/ }),

/***/ 557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DW: () => (/* binding */ isOperatorTool),
/* harmony export */   Gq: () => (/* binding */ isProxyImage),
/* harmony export */   cS: () => (/* binding */ isDataStore)
/* harmony export */ });
/* harmony import */ var _text_mapped_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6917);

const dataStores = new Set(`postgres postgresql postgresql-repmgr postgresql-ha postgres-ssl postgis pgvector pgvecto-rs pgroonga paradedb
  timescaledb timescaledb-ha timescaledb-postgis spilo supabase-postgres citus yugabyte yugabytedb
  alloydbomni greenplum pgbouncer pgpool pgpool-ii pgcat
  mysql mysql-server mysql-cluster mariadb mariadb-galera percona percona-server percona-xtradb-cluster tidb proxysql
  cockroach cockroachdb mssql mssql-server sqlserver sql-server azure-sql-edge
  oracle-xe oracle-free oracle-database oracledb db2 firebird
  redis redis-stack redis-stack-server redis-cluster redis-sentinel redismod rejson redisearch valkey valkey-cluster
  valkey-sentinel valkey-bundle valkey-extensions keydb dragonfly garnet memcached
  mongo mongodb mongodb-sharded mongodb-community-server mongodb-enterprise-server mongodb-atlas-local
  percona-server-mongodb ferretdb
  rabbitmq rabbitmq-management kafka cp-kafka cp-server kafka-native redpanda zookeeper cp-zookeeper pulsar nats
  nats-server nats-streaming nsq nsqd activemq activemq-classic activemq-artemis artemis beanstalkd
  elasticsearch elasticsearch-oss opensearch opendistro-for-elasticsearch solr manticore sphinxsearch
  meilisearch typesense zinc zincsearch quickwit
  cassandra scylla scylladb couchdb couchbase rethinkdb arangodb orientdb ravendb neo4j memgraph dgraph surrealdb
  tarantool aerospike aerospike-server foundationdb immudb
  dynamodb-local influxdb influxdb2 influxdb3-core clickhouse clickhouse-server questdb victoria-metrics tdengine
  qdrant weaviate milvus chroma etcd minio`.split(/\s+/));
const dataStorePaths = new Set([
    'mssql/server',
    'mssql/rhel',
    'database/free',
    'database/express',
    'database/enterprise',
    'supabase/postgres'
]);
const proxies = new Set(`nginx nginx-unprivileged nginx-slim nginx-alpine nginx-plus nginx-ingress openresty tengine angie freenginx
  nginx-proxy nginx-proxy-manager nginxproxymanager nginx-ui swag letsencrypt nginx-certbot
  docker-nginx-certbot docker-nginx-auto-ssl nginx-auto-ssl https-portal nginx-ssl-proxy bunkerweb modsecurity-crs
  caddy caddy-docker-proxy caddy-cloudflare caddy-l4 traefik haproxy haproxy-alpine httpd apache apache2 envoy
  envoy-distroless envoy-alpine kong kong-gateway apisix krakend tyk-gateway pomerium oauth2-proxy
  zoraxy varnish kamal-proxy sozu pingora ferron stunnel hitch pound socat
  cloudflared ngrok tailscale frpc frps rathole inlets pangolin gerbil`.split(/\s+/));
const operatorTools = new Set(`prometheus alertmanager pushgateway grafana loki promtail tempo mimir alloy thanos node-exporter cadvisor
  blackbox-exporter statsd-exporter nginx-prometheus-exporter victoria-logs vmagent vmalert otel-collector
  opentelemetry-collector opentelemetry-collector-contrib jaeger all-in-one zipkin netdata glances beszel beszel-agent
  uptime-kuma gatus dozzle portainer portainer-ce portainer-ee agent portainer-agent dockge lazydocker watchtower
  registry docker-registry-ui adminer phpmyadmin pgadmin4 pgweb mongo-express redisinsight redis-commander
  phpredisadmin kafka-ui kafdrop cerebro kibana opensearch-dashboards flower mailhog mailpit maildev ctop
  docker-socket-proxy`.split(/\s+/));
const version = /[-_]?\d+(?:[.-]\d+)*(?:-(?:alpine|debian|centos|rhel|ubi|c\ds)\w*)?$/;
function repository(image) {
    const bare = image
        .replace(/@.*$/s, '')
        .replace(/:[^/]*$/s, '')
        .toLowerCase();
    const [name = '', owner = ''] = bare
        .split('/')
        .reverse()
        .map(part => part.replaceAll(_text_mapped_text_js__WEBPACK_IMPORTED_MODULE_0__/* .HOLE */ .v, ' ').trim());
    return [owner, name];
}
const isOneOf = (names, name) => names.has(name) || names.has(name.replace(version, ''));
function isDataStore(image) {
    const [owner, name] = repository(image);
    return isOneOf(dataStores, name) || dataStorePaths.has(`${owner}/${name}`);
}
function isOperatorTool(image) {
    const [, name] = repository(image);
    return isOneOf(operatorTools, name) || /[-_]exporter$/.test(name);
}
const isProxyImage = (image) => isOneOf(proxies, repository(image)[1]);


/***/ }),

/***/ 9146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ parsePortMapping),
/* harmony export */   Lu: () => (/* binding */ formatRange),
/* harmony export */   UD: () => (/* binding */ hostPortsOf),
/* harmony export */   kK: () => (/* binding */ servesPort),
/* harmony export */   pS: () => (/* binding */ collide),
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
function hostPortsOf({ hostPorts }) {
    if (typeof hostPorts === 'string' || hostPorts.last - hostPorts.first >= 64)
        return [];
    return Array.from({ length: hostPorts.last - hostPorts.first + 1 }, (_, nth) => hostPorts.first + nth);
}
function collide(a, b) {
    if (a.protocol !== b.protocol || a.exposure === 'unknown' || b.exposure === 'unknown')
        return false;
    const ports = new Set(hostPortsOf(a));
    if (!hostPortsOf(b).some(port => ports.has(port)))
        return false;
    const [one, other] = [a.hostAddress, b.hostAddress];
    if (one === null || other === null || one === other)
        return true;
    return sameFamily(one, other) && ((0,_address_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnspecified */ .QN)(one) || (0,_address_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnspecified */ .QN)(other));
}
const sameFamily = (a, b) => a.includes(':') === b.includes(':');


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

/***/ 9609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ reportContext)
/* harmony export */ });
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4591);
/* harmony import */ var _text_location_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3733);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4047);



function reportContext(host, sarifPath) {
    const known = new Map();
    const sourceFile = (file) => {
        const cached = known.get(file);
        if (cached !== undefined)
            return cached;
        const read = host.files.read(file);
        const source = read !== null && 'text' in read ? new _text_location_js__WEBPACK_IMPORTED_MODULE_1__/* .SourceFile */ .s(file, read.text) : null;
        known.set(file, source);
        return source;
    };
    return {
        repository: (0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .documentationRepository */ .hk)(host.env('GITHUB_ACTION_REPOSITORY')),
        rules: _rules_index_js__WEBPACK_IMPORTED_MODULE_0__/* .rules */ .a,
        sarifPath,
        sourceUrl: sourceUrl(host),
        sourceLine: (file, line) => sourceFile(file)?.line(line) ?? '',
        sourceText: file => sourceFile(file)?.text ?? null
    };
}
function sourceUrl({ env }) {
    const base = `${env('GITHUB_SERVER_URL')}/${env('GITHUB_REPOSITORY')}/blob/${env('GITHUB_SHA')}`;
    const known = /^https?:\/\/[\w.:-]+\/[\w.-]+\/[\w.-]+\/blob\/[\da-f]{40,64}$/.test(base);
    return (file, line) => (known ? `${base}/${(0,_links_js__WEBPACK_IMPORTED_MODULE_2__/* .encodePath */ .O0)(file)}#L${line}` : null);
}


/***/ }),

/***/ 9074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ coverageSentence),
/* harmony export */   e: () => (/* binding */ emptyCoverage)
/* harmony export */ });
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8292);

const emptyCoverage = 'Nothing to lint was found: the checkout holds no workflow, and `paths` names no file in it. Was actions/checkout run before?';
function coverageSentence({ files, coverage, containers, routes, unread }) {
    if (files.length === 0)
        return emptyCoverage;
    const read = [
        (0,_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(coverage.workflows, 'workflow'),
        (0,_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(coverage.steps, 'step'),
        (0,_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(coverage.scripts, 'script'),
        (0,_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(coverage.composeFiles, 'compose file'),
        (0,_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(coverage.proxyConfigs, 'proxy config')
    ];
    const publications = containers.reduce((sum, { publications }) => sum + publications.length, 0);
    const found = `${(0,_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(publications, 'published port')} and ${(0,_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(routes.length, 'route')} found`;
    const missed = unread.length === 0 ? '' : `; ${(0,_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(unread.length, 'place')} could not be read`;
    return `Read ${(0,_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(files.length, 'file')} (${read.join(', ')}): ${found}${missed}.`;
}


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
    .trimStart()
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

/***/ 8292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ nothingToLint),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   t1: () => (/* binding */ nothingChecked)
/* harmony export */ });
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4047);

const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const countOf = (outcome, level) => outcome.lint?.findings.filter(finding => finding.level === level).length ?? 0;
const nothingChecked = (outcome) => outcome.probes.length === 0 && outcome.server === null && (outcome.lint === null || nothingToLint(outcome));
const nothingToLint = ({ lint }) => lint !== null && lint.files.length === 0;
const headline = (outcome, quoted = url => url) => [lintSentence(outcome), ...probeSentences(outcome, quoted), ...stripeSentence(outcome), ...serverSentence(outcome)]
    .filter(text => text !== '')
    .join(' ') || 'Nothing was linted and nothing was probed.';
function lintSentence(outcome) {
    if (outcome.lint === null)
        return '';
    if (nothingToLint(outcome))
        return 'Nothing to lint was found in the checkout.';
    const levels = [
        ['error', 'error'],
        ['warning', 'warning'],
        ['notice', 'notice']
    ];
    const counts = levels.flatMap(([level, word]) => {
        const count = countOf(outcome, level);
        return count === 0 ? [] : [counted(count, word)];
    });
    const found = counts.length === 0 ? 'No fault was found' : `${counts.join(', ')} found`;
    const unread = outcome.lint.unread.length;
    return `${found} in the checkout${unread === 0 ? '' : `; ${counted(unread, 'place')} could not be read`}.`;
}
function probeSentences({ probes }, quoted) {
    const failing = probes.filter(probe => probe.verdict === 'fail');
    const shown = failing.slice(0, 3).map(probe => `${quoted((0,_links_js__WEBPACK_IMPORTED_MODULE_0__/* .shownUrl */ .zA)(probe.url))} is not well: ${probe.diagnosis}.`);
    const more = failing.length > 3 ? [`${counted(failing.length - 3, 'more URL is', 'more URLs are')} not well either.`] : [];
    const well = probes.filter(probe => probe.verdict === 'pass').length;
    const warned = probes.length - failing.length - well;
    const rest = [
        ...(well === 0 ? [] : [`${counted(well, 'webhook URL')} answered as it should.`]),
        ...(warned === 0 ? [] : [`${counted(warned, 'webhook URL')} answered, with warnings.`])
    ];
    return [...shown, ...more, ...rest];
}
function serverSentence({ server, probes }) {
    if (server === null || probes.length > 0)
        return [];
    const wrong = server.findings.filter(({ level }) => level !== 'notice').map(({ code }) => code);
    return [wrong.length === 0 ? 'The server shows no fault.' : `On the server: ${wrong.join(', ')}.`];
}
function stripeSentence({ stripe }) {
    const errors = stripe?.findings.filter(({ level }) => level === 'error') ?? [];
    return errors.length === 0 ? [] : [`Stripe: ${errors.map(({ code }) => code).join(', ')}.`];
}


/***/ }),

/***/ 9458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ report)
});

// EXTERNAL MODULE: ./lib/src/reports/coverage.js
var coverage = __webpack_require__(9074);
// EXTERNAL MODULE: ./lib/src/reports/headline.js
var headline = __webpack_require__(8292);
// EXTERNAL MODULE: ./lib/src/reports/links.js
var links = __webpack_require__(4047);
// EXTERNAL MODULE: ./lib/src/reports/probe-notes.js
var probe_notes = __webpack_require__(3852);
;// CONCATENATED MODULE: ./lib/src/reports/annotations.js




const most = { error: 9, warning: 10, notice: 10 };
const levels = ['error', 'warning', 'notice'];
function planAnnotations(outcome, context) {
    const all = [
        ...outcome.probes.flatMap(probe => ofProbe(probe, context)),
        ...((0,headline/* nothingToLint */.M8)(outcome) ? [annotation('notice', 'nothing-to-lint', [coverage/* emptyCoverage */.e], null)] : []),
        ...(outcome.lint?.findings ?? []).map(finding => ofFinding(finding, context)),
        ...[...(outcome.stripe?.findings ?? []), ...(outcome.server?.findings ?? [])].map(({ code, level, message, fix }) => annotation(level, code, [message, fix, (0,links/* diagnosisPage */.LV)(context, code)], null))
    ];
    const byLevel = (level) => all.filter(one => one.level === level);
    const leftOver = (level) => Math.max(0, byLevel(level).length - most[level]);
    return {
        sent: levels.flatMap(level => byLevel(level).slice(0, most[level])),
        leftOver: { error: leftOver('error'), warning: leftOver('warning'), notice: leftOver('notice') },
        final: outcome.verdict === 'fail' ? finalWord(outcome, leftOver('error')) : null
    };
}
const finalWord = (outcome, hidden) => `webhook-reach-check: ${(0,headline/* headline */.Pl)(outcome)}${hidden === 0 ? '' : ` ${hidden} more ${hidden === 1 ? 'error is' : 'errors are'} in the step summary.`}`;
const annotation = (level, title, lines, at) => ({
    level,
    title,
    message: lines.filter(line => line !== '').join('\n'),
    at
});
function ofFinding({ rule, level, message, fix, related, at }, context) {
    const elsewhere = related.map(one => `${one.at.file}:${one.at.line}: ${one.message}`);
    return annotation(level, rule, [message, fix?.description ?? '', ...elsewhere, (0,links/* rulePage */.gd)(context, rule)], at);
}
function ofProbe(probe, context) {
    const failure = probe.verdict === 'fail'
        ? [
            annotation('error', probe.diagnosis, [`${(0,links/* shownUrl */.zA)(probe.url)}: ${probe.message}`, probe.fix, (0,links/* diagnosisPage */.LV)(context, probe.diagnosis)], suspectOf(probe))
        ]
        : [];
    const notes = (0,probe_notes/* probeNotes */.i)(probe).map(({ code, level, message, fix }) => annotation(level, code, [`${(0,links/* shownUrl */.zA)(probe.url)}: ${message}`, fix, (0,links/* diagnosisPage */.LV)(context, code)], null));
    return [...failure, ...notes];
}
const suspectOf = ({ suspect }) => suspect === null ? null : { file: suspect.file, line: suspect.line, column: 1, endLine: suspect.line, endColumn: 1 };
const annotations = {
    id: 'annotations',
    deliver(outcome, context, host) {
        const { sent, final } = planAnnotations(outcome, context);
        for (const one of sent)
            host.annotate(one);
        if (final !== null)
            host.fail(final);
    }
};

;// CONCATENATED MODULE: ./lib/src/reports/exit.js
const exit = {
    id: 'exit',
    deliver(outcome, _context, host) {
        if (outcome.verdict === 'fail')
            host.fail('');
    }
};

// EXTERNAL MODULE: ./lib/src/model/port-mapping.js
var port_mapping = __webpack_require__(9146);
// EXTERNAL MODULE: ./lib/src/reports/escape.js
var reports_escape = __webpack_require__(4999);
;// CONCATENATED MODULE: ./lib/src/reports/json.js



const portOf = (ports) => typeof ports === 'string' ? ports : ports.first === ports.last ? ports.first : (0,port_mapping/* formatRange */.Lu)(ports);
const addressOf = ({ exposure, hostAddress }) => hostAddress === null && exposure === 'unknown' ? 'unknown' : hostAddress;
const publication = (container, { at, mapping }, proxiedBy) => ({
    file: at.file,
    line: at.line,
    column: at.column,
    engine: container.engine,
    placement: container.placement,
    job: container.job,
    step: container.step,
    container: container.name,
    image: container.image,
    hostAddress: addressOf(mapping),
    hostPort: portOf(mapping.hostPorts),
    containerPort: portOf(mapping.containerPorts),
    protocol: mapping.protocol,
    dataStore: container.role === 'data-store',
    proxiedBy
});
const route = ({ at, proxy, listeners, serverNames, path, upstream }) => ({
    file: at.file,
    line: at.line,
    proxy,
    listen: listeners.map(({ port, tls }) => ({ port, tls })),
    serverNames,
    path,
    upstream: { host: upstream.host, port: upstream.port }
});
const findingJson = ({ rule, level, message, at, fix, related }) => ({
    rule,
    level,
    message,
    file: at.file,
    line: at.line,
    column: at.column,
    endLine: at.endLine,
    endColumn: at.endColumn,
    fix: fix === null ? null : { description: fix.description, edits: fix.edits.map(edit => editJson(edit, at.file)) },
    related: related.map(one => ({ file: one.at.file, line: one.at.line, message: one.message }))
});
const editJson = ({ file, line, column, endLine, endColumn, text }, own) => ({
    ...(file === own ? {} : { file }),
    line,
    column,
    endLine,
    endColumn,
    text
});
const lintJson = ({ files, containers, routes, proxiedBy, findings, unread }) => ({
    files,
    publications: containers.flatMap(container => container.publications.map(one => publication(container, one, proxiedBy.get(one) ?? null))),
    routes: routes.map(route),
    findings: findings.map(findingJson),
    unread
});
const probeJson = (probe) => ({
    ...probe,
    url: (0,links/* shownUrl */.zA)(probe.url),
    webhook: { ...probe.webhook, bodyExcerpt: (0,reports_escape/* excerpt */.Kb)(probe.webhook.bodyExcerpt) }
});
const renderJson = (outcome) => `${inertJson(JSON.stringify({
    schema: 1,
    tool: { name: 'webhook-reach-check', version: outcome.version },
    verdict: outcome.verdict,
    lint: outcome.lint === null ? null : lintJson(outcome.lint),
    probe: outcome.probes.map(probeJson),
    stripe: outcome.stripe,
    server: outcome.server
}, null, 2))}\n`;
const inertJson = (json) => json.replace(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]|(?<=##)\[/gu, character => character.split('').map(unitEscape).join(''));
const unitEscape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const json = {
    id: 'json',
    deliver: (outcome, _context, host) => host.print(renderJson(outcome))
};

;// CONCATENATED MODULE: ./lib/src/reports/outputs.js

const mostFindings = 250_000;
const outputSpecs = [
    {
        name: 'verdict',
        description: '`pass`, `warn` or `fail`, after `fail-on`.',
        value: ({ verdict }) => verdict
    },
    {
        name: 'diagnosis',
        description: 'Code of the first broken hop of the first failing URL; `ok` where the probe passes; empty where nothing was probed.',
        value: outcome => decisive(outcome)?.diagnosis ?? ''
    },
    {
        name: 'broken-hop',
        description: '`dns`, `tcp`, `tls`, `http`, `proxy`, `app`, `health`, `stripe` or `none`.',
        value: outcome => decisive(outcome)?.brokenHop ?? 'none'
    },
    {
        name: 'webhook-status',
        description: 'HTTP status that the webhook URL answered last, or empty.',
        value: outcome => String(decisive(outcome)?.webhook.status ?? '')
    },
    {
        name: 'health-status',
        description: 'HTTP status that the health URL answered last, or empty.',
        value: outcome => String(decisive(outcome)?.health.status ?? '')
    },
    {
        name: 'findings',
        description: 'What linting found, as a JSON array.',
        value: outcome => findingsWithin(outcome, mostFindings)
    },
    {
        name: 'warnings',
        description: 'Codes of all warnings, of linting and of the probe, as a JSON array.',
        value: outcome => JSON.stringify(warningsOf(outcome))
    },
    {
        name: 'report',
        description: 'Path of report.json, which holds everything.',
        value: (_outcome, reportPath) => reportPath
    }
];
const decisive = ({ probes, stripe }) => {
    const probe = probes.find(({ verdict }) => verdict === 'fail') ?? probes.find(({ verdict }) => verdict === 'warn') ?? probes[0];
    const refused = stripe?.findings.find(({ level }) => level === 'error');
    if (refused === undefined || probe?.verdict === 'fail')
        return probe;
    const nothing = { webhook: { status: null }, health: { status: null } };
    return { ...(probe ?? nothing), diagnosis: refused.code, brokenHop: 'stripe' };
};
function findingsWithin({ lint }, most) {
    const parts = [];
    let length = 2;
    for (const finding of lint?.findings ?? []) {
        const part = JSON.stringify(findingJson(finding));
        length += part.length + 1;
        if (length > most)
            break;
        parts.push(part);
    }
    return inertJson(`[${parts.join(',')}]`);
}
const warningsOf = ({ lint, probes, stripe, server }) => [
    ...new Set([
        ...(lint?.findings ?? []).filter(({ level }) => level === 'warning').map(({ rule }) => rule),
        ...probes.flatMap(({ warnings }) => warnings),
        ...[...(stripe?.findings ?? []), ...(server?.findings ?? [])]
            .filter(({ level }) => level === 'warning')
            .map(({ code }) => code)
    ])
];
const outputs = {
    id: 'outputs',
    deliver(outcome, _context, host) {
        const path = writeReport(outcome, host);
        for (const { name, value } of outputSpecs)
            host.setOutput(name, value(outcome, path));
    }
};
function writeReport(outcome, host) {
    const step = host.env('GITHUB_ACTION').replace(/[^\w-]/g, '_') || 'report';
    try {
        return host.write(`${host.temporary}/webhook-reach-check/${step}/report.json`, renderJson(outcome));
    }
    catch (error) {
        host.log(`webhook-reach-check: ${error instanceof Error ? error.message : String(error)}`);
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/src/reports/fingerprint.js
const blockSize = 100;
const modulus = 37n;
const endOfFile = 65_535;
const wrapped = (value) => BigInt.asUintN(64, value);
function lineFingerprints(text) {
    const { symbols, lineStarts } = flattened(text);
    const top = modulus ** BigInt(blockSize);
    const seen = new Map();
    let hash = 0n;
    let next = 0;
    return lineStarts.map(start => {
        for (; next < start + blockSize; next++) {
            const leaving = symbols[next - blockSize] ?? 0;
            hash = wrapped(hash * modulus + BigInt(symbols[next] ?? 0) - top * BigInt(leaving));
        }
        const hex = hash.toString(16);
        const count = (seen.get(hex) ?? 0) + 1;
        seen.set(hex, count);
        return `${hex}:${count}`;
    });
}
function flattened(text) {
    const symbols = [];
    const lineStarts = [0];
    const clean = text.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, '');
    for (let index = 0; index < clean.length; index++) {
        symbols.push(clean.charCodeAt(index));
        if (clean[index] === '\n')
            lineStarts.push(symbols.length);
    }
    symbols.push(endOfFile);
    return { symbols, lineStarts };
}

;// CONCATENATED MODULE: ./lib/src/reports/sarif.js




const mostResults = 5000;
const longestText = 1024;
const mostRelated = 100;
const sarifLevel = { error: 'error', warning: 'warning', notice: 'note' };
const severity = { error: 'error', warning: 'warning', notice: 'recommendation' };
function renderSarif(outcome, context) {
    const findings = (outcome.lint?.findings ?? []).slice(0, mostResults);
    const rules = ruleDescriptors(findings, context);
    const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
    const fingerprints = fingerprintsOf(context);
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'webhook-reach-check',
                        semanticVersion: outcome.version,
                        informationUri: `https://github.com/${context.repository}`,
                        rules
                    }
                },
                automationDetails: { id: 'webhook-reach-check/' },
                columnKind: 'utf16CodeUnits',
                invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(outcome.lint) }],
                results: findings.map(finding => ({
                    ...result(finding),
                    ruleIndex: indexOf.get(finding.rule) ?? -1,
                    ...fingerprints(finding.at)
                }))
            }
        ]
    };
    return `${inertJson(JSON.stringify(log, null, 2))}\n`;
}
function ruleDescriptors(findings, context) {
    return [...new Set(findings.map(({ rule }) => rule))].sort().map(id => {
        const facts = context.rules.find(rule => rule.id === id);
        const uri = (0,links/* rulePage */.gd)(context, id);
        const title = (0,reports_escape/* cut */.Jj)(facts?.title || id, longestText);
        const why = (0,reports_escape/* cut */.Jj)(facts?.why || title, longestText);
        return {
            id,
            shortDescription: { text: title },
            fullDescription: { text: why },
            help: { text: `${why}\n${uri}`, markdown: `${why}\n\n[More about this rule](${uri})` },
            helpUri: uri,
            defaultConfiguration: { level: sarifLevel[facts?.level ?? 'warning'] },
            properties: { 'problem.severity': severity[facts?.level ?? 'warning'], tags: ['deployment', 'webhooks'] }
        };
    });
}
function result({ rule, level, message, at, fix, related }) {
    const text = [message, fix?.description ?? ''].filter(line => line !== '').join('\n');
    return {
        ruleId: rule,
        level: sarifLevel[level],
        message: { text: plainText(text) || rule },
        locations: [sarif_location(at)],
        ...(related.length === 0
            ? {}
            : {
                relatedLocations: related.slice(0, mostRelated).map((one, index) => ({
                    id: index + 1,
                    ...sarif_location(one.at),
                    message: { text: plainText(one.message) || '…' }
                }))
            }),
        ...(fix === null || fix.edits.length === 0 ? {} : { fixes: [sarifFix(fix)] })
    };
}
const plainText = (text) => text
    .split('\n')
    .map(reports_escape/* visible */.RK)
    .join('\n')
    .replace(/[\\[\]]/g, '\\$&');
const sarif_location = (at) => ({
    physicalLocation: { artifactLocation: { uri: (0,links/* encodePath */.O0)(at.file) }, region: firstLine(at) }
});
const firstLine = ({ line, column, endLine, endColumn }) => endLine === line && endColumn > column
    ? { startLine: line, startColumn: column, endLine, endColumn }
    : { startLine: line, startColumn: column };
const sarifFix = (fix) => ({
    description: { text: plainText(fix.description) || 'Fix' },
    artifactChanges: [...new Set(fix.edits.map(({ file }) => file))].map(file => ({
        artifactLocation: { uri: (0,links/* encodePath */.O0)(file) },
        replacements: fix.edits
            .filter(edit => edit.file === file)
            .map(({ line, column, endLine, endColumn, text }) => ({
            deletedRegion: { startLine: line, startColumn: column, endLine, endColumn },
            insertedContent: { text }
        }))
    }))
});
const notifications = (lint) => (lint?.unread ?? []).slice(0, 1000).map(({ file, line, reason }) => ({
    level: 'warning',
    message: { text: plainText(reason) || 'not read' },
    locations: [
        { physicalLocation: { artifactLocation: { uri: (0,links/* encodePath */.O0)(file) }, region: { startLine: Math.max(1, line) } } }
    ]
}));
function fingerprintsOf(context) {
    const known = new Map();
    return ({ file, line }) => {
        const lines = known.get(file) ?? lineFingerprints(context.sourceText(file) ?? '');
        known.set(file, lines);
        const primaryLocationLineHash = lines[line - 1];
        return primaryLocationLineHash === undefined ? {} : { partialFingerprints: { primaryLocationLineHash } };
    };
}
const sarif = {
    id: 'sarif',
    deliver: (outcome, context, host) => host.print(renderSarif(outcome, context))
};

;// CONCATENATED MODULE: ./lib/src/reports/sarif-file.js

const sarifFile = {
    id: 'sarif-file',
    deliver(outcome, context, host) {
        if (context.sarifPath === null)
            return;
        try {
            host.write(context.sarifPath, renderSarif(outcome, context));
        }
        catch (error) {
            const message = `sarif: ${error instanceof Error ? error.message : String(error)}`;
            host.log(message);
            host.annotate({ level: 'warning', title: 'sarif', message, at: null });
        }
    }
};

// EXTERNAL MODULE: ./lib/src/reports/page.js
var page = __webpack_require__(8131);
// EXTERNAL MODULE: ./lib/src/reports/sections.js + 3 modules
var sections = __webpack_require__(8822);
;// CONCATENATED MODULE: ./lib/src/reports/summary.js




const summary_most = 1_000_000;
const renderSummary = (outcome, context) => (0,page/* joinWithin */.Uo)([
    (0,sections/* title */.DD)(outcome),
    ...outcome.probes.flatMap(probe => (0,sections/* probeSection */.kH)(probe, context)),
    ...(outcome.lint === null ? [] : (0,sections/* findingsSection */.WT)(outcome.lint, context)),
    ...leftOver(outcome, context),
    ...(0,sections/* otherSection */.Su)('Stripe', outcome.stripe?.findings ?? [], context),
    ...(0,sections/* otherSection */.Su)('On the server', outcome.server?.findings ?? [], context),
    ...(outcome.probes.length === 0 && outcome.server === null ? [] : (0,sections/* checklistSection */.ep)(outcome)),
    ...(outcome.lint === null ? [] : (0,sections/* coverageSection */.EA)(outcome.lint))
], summary_most);
function leftOver(outcome, context) {
    const counts = planAnnotations(outcome, context).leftOver;
    const parts = ['error', 'warning', 'notice'].flatMap(level => counts[level] === 0 ? [] : [(0,headline/* counted */.hS)(counts[level], level)]);
    return parts.length === 0
        ? []
        : [(0,page/* text */.Qq)(`GitHub shows ten annotations of a kind: ${parts.join(', ')} of the above have none.`, '')];
}
const summary = {
    id: 'summary',
    deliver: (outcome, context, host) => host.summarize(renderSummary(outcome, context))
};

;// CONCATENATED MODULE: ./lib/src/reports/source-excerpt.js

const width = 120;
const before = 40;
function cells(text) {
    const shown = [...text].flatMap(character => {
        const cell = character === '\t' ? '    ' : (0,reports_escape/* visible */.RK)(character);
        return character.length === 2 ? [cell, ''] : [cell];
    });
    for (let order = text.indexOf('##['); order !== -1; order = text.indexOf('##[', order + 1))
        shown[order + 1] = ' #';
    return shown;
}
function sourceExcerpt(at, line) {
    if (line.trim() === '')
        return [];
    const all = cells(line);
    const start = Math.min(at.column - 1, all.length);
    const end = at.endLine === at.line ? Math.max(start + 1, at.endColumn - 1) : all.length;
    const from = all.length <= width ? 0 : Math.max(0, Math.min(start - before, all.length - width));
    const to = Math.min(all.length, from + width);
    const text = (first, last) => all.slice(first, last).join('');
    const head = from > 0 ? '…' : '';
    const blank = ' '.repeat(head.length + text(from, start).length);
    const carets = '^'.repeat(Math.max(1, text(start, Math.min(end, to)).length));
    const gutter = String(at.line);
    return [
        `  ${gutter} | ${head}${text(from, to)}${to < all.length ? '…' : ''}`.trimEnd(),
        `  ${' '.repeat(gutter.length)} | ${blank}${carets}`
    ];
}

;// CONCATENATED MODULE: ./lib/src/reports/terminal.js






const colors = { error: 31, warning: 33, notice: 36, pass: 32, faint: 2, bold: 1 };
const painted = (text, color) => `\u001b[${colors[color]}m${text}\u001b[0m`;
const unpainted = text => text;
const marks = { pass: '✓', warn: '!', fail: '✗', skip: '-' };
const markColors = { pass: 'pass', warn: 'warning', fail: 'error', skip: 'faint' };
const mostUnread = 50;
function renderTerminal(outcome, context, color) {
    const paint = color ? painted : unpainted;
    const blocks = [
        ...(outcome.lint?.findings ?? []).map(finding => terminal_ofFinding(finding, context, paint)),
        ...outcome.probes.map(probe => terminal_ofProbe(probe, context, paint)),
        ...[...(outcome.stripe?.findings ?? []), ...(outcome.server?.findings ?? [])].map(one => ofOther(one, context, paint)),
        ...(outcome.lint === null ? [] : [terminal_coverage(outcome.lint)]),
        [
            paint(outcome.verdict, outcome.verdict === 'fail' ? 'error' : outcome.verdict === 'warn' ? 'warning' : 'pass')
        ].map(word => `${(0,headline/* nothingChecked */.t1)(outcome) ? 'nothing was checked' : word}: ${(0,reports_escape/* logLine */.BP)((0,headline/* headline */.Pl)(outcome))}`)
    ];
    return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`;
}
const indented = (label, text) => (0,reports_escape/* logLines */.OG)(text).map((line, index) => (index === 0 ? `  ${label}${line}` : `    ${line}`));
function terminal_ofFinding({ rule, level, message, at, fix, related }, context, paint) {
    const [first = '', ...more] = (0,reports_escape/* logLines */.OG)(message);
    const place = `${(0,reports_escape/* logLine */.BP)(at.file)}:${at.line}:${at.column}`;
    return [
        `${paint(place, 'bold')}: ${paint(level, level)}: ${first} ${paint(`[${rule}]`, 'faint')}`,
        ...more.map(line => `  ${line}`),
        ...sourceExcerpt(at, context.sourceLine(at.file, at.line)),
        ...related.flatMap(one => indented('see: ', `${one.at.file}:${one.at.line}: ${one.message}`)),
        ...(fix === null ? [] : indented('fix: ', fix.description)),
        ...indented('more: ', (0,links/* rulePage */.gd)(context, rule))
    ];
}
function terminal_ofProbe(probe, context, paint) {
    const failed = probe.verdict === 'fail';
    return [
        paint((0,reports_escape/* logLine */.BP)((0,links/* shownUrl */.zA)(probe.url)), 'bold'),
        ...probe.addresses.flatMap(({ address, hops }) => [`  ${(0,reports_escape/* logLine */.BP)(address)}`, ...hops.map(hop => ofHop(hop, paint))]),
        ...(probe.webhook.bodyExcerpt === '' ? [] : [`  answered: ${(0,reports_escape/* logLine */.BP)((0,reports_escape/* excerpt */.Kb)(probe.webhook.bodyExcerpt))}`]),
        ...indented(failed ? `${paint('error', 'error')}: ` : '', `${probe.message}${failed ? ` [${probe.diagnosis}]` : ''}`),
        ...(probe.suspect === null ? [] : indented('suspect: ', `${probe.suspect.file}:${probe.suspect.line}`)),
        ...(probe.fix === '' ? [] : indented('fix: ', probe.fix)),
        ...(failed ? indented('more: ', (0,links/* diagnosisPage */.LV)(context, probe.diagnosis)) : []),
        ...(0,probe_notes/* probeNotes */.i)(probe).flatMap(({ code, level, message }) => indented(`${paint(level, level)}: `, `${message} [${code}]`))
    ];
}
function ofHop({ hop, status, ms, code, detail }, paint) {
    const mark = paint(marks[status], markColors[status]);
    const time = status === 'skip' ? '' : `${Math.round(ms)} ms`;
    const word = code === null || status === 'pass' || status === 'skip' ? '' : ` [${code}]`;
    return `    ${mark} ${hop.padEnd(7)}${time.padStart(9)}  ${(0,reports_escape/* logLine */.BP)(detail)}${word}`.trimEnd();
}
function ofOther({ code, level, message, fix }, context, paint) {
    const [first = '', ...more] = (0,reports_escape/* logLines */.OG)(message);
    return [
        `${paint(level, level)}: ${first} ${paint(`[${code}]`, 'faint')}`,
        ...more.map(line => `  ${line}`),
        ...(fix === '' ? [] : indented('fix: ', fix)),
        ...indented('more: ', (0,links/* diagnosisPage */.LV)(context, code))
    ];
}
function terminal_coverage(lint) {
    const unread = lint.unread.slice(0, mostUnread);
    const rest = lint.unread.length - unread.length;
    return [
        (0,coverage/* coverageSentence */.Q)(lint),
        ...unread.map(({ file, line, reason }) => `  not read: ${(0,reports_escape/* logLine */.BP)(file)}:${line}: ${(0,reports_escape/* logLine */.BP)(reason)}`),
        ...(rest > 0 ? [`  and ${(0,headline/* counted */.hS)(rest, 'more place')} that could not be read`] : [])
    ];
}
const terminal = {
    id: 'text',
    deliver: (outcome, context, host) => host.print(renderTerminal(outcome, context, host.color))
};

;// CONCATENATED MODULE: ./lib/src/reports/index.js








const reports = {
    github: [terminal, sarifFile, summary, outputs, annotations],
    text: [sarifFile, terminal, exit],
    json: [sarifFile, json, annotations],
    sarif: [sarifFile, sarif, annotations]
};
function report(outcome, context, host) {
    for (const one of reports[host.format])
        one.deliver(outcome, context, host);
}


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ diagnosisPage),
/* harmony export */   O0: () => (/* binding */ encodePath),
/* harmony export */   gd: () => (/* binding */ rulePage),
/* harmony export */   hk: () => (/* binding */ documentationRepository),
/* harmony export */   zA: () => (/* binding */ shownUrl)
/* harmony export */ });
const ownRepository = 'webhook-reach-check/webhook-reach-check';
const documentationRepository = (actionRepository) => /^[\w.-]+\/[\w.-]+$/.test(actionRepository) ? actionRepository : ownRepository;
const page = (context, path) => `https://github.com/${context.repository}/blob/v1/docs/${path}.md`;
const rulePage = (context, id) => page(context, `rules/${id}`);
const diagnosisPage = (context, code) => page(context, `diagnoses/${code}`);
const encodePath = (path) => path
    .split('/')
    .map(segment => encodeURIComponent(segment.toWellFormed()))
    .join('/');
const shownUrl = (url) => url.replace(/^(https?:\/\/)[^/?#]*@/i, '$1***@');


/***/ }),

/***/ 8131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Uo: () => (/* binding */ joinWithin),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
const text = (...lines) => ({ head: lines, rows: [], foot: [], cut: () => '' });
const table = (columns, rows, missing, foot = []) => ({
    head: [row(columns), row(columns.map(() => '---'))],
    rows: rows.map(row),
    foot: ['', ...foot],
    cut: count => row([`${count} more ${missing}, cut to fit: they are all in report.json`, ...columns.slice(1).map(() => '')])
});
const row = (cells) => `| ${cells.join(' | ')} |`;
const bytesOf = (lines) => lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
const lastWord = 'The rest is cut to fit: it is all in report.json.';
function joinWithin(blocks, most) {
    const frame = blocks.map(block => bytesOf([...block.head, ...block.foot, block.cut(block.rows.length)]));
    const kept = framesWithin(frame, most - Buffer.byteLength(lastWord) - 2);
    let room = most - frame.slice(0, kept).reduce((sum, size) => sum + size, 0) - Buffer.byteLength(lastWord) - 2;
    const shown = new Map();
    for (const block of blocks.slice(0, kept).toSorted((a, b) => a.rows.length - b.rows.length)) {
        const count = rowsWithin(block.rows, room);
        room -= bytesOf(block.rows.slice(0, count));
        shown.set(block, count);
    }
    const lines = blocks.slice(0, kept).flatMap(block => {
        const count = shown.get(block) ?? 0;
        const missing = block.rows.length - count;
        return [...block.head, ...block.rows.slice(0, count), ...(missing > 0 ? [block.cut(missing)] : []), ...block.foot];
    });
    return `${[...lines, ...(kept < blocks.length ? ['', lastWord] : [])].join('\n')}\n`;
}
function framesWithin(sizes, room) {
    let used = 0;
    const over = sizes.findIndex(size => {
        used += size;
        return used > room;
    });
    return over === -1 ? sizes.length : over;
}
function rowsWithin(rows, room) {
    let used = 0;
    const over = rows.findIndex(line => {
        used += Buffer.byteLength(line) + 1;
        return used > room;
    });
    return over === -1 ? rows.length : over;
}


/***/ }),

/***/ 3852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ probeNotes)
/* harmony export */ });
function probeNotes({ verdict, diagnosis, faults, warnings }) {
    const told = faults.filter(({ code, level }) => !(verdict === 'fail' && code === diagnosis && level === 'error'));
    const notes = told.filter((fault, index) => told.findIndex(one => one.code === fault.code && one.message === fault.message) === index);
    const silent = warnings.filter(code => !faults.some(fault => fault.code === code));
    return [
        ...notes,
        ...[...new Set(silent)].map(code => ({
            code,
            level: 'warning',
            message: `the probe warns: ${code}.`,
            fix: ''
        }))
    ];
}


/***/ }),

/***/ 8822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ep: () => (/* binding */ checklistSection),
  EA: () => (/* binding */ coverageSection),
  WT: () => (/* binding */ findingsSection),
  Su: () => (/* binding */ otherSection),
  kH: () => (/* binding */ probeSection),
  DD: () => (/* binding */ title)
});

;// CONCATENATED MODULE: ./lib/src/reports/outcome.js
const checks = [
    { id: 'proxy-running', title: 'The reverse proxy is running' },
    { id: 'certificate-valid', title: 'The certificate is valid' },
    { id: 'dns-points-here', title: 'DNS points to the server' },
    { id: 'ports-open', title: 'Ports 80 and 443 are open' },
    { id: 'url-https', title: 'The webhook URL is https' },
    { id: 'unsigned-refused', title: 'An unsigned POST is refused by the app (Stripe: 400)' },
    { id: 'attempts-logged', title: 'The logs show the attempts' }
];

;// CONCATENATED MODULE: ./lib/src/reports/checklist.js

const notLooked = { state: 'unknown', detail: 'nobody looked' };
const serverOnly = { state: 'unknown', detail: 'only a look at the server tells (`ssh`)' };
function overall(probes, name) {
    const hops = probes
        .flatMap(({ addresses }) => addresses)
        .flatMap(({ hops }) => hops.filter(({ hop }) => hop === name));
    const failed = hops.find(({ status }) => status === 'fail');
    if (failed !== undefined)
        return { state: 'no', detail: failed.detail };
    const [first] = hops;
    if (first === undefined || hops.every(({ status }) => status === 'skip'))
        return notLooked;
    return hops.some(({ status }) => status === 'skip')
        ? { state: 'unknown', detail: 'not every request came that far' }
        : { state: 'yes', detail: first.detail };
}
const fromProbes = {
    'proxy-running': () => serverOnly,
    'certificate-valid': probes => overall(probes, 'tls'),
    'dns-points-here': probes => {
        const seen = overall(probes, 'dns');
        const addresses = [...new Set(probes.flatMap(probe => probe.addresses.map(({ address }) => address)))].slice(0, 4);
        return seen.state === 'yes'
            ? {
                state: 'unknown',
                detail: `it leads to ${addresses.join(', ')}; whether that is your server, only a look at it tells`
            }
            : seen;
    },
    'ports-open': probes => {
        const closed = probes.some(({ warnings }) => warnings.includes('port-80-closed'));
        const seen = overall(probes, 'tcp');
        return seen.state === 'yes' && closed ? { state: 'no', detail: 'port 80 does not answer' } : seen;
    },
    'url-https': probes => {
        if (probes.length === 0)
            return notLooked;
        const state = probes.every(({ url }) => /^https:/i.test(url)) ? 'yes' : 'no';
        return { state, detail: state === 'yes' ? 'https' : 'http: providers refuse it, and anyone on the way can read it' };
    },
    'unsigned-refused': probes => overall(probes, 'app'),
    'attempts-logged': () => serverOnly
};
const checklist = ({ probes, server }) => checks.map(({ id }) => {
    const seen = server?.checklist.find(check => check.id === id && check.state !== 'unknown');
    return seen ?? { id, ...fromProbes[id](probes) };
});

// EXTERNAL MODULE: ./lib/src/reports/coverage.js
var coverage = __webpack_require__(9074);
// EXTERNAL MODULE: ./lib/src/reports/escape.js
var reports_escape = __webpack_require__(4999);
// EXTERNAL MODULE: ./lib/src/reports/headline.js
var headline = __webpack_require__(8292);
// EXTERNAL MODULE: ./lib/src/model/hop.js
var hop = __webpack_require__(5911);
;// CONCATENATED MODULE: ./lib/src/reports/hop-picture.js


const worst = ['fail', 'warn', 'pass', 'skip'];
const marks = { pass: '✓', warn: '!', fail: '✗', skip: '' };
function overAddresses(probe) {
    const all = probe.addresses.flatMap(({ hops }) => hops);
    return hop/* hopNames */.c.flatMap(name => {
        const same = all.filter(({ hop }) => hop === name);
        const status = worst.find(candidate => same.some(one => one.status === candidate));
        const one = same.find(candidate => candidate.status === status);
        return one === undefined ? [] : [{ ...one, ms: Math.max(...same.map(({ ms }) => ms)) }];
    });
}
function hopPicture(probe) {
    const hops = overAddresses(probe);
    if (hops.length === 0)
        return [];
    const nodes = hops.map((hop, index) => `  h${index}[${(0,reports_escape/* mermaidLabel */._b)(labelOf(hop))}]:::${hop.status}`);
    const ids = ['sender', ...hops.map((_, index) => `h${index}`)];
    const edges = hops.map((hop, index) => `  ${ids[index]} ${hop.status === 'fail' ? '--x' : hop.status === 'skip' ? '-.->' : '-->'} ${ids[index + 1]}`);
    return (0,reports_escape/* codeBlock */.DV)([
        'flowchart LR',
        `  sender([${(0,reports_escape/* mermaidLabel */._b)('webhook sender')}])`,
        ...nodes,
        ...edges,
        '  classDef pass fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
        '  classDef warn fill:#fff8c5,stroke:#9a6700,color:#1f2328',
        '  classDef fail fill:#ffebe9,stroke:#cf222e,color:#1f2328',
        '  classDef skip fill:#f6f8fa,stroke:#818b98,color:#59636e,stroke-dasharray:4 3'
    ], 'mermaid');
}
const labelOf = ({ hop, status, ms, code }) => [
    marks[status],
    `${hop}:`,
    status === 'skip' ? 'not tried' : ((status === 'pass' ? null : code) ?? `${Math.round(ms)} ms`)
]
    .filter(part => part !== '')
    .join(' ');

// EXTERNAL MODULE: ./lib/src/reports/links.js
var links = __webpack_require__(4047);
// EXTERNAL MODULE: ./lib/src/reports/page.js
var page = __webpack_require__(8131);
// EXTERNAL MODULE: ./lib/src/reports/probe-notes.js
var probe_notes = __webpack_require__(3852);
;// CONCATENATED MODULE: ./lib/src/reports/sections.js









const verdictIcons = { pass: '✅', warn: '⚠️', fail: '❌' };
const levelIcons = { error: '❌ error', warning: '⚠️ warning', notice: 'ℹ️ notice' };
const statusIcons = { pass: '✅', warn: '⚠️', fail: '❌', skip: '–' };
const checkIcons = { yes: '✅', no: '❌', unknown: '❔ not looked at' };
const title = (outcome) => (0,page/* text */.Qq)((0,headline/* nothingChecked */.t1)(outcome)
    ? '## ℹ️ webhook-reach-check: nothing was checked'
    : `## ${verdictIcons[outcome.verdict]} webhook-reach-check: ${outcome.verdict}`, '', (0,reports_escape/* prose */.CS)((0,headline/* headline */.Pl)(outcome, url => `\`${url}\``)), '');
const probeSection = (probe, context) => [
    (0,page/* text */.Qq)(`### ${statusIcons[probe.verdict]} ${(0,reports_escape/* code */.aY)((0,links/* shownUrl */.zA)(probe.url), false)}`, ''),
    (0,page/* text */.Qq)(...hopPicture(probe), ''),
    (0,page/* text */.Qq)(...diagnosisLines(probe, context)),
    (0,page/* table */.tp)(['Address', 'Hop', 'Result', 'Time', 'What was seen'], probe.addresses.flatMap(({ address, hops }) => hops.map(({ hop, status, ms, code: word, detail }) => [
        (0,reports_escape/* code */.aY)(address),
        hop,
        `${statusIcons[status]}${word === null || status === 'pass' || status === 'skip' ? '' : ` ${(0,reports_escape/* code */.aY)(word)}`}`,
        status === 'skip' ? '' : `${Math.round(ms)} ms`,
        (0,reports_escape/* prose */.CS)(detail)
    ])), 'hops')
];
function diagnosisLines(probe, context) {
    const failed = probe.verdict === 'fail';
    const label = failed ? `**Diagnosis:** [${(0,reports_escape/* code */.aY)(probe.diagnosis)}](${(0,links/* diagnosisPage */.LV)(context, probe.diagnosis)}). ` : '';
    const { suspect } = probe;
    return [
        `${label}${(0,reports_escape/* prose */.CS)(probe.message)}`,
        '',
        ...(suspect === null ? [] : [`**Explained by:** ${place(suspect.file, suspect.line, context)}`, '']),
        ...(probe.fix === '' ? [] : [`**What to do:** ${(0,reports_escape/* prose */.CS)(probe.fix)}`, '']),
        ...(probe.webhook.bodyExcerpt === ''
            ? []
            : [`**It answered:** ${(0,reports_escape/* code */.aY)((0,reports_escape/* excerpt */.Kb)(probe.webhook.bodyExcerpt), false)}`, '']),
        ...(0,probe_notes/* probeNotes */.i)(probe).flatMap(({ code: word, level, message, fix }) => [
            `${levelIcons[level]} [${(0,reports_escape/* code */.aY)(word)}](${(0,links/* diagnosisPage */.LV)(context, word)}): ${(0,reports_escape/* prose */.CS)(message)} ${(0,reports_escape/* prose */.CS)(fix)}`.trimEnd(),
            ''
        ])
    ];
}
function place(file, line, context) {
    const shown = (0,reports_escape/* code */.aY)(`${file}:${line}`);
    const url = context.sourceUrl(file, line);
    return url === null ? shown : `[${shown}](${url})`;
}
function findingsSection({ findings }, context) {
    if (findings.length === 0)
        return [];
    const rowOf = ({ level, at, rule, message, fix, related }) => [
        levelIcons[level],
        place(at.file, at.line, context),
        `[${(0,reports_escape/* code */.aY)(rule)}](${(0,links/* rulePage */.gd)(context, rule)})`,
        [message, ...related.map(one => `See ${one.at.file}:${one.at.line}: ${one.message}`)].map(reports_escape/* prose */.CS).join(' '),
        (0,reports_escape/* prose */.CS)(fix?.description ?? '')
    ];
    return [
        (0,page/* text */.Qq)('### In the checkout', ''),
        (0,page/* table */.tp)(['Level', 'Where', 'Rule', 'What', 'What to do'], findings.map(rowOf), 'findings')
    ];
}
const coverageSection = (lint) => [
    (0,page/* text */.Qq)((0,coverage/* coverageSentence */.Q)(lint), ''),
    ...(lint.unread.length === 0
        ? []
        : [
            (0,page/* table */.tp)(['Not read', 'Why'], lint.unread.map(({ file, line, reason }) => [(0,reports_escape/* code */.aY)(`${file}:${line}`), (0,reports_escape/* prose */.CS)(reason)]), 'places that could not be read')
        ])
];
const otherSection = (heading, findings, context) => findings.length === 0
    ? []
    : [
        (0,page/* text */.Qq)(`### ${heading}`, ''),
        (0,page/* table */.tp)(['Level', 'What', 'Seen', 'What to do'], findings.map(({ code: word, level, message, fix }) => [
            levelIcons[level],
            `[${(0,reports_escape/* code */.aY)(word)}](${(0,links/* diagnosisPage */.LV)(context, word)})`,
            (0,reports_escape/* prose */.CS)(message),
            (0,reports_escape/* prose */.CS)(fix)
        ]), 'findings')
    ];
const checklistSection = (outcome) => [
    (0,page/* text */.Qq)('### Checklist', ''),
    (0,page/* table */.tp)(['', 'Check', 'Seen'], checklist(outcome).map(({ id, state, detail }) => [
        checkIcons[state],
        checks.find(check => check.id === id)?.title ?? id,
        (0,reports_escape/* prose */.CS)(detail)
    ]), 'checks')
];


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

/***/ 4591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ ruleIds),
  a: () => (/* binding */ rules)
});

// EXTERNAL MODULE: ./lib/src/model/address.js
var model_address = __webpack_require__(7640);
// EXTERNAL MODULE: ./lib/src/model/port-mapping.js
var port_mapping = __webpack_require__(9146);
// EXTERNAL MODULE: ./lib/src/model/exposure.js
var exposure = __webpack_require__(3231);
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
        return `${hostPorts.first === hostPorts.last ? 'port' : 'ports'} ${(0,port_mapping/* formatRange */.Lu)(hostPorts)}`;
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

;// CONCATENATED MODULE: ./lib/src/rules/app-loopback-in-container.js



const command = (host) => deployWith('-p 443:8000').replace('ghcr.io/acme/app', `ghcr.io/acme/app uvicorn app:app --host ${host} --port 8000`);
const appLoopbackInContainer = defineRule({
    id: 'app-loopback-in-container',
    level: 'error',
    title: 'The app listens on loopback inside its container',
    why: "A published port leads to the container's own network interface, never to its loopback, so an app on 127.0.0.1 inside the container answers nobody outside it. Many servers listen there unless told otherwise.",
    fix: 'Let the app listen on 0.0.0.0 inside the container. Who can reach it is decided by the published address, not by this one.',
    examples: {
        bad: { [exampleFile]: command('127.0.0.1') },
        good: { [exampleFile]: command('0.0.0.0') }
    },
    *check({ deployed }) {
        for (const container of deployed) {
            const [listener] = loopbackListeners(container);
            const [publication] = container.publications.filter(({ mapping }) => mapping.protocol === 'tcp');
            if (listener === undefined || publication === undefined)
                continue;
            const port = listener.port === null ? '' : `:${listener.port}`;
            yield {
                at: listener.at,
                message: `${nameOf({ container })} listens on ${listener.address}${port} inside its container, where the port published at ${place(publication.at)} does not lead: whoever connects gets "connection reset" or an empty answer.`,
                fix: {
                    description: 'Listen on 0.0.0.0 inside the container (--host 0.0.0.0, --bind 0.0.0.0:PORT, HOST=0.0.0.0); the published address decides who can reach it.',
                    edits: []
                },
                related: [{ at: publication.at, message: 'published here' }, ...callTrail(container)],
                statement: container.at
            };
        }
    }
});
function loopbackListeners({ listeners, publications, networks, role }) {
    if (!reachable(networks) || role !== 'app')
        return [];
    const tcp = publications.filter(({ mapping }) => mapping.protocol === 'tcp');
    const served = listeners.filter(({ port }) => port === null || tcp.some(({ mapping }) => (0,port_mapping/* servesPort */.kK)(mapping, port)));
    const judged = served.length > 0 ? served : listeners;
    const onLoopback = judged.filter(({ address }) => address !== null && (0,model_address/* isLoopbackHost */.cW)((0,model_address/* bare */.$B)(address)));
    return onLoopback.length === judged.length ? onLoopback : [];
}
const reachable = (networks) => networks !== 'host' && !networks.some(network => network === 'none' || network.startsWith('container:'));

;// CONCATENATED MODULE: ./lib/src/rules/container-port-mismatch.js


const container_port_mismatch_command = (port) => deployWith('-p 443:8000').replace('ghcr.io/acme/app', `ghcr.io/acme/app uvicorn app:app --host 0.0.0.0 --port ${port}`);
const containerPortMismatch = defineRule({
    id: 'container-port-mismatch',
    level: 'warning',
    title: 'The mapping leads to a port on which the app does not listen',
    why: 'The last number of a mapping is the port inside the container. Where nothing listens there, Docker takes the connection and drops it: "connection reset", or 502 from a proxy.',
    fix: "Make the mapping's last number the port on which the app listens.",
    examples: {
        bad: { [exampleFile]: container_port_mismatch_command(5000) },
        good: { [exampleFile]: container_port_mismatch_command(8000) }
    },
    *check({ deployed }) {
        for (const container of deployed) {
            const { listeners, networks, role, publications } = container;
            if (role !== 'app' || networks === 'host' || listeners.length === 0)
                continue;
            if (networks.some(network => network === 'none' || network.startsWith('container:')))
                continue;
            const tcp = publications.filter(({ mapping }) => mapping.protocol === 'tcp');
            const fits = listeners.some(({ port }) => port === null || tcp.some(({ mapping }) => (0,port_mapping/* servesPort */.kK)(mapping, port)));
            if (fits)
                continue;
            const [listener] = listeners;
            const ports = listeners.map(({ port }) => port).join(' and ');
            for (const { at, mapping } of tcp) {
                if (mapping.containerPorts === 'unknown' || listener === undefined)
                    continue;
                yield {
                    at,
                    message: `This leads to port ${(0,port_mapping/* formatRange */.Lu)(mapping.containerPorts)} inside ${nameOf({ container })}, whose command listens on ${ports} (${place(listener.at)}): connections are dropped.`,
                    fix: {
                        description: `Publish to port ${ports}, or let the app listen on ${(0,port_mapping/* formatRange */.Lu)(mapping.containerPorts)}.`,
                        edits: []
                    },
                    related: [{ at: listener.at, message: `listens on ${ports}` }, ...callTrail(container)],
                    statement: container.at
                };
            }
        }
    }
});

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

;// CONCATENATED MODULE: ./lib/src/rules/dev-tunnel-in-deploy.js

const deploy = deployWith('-p 443:8443');
const devTunnelInDeploy = defineRule({
    id: 'dev-tunnel-in-deploy',
    level: 'warning',
    title: "A developer's tunnel in a deployment",
    why: '`stripe listen`, `ngrok http` and quick Cloudflare tunnels are made for a desk: the address changes with every start, the tunnel ends with the process, and the endpoint that is registered at the provider stays unreachable. `stripe listen` also signs with a secret of its own, so the real ones fail.',
    fix: 'Put a reverse proxy with TLS before the app, or a named tunnel, and register its address at the provider.',
    examples: {
        bad: { [exampleFile]: `${deploy}            stripe listen --forward-to localhost:8000/webhooks/stripe\n` },
        good: { [exampleFile]: deploy }
    },
    *check({ deployment }) {
        for (const { at, command, placement, calls } of deployment.tunnels ?? []) {
            if (placement === 'hosted')
                continue;
            yield {
                at,
                message: `\`${command}\` is a developer's tunnel: it ends with its process, its address (or, for stripe, its signing secret) changes with every start, and what is registered at the provider does not lead through it.`,
                fix: {
                    description: 'Give the server a name and a proxy with TLS (`node dist/index.js fix --domain your-domain.com` writes the set-up), register that URL at the provider, and leave the tunnel to development.',
                    edits: []
                },
                related: calls.map(call => ({ at: call, message: 'called from here' }))
            };
        }
    }
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
        const evidence = hint === undefined ? '' : ` ${place(hint.at)} speaks for a proxy (${hint.what}), ${missing(hint)}.`;
        return {
            message: `${nameOf(exposed)} is published on loopback${restsOn(exposed)}: only the server itself reaches ${portOf(exposed)}, and no proxy in this checkout forwards to it. A webhook sender gets "connection refused".${evidence}`,
            ...(hint === undefined ? {} : { level: 'warning' }),
            related: hint === undefined ? [] : [{ at: hint.at, message: hint.what }],
            fix: { description: advice(exposed), edits: [] }
        };
    })
});
const missing = ({ port }) => port === null ? 'but the checkout does not show where it forwards' : 'but nothing in the checkout sets it up';
const advice = (exposed) => `Put nginx or Caddy with TLS before ${portOf(exposed)} (\`node dist/index.js fix --domain your-domain.com\` writes the set-up). If one is there already, declare it: "# webhook-reach-check: proxied-by nginx" on the line before the command, or the input "proxy: nginx".`;

;// CONCATENATED MODULE: ./lib/src/rules/port-conflict.js


const both = (port) => `${deployWith('-p 443:8443')}            docker run -d --name api -p ${port}:8443 ghcr.io/acme/api\n`;
const portConflict = defineRule({
    id: 'port-conflict',
    level: 'error',
    title: 'Two containers claim one port of the host',
    why: 'Only one of them gets it. Docker stops the other with "port is already allocated", or "address already in use" where one asks for all addresses and the other for one.',
    fix: 'Give one of them another host port, or stop the first before the second starts.',
    examples: {
        bad: { [exampleFile]: both(443) },
        good: { [exampleFile]: both(8443).replace('-p 8443', '-p 192.168.1.10:8443') }
    },
    *check({ deployment, deployed }) {
        for (const container of deployed)
            yield* problems(container, container);
        for (const [earlier, later] of deployment.together ?? [])
            if (deployed.includes(earlier) && deployed.includes(later))
                yield* problems(earlier, later);
    }
});
function* problems(earlier, later) {
    if (earlier.networks === 'host' || later.networks === 'host')
        return;
    for (const [index, publication] of later.publications.entries()) {
        const others = earlier === later ? earlier.publications.slice(0, index) : earlier.publications;
        const other = others.find(candidate => claimsSame(candidate, publication));
        if (other === undefined)
            continue;
        const port = typeof publication.mapping.hostPorts === 'string' ? '' : (0,port_mapping/* formatRange */.Lu)(publication.mapping.hostPorts);
        yield {
            at: publication.at,
            message: `${nameOf({ container: later })} claims host port ${port}, which ${earlier === later ? 'it' : nameOf({ container: earlier })} claims already at ${place(other.at)}: Docker starts only the first ("port is already allocated").`,
            fix: { description: 'Give one of them another host port, or stop the first before this one starts.', edits: [] },
            related: [{ at: other.at, message: 'claimed here first' }, ...callTrail(later)],
            statement: later.at
        };
    }
}
const claimsSame = (a, b) => (0,port_mapping/* collide */.pS)(a.mapping, b.mapping) &&
    (a.mapping.exposure !== b.mapping.exposure || JSON.stringify(a.at) !== JSON.stringify(b.at));

;// CONCATENATED MODULE: ./lib/src/rules/proxy-blocks-webhook.js

const proxy_blocks_webhook_nginx = (location) => `server {
  listen 443 ssl;
  server_name your-domain.com;
  location / {
${location}    proxy_pass http://127.0.0.1:8000;
  }
}
`;
const proxyBlocksWebhook = defineRule({
    id: 'proxy-blocks-webhook',
    level: 'error',
    title: "The proxy's own config turns the webhook away",
    why: 'A webhook sender brings no password, follows no redirect and posts from addresses that change. What the proxy refuses or redirects on the way to the endpoint never reaches the app.',
    fix: 'Let the webhook path through: a location of its own without the restriction, forwarding to the app. The signature is what protects it.',
    examples: {
        bad: {
            [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'),
            'deploy/nginx.conf': proxy_blocks_webhook_nginx('    auth_basic "staff";\n    auth_basic_user_file /etc/nginx/htpasswd;\n')
        },
        good: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'), 'deploy/nginx.conf': proxy_blocks_webhook_nginx('') }
    },
    *check({ exposed }) {
        const apps = exposed.filter(({ container }) => container.role === 'app');
        for (const one of apps) {
            const another = apps.some(other => other.container !== one.container && routesTo(other).some(isOpen));
            if (another)
                continue;
            for (const { route, refusal } of refusals(one)) {
                yield {
                    at: refusal.at,
                    message: `\`${refusal.directive}\` of ${route.proxy} turns webhooks to ${nameOf(one)} away: ${refusal.why}`,
                    fix: {
                        description: 'Give the webhook path a location of its own that forwards to the app without this restriction.',
                        edits: []
                    },
                    related: [{ at: route.at, message: `forwards to ${nameOf(one)}` }]
                };
            }
        }
    }
});
function routesTo({ ways }) {
    const routes = ways.flatMap(({ route }) => (route?.evidence === 'declared' ? [route] : []));
    const secure = routes.filter(({ listeners }) => listeners.some(({ tls }) => tls));
    return secure.length > 0 ? secure : routes;
}
const isOpen = ({ refusal }) => refusal === null;
function refusals(exposed) {
    const routes = routesTo(exposed);
    if (exposed.ways.some(({ route }) => route === null) || routes.some(isOpen))
        return [];
    return routes.flatMap(route => (route.refusal === null ? [] : [{ route, refusal: route.refusal }]));
}

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
                description: `Put the proxy and ${nameOf(exposed)} on one Docker network and forward to the container by name, or run the proxy with host networking; ${portOf(exposed)} then needs no publishing.`,
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
            message: `${where} forwards to port ${nearest?.port}, which nothing publishes; ${nameOf(exposed)} is published on loopback, at ${portOf(exposed)}${restsOn(exposed)}, to which nothing forwards. The proxy answers 502.`,
            fix: {
                description: `Forward to ${portOf(exposed)} in ${nearest?.at == null ? 'the proxy input' : place(nearest.at)}, or publish port ${nearest?.port} here.`,
                edits: []
            },
            related: exposed.astray.flatMap(({ at, port, proxy }) => at === null ? [] : [{ at, message: `${proxy} forwards to port ${port}` }])
        };
    })
});

;// CONCATENATED MODULE: ./lib/src/rules/proxy-without-tls.js

const proxy_without_tls_nginx = (listen) => `server {
  listen ${listen};
  server_name your-domain.com;
  location / {
    proxy_pass http://127.0.0.1:8000;
  }
}
`;
const proxyWithoutTls = defineRule({
    id: 'proxy-without-tls',
    level: 'warning',
    title: 'The proxy before the app has no TLS listener',
    why: 'Webhook senders demand https (Stripe does in live mode), and this proxy answers plain HTTP only.',
    fix: 'Get a certificate and let the proxy listen on 443 with it: `certbot --nginx` in the deploy, or Caddy, which gets one by itself.',
    examples: {
        bad: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'), 'deploy/nginx.conf': proxy_without_tls_nginx('80') },
        good: { [exampleFile]: deployWith('-p 127.0.0.1:8000:8000'), 'deploy/nginx.conf': proxy_without_tls_nginx('443 ssl') }
    },
    *check({ deployment, exposed }) {
        for (const one of exposed) {
            for (const { route, listener } of plainRoutes(one, deployment.routes)) {
                yield {
                    at: listener.at,
                    message: `${route.proxy} listens here without TLS, and no other listener leads to ${nameOf(one)} (${place(one.publication.at)}): webhook senders demand https.`,
                    fix: {
                        description: 'Add a TLS listener with a certificate. Where certbot or a load balancer adds TLS outside this checkout, say so: "# webhook-reach-check: ignore[proxy-without-tls] reason".',
                        edits: []
                    },
                    related: [{ at: route.at, message: `forwards to ${nameOf(one)}` }]
                };
            }
        }
    }
});
function plainRoutes({ ways, hints, container }, all) {
    if (container.role !== 'app' || ways.some(({ tls }) => tls))
        return [];
    if (hints.some(({ what }) => /certbot|acme|letsencrypt/i.test(what)))
        return [];
    const routes = ways.flatMap(({ route }) => (route?.evidence === 'declared' ? [route] : []));
    if (routes.some(({ listeners }) => listeners.length === 0))
        return [];
    return routes.flatMap(route => {
        const [listener] = route.listeners;
        return listener === undefined || behindTls(listener, all) ? [] : [{ route, listener }];
    });
}
const behindTls = ({ port }, all) => all.some(({ listeners, upstream }) => listeners.some(({ tls }) => tls) && (upstream.port === null || port === null || upstream.port === port));

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

;// CONCATENATED MODULE: ./lib/src/rules/publish-cut-off.js

const continued = (between) => deployWith('-p 443:8443').replace('--name app ', `--name app \\\n${between}              `);
const publishCutOff = defineRule({
    id: 'publish-cut-off',
    level: 'error',
    title: 'A continued docker command ends before its last flags',
    why: 'A backslash continues a command only as the very last character of its line. A comment between the lines, or a blank after the backslash, ends the command there; the shell takes the next line for a command of its own ("-p: command not found"), and docker never sees the rest.',
    fix: 'Move comments before the command, and remove blanks after backslashes.',
    examples: {
        bad: { [exampleFile]: continued('              # for the proxy\n') },
        good: { [exampleFile]: continued('') }
    },
    *check({ deployment }) {
        for (const { at, by, placement, statement, calls } of deployment.cutOffs ?? []) {
            if (placement === 'hosted')
                continue;
            const what = by === 'comment' ? 'This comment' : 'The blank after this backslash';
            yield {
                at,
                message: `${what} ends the docker command that starts at ${place(statement)}: the flags on the next lines never reach docker, the shell runs them as a command of their own.`,
                fix: {
                    description: by === 'comment' ? 'Move the comment before the command.' : 'Remove the blank after the backslash.',
                    edits: by === 'blanks' && at.line === at.endLine ? [{ ...at, text: '\\' }] : []
                },
                related: calls.map(call => ({ at: call, message: 'called from here' })),
                statement
            };
        }
    }
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

// EXTERNAL MODULE: ./lib/src/text/mapped-text.js
var mapped_text = __webpack_require__(6917);
;// CONCATENATED MODULE: ./lib/src/rules/webhook-url-insecure.js



const check = (url) => `on: push
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: acme/webhook-reach-check@v1
        with:
          webhook-url: ${url}
`;
const webhookUrlInsecure = defineRule({
    id: 'webhook-url-insecure',
    level: 'error',
    title: 'The webhook URL is one that no provider can or will call',
    why: 'Providers send webhooks from the internet, over https: Stripe takes no http:// endpoint in live mode, and nobody outside reaches a loopback or private address. A probe of such a URL proves nothing.',
    fix: 'Give the public https URL that is registered at the provider.',
    examples: {
        bad: { [exampleFile]: check('http://your-domain.com/webhooks/stripe') },
        good: { [exampleFile]: check('https://your-domain.com/webhooks/stripe') }
    },
    *check({ deployment }) {
        for (const { at, url } of deployment.webhookUrls ?? []) {
            const why = whyInsecure(url);
            if (why === null)
                continue;
            yield {
                at,
                message: `webhook-url ${url.replaceAll(mapped_text/* HOLE */.v, '…')} ${why}`,
                fix: { description: 'Write the public https URL that is registered at the provider.', edits: [] }
            };
        }
    }
});
function whyInsecure(url) {
    if (/^http:\/\//i.test(url))
        return 'is not https: providers refuse it, and the payload could be read on the way.';
    const host = (0,model_address/* bare */.$B)(/^https:\/\/(?:[^/@?#]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(url)?.[1] ?? '');
    if ((0,model_address/* isLoopbackHost */.cW)(host))
        return 'names the machine itself: a provider would call its own loopback.';
    return (0,model_address/* isPrivate */.Gw)(host) ? 'names a private address: no provider reaches it.' : null;
}

;// CONCATENATED MODULE: ./lib/src/rules/index.js




















const rules = [
    loopbackWithoutProxy,
    proxyPortMismatch,
    proxyCannotReachLoopback,
    appLoopbackInContainer,
    containerPortMismatch,
    publicWithoutTls,
    proxyBypass,
    dataStoreExposed,
    proxyWithoutTls,
    proxyBlocksWebhook,
    hostNetworkPublish,
    invalidPublish,
    hostAddressIgnored,
    publishCutOff,
    portConflict,
    unresolvedBinding,
    webhookUrlInsecure,
    devTunnelInDeploy,
    unreadable
];
const ruleIds = [...rules, ignores/* ignoreWithoutReason */.j, ignores/* unusedIgnore */.B].map(rule => rule.id);


/***/ }),

/***/ 3733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ onLinesOf),
/* harmony export */   s: () => (/* binding */ SourceFile)
/* harmony export */ });
class SourceFile {
    path;
    text;
    #lineStarts = null;
    constructor(path, text) {
        this.path = path;
        this.text = text;
    }
    location(start, end) {
        const from = this.#position(start);
        const to = this.#position(Math.max(start, end));
        return { file: this.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    }
    line(line) {
        const starts = this.#starts();
        const start = starts[line - 1];
        return start === undefined ? '' : this.text.slice(start, starts[line] ?? this.text.length).replace(/[\r\n]+$/, '');
    }
    get lineCount() {
        return this.#starts().length;
    }
    #starts() {
        if (this.#lineStarts === null) {
            this.#lineStarts = [0];
            for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1))
                this.#lineStarts.push(at + 1);
        }
        return this.#lineStarts;
    }
    #position(offset) {
        const starts = this.#starts();
        let low = 0;
        let high = starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    }
}
const onLinesOf = (inner, outer) => inner.file === outer.file && inner.line >= outer.line && inner.line <= outer.endLine;


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
    #emptyAt;
    constructor(file, text, spanAt, assumed, emptyAt = null) {
        this.file = file;
        this.text = text;
        this.#spanAt = spanAt;
        this.assumed = assumed;
        this.#emptyAt = emptyAt;
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
        return new MappedText(piece.file, text, spanAt, [...piece.assumed, ...assumed], text === '' && piece.text !== '' ? spanAt : null);
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
            if (piece === undefined || piece.file !== first.file)
                return null;
            const span = piece.#spanAt(index - (starts[low] ?? 0));
            const before = low === 0 ? null : (pieces[low - 1] ?? piece).#emptyAt;
            return index !== starts[low] || before === null || span === null ? span : [before()?.[0] ?? span[0], span[1]];
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
