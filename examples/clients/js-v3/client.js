// A guest, then the same one signed in: ID_TOKEN=… node client.js
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
// README begins
import { fromCognitoIdentityPool } from '@aws-sdk/credential-providers';

const credentialsOf = (logins) =>
  fromCognitoIdentityPool({
    identityPoolId: 'us-east-1:00000000-0000-4000-8000-000000000001',
    clientConfig: { endpoint: 'http://localhost:8080/realms/demo/identity-pool', region: 'us-east-1' },
    userIdentifier: 'me', // under one name, so that the guest's identity is found again after the sign-in
    logins,
  });

const guest = credentialsOf({});
const signedIn = credentialsOf({ 'localhost:8080/realms/demo': async () => process.env.ID_TOKEN });
// README ends

await show(guest);
await show(signedIn);

async function show(credentials) {
  const { identityId } = await credentials();
  const sts = new STSClient({
    endpoint: 'http://localhost:8080/realms/demo/sts',
    region: 'us-east-1',
    credentials,
  });
  const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
  console.log(`identity ${identityId}`);
  console.log(`acts as ${Arn}`);
}
