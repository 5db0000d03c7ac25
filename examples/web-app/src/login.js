import Keycloak from 'keycloak-js';

const HOME = `${location.origin}/`;

/** Signing in and out at Keycloak: OpenID Connect, code flow with PKCE. */
export class Login {
  #keycloak;
  #provider;

  constructor(config) {
    this.#keycloak = new Keycloak({ url: config.keycloak, realm: config.realm, clientId: config.clientId });
    this.#provider = config.provider;
  }

  /** Finds out, in a hidden frame, whether somebody is signed in at Keycloak already. */
  async start() {
    await this.#keycloak.init({
      onLoad: 'check-sso',
      silentCheckSsoRedirectUri: `${location.origin}/silent-check-sso.html`,
      silentCheckSsoFallback: false,
      checkLoginIframe: false,
      pkceMethod: 'S256',
    });
  }

  /** What an identity pool wants to see of who is signed in; undefined for a guest. */
  proof() {
    if (!this.#keycloak.authenticated || this.#isGuest()) {
      return undefined;
    }
    return {
      provider: this.#provider,
      token: async () => {
        await this.#keycloak.updateToken(30);
        return this.#keycloak.idToken;
      },
    };
  }

  get name() {
    return this.#keycloak.idTokenParsed?.preferred_username;
  }

  /** Whoever continues as a guest on Keycloak's login page has a session there, and is a guest here too. */
  #isGuest() {
    return this.#keycloak.idTokenParsed?.amr?.includes('unauthenticated') ?? false;
  }

  /** A guest's session would lead back at once; so that one asks to sign in. */
  signIn() {
    return this.#keycloak.login({ redirectUri: HOME, prompt: this.#isGuest() ? 'login' : undefined });
  }

  signOut() {
    return this.#keycloak.logout({ redirectUri: HOME });
  }
}
