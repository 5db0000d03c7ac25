import type { Api } from '../../../shared/api';
import type { Component } from '../../model/pools';
import type { Statement } from '../../model/refusals';
import { documentOf, namedDocuments, policyArn, POLICY_TYPE, ROLE_TYPE } from '../../model/roles';
import type { Question } from '../../model/simulation';
import { roleName } from '../../parts/role-field';

/** Policies by what a decision calls them: an inline one by its name, a managed one by its ARN. */
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
  const inline = namedDocuments(inlinePolicies).map((policy): [string, string] => [policy.name, policy.document]);
  const named = [...managedPolicyArns, ...permissionsBoundary].flatMap((arn): [string, string][] => {
    // The account is that of every ARN in the realm.
    const policy = managed.find((one) => policyArn(arn, one) === arn);
    return policy ? [[arn, documentOf(policy) ?? '']] : [];
  });
  return new Map([...inline, ...named]);
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
