import type { Session } from './session';

/** What the server did not do, in its own words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Calls with the token of a session. Paths begin with a slash, after the base address. */
export class Api {
  constructor(
    private readonly base: string,
    private readonly session: Session,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  post<T = void>(path: string, body?: unknown): Promise<T> {
    return this.call<T>('POST', path, body);
  }

  put<T = void>(path: string, body: unknown): Promise<T> {
    return this.call<T>('PUT', path, body);
  }

  delete(path: string): Promise<void> {
    return this.call<void>('DELETE', path);
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = new Headers({
      Accept: 'application/json',
      Authorization: `Bearer ${await this.session.accessToken()}`,
    });
    const request: RequestInit = { method, headers };
    if (body !== undefined) {
      headers.set('Content-Type', 'application/json');
      request.body = JSON.stringify(body);
    }
    const response = await fetch(this.base + path, request);
    const text = await response.text();
    if (!response.ok) {
      throw new Refused(response.status, reason(text) ?? `${response.status} ${response.statusText}`);
    }
    return (text ? JSON.parse(text) : undefined) as T;
  }
}

/** Keycloak's errors name it in one of three members. */
function reason(text: string): string | undefined {
  try {
    const { errorMessage, error_description, error } = JSON.parse(text);
    return errorMessage ?? error_description ?? error;
  } catch {
    return undefined;
  }
}
