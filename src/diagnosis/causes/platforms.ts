import type { Cause } from '../cause.ts'

/** Who stands before the app as a service: no file of theirs can be looked at. */
const platforms =
  /^(AWS load balancer|AWS API Gateway|AWS Lambda|Amazon S3|GitHub Pages|Google Cloud|Google Cloud load balancer|Azure|Azure Front Door|CloudFront|Fastly|Akamai|Heroku|Render|Railway|Vercel|Netlify|ngrok)$/
const instance =
  'No instance of the app is ready: it crashed, is still starting, fails its health check, or listens on another port than it is asked on.'
const atPlatform =
  "Read the app's log and the state of its health check there, and compare the port that it is given with the one that the app listens on."

/** Answers of a service before the app, read before those of a proxy that somebody runs himself. */
export const platformCauses: readonly Cause[] = [
  {
    id: 'fastly-no-domain',
    code: 'proxy-default-site',
    when: { phase: 'http', body: /Fastly error: unknown domain/ },
    says: 'Fastly knows no site of the name {host} ({status}).',
    cause: 'The domain is in no service, or the version of the service that has it is not active.',
    fix: 'Add {host} to the domains of the service, and activate the version.'
  },
  {
    id: 'platform-500',
    code: 'app-error',
    when: { phase: 'http', status: 500, own: true, by: platforms },
    says: 'The platform ({who}) answers 500 in place of the app.',
    cause: 'The app (or function) crashed, or its answer is none that can be handed on.',
    fix: "Read the app's log there, and catch the error of the signature check: an unsigned event is to be answered 400."
  },
  {
    id: 'platform-502',
    code: 'proxy-bad-gateway',
    when: { phase: 'http', status: 502, own: true, by: platforms },
    says: 'The platform ({who}) answers 502: it cannot use what it forwards to.',
    cause: instance,
    fix: atPlatform
  },
  {
    id: 'platform-503',
    code: 'proxy-unavailable',
    when: { phase: 'http', status: 503, own: true, by: platforms },
    says: 'The platform ({who}) answers 503: it has nothing to forward to.',
    cause: instance,
    fix: atPlatform
  },
  {
    id: 'azure-stopped',
    code: 'proxy-unavailable',
    when: { phase: 'http', status: 403, body: /This (web|Container) app is stopped\.|<title>Web App - Unavailable/i },
    says: 'Azure answers 403 in place of the app: it is stopped.',
    cause: 'Somebody stopped the app, or it used up the quota of its plan.',
    fix: 'Start it in the Azure portal (`az webapp start`), and look at its quotas.'
  },
  {
    id: 'cloudfront-method',
    code: 'blocked',
    when: { phase: 'http', status: 403, body: /not configured to allow the HTTP request method/ },
    says: 'CloudFront does not let POST through ({status}).',
    cause: 'The behavior that matches {path} allows GET and HEAD alone; the app was never asked.',
    fix: 'In the behavior for {path} set the allowed methods to GET, HEAD, OPTIONS, PUT, POST, PATCH, DELETE, and switch caching off.'
  },
  {
    id: 'cloud-run-403',
    code: 'blocked',
    when: { phase: 'http', status: [401, 403], by: 'Google Cloud', own: true },
    says: 'Google Cloud asks for a login ({status}); the app was never asked.',
    cause: 'The service takes authenticated calls alone, and a provider has no token of yours.',
    fix: 'Allow public access: `gcloud run services add-iam-policy-binding SERVICE --member=allUsers --role=roles/run.invoker`. The signature is its authentication.'
  },
  {
    id: 'aws-gateway-no-route',
    code: 'proxy-default-site',
    when: { phase: 'http', status: 403, body: /"message"\s*:\s*"Missing Authentication Token"/ },
    says: 'AWS API Gateway has no route for POST {path} ({status}, "Missing Authentication Token").',
    cause:
      'It says so to every path and method that it does not know: the stage (`/prod`) is missing in the URL, the route is not deployed, or takes another method.',
    fix: 'Compare {path} with the invoke URL of the stage and its routes, add POST, and deploy the API to the stage.'
  },
  {
    id: 'platform-403',
    code: 'blocked',
    when: { phase: 'http', status: [401, 403], own: true, by: platforms },
    says: 'The platform ({who}) refuses the request itself ({status}); the app was never asked.',
    cause:
      "A firewall rule, an access policy or a login there. The provider's addresses may be treated otherwise than this runner's.",
    fix: 'Exempt {path} from it in the settings there: the signature is its authentication.'
  },
  {
    id: 'platform-404',
    code: 'proxy-default-site',
    when: { phase: 'http', status: 404, own: true, by: platforms },
    says: 'The 404 is a page of {who} itself: it has no app for {host}, or none for {path}.',
    cause:
      'The domain belongs to no app there, the app (or the tunnel) is stopped or renamed, or the live deployment holds no such path.',
    fix: 'Attach {host} to the app in the settings there, and look whether the live deployment holds {path}.'
  },
  {
    id: 'platform-405',
    code: 'proxy-default-site',
    when: { phase: 'http', status: 405, own: true, by: platforms },
    says: '{who} itself answers 405: it serves files there, which take no POST.',
    cause: 'The name, or this path of it, leads to static files instead of the app.',
    fix: 'Point {host}, or a rule there for {path}, to the app.'
  },
  {
    id: 'platform-504',
    code: 'proxy-gateway-timeout',
    when: { phase: 'http', status: 504, own: true, by: platforms },
    says: 'The platform ({who}) answers 504: the app did not answer it in time.',
    fix: 'See in its log there where the app hangs: answer first, work later. A longer timeout does not help, since the provider gives up first.'
  },
  {
    id: 'platform-refusal',
    code: 'proxy-default-site',
    when: { phase: 'http', status: /^4(?!13|29)/, own: true, by: platforms },
    says: 'The {status} is a page of {who} itself; the app was never asked.',
    cause:
      'It refuses before it forwards: {host} is not set up there, the deployment is paused, or the request is refused.',
    fix: 'Look {host} and {path} up in the settings and the logs there.'
  }
]
