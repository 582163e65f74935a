const refuse = () => {
  throw new Error('OpenID Connect tokens are left out of this bundle: see stubs/http-client/package.json')
}

export class HttpClient {
  constructor() {
    refuse()
  }
}

export class BearerCredentialHandler {
  constructor() {
    refuse()
  }
}
