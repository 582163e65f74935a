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

/***/ 5498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

const systemClock = {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    async sleep(ms, signal) {
        try {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
        }
        catch (error) {
            if (!signal?.aborted)
                throw error;
        }
    }
};


/***/ }),

/***/ 4891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ DiskFiles)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



const mebibyte = 1_048_576;
const deepest = 64;
const leadsOut = { unreadable: 'it leads out of the checkout' };
const skipped = new Set(['.git', '.hg', '.svn', 'node_modules', 'vendor', '.venv', 'venv']);
class DiskFiles {
    #root;
    #mostEntries;
    #listed = null;
    #buffer = Buffer.allocUnsafe(mebibyte + 1);
    #unlisted = [];
    constructor(folder, mostEntries = 100_000) {
        this.#mostEntries = mostEntries;
        try {
            this.#root = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(folder);
            if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(this.#root).isDirectory())
                throw new Error('not a folder');
        }
        catch (error) {
            throw new Error(`${folder} is no folder that can be read (${reasonOf(error)})`);
        }
    }
    list() {
        this.#listed ??= this.#walk();
        return this.#listed;
    }
    unlisted = () => this.#unlisted;
    exists(path) {
        return typeof this.#inside(path) === 'string';
    }
    read(path) {
        const place = this.#inside(path);
        return typeof place === 'string' ? readText(place, this.#buffer) : place;
    }
    #inside(path) {
        if (path.includes('\0'))
            return null;
        const named = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#root, path);
        if (!this.#holds(named))
            return leadsOut;
        let place;
        try {
            place = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(named);
        }
        catch (error) {
            const code = codeOf(error);
            if (code === 'ENOENT' && path.includes('\ufffd'))
                return { unreadable: 'its name is not UTF-8' };
            return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? null : { unreadable: reasonOf(error) };
        }
        return this.#holds(place) ? place : leadsOut;
    }
    #holds(place) {
        const below = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(this.#root, place);
        return below !== '..' && !below.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(below);
    }
    #walk() {
        const found = [];
        const folders = [{ path: '', depth: 0 }];
        let seen = 0;
        for (let next = 0; next < folders.length; next++) {
            const { path, depth } = folders[next] ?? { path: '', depth: 0 };
            for (const entry of this.#entries(path)) {
                if (++seen > this.#mostEntries) {
                    this.#leaveOut(path || '.', `more than ${this.#mostEntries} files and folders; the rest is not read`);
                    return found.sort(byCodeUnit);
                }
                const file = path === '' ? entry.name : `${path}/${entry.name}`;
                if (entry.isDirectory()) {
                    if (skipped.has(entry.name))
                        continue;
                    if (depth >= deepest)
                        this.#leaveOut(file, `more than ${deepest} folders deep`);
                    else
                        folders.push({ path: file, depth: depth + 1 });
                }
                else if (entry.isFile() || (entry.isSymbolicLink() && this.#leadsToFile(file))) {
                    found.push(file);
                }
            }
        }
        return found.sort(byCodeUnit);
    }
    #entries(path) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(this.#root, path), { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name));
        }
        catch (error) {
            this.#leaveOut(path || '.', reasonOf(error));
            return [];
        }
    }
    #leadsToFile(file) {
        const place = this.#inside(file);
        if (typeof place === 'string')
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(place).isFile();
        if (place !== null)
            this.#leaveOut(file, place.unreadable);
        return false;
    }
    #leaveOut(file, reason) {
        this.#unlisted.push({ file, reason });
    }
}
const byCodeUnit = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function readText(place, buffer) {
    let file;
    try {
        file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(place, node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_1__.constants.O_NONBLOCK ?? 0));
    }
    catch (error) {
        return { unreadable: reasonOf(error) };
    }
    try {
        const facts = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.fstatSync)(file);
        if (facts.isDirectory())
            return { unreadable: 'it is a folder' };
        if (!facts.isFile())
            return { unreadable: 'it is no regular file' };
        return decode(readAll(file, buffer));
    }
    catch (error) {
        return { unreadable: reasonOf(error) };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(file);
    }
}
function readAll(file, buffer) {
    let length = 0;
    for (let count = -1; count !== 0 && length < buffer.length; length += count) {
        count = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(file, buffer, length, buffer.length - length, null);
    }
    return buffer.subarray(0, length);
}
function decode(bytes) {
    if (bytes.length > mebibyte)
        return { unreadable: 'it is larger than 1 MiB' };
    const mark = bytes.subarray(0, 2).toString('latin1');
    if (mark === '\xff\xfe' || mark === '\xfe\xff')
        return { unreadable: 'it is UTF-16; save it as UTF-8' };
    if (bytes.includes(0))
        return { unreadable: 'it is binary' };
    if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
        return { unreadable: 'it is not UTF-8' };
    return { text: bytes.toString('utf8').replace(/^\ufeff/, '') };
}
const codeOf = (error) => error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
const reasons = {
    EACCES: 'reading it is not permitted',
    EPERM: 'reading it is not permitted',
    ELOOP: 'its links lead in a circle',
    ENOENT: 'there is nothing there',
    ENXIO: 'it is no regular file'
};
const reasonOf = (error) => reasons[codeOf(error)] ?? (codeOf(error) || (error instanceof Error ? error.message : String(error)));


