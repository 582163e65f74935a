export const id = 426;
export const ids = [426,612];
export const modules = {

/***/ 2426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseCommandLine: () => (/* binding */ parseCommandLine)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/src/inputs/read-inputs.js + 1 modules
var read_inputs = __webpack_require__(8457);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/src/platform/known-hosts.js



function knownHostsOfUser() {
    try {
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)((0,external_node_os_.homedir)(), '.ssh', 'known_hosts'), 'utf8');
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: ./lib/src/reports/context.js
var context = __webpack_require__(9609);
// EXTERNAL MODULE: ./lib/src/reports/index.js + 10 modules
var reports = __webpack_require__(9458);
// EXTERNAL MODULE: ./lib/src/version.js + 1 modules
var version = __webpack_require__(4387);
;// CONCATENATED MODULE: ./lib/src/cli/diagnose.js





const diagnose = {
    name: 'diagnose',
    operand: 'user@host|local',
    least: 1,
    most: 1,
    description: 'Looks at a server, read-only: container, proxy, certificate, firewall, DNS. Over ssh, or here with `local`.',
    formats: ['text', 'json'],
    options: [
        {
            name: 'domain',
            takes: 'a host name',
            description: 'The public name of the app; with it proxy, certificate and DNS are looked at too.'
        },
        { name: 'path', takes: 'a path', description: 'The path of the webhook. Default: /webhooks/stripe.' },
        { name: 'port', takes: 'a port', description: "The app's port on the server." }
    ],
    inputs: ([login = '']) => [['ssh', login]],
    async act({ option }, host) {
        const inputs = (0,read_inputs/* readInputs */.K)(host);
        const port = Number(option('port'));
        const question = {
            domain: option('domain'),
            path: option('path') || '/webhooks/stripe',
            container: inputs.container ?? '',
            port: Number.isInteger(port) && port > 0 ? port : null
        };
        const access = {
            login: inputs.ssh ?? 'local',
            key: inputs.sshKey ?? '',
            knownHosts: inputs.sshKnownHosts ?? knownHostsOfUser()
        };
        const { askServer } = await Promise.all(/* import() */[__webpack_require__.e(256), __webpack_require__.e(591)]).then(__webpack_require__.bind(__webpack_require__, 1591));
        (0,reports/* report */.z)(outcomeOf(await askServer({ ...host, commands: await host.commands() }, access, question)), (0,context/* reportContext */.g)(host, null), host);
    }
};
function outcomeOf(server) {
    const has = (level) => server.findings.some(finding => finding.level === level);
    const verdict = has('error') ? 'fail' : has('warning') ? 'warn' : 'pass';
    return { version: version/* version */.r, verdict, lint: null, probes: [], stripe: null, server };
}

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
// EXTERNAL MODULE: ./lib/src/inputs/input-spec.js
var input_spec = __webpack_require__(6228);
// EXTERNAL MODULE: ./lib/src/inputs/parsers.js
var parsers = __webpack_require__(1798);
// EXTERNAL MODULE: ./lib/src/inputs/quote.js
var quote = __webpack_require__(1190);
// EXTERNAL MODULE: ./lib/src/lint.js + 132 modules
var lint = __webpack_require__(2574);
// EXTERNAL MODULE: ./lib/src/mend.js
var mend = __webpack_require__(1612);
;// CONCATENATED MODULE: ./lib/src/cli/fix.js







const fix = {
    name: 'fix',
    operand: 'DIR',
    least: 0,
    most: 1,
    description: 'Writes the proxy config, the set-up script and the steps that make the app in DIR reachable.',
    formats: ['text'],
    options: [
        {
            name: 'domain',
            takes: 'the public name of the app, as your-domain.com',
            description: 'The public name that the proxy answers to.'
        },
        {
            name: 'proxy',
            takes: 'nginx or caddy',
            description: 'Which proxy to set up. Default: nginx, or the one that the checkout shows.'
        },
        {
            name: 'port',
            takes: 'a port from 1 to 65535',
            description: 'The port on which the app answers on the server. Default: the one that the checkout shows.'
        },
        { name: 'out', takes: 'the path of a folder', description: 'Where to write. Default: webhook-reach-fix.' },
        { name: 'only-webhook', flag: true, takes: 'nothing', description: 'Forward the webhook and health paths only.' }
    ],
    inputs: () => [['mode', 'lint']],
    async act({ option }, host) {
        const wanted = {
            domain: domain(option('domain')),
            proxy: proxy(option('proxy')),
            port: optionalPort(option('port')),
            onlyWebhook: option('only-webhook') !== ''
        };
        const folder = option('out') || 'webhook-reach-fix';
        const inputs = (0,read_inputs/* readInputs */.K)({ input: name => (name === 'proxy' ? '' : host.input(name)), mask: host.mask });
        const written = await (0,mend.mend)(folder, wanted, (0,lint/* lintCheckout */.G)(host.files, inputs), inputs, host);
        if (written === null) {
            throw new errors/* InputError */.d([
                'port: got nothing, takes the port on which the app answers on the server; the checkout shows none'
            ]);
        }
        host.print(`${written.join('\n')}\n\nStart with ${folder}/README.md: it tells the steps in order.\n`);
    }
};
function domain(text) {
    if (/^(?=.{1,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)+$/i.test(text))
        return text;
    throw new errors/* InputError */.d([
        `domain: got ${text === '' ? 'nothing' : (0,quote/* quote */.h)(text)}, takes the public name of the app, as your-domain.com`
    ]);
}
function proxy(text) {
    if (text === '' || text === 'nginx' || text === 'caddy')
        return text === '' ? null : text;
    throw new errors/* InputError */.d([`proxy: got ${(0,quote/* quote */.h)(text)}, takes nginx or caddy`]);
}
function optionalPort(text) {
    try {
        return text === '' ? null : (0,parsers/* port */.Oh)(text);
    }
    catch (error) {
        if (!(error instanceof input_spec/* BadValue */.F))
            throw error;
        throw new errors/* InputError */.d([`port: got ${(0,quote/* quote */.h)(text)}, takes a port from 1 to 65535`]);
    }
}

;// CONCATENATED MODULE: ./lib/src/cli/stripe.js


const stripe = {
    name: 'stripe',
    operand: 'URL',
    least: 1,
    most: 16,
    description: 'Asks Stripe whether URL is registered, enabled and subscribed; with --fix, says what would mend it.',
    formats: ['text'],
    options: [
        { name: 'fix', flag: true, takes: 'nothing', description: 'Say what would have to be changed at Stripe.' },
        {
            name: 'yes',
            flag: true,
            takes: 'nothing',
            description: 'With --fix: change it. The key needs Webhook Endpoints: Write.'
        }
    ],
    inputs: urls => [['webhook-url', urls.join('\n')]],
    async act({ option }, host) {
        const { stripeApiKey: apiKey, stripeApiBase: apiBase, stripeEvents: events, webhookUrl: urls, timeout } = (0,read_inputs/* readInputs */.K)(host);
        if (apiKey === null)
            throw new errors/* InputError */.d([
                'stripe-api-key: got nothing, takes a Stripe key that starts with rk_ (restricted, enough) or sk_'
            ]);
        const { fixStripe } = await __webpack_require__.e(/* import() */ 149).then(__webpack_require__.bind(__webpack_require__, 8149));
        const { stripeApi } = await __webpack_require__.e(/* import() */ 565).then(__webpack_require__.bind(__webpack_require__, 7565));
        const api = stripeApi({ apiKey, apiBase: String(apiBase), timeoutMs: timeout * 1000 });
        const yes = option('fix') !== '' && option('yes') !== '';
        const { lines, mended } = await fixStripe({ apiKey, urls, events, now: host.clock.now() }, api, yes);
        host.print(`${lines.join('\n')}\n`);
        if (!mended)
            host.fail('');
    }
};

;// CONCATENATED MODULE: ./lib/src/cli/commands.js



const commands = [
    {
        name: 'lint',
        operand: 'DIR',
        least: 0,
        most: 1,
        description: 'Lints the checkout in DIR, or in the current folder: which ports a deploy publishes, and who reaches them.',
        formats: ['text', 'json', 'sarif'],
        inputs: () => [['mode', 'lint']]
    },
    {
        name: 'probe',
        operand: 'URL',
        least: 0,
        most: 50,
        description: 'Sends requests to URL as a webhook provider would, and names the hop that is broken.',
        formats: ['text', 'json'],
        inputs: urls => [
            ['mode', 'probe'],
            ['webhook-url', urls.join('\n')]
        ]
    },
    diagnose,
    fix,
    stripe
];

// EXTERNAL MODULE: ./lib/src/inputs/index.js + 12 modules
var inputs = __webpack_require__(9022);
;// CONCATENATED MODULE: ./lib/src/cli/help.js


const width = 96;
const helpText = (version) => [
    `webhook-reach-check ${version}: will the webhook sender's request arrive?`,
    '',
    ...commands.flatMap(({ name, operand, least, most, description, formats, options = [] }) => {
        const shown = most > 1 ? `${operand}…` : operand;
        return [
            `  ${name} ${least === 0 ? `[${shown}]` : shown} [options] [--format ${formats.join('|')}]`,
            ...wrapped(description, '      '),
            ...options.flatMap(own => wrapped(`--${own.name}${own.flag ? '' : ' VALUE'}: ${own.description}`, '      '))
        ];
    }),
    '',
    'Options, the inputs of the action under the same names:',
    '',
    ...inputs/* inputSpecs */.T.flatMap(help_option),
    '  --help, -h     this text',
    '  --version, -V  the version',
    '',
    'Exit code: 0 for pass and warn, 1 for fail, 2 for a command line or a value that is not taken.',
    ''
].join('\n');
function help_option({ name, description, default: standard, lines, takes }) {
    const known = standard === '' || standard.includes('${{') ? '' : ` Default: ${standard}.`;
    return [
        `  --${name} VALUE${lines ? ' (may be repeated)' : ''}`,
        ...wrapped(`${description.replaceAll('`', '')} Takes ${takes}.${known}`, '      '),
        ''
    ];
}
function wrapped(text, indent) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && indent.length + line.length + 1 + word.length > width) {
            lines.push(indent + line);
            line = '';
        }
        line = line === '' ? word : `${line} ${word}`;
    }
    return [...lines, indent + line];
}

