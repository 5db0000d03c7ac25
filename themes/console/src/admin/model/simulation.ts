import type { Decision } from './refusals';

/** What to try out: the policies of a role or of a user, or policies that nobody has yet. */
export type Question = {
  /** Name or ARN. */
  role?: string;
  /** Client id. */
  user?: string;
  policies?: string[];
  actions: string[];
  resources: string[];
  context: { key: string; type: ContextType; values: string[] }[];
};

/** As IAM's ContextEntry has them; a key of several values has a list. */
export const CONTEXT_TYPES = ['string', 'numeric', 'boolean', 'ip', 'date', 'binary', 'stringList', 'numericList', 'booleanList', 'ipList', 'dateList', 'binaryList'] as const;

export type ContextType = (typeof CONTEXT_TYPES)[number];

/** One action on one resource. */
export type SimulationResult = {
  action: string;
  resource: string;
  decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  /** Condition keys that the policies ask for and that were not given. */
  missingKeys: string[];
  trace: Decision;
};
