export const id = 924;
export const ids = [924];
export const modules = {

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nodeCommands: () => (/* binding */ nodeCommands)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);

const mostOutput = 512 * 1024;
const withheld = /^(INPUT_|STATE_|ACTIONS_|GITHUB_)/;
const nodeCommands = (environment) => ({
    run: request => run(request, environment())
});
function run({ command, args, input, timeoutMs }, environment) {
    return new Promise(resolve => {
        const started = performance.now();
        const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !withheld.test(name)));
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, args, {
            env,
            stdio: 'pipe',
            detached: process.platform !== 'win32',
            windowsHide: true
        });
        const stdout = collect(child.stdout);
        const stderr = collect(child.stderr);
        let timedOut = false;
        let error = null;
        const deadline = setTimeout(() => {
            timedOut = true;
            end(child);
        }, timeoutMs);
        const done = (exitCode) => {
            clearTimeout(deadline);
            for (const stream of [child.stdin, child.stdout, child.stderr])
                stream.destroy();
            const ms = performance.now() - started;
            resolve({ exitCode: timedOut ? null : exitCode, stdout: stdout(), stderr: stderr(), error, timedOut, ms });
        };
        child.on('error', problem => {
            error = problem.message;
            done(null);
        });
        child.on('close', done);
        child.on('exit', code => setTimeout(() => done(code), 500).unref());
        child.stdin.on('error', () => { });
        child.stdin.end(input);
    });
}
function collect(stream) {
    const chunks = [];
    let size = 0;
    stream.on('data', (chunk) => {
        if (size < mostOutput)
            chunks.push(chunk.subarray(0, mostOutput - size));
        size += chunk.length;
    });
    stream.on('error', () => { });
    return () => Buffer.concat(chunks).toString('utf8');
}
function end(child) {
    try {
        if (child.pid !== undefined && process.platform !== 'win32')
            process.kill(-child.pid, 'SIGKILL');
        else
            child.kill('SIGKILL');
    }
    catch {
    }
}


/***/ })

};
