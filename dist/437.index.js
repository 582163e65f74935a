export const id = 437;
export const ids = [437];
export const modules = {

/***/ 4437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pullRequestOf: () => (/* binding */ pullRequestOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _reports_pull_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6703);


const longestEvent = 8 * 1024 * 1024;
const deadlineMs = 30_000;
const mostPages = 10;
function pullRequestOf(env, token) {
    const [owner, repo, ...more] = env('GITHUB_REPOSITORY').split('/');
    const number = pullRequestNumber(env('GITHUB_EVENT_PATH'));
    if (!owner || !repo || more.length > 0 || number === null || token === '')
        return null;
    return new OctokitPullRequest({ owner, repo }, number.number, number.head, token);
}
function pullRequestNumber(path) {
    try {
        if (path === '' || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).size > longestEvent)
            return null;
        const event = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
        const pull = field(event, 'pull_request');
        const [number, head] = [field(pull, 'number'), field(field(pull, 'head'), 'sha')];
        return Number.isSafeInteger(number) && typeof number === 'number'
            ? { number, head: typeof head === 'string' ? head : '' }
            : null;
    }
    catch {
        return null;
    }
}
const field = (value, name) => typeof value === 'object' && value !== null ? value[name] : undefined;
class OctokitPullRequest {
    #repository;
    #number;
    #head;
    #token;
    #client = null;
    constructor(repository, number, head, token) {
        this.#repository = repository;
        this.#number = number;
        this.#head = head;
        this.#token = token;
    }
    comments = () => this.#pages(async (octokit, page) => {
        const { data } = await octokit.rest.issues.listComments({
            ...this.#repository,
            issue_number: this.#number,
            per_page: 100,
            page
        });
        return data.map(({ id, body, user }) => ({ id, body: body ?? '', byBot: user?.type === 'Bot' }));
    });
    createComment = (body) => this.#ask(async (octokit) => {
        await octokit.rest.issues.createComment({ ...this.#repository, issue_number: this.#number, body });
    });
    updateComment = (id, body) => this.#ask(async (octokit) => {
        await octokit.rest.issues.updateComment({ ...this.#repository, comment_id: id, body });
    });
    patches = () => this.#pages(async (octokit, page) => {
        const { data } = await octokit.rest.pulls.listFiles({
            ...this.#repository,
            pull_number: this.#number,
            per_page: 100,
            page
        });
        return data.map(({ filename, patch }) => ({ path: filename, patch: patch ?? '' }));
    });
    reviewBodies = () => this.#pages(async (octokit, page) => {
        const { data } = await octokit.rest.pulls.listReviewComments({
            ...this.#repository,
            pull_number: this.#number,
            per_page: 100,
            page
        });
        return data.map(({ body }) => body);
    });
    createReview = (comments) => this.#ask(async (octokit) => {
        await octokit.rest.pulls.createReview({
            ...this.#repository,
            pull_number: this.#number,
            ...(this.#head === '' ? {} : { commit_id: this.#head }),
            event: 'COMMENT',
            comments: comments.map(comment => ({ ...comment, side: 'RIGHT' }))
        });
    });
    async #pages(ask) {
        const all = [];
        for (let page = 1; page <= mostPages; page++) {
            const items = await this.#ask(octokit => ask(octokit, page));
            all.push(...items);
            if (items.length < 100)
                break;
        }
        return all;
    }
    async #ask(request) {
        this.#client ??= Promise.all(/* import() */[__webpack_require__.e(701), __webpack_require__.e(785)]).then(__webpack_require__.bind(__webpack_require__, 2785)).then(({ getOctokit }) => getOctokit(this.#token, { request: { signal: AbortSignal.timeout(deadlineMs) }, log: silent }));
        const octokit = await this.#client;
        try {
            return await request(octokit);
        }
        catch (error) {
            const status = field(error, 'status');
            throw new _reports_pull_request_js__WEBPACK_IMPORTED_MODULE_1__/* .Refused */ .L(typeof status === 'number' ? status : 0, error instanceof Error ? error.message : String(error));
        }
    }
}
const silent = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };


/***/ })

};