;// CONCATENATED MODULE: ./lib/src/cli.js





function parseCommandLine(args, version) {
    const tokens = tokensOf(args);
    const given = (name) => tokens.some(token => 'option' in token && token.option === name);
    if (args.length === 0 || given('help'))
        return { print: helpText(version) };
    if (given('version'))
        return { print: `${version}\n` };
    const [name, ...operands] = tokens.flatMap(token => ('positional' in token ? [token.positional] : []));
    const command = commands.find(candidate => candidate.name === name);
    if (command === undefined) {
        const names = (0,quote/* listed */.K)(commands.map(known => known.name), 'or');
        return {
            refused: [`command: got ${name === undefined ? 'nothing' : (0,quote/* quote */.h)(name)}, takes ${names} (--help tells more)`]
        };
    }
    const options = optionsOf(tokens);
    const known = optionsFor(command);
    const unknown = [...options.keys()].some(option => !known.includes(option));
    const problems = [
        ...optionProblems(tokens, command),
        ...(unknown ? [] : operandProblems(command, operands)),
        ...formatProblems(command, options.get('format'))
    ];
    if (problems.length > 0)
        return { refused: problems };
    const values = new Map([...options].map(([option, given]) => [option, given.join('\n')]));
    for (const [input, value] of command.inputs(operands))
        if (!values.has(input))
            values.set(input, value);
    return {
        run: {
            command,
            format: command.formats.find(format => format === values.get('format')) ?? 'text',
            folder: command.operand === 'DIR' ? (operands[0] ?? '.') : '.',
            input: wanted => values.get(wanted) ?? '',
            option: wanted => values.get(wanted) ?? ''
        }
    };
}
const optionsFor = ({ options = [] }) => [
    ...new Set([...inputs/* inputSpecs */.T, ...options].map(option => option.name)),
    'format',
    'help',
    'version'
];
const allOptions = [...new Set(commands.flatMap(optionsFor))];
const ownFlags = commands.flatMap(({ options = [] }) => options.filter(({ flag }) => flag).map(({ name }) => name));
const flags = new Set(['help', 'version', ...ownFlags]);
function tokensOf(args) {
    const typed = allOptions.map(name => [name, { type: flags.has(name) ? 'boolean' : 'string' }]);
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: {
            ...Object.fromEntries(typed),
            help: { type: 'boolean', short: 'h' },
            version: { type: 'boolean', short: 'V' }
        },
        strict: false,
        allowPositionals: true,
        tokens: true
    });
    return tokens.flatMap((token) => token.kind === 'positional'
        ? [{ positional: token.value }]
        : token.kind === 'option'
            ? [{ option: token.name, value: token.value }]
            : []);
}
function optionsOf(tokens) {
    const options = new Map();
    for (const token of tokens) {
        if ('option' in token)
            options.set(token.option, [
                ...(options.get(token.option) ?? []),
                token.value ?? (flags.has(token.option) ? 'true' : '')
            ]);
    }
    return options;
}
function optionProblems(tokens, command) {
    const known = optionsFor(command);
    const seen = new Set();
    return tokens.flatMap(token => {
        if (!('option' in token))
            return [];
        const { option, value } = token;
        const own = command.options?.find(candidate => candidate.name === option);
        const spec = own === undefined ? inputs/* inputSpecs */.T.find(candidate => candidate.name === option) : undefined;
        const again = seen.has(option);
        seen.add(option);
        if (!known.includes(option)) {
            return [
                `option: got ${(0,quote/* quote */.h)(option.length === 1 ? `-${option}` : `--${option}`)}, takes ${(0,quote/* listed */.K)(known.map(name => `--${name}`), 'or')}`
            ];
        }
        if (flags.has(option))
            return value === undefined ? [] : [`${option}: got ${(0,quote/* quote */.h)(value)}, takes no value`];
        if (value === undefined)
            return [`${option}: got nothing, takes ${(own ?? spec)?.takes ?? 'a value'}`];
        return again && !spec?.lines ? [`${option}: got two values, takes one: ${spec?.takes ?? 'a format'}`] : [];
    });
}
const operandProblems = ({ name, operand, most, least }, operands) => operands.length > most
    ? [
        `${name}: got ${(0,quote/* listed */.K)(operands.slice(0, 5).map(quote/* quote */.h))}, takes ${most === 1 ? `one ${operand}` : `at most ${most} ${operand}`}`
    ]
    : operands.length < least
        ? [`${name}: got nothing, takes ${operand}`]
        : operands.includes('')
            ? [`${name}: got "", takes ${operand}`]
            : [];
