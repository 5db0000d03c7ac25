import { device } from './device.js';

const SDKS = { v3: () => import('./sdk-v3.js'), v2: () => import('./sdk-v2.js') };

/** What a service answers who asks for an identity that is not theirs, or is no more. */
const NOT_MINE = ['NotAuthorizedException', 'ResourceNotFoundException'];

/** Who the visitor is, and the SDK's clients for what they do. */
export async function visit(config, version, proof) {
  const { connect } = await SDKS[version]();
  const known = device.getItem();
  try {
    return await open(connect(config, device, proof));
  } catch (refused) {
    if (!known || !NOT_MINE.includes(nameOf(refused))) {
      throw refused;
    }
    // Somebody signed in with the identity that this browser remembers, and out again elsewhere: begin anew.
    device.removeItem();
    return open(connect(config, device, proof));
  }
}

async function open(client) {
  const { accessKeyId, sessionToken, expiration } = await client.credentials();
  const identityId = await client.identityId();
  device.setItem(undefined, identityId);
  const caller = await client.caller();
  return {
    client,
    facts: {
      identityId,
      role: caller.split('/')[1],
      accessKeyId,
      sessionToken: `${sessionToken.slice(0, 6)}…${sessionToken.slice(-6)}`,
      validUntil: new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }).format(expiration),
    },
  };
}

/** Does one of the two things that the page offers, and tells how it went. */
export async function attempt(call, { client, facts }) {
  try {
    return { passed: true, answer: await CALLS[call](client, facts.identityId) };
  } catch (refused) {
    return { passed: false, answer: nameOf(refused), reason: refused.message };
  }
}

const CALLS = {
  async read(client) {
    return await client.read({ bucket: 'demo-public', key: 'hello.txt' });
  },

  async write(client, identityId) {
    const note = { bucket: 'demo-users', key: `${identityId}/note.txt` };
    await client.write(note, 'Buy milk.');
    return `kept, and read again: “${await client.read(note)}”`;
  },
};

/** Version 2 has it in `code`. */
export function nameOf(error) {
  return error.code ?? error.name;
}
