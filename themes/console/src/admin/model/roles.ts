import type { Component } from './pools';

/** What the admin REST answers of IAM's roles and policies; docs/configuration.md says what their properties mean. */

export const ROLE_TYPE = 'io.keypool.sts.keycloak.IamRoleProvider';
export const ROLE_PROVIDER = 'iam-role';
export const POLICY_TYPE = 'io.keypool.sts.keycloak.IamPolicyProvider';

export type RoleSummary = {
  componentId: string;
  name: string;
  path: string;
  arn: string;
  description?: string;
  maxSessionDuration: number;
};

/** Whether a document could be stored, and else why not. */
export type Validation = { valid: boolean; message?: string; place?: string; line?: number; column?: number };

export type DocumentKind = 'TRUST' | 'IDENTITY' | 'MANAGED' | 'SESSION';

/** The documents of a role for identities of a pool. */
export type RoleTemplate = {
  template: 'guest' | 'authenticated' | 'provider';
  provider?: string | null;
  trustPolicy: string;
  permissions: string;
};

/** That sessions are over. */
export type Revocation = {
  kind: 'ROLE' | 'IDENTITY_POOL' | 'IDENTITY' | 'SESSION';
  /** Of a role its component's. */
  id: string;
  notBefore: number;
  expires: number;
};

/** A policy that stands in its role, or a version of a managed one; the server may note when it was stored. */
export type NamedDocument = { name: string; date?: string | undefined; document: string };

/** As the server reads it: a name, perhaps a date, and the document. */
const NAMED = /^\s*([\w+=,.@-]+)\s+(?:(\d[\w:.-]*)\s+)?(\{[^]*)$/;

export function namedDocuments(values: string[] = []): NamedDocument[] {
  return values.map((value) => {
    const [, name = '', date, document = ''] = NAMED.exec(value) ?? [];
    return { name, date, document };
  });
}

export function namedValue({ name, date, document }: NamedDocument): string {
  return [name, date, document].filter(Boolean).join(' ');
}

/** As its ARN, in the account of a role. */
export function policyArn(roleArn: string, { name, config }: Component): string {
  const [arn, partition, service, region, account] = roleArn.split(':');
  return [arn, partition, service, region, account, `policy${config.path?.[0] ?? '/'}${name}`].join(':');
}

/** The version that is in force. */
export function documentOf({ config }: Component): string | undefined {
  const versions = namedDocuments(config.versions);
  const chosen = config.defaultVersion?.[0];
  return versions.find(({ name }) => !chosen || name === chosen)?.document;
}
