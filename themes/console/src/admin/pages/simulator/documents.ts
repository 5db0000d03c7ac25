import type { Api } from '../../../shared/api';
import type { Component } from '../../model/pools';
import type { Statement } from '../../model/refusals';
import { documentOf, type NamedDocument, namedDocuments, policyArn, POLICY_TYPE, ROLE_TYPE } from '../../model/roles';
import type { Question } from '../../model/simulation';
import { roleName } from '../../parts/role-field';

/** Policies by what a decision calls them: by their names, a boundary by its ARN. */
export type Documents = Map<string, string>;

/** What IAM calls policies that are given with a question. */
const GIVEN = 'PolicyInputList.';

/** The policies that decide, as far as they stand somewhere: those of a user come from Keycloak's roles. */
export async function documentsOf(api: Api, { role, policies }: Question): Promise<Documents> {
  if (policies) {
    return new Map(policies.map((document, at) => [`${GIVEN}${at + 1}`, document]));
  }
  return role ? ofRole(api, role) : new Map();
}

async function ofRole(api: Api, role: string): Promise<Documents> {
  const name = roleName(role);
  const [found, managed] = await Promise.all([
    api.get<Component[]>(`/components?type=${ROLE_TYPE}&name=${encodeURIComponent(name)}`),
    api.get<Component[]>(`/components?type=${POLICY_TYPE}`),
  ]);
  const { inlinePolicies, managedPolicyArns = [], permissionsBoundary = [] } = found[0]?.config ?? {};
  const named = [...managedPolicyArns, ...permissionsBoundary].flatMap((arn) => {
    // The account is that of every ARN in the realm.
    const policy = managed.find((one) => policyArn(arn, one) === arn);
    const document = policy && documentOf(policy);
    return document ? [{ name: arn, document }, { name: policy.name, document }] : [];
  });
  return byName([...namedDocuments(inlinePolicies), ...named]);
}

/** Of two with the same name, a decision does not tell which: neither is shown. */
function byName(policies: NamedDocument[]): Documents {
  const documents: Documents = new Map();
  for (const { name, document } of policies) {
    const other = documents.get(name);
    documents.set(name, other === undefined || other === document ? document : '');
  }
  return documents;
}

/** As it stands in its policy. */
export function statementText(documents: Documents, { policy = '', index }: Statement): string | undefined {
  const document = documents.get(policy);
  if (!document) {
    return undefined;
  }
  try {
    const statement = [JSON.parse(document).Statement].flat()[index];
    return statement && JSON.stringify(statement, null, 2);
  } catch {
    return undefined;
  }
}