const formatProblems = ({ formats }, given) => {
    const bad = given?.find(value => !formats.some(format => format === value));
    return bad === undefined ? [] : [`format: got ${(0,quote/* quote */.h)(bad)}, takes ${(0,quote/* listed */.K)(formats, 'or')}`];
};


/***/ }),

/***/ 1612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mend: () => (/* binding */ mend)
/* harmony export */ });
async function mend(folder, wanted, lint, inputs, host) {
    const { makeFix } = await Promise.all(/* import() */[__webpack_require__.e(291), __webpack_require__.e(256), __webpack_require__.e(162)]).then(__webpack_require__.bind(__webpack_require__, 6162));
    const [first] = inputs.webhookUrl;
    const url = first === undefined ? null : new URL(first);
    const port = wanted.port ?? portFound(lint);
    if (port === null)
        return null;
    const findings = lint?.findings ?? [];
    const files = makeFix({
        domain: wanted.domain ?? url?.hostname ?? null,
        proxy: wanted.proxy ?? proxyFound(lint),
        port,
        path: url?.pathname ?? '/webhooks/stripe',
        healthPath: inputs.healthUrl === null ? '/health' : new URL(inputs.healthUrl, 'https://your-domain.com').pathname,
        service: inputs.container ?? lint?.containers.find(({ role }) => role === 'app')?.name ?? null,
        onlyWebhook: wanted.onlyWebhook,
        findings
    }, path => {
        const read = host.files.read(path);
        return read !== null && 'text' in read ? read.text : null;
    });
    return files.map(({ path, text }) => host.write(`${folder}/${path}`, text));
}
function portFound(lint) {
    const published = [
        ...(lint?.onLoopback ?? []),
        ...(lint?.containers ?? []).flatMap(({ role, publications }) => (role === 'app' ? publications : []))
    ];
    const ports = published.map(({ mapping }) => mapping.hostPorts).find(ports => typeof ports !== 'string');
    return typeof ports === 'object' ? ports.first : (lint?.portsBehindProxy[0] ?? null);
}
const proxyFound = (lint) => lint?.routes.some(({ proxy }) => proxy === 'caddy') ? 'caddy' : 'nginx';


/***/ })

};
