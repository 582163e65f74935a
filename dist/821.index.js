export const id = 821;
export const ids = [821];
export const modules = {

/***/ 9821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseCommandLine: () => (/* binding */ parseCommandLine)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
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
    }
];

// EXTERNAL MODULE: ./lib/src/inputs/index.js + 13 modules
var inputs = __webpack_require__(9856);
;// CONCATENATED MODULE: ./lib/src/cli/help.js


const width = 96;
const helpText = (version) => [
    `webhook-reach-check ${version}: will the webhook sender's request arrive?`,
    '',
    ...commands.flatMap(({ name, operand, least, most, description, formats }) => {
        const shown = most > 1 ? `${operand}…` : operand;
        return [
            `  ${name} ${least === 0 && name === 'lint' ? `[${shown}]` : shown} [options] [--format ${formats.join('|')}]`,
            ...wrapped(description, '      ')
        ];
    }),
    '',
    'Options, the inputs of the action under the same names:',
    '',
    ...inputs/* offeredInputs */.J.flatMap(help_option),
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

// EXTERNAL MODULE: ./lib/src/inputs/quote.js
var quote = __webpack_require__(1190);
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
    const unknown = [...options.keys()].some(option => !knownOptions.includes(option));
    const problems = [
        ...optionProblems(tokens),
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
            input: wanted => values.get(wanted) ?? ''
        }
    };
}
const knownOptions = [...inputs/* offeredInputs */.J.map(spec => spec.name), 'format', 'help', 'version'];
const flags = new Set(['help', 'version']);
function tokensOf(args) {
    const valued = knownOptions.filter(name => !flags.has(name)).map(name => [name, { type: 'string' }]);
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: {
            ...Object.fromEntries(valued),
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
            options.set(token.option, [...(options.get(token.option) ?? []), token.value ?? '']);
    }
    return options;
}
function optionProblems(tokens) {
    const seen = new Set();
    return tokens.flatMap(token => {
        if (!('option' in token))
            return [];
        const { option, value } = token;
        const spec = inputs/* offeredInputs */.J.find(candidate => candidate.name === option);
        const again = seen.has(option);
        seen.add(option);
        if (!knownOptions.includes(option)) {
            return [
                `option: got ${(0,quote/* quote */.h)(option.length === 1 ? `-${option}` : `--${option}`)}, takes ${(0,quote/* listed */.K)(knownOptions.map(name => `--${name}`), 'or')}`
            ];
        }
        if (value === undefined)
            return [`${option}: got nothing, takes ${spec?.takes ?? 'a value'}`];
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


/***/ })

};
