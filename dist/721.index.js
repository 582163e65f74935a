export const id = 721;
export const ids = [721];
export const modules = {

/***/ 6721:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   githubHost: () => (/* binding */ githubHost)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1659);
/* harmony import */ var _reports_escape_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4999);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5498);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9924);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4891);
/* harmony import */ var _network_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6962);
/* harmony import */ var _post_step_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5231);
/* harmony import */ var _secret_files_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2292);
/* harmony import */ var _write_file_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(650);











const longestMessage = 4096;
const mostRefusals = 10;
const send = { error: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .error */ .z3, warning: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e, notice: _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .notice */ .lm };
function githubHost() {
    const workspace = env('GITHUB_WORKSPACE') || process.cwd();
    const secrets = [];
    const unmasked = (text) => secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
    const log = (text) => {
        for (const line of (0,_reports_escape_js__WEBPACK_IMPORTED_MODULE_10__/* .logLines */ .OG)(text))
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .info */ .pq(line);
    };
    return {
        format: 'github',
        color: false,
        input: name => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .getInput */ .V4(name),
        env,
        network: (0,_network_js__WEBPACK_IMPORTED_MODULE_6__/* .nodeNetwork */ .D)(env),
        files: open(workspace),
        clock: _clock_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m,
        commands: (0,_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .nodeCommands */ .T)(() => process.env),
        secretFiles: (0,_secret_files_js__WEBPACK_IMPORTED_MODULE_8__/* .secretFiles */ .s)(env('RUNNER_TEMP') || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), _post_step_js__WEBPACK_IMPORTED_MODULE_7__/* .rememberSecrets */ .h),
        mask: secret => {
            secrets.push(secret);
            _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setSecret */ .Pq(secret);
        },
        log,
        debug: text => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .debug */ .Yz(harmless(text)),
        print: log,
        annotate,
        setOutput: (name, value) => attempt(log, `output ${name}`, () => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setOutput */ .uH(name, value)),
        summarize: markdown => attempt(log, 'the step summary', () => appendSummary(markdown)),
        temporary: env('RUNNER_TEMP') || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),
        write: (path, text) => (0,_write_file_js__WEBPACK_IMPORTED_MODULE_9__/* .writeFile */ ._)(workspace, path, unmasked(text)),
        fail: message => _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setFailed */ .C1(annotationText(message)),
        refuse
    };
}
function open(workspace) {
    try {
        return new _files_js__WEBPACK_IMPORTED_MODULE_5__/* .DiskFiles */ .h(workspace);
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { list: () => [], read: () => null, exists: () => false, unlisted: () => [{ file: '.', reason }] };
    }
}
function annotate({ level, title, message, at }) {
    const columns = at === null || at.line !== at.endLine ? {} : { startColumn: at.column, endColumn: at.endColumn };
    const place = at === null
        ? {}
        : { file: (0,_reports_escape_js__WEBPACK_IMPORTED_MODULE_10__/* .visible */ .RK)(at.file).replaceAll('##[', '# #['), startLine: at.line, endLine: at.endLine, ...columns };
    send[level](annotationText(message || title), { title: (0,_reports_escape_js__WEBPACK_IMPORTED_MODULE_10__/* .cut */ .Jj)((0,_reports_escape_js__WEBPACK_IMPORTED_MODULE_10__/* .logLine */ .BP)(title), 255), ...place });
}
function refuse(problems) {
    const alone = problems.slice(0, mostRefusals - 1);
    const last = problems.length > mostRefusals ? problems.slice(mostRefusals - 1).join('\n') : problems[mostRefusals - 1];
    const [final = 'bad inputs', ...before] = last === undefined ? alone.toReversed() : [last, ...alone.toReversed()];
    for (const problem of before.toReversed())
        _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .error */ .z3(annotationText(problem));
    _actions_core__WEBPACK_IMPORTED_MODULE_2__/* .setFailed */ .C1(annotationText(final));
}
const harmless = (text) => text
    .split(/\r\n|\r|\n/)
    .map(_reports_escape_js__WEBPACK_IMPORTED_MODULE_10__/* .logLine */ .BP)
    .join('\n');
const annotationText = (text) => (0,_reports_escape_js__WEBPACK_IMPORTED_MODULE_10__/* .cut */ .Jj)(harmless(text), longestMessage);
function appendSummary(markdown) {
    const path = env('GITHUB_STEP_SUMMARY');
    if (path)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(path, markdown);
}
function attempt(log, what, action) {
    try {
        action();
    }
    catch (error) {
        log(`webhook-reach-check: ${what} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
}
const env = (name) => process.env[name] ?? '';


/***/ }),

/***/ 5231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ rememberSecrets),
/* harmony export */   isPostStep: () => (/* binding */ isPostStep)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1659);
/* harmony import */ var _secret_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2292);



const state = { ran: 'main-step-ran', secrets: 'secret-folder' };
const rememberSecrets = (folder) => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ(state.secrets, folder);
function isPostStep() {
    if (_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu(state.ran) === '') {
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ(state.ran, 'true');
        return false;
    }
    (0,_secret_files_js__WEBPACK_IMPORTED_MODULE_2__/* .removeSecretFolder */ .T)(env('RUNNER_TEMP') || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)(), _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu(state.secrets));
    return true;
}
const env = (name) => process.env[name] ?? '';


/***/ })

};
