export const id = 498;
export const ids = [498];
export const modules = {

/***/ 5071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ InputError),
/* harmony export */   p: () => (/* binding */ describeCrash)
/* harmony export */ });
class InputError extends Error {
    problems;
    constructor(problems) {
        super(problems.join('\n'));
        this.name = 'InputError';
        this.problems = problems;
    }
}
function describeCrash(error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `webhook-reach-check crashed, and nothing was checked: ${reason}. Please report this, with the log of a run that has debug logging on.`;
}


/***/ }),

/***/ 498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/src/errors.js
var errors = __webpack_require__(5071);
;// CONCATENATED MODULE: ./lib/src/platform/runner.js
const isRunner = () => Object.keys(process.env).some(name => name === 'GITHUB_ACTIONS' || name === 'GITHUB_WORKSPACE' || name.startsWith('INPUT_'));

// EXTERNAL MODULE: ./lib/src/version.js + 1 modules
var version = __webpack_require__(4387);
;// CONCATENATED MODULE: ./lib/src/main.js



async function main(args) {
    if (args.length === 0 && isRunner())
        return action();
    const { parseCommandLine } = await Promise.all(/* import() */[__webpack_require__.e(107), __webpack_require__.e(119), __webpack_require__.e(426)]).then(__webpack_require__.bind(__webpack_require__, 2426));
    const { printHelp, refuseUsage, terminalHost } = await __webpack_require__.e(/* import() */ 270).then(__webpack_require__.bind(__webpack_require__, 1270));
    const line = parseCommandLine(args, version/* version */.r);
    if ('print' in line)
        return printHelp(line.print);
    if ('refused' in line)
        return refuseUsage(line.refused);
    try {
        const { run } = await Promise.all(/* import() */[__webpack_require__.e(107), __webpack_require__.e(119), __webpack_require__.e(530)]).then(__webpack_require__.bind(__webpack_require__, 5530));
        const host = terminalHost(line.run);
        await (line.run.command.act?.(line.run, host) ?? run(host));
    }
    catch (error) {
        if (!(error instanceof errors/* InputError */.d))
            throw error;
        refuseUsage(error.problems);
    }
}
async function action() {
    const { isPostStep } = await Promise.all(/* import() */[__webpack_require__.e(659), __webpack_require__.e(231)]).then(__webpack_require__.bind(__webpack_require__, 5231));
    if (isPostStep())
        return;
    const { githubHost } = await Promise.all(/* import() */[__webpack_require__.e(659), __webpack_require__.e(721)]).then(__webpack_require__.bind(__webpack_require__, 6721));
    const { run } = await Promise.all(/* import() */[__webpack_require__.e(107), __webpack_require__.e(119), __webpack_require__.e(530)]).then(__webpack_require__.bind(__webpack_require__, 5530));
    await run(githubHost());
}


/***/ }),

/***/ 4387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ version)
});

;// CONCATENATED MODULE: ./lib/package.json
const package_namespaceObject = {"rE":"1.0.0"};
;// CONCATENATED MODULE: ./lib/src/version.js

const { /* version */ "rE": version } = package_namespaceObject;


/***/ })

};
