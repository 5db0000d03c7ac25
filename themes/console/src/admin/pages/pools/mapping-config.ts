import { jsonOf, oneJson } from '../../model/config';
import type { Config } from '../../model/pools';

/** As AWS's SetIdentityPoolRoles has them. */
type StoredMapping = {
  Type: 'Token' | 'Rules';
  AmbiguousRoleResolution?: Ambiguous;
  RulesConfiguration?: { Rules: StoredRule[] };
};
type StoredRule = { Claim: string; MatchType: Match; Value: string; RoleARN: string };

export const MATCHES = ['Equals', 'NotEqual', 'StartsWith', 'Contains'] as const;
export type Match = (typeof MATCHES)[number];
export type Ambiguous = 'AuthenticatedRole' | 'Deny';

/** The id is for the form alone: a rule keeps it when it moves. */
export type Rule = { id: number; claim: string; match: Match; value: string; role: string };

export type Mapping = { provider: string; type: 'Token' | 'Rules'; ambiguous: Ambiguous; rules: Rule[] };

const PROPERTY = 'roleMappings';

export function mappingsOf(config: Config): Mapping[] {
  return Object.entries(jsonOf<Record<string, StoredMapping>>(config, PROPERTY, {})).map(([provider, stored]) => ({
    provider,
    type: stored.Type,
    ambiguous: stored.AmbiguousRoleResolution ?? 'Deny',
    rules: (stored.RulesConfiguration?.Rules ?? []).map((rule, id) => ({
      id,
      claim: rule.Claim,
      match: rule.MatchType,
      value: rule.Value,
      role: rule.RoleARN,
    })),
  }));
}

export function mappingChange(mappings: Mapping[]): Config {
  return { [PROPERTY]: oneJson(Object.fromEntries(mappings.map((mapping) => [mapping.provider, stored(mapping)]))) };
}

/** Whether the server could take it; it says more. */
export function complete({ type, rules }: Mapping): boolean {
  return type === 'Token' || (rules.length > 0 && rules.every(({ claim, value, role }) => claim && value && role));
}

export function newRule(rules: Rule[]): Rule {
  const id = Math.max(-1, ...rules.map((rule) => rule.id)) + 1;
  return { id, claim: '', match: 'Equals', value: '', role: '' };
}

/** With the rule one place further up or down. */
export function moved(rules: Rule[], at: number, by: -1 | 1): Rule[] {
  const all = [...rules];
  const [rule] = all.splice(at, 1);
  all.splice(at + by, 0, rule!);
  return all;
}

function stored({ type, ambiguous, rules }: Mapping): StoredMapping {
  const mapping: StoredMapping = { Type: type, AmbiguousRoleResolution: ambiguous };
  if (type === 'Rules') {
    mapping.RulesConfiguration = {
      Rules: rules.map(({ claim, match, value, role }) => ({ Claim: claim, MatchType: match, Value: value, RoleARN: role })),
    };
  }
  return mapping;
}
