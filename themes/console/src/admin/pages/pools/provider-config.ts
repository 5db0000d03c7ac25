import { arnList, arnsOf, jsonOf, oneJson } from '../../model/config';
import type { Config, ListedProvider, ProviderKind } from '../../model/pools';

type RealmClient = { ProviderName?: string; ClientId?: string; ServerSideTokenCheck?: boolean };

/** What is listed: of the realm's users each client by itself. */
export type Row = Omit<ListedProvider, 'appIds'> & {
  appIds: string[];
  client?: string;
  /** Of a client: whether the session must still be alive. */
  check?: boolean;
};

/** What somebody adds. */
export type Addition =
  | { kind: 'realm'; provider: string; client: string; check: boolean }
  | { kind: 'public'; provider: string; appIds: string[] }
  | { kind: 'openid'; provider: string; appIds: string[] }
  | { kind: 'saml'; provider: string };

const CLIENTS = 'cognitoIdentityProviders';
const PUBLIC = 'supportedLoginProviders';
const OPENID = 'openIdConnectProviderArns';
const OPENID_APPS = 'openIdConnectAppIds';
const SAML = 'samlProviderArns';

/** The public providers that AWS names. */
export const PUBLIC_PROVIDERS = ['accounts.google.com', 'graph.facebook.com', 'www.amazon.com', 'appleid.apple.com', 'api.twitter.com'];

export function rowsOf(listed: ListedProvider[], config: Config): Row[] {
  const clients = clientsOf(config);
  return listed.flatMap((provider): Row[] => {
    if (provider.kind !== 'realm') {
      return [provider];
    }
    return clients
      .filter(({ ProviderName }) => ProviderName === provider.provider)
      .map(({ ClientId = '', ServerSideTokenCheck = false }) => ({
        ...provider,
        appIds: [],
        client: ClientId,
        check: ServerSideTokenCheck,
      }));
  });
}

/** The properties that change when it is added. */
export function withProvider(config: Config, added: Addition): Config {
  switch (added.kind) {
    case 'realm':
      return {
        [CLIENTS]: oneJson([
          ...clientsOf(config),
          { ProviderName: added.provider, ClientId: added.client, ServerSideTokenCheck: added.check },
        ]),
      };
    case 'public':
      return withAppIds(config, added, added.appIds);
    case 'openid':
      return {
        [OPENID]: arnList([...arnsOf(config, OPENID), added.provider]),
        ...withAppIds(config, added, added.appIds),
      };
    case 'saml':
      return { [SAML]: arnList([...arnsOf(config, SAML), added.provider]) };
  }
}

export function withoutProvider(config: Config, row: Row): Config {
  const { kind, provider, client } = row;
  if (kind === 'realm') {
    return {
      [CLIENTS]: oneJson(clientsOf(config).filter((one) => one.ProviderName !== provider || one.ClientId !== client)),
    };
  }
  if (kind === 'saml') {
    return { [SAML]: arnList(arnsOf(config, SAML).filter((arn) => arn !== provider)) };
  }
  return {
    ...withAppIds(config, row, []),
    ...(kind === 'openid' && { [OPENID]: arnList(arnsOf(config, OPENID).filter((arn) => arn !== provider)) }),
  };
}

/** The app ids of a public or an OpenID provider, which has none beside that of the realm's identity provider if empty. */
export function withAppIds(config: Config, { kind, provider }: { kind: ProviderKind; provider: string }, ids: string[]): Config {
  const property = kind === 'public' ? PUBLIC : OPENID_APPS;
  const { [provider]: _before, ...others } = jsonOf<Record<string, string | string[]>>(config, property, {});
  if (ids.length === 0) {
    return { [property]: oneJson(others) };
  }
  return { [property]: oneJson({ ...others, [provider]: kind === 'public' ? ids.join(';') : ids }) };
}

/** Those that a pool lists by itself; the client id of the realm's identity provider is not among them. */
export function ownAppIds(config: Config, { kind, provider }: { kind: ProviderKind; provider: string }): string[] {
  const all = jsonOf<Record<string, string | string[]>>(config, kind === 'public' ? PUBLIC : OPENID_APPS, {});
  const ids = all[provider] ?? [];
  return typeof ids === 'string' ? ids.split(';') : ids;
}

/** As role mappings and principal tags name what is listed: of the realm's users all, or those of a client. */
export function settingsNames(listed: ListedProvider[], config: Config): string[] {
  const clients = clientsOf(config);
  return listed
    .filter(({ kind }) => kind !== 'developer')
    .flatMap(({ kind, provider }) => {
      if (kind !== 'realm') {
        return [provider];
      }
      const narrow = clients.filter(({ ProviderName }) => ProviderName === provider).map(({ ClientId }) => `${provider}:${ClientId}`);
      return [provider, ...narrow];
    });
}

/** As callers name a provider in Logins. */
export function loginsName({ kind, provider }: ListedProvider): string {
  return kind === 'openid' ? provider.slice(provider.indexOf(':oidc-provider/') + ':oidc-provider/'.length) : provider;
}

function clientsOf(config: Config): RealmClient[] {
  return jsonOf<RealmClient[]>(config, CLIENTS, []);
}
