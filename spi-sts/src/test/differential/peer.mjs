// Reads a case a line, prints the peer's answer a line. The peer is a process of its own; nothing of it is part of Keypool.
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';

const peer = createRequire(process.argv[2] + '/')('@cloud-copilot/iam-simulate');

const named = (policies) => (policies ?? []).map((policy, index) => ({ name: `p${index}`, policy }));

const simulation = (c) => ({
  request: {
    principal: c.principal,
    action: c.action,
    resource: { resource: c.resource, accountId: '111122223333' },
    contextVariables: c.context,
  },
  identityPolicies: named(c.identity),
  serviceControlPolicies: [],
  resourceControlPolicies: [],
  permissionBoundaryPolicies: c.boundary ? named(c.boundary) : undefined,
  sessionPolicy: c.session,
  resourcePolicy: c.resourcePolicy,
});

// The unsafe run takes any condition key, but knows neither session nor resource policies.
const answer = async (c) => {
  if (!c.session && !c.resourcePolicy) {
    return peer.runUnsafeSimulation(simulation(c), {});
  }
  const result = await peer.runSimulation(simulation(c), {});
  return result.overallResult ?? result.result ?? `error: ${JSON.stringify(result).slice(0, 500)}`;
};

for await (const line of createInterface({ input: process.stdin })) {
  const text = await answer(JSON.parse(line)).catch((error) => `error: ${error.message}`);
  process.stdout.write(`${text}\n`);
}