/***/ }),

/***/ 2292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ removeSecretFolder),
/* harmony export */   s: () => (/* binding */ secretFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



const prefix = 'webhook-reach-check-';
function secretFiles(temporary, remember) {
    return {
        create(files) {
            const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(temporary), `${prefix}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
            remember(folder);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { mode: 0o700 });
            for (const [name, text] of Object.entries(files))
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name), text, { mode: 0o600, flag: 'wx' });
            return folder;
        },
        remove: folder => removeSecretFolder(temporary, folder)
    };
}
function removeSecretFolder(temporary, folder) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) !== (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(temporary) || !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(folder).startsWith(prefix))
        return;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(folder, { recursive: true, force: true });
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
/* harmony import */ var _inputs_quote_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1190);
/* harmony import */ var _reports_escape_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4999);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5498);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4891);
/* harmony import */ var _secret_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2292);
/* harmony import */ var _write_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(650);








function terminalHost({ format, folder, input }) {
    const secrets = [];
    const unmasked = (text) => secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
    const say = (text) => {
        for (const line of (0,_reports_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .logLines */ .OG)(unmasked(text)))
            process.stderr.write(`${line}\n`);
    };
    surviveClosedPipes();
    return {
        format,
        color: format === 'text' && seesColor(),
        input,
        env,
        network: async () => (await __webpack_require__.e(/* import() */ 962).then(__webpack_require__.bind(__webpack_require__, 6962))).nodeNetwork(env),
        files: open(folder),
        clock: _clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m,
        commands: async () => (await __webpack_require__.e(/* import() */ 924).then(__webpack_require__.bind(__webpack_require__, 9924))).nodeCommands(() => process.env),
        secretFiles: (0,_secret_files_js__WEBPACK_IMPORTED_MODULE_4__/* .secretFiles */ .s)((0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)(), () => { }),
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
        write: (path, text) => (0,_write_file_js__WEBPACK_IMPORTED_MODULE_5__/* .writeFile */ ._)(process.cwd(), path, unmasked(text)),
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
        return new _files_js__WEBPACK_IMPORTED_MODULE_3__/* .DiskFiles */ .h(folder);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d([
            `DIR: got ${(0,_inputs_quote_js__WEBPACK_IMPORTED_MODULE_7__/* .quote */ .h)(folder)}, takes a folder: ${error instanceof Error ? error.message : String(error)}`
        ]);
    }
}
function printHelp(text) {
    surviveClosedPipes();
    process.stdout.write(text);
}
function refuseUsage(problems) {
    surviveClosedPipes();
    for (const line of problems.flatMap(_reports_escape_js__WEBPACK_IMPORTED_MODULE_6__/* .logLines */ .OG))
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


/***/ }),

/***/ 650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ writeFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


function writeFile(root, path, text) {
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path);
    try {
        if (!(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path))
            assertBelow((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(nearestExisting((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place))));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place), { recursive: true });
        const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants;
        const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(place, O_WRONLY | O_CREAT | O_TRUNC | (O_NOFOLLOW ?? 0), 0o644);
        try {
            writeAll(file, Buffer.from(text));
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
        }
    }
    catch (error) {
        throw new Error(`${path} could not be written: ${reasonOf(error)}`);
    }
    return place;
}
function writeAll(file, bytes) {
    for (let done = 0; done < bytes.length;)
        done += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, bytes, done);
}
function nearestExisting(folder) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder) ? folder : nearestExisting((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder));
}
function assertBelow(root, folder) {
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, folder);
    if (below === '..' || below.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(below))
        throw new Error('it leads out of the checkout');
}
const reasons = {
    ELOOP: 'a link stands in its place',
    EACCES: 'that is not permitted',
    EROFS: 'the file system is read-only',
    ENOSPC: 'the disk is full',
    EISDIR: 'a folder stands in its place',
    EEXIST: 'a file stands where a folder is needed',
    ENOTDIR: 'a file stands where a folder is needed'
};
const reasonOf = (error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return reasons[code] ?? (error instanceof Error ? error.message : String(error));
};


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


/***/ })

};
