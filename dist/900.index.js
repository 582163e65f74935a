export const id = 900;
export const ids = [900];
export const modules = {

/***/ 8900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  discuss: () => (/* binding */ discuss)
});

// EXTERNAL MODULE: ./lib/src/reports/page.js
var page = __webpack_require__(8131);
// EXTERNAL MODULE: ./lib/src/reports/sections.js + 3 modules
var sections = __webpack_require__(8822);
;// CONCATENATED MODULE: ./lib/src/reports/comment.js


const most = 65_000;
const commentMarker = (key) => `<!-- webhook-reach-check:${encodeURIComponent(key.toWellFormed()).replaceAll('-', '%2D').slice(0, 500)} -->`;
const renderComment = (outcome, context, key) => (0,page/* joinWithin */.Uo)([
    (0,page/* text */.Qq)(commentMarker(key)),
    (0,sections/* title */.DD)(outcome),
    ...outcome.probes.flatMap(probe => (0,sections/* probeSection */.kH)(probe, context)),
    ...(outcome.lint === null ? [] : (0,sections/* findingsSection */.WT)(outcome.lint, context)),
    ...(0,sections/* otherSection */.Su)('Stripe', outcome.stripe?.findings ?? [], context),
    ...(0,sections/* otherSection */.Su)('On the server', outcome.server?.findings ?? [], context),
    ...(outcome.lint === null ? [] : (0,sections/* coverageSection */.EA)(outcome.lint))
], most);

// EXTERNAL MODULE: ./lib/src/reports/pull-request.js
var pull_request = __webpack_require__(6703);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/src/reports/escape.js
var reports_escape = __webpack_require__(4999);
;// CONCATENATED MODULE: ./lib/src/reports/suggestions.js


const suggestions_most = 30;
function suggestions(findings, patches, present, sourceLine) {
    const lines = newLines(patches);
    const comments = findings.flatMap(finding => {
        const { fix, at } = finding;
        const text = sourceLine(at.file, at.line);
        const edits = fix?.edits ?? [];
        const whole = edits.length > 0 &&
            edits.every(edit => edit.file === at.file && edit.line === at.line && edit.endLine === at.line);
        if (!whole || text === '' || lines.get(at.file)?.get(at.line) !== text)
            return [];
        const marker = markerOf(finding, text);
        if (present.some(body => body.includes(marker)))
            return [];
        return [{ path: at.file, line: at.line, body: bodyOf(finding, applied(text, edits), marker) }];
    });
    return comments.slice(0, suggestions_most);
}
const markerOf = ({ rule, at }, text) => `<!-- webhook-reach-check:suggestion:${(0,external_node_crypto_.createHash)('sha256').update(`${rule}\n${at.file}\n${text.trim()}`).digest('hex').slice(0, 20)} -->`;
function bodyOf({ rule, message, fix }, text, marker) {
    const fence = '`'.repeat(Math.max(3, ...Array.from(text.matchAll(/`+/g), match => match[0].length + 1)));
    return `${(0,reports_escape/* code */.aY)(rule)}: ${(0,reports_escape/* prose */.CS)(message)}\n\n${fence}suggestion\n${text}\n${fence}\n\n${(0,reports_escape/* prose */.CS)(fix?.description ?? '')}\n${marker}`;
}
const applied = (line, edits) => edits
    .toSorted((a, b) => b.column - a.column)
    .reduce((text, edit) => text.slice(0, edit.column - 1) + edit.text + text.slice(edit.endColumn - 1), line);
function newLines(patches) {
    return new Map(patches.map(({ path, patch }) => {
        const lines = new Map();
        let next = 0;
        for (const line of patch.split('\n')) {
            const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
            if (hunk !== null)
                next = Number(hunk[1]);
            else if (line.startsWith('+') || line.startsWith(' '))
                lines.set(next++, line.slice(1).replace(/\r$/, ''));
        }
        return [path, lines];
    }));
}

;// CONCATENATED MODULE: ./lib/src/discuss.js



async function discuss(outcome, inputs, context, host) {
    if (inputs.comment === 'never' || inputs.githubToken === null)
        return;
    const { pullRequestOf } = await __webpack_require__.e(/* import() */ 437).then(__webpack_require__.bind(__webpack_require__, 4437));
    const pullRequest = pullRequestOf(host.env, inputs.githubToken);
    if (pullRequest === null)
        return;
    try {
        await comment(pullRequest, outcome, inputs, context, host);
        await suggest(pullRequest, outcome, context);
    }
    catch (error) {
        if (!(error instanceof pull_request/* Refused */.L))
            throw error;
        host.annotate({ level: 'notice', title: 'No comment on the pull request', message: reasonOf(error), at: null });
    }
}
async function comment(pullRequest, outcome, inputs, context, host) {
    const key = [host.env('GITHUB_WORKFLOW'), host.env('GITHUB_JOB'), ...inputs.webhookUrl].join(' ');
    const marker = commentMarker(key);
    const wanted = inputs.comment === 'always' || outcome.verdict === 'fail';
    const present = (await pullRequest.comments()).find(({ body, byBot }) => byBot && body.startsWith(marker));
    if (present === undefined && !wanted)
        return;
    const body = renderComment(outcome, context, key);
    if (present === undefined)
        await pullRequest.createComment(body);
    else if (present.body.trim() !== body.trim())
        await pullRequest.updateComment(present.id, body);
}
async function suggest(pullRequest, { lint }, context) {
    const fixable = lint?.findings.filter(({ fix }) => (fix?.edits.length ?? 0) > 0) ?? [];
    if (fixable.length === 0)
        return;
    const [patches, present] = [await pullRequest.patches(), await pullRequest.reviewBodies()];
    const comments = suggestions(fixable, patches, present, context.sourceLine);
    if (comments.length > 0)
        await pullRequest.createReview(comments);
}
function reasonOf({ status, message }) {
    const rest = 'Everything is in the annotations and the step summary.';
    if (status === 401)
        return `GitHub does not take the token: \`github-token\` has expired or is wrong. ${rest}`;
    if (status === 429 || (status === 403 && /rate limit|abuse/i.test(message)))
        return `GitHub's rate limit is used up, so there is no comment this time. ${rest}`;
    if (status === 403 || status === 404) {
        return `The token may not write to the pull request: give the job \`permissions: pull-requests: write\`. Runs for pull requests from forks and from Dependabot never may. ${rest}`;
    }
    return `GitHub refused the comment (${status === 0 ? 'no answer' : `status ${status}`}). ${rest}`;
}


/***/ }),

/***/ 6703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ Refused)
/* harmony export */ });
class Refused extends Error {
    status;
    constructor(status, message) {
        super(message);
        this.name = 'Refused';
        this.status = status;
    }
}


/***/ })

};
