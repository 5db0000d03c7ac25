/** A call that was refused, as far as the node that answers remembers it. */
export type Refusal = {
  requestId: string;
  time: number;
  service: string;
  action?: string;
  /** As the call says; not proven. */
  accessKeyId?: string;
  /** What the caller was told. */
  code: string;
  message: string;
  /** What the caller was not told. */
  cause?: string;
  decision?: Decision;
};

/** What policies decided, and why. */
export type Decision = {
  principal: string;
  action: string;
  resource: string;
  outcome: 'ALLOW' | 'EXPLICIT_DENY' | 'IMPLICIT_DENY';
  /** The one that allowed or denied. */
  statement?: Statement;
  /** The kind of policy that did not allow. */
  missing?: PolicyKind;
  /** For each statement of it, the first thing that did not match. */
  mismatches?: Mismatch[];
};

export type PolicyKind = 'IDENTITY' | 'BOUNDARY' | 'SESSION' | 'RESOURCE' | 'TRUST';

/** The index begins with 0. */
export type Statement = { policyKind: PolicyKind; policy?: string; index: number; sid?: string };

export type Mismatch = { statement: Statement; element: string; observed: string[] };

/** As in policies, sts:AssumeRole; of some calls the action was never read. */
export function callOf({ service, action }: Refusal): string {
  return action ? `${service}:${action}` : service;
}
