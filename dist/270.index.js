export const id = 270;
export const ids = [270];
export const modules = {

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

/***/ 1270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   printHelp: () => (/* binding */ printHelp),
/* harmony export */   refuseUsage: () => (/* binding */ refuseUsage),
/* harmony export */   terminalHost: () => (/* binding */ terminalHost)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5071);
/* harmony import */ var _inputs_quote_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1190);
/* harmony import */ var _reports_escape_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4999);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5498);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9924);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4891);
/* harmony import */ var _network_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6962);
/* harmony import */ var _secret_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2292);
/* harmony import */ var _write_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(650);










function terminalHost({ format, folder, input }) {
    const secrets = [];
    const unmasked = (text) => secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
    const say = (text) => {
        for (const line of (0,_reports_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .logLines */ .OG)(unmasked(text)))
            process.stderr.write(`${line}\n`);
    };
    surviveClosedPipes();
    return {
        format,
        color: format === 'text' && seesColor(),
        input,
        env,
        network: (0,_network_js__WEBPACK_IMPORTED_MODULE_5__/* .nodeNetwork */ .D)(env),
        files: open(folder),
        clock: _clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m,
        commands: (0,_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .nodeCommands */ .T)(() => process.env),
        secretFiles: (0,_secret_files_js__WEBPACK_IMPORTED_MODULE_6__/* .secretFiles */ .s)((0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)(), () => { }),
        mask: secret => secrets.push(secret),
        log: say,
        debug: line => {
            if (env('RUNNER_DEBUG') === '1')
                say(line);
        },
        print: document => process.stdout.write(unmasked(document)),
        annotate: () => { },
        setOutput: () => { },
        summarize: () => { },
        temporary: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)(),
        write: (path, text) => (0,_write_file_js__WEBPACK_IMPORTED_MODULE_7__/* .writeFile */ ._)(process.cwd(), path, unmasked(text)),
        fail: message => end(message, 1),
        refuse: problems => end(problems.join('\n'), 2)
    };
    function end(message, code) {
        if (message !== '')
            say(message);
        process.exitCode = code;
    }
}
function open(folder) {
    try {
        return new _files_js__WEBPACK_IMPORTED_MODULE_4__/* .DiskFiles */ .h(folder);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d([
            `DIR: got ${(0,_inputs_quote_js__WEBPACK_IMPORTED_MODULE_9__/* .quote */ .h)(folder)}, takes a folder: ${error instanceof Error ? error.message : String(error)}`
        ]);
    }
}
function printHelp(text) {
    surviveClosedPipes();
    process.stdout.write(text);
}
function refuseUsage(problems) {
    surviveClosedPipes();
    for (const line of problems.flatMap(_reports_escape_js__WEBPACK_IMPORTED_MODULE_8__/* .logLines */ .OG))
        process.stderr.write(`${line}\n`);
    process.exitCode = 2;
}
const seesColor = () => process.stdout.isTTY === true && !env('NO_COLOR') && env('TERM') !== 'dumb';
function surviveClosedPipes() {
    for (const stream of [process.stdout, process.stderr]) {
        if (stream.listenerCount('error') === 0)
            stream.on('error', () => { });
    }
}
const env = (name) => process.env[name] ?? '';


/***/ })

};
