/** What Keycloak's console was told by its server; it stands in the page. */
export type Environment = {
  serverBaseUrl: string;
  adminBaseUrl: string;
  realm: string;
  clientId: string;
  resourceUrl: string;
};

/** There was a session, and there is none any more: whoever asks has to sign in again. */
export class SignedOut extends Error {}

type Tokens = { access: string; refresh: string | undefined; until: number };

/** Seconds before its end in which an access token is not used any more. */
const MARGIN = 10;

/** Where the frame may take its time on a slow line. */
const PATIENCE_MILLIS = 20_000;

/** Goes to an address that leads to the landing place without a question; gives the address where it ended, if any. */
export type Visit = (address: string) => Promise<string | undefined>;

/**
 * A session of our own beside that of Keycloak's console: by its client and the single sign-on that it has. The
 * console's own tokens are never touched, and ours are in memory alone.
 *
 * @param landing a resource under the redirect URIs of the client; a visit ends there, with the code
 */
export class Session {
  private tokens: Tokens | undefined;
  private renewal: Promise<Tokens> | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly landing: string,
    private readonly visit: Visit,
  ) {}

  /** One that holds for some seconds more. Who asks while it is renewed waits for the same. */
  async accessToken(): Promise<string> {
    if (this.tokens && Date.now() < this.tokens.until) {
      return this.tokens.access;
    }
    this.renewal ??= this.renew().finally(() => (this.renewal = undefined));
    this.tokens = await this.renewal;
    return this.tokens.access;
  }

  private async renew(): Promise<Tokens> {
    const refresh = this.tokens?.refresh;
    if (refresh) {
      const tokens = await this.ask({ grant_type: 'refresh_token', refresh_token: refresh });
      if (tokens) {
        return tokens;
      }
    }
    return this.signIn();
  }

  /** The code flow with PKCE (RFC 7636) and prompt=none (OpenID Connect Core 1.0, 3.1.2.1). */
  private async signIn(): Promise<Tokens> {
    const verifier = random();
    const state = random();
    const address = new URL(`${this.openid()}/auth`);
    address.search = new URLSearchParams({
      client_id: this.environment.clientId,
      redirect_uri: this.landing,
      response_type: 'code',
      response_mode: 'query',
      scope: 'openid',
      prompt: 'none',
      state,
      code_challenge: await challenge(verifier),
      code_challenge_method: 'S256',
    }).toString();
    const end = await this.visit(address.toString());
    if (!end?.startsWith(this.landing)) {
      throw this.refused('the sign-in wants an answer');
    }
    const answer = new URL(end).searchParams;
    const code = answer.get('code');
    if (!code || answer.get('state') !== state) {
      throw this.refused(answer.get('error') ?? 'no code');
    }
    const tokens = await this.ask({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: this.landing,
    });
    if (!tokens) {
      throw this.refused('the code was refused');
    }
    return tokens;
  }

  /** What never worked does not work after a reload either. */
  private refused(reason: string): Error {
    const message = `There is no session beside the console's: ${reason}`;
    return this.tokens ? new SignedOut(message) : new Error(message);
  }

  /** Nothing where the grant does not hold. */
  private async ask(grant: Record<string, string>): Promise<Tokens | undefined> {
    const asked = Date.now();
    const response = await fetch(`${this.openid()}/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: this.environment.clientId, ...grant }),
    });
    if (!response.ok) {
      return undefined;
    }
    const { access_token, refresh_token, expires_in } = await response.json();
    return { access: access_token, refresh: refresh_token, until: asked + (expires_in - MARGIN) * 1000 };
  }

  private openid(): string {
    return `${this.environment.serverBaseUrl}/realms/${encodeURIComponent(this.environment.realm)}/protocol/openid-connect`;
  }
}

/** For a console of the server's own origin. */
export const byFetch: Visit = async (address) => (await fetch(address)).url;

/** For a console that may be of another origin than the server: in a frame in which no script runs. */
export const byFrame: Visit = (address) => {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.src = address;
  return new Promise<string | undefined>((resolve) => {
    frame.addEventListener('load', () => resolve(placeOf(frame)));
    setTimeout(() => resolve(undefined), PATIENCE_MILLIS);
    document.body.append(frame);
  }).finally(() => frame.remove());
};

/** Nothing where the frame stayed at another origin. */
function placeOf(frame: HTMLIFrameElement): string | undefined {
  try {
    return frame.contentWindow?.location.href;
  } catch {
    return undefined;
  }
}

function random(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challenge(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
