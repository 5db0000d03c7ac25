// A guest, then the same one signed in: ID_TOKEN=… ACCESS_TOKEN=… node client.js
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
// README begins
import { Amplify } from 'aws-amplify';
import { decodeJWT, fetchAuthSession } from 'aws-amplify/auth';
import { cognitoCredentialsProvider } from 'aws-amplify/auth/cognito';

const cognito = {
  identityPoolId: 'us-east-1:00000000-0000-4000-8000-000000000001',
  identityPoolEndpoint: 'http://localhost:8080/realms/demo/identity-pool',
  allowGuestAccess: true,
};
let signedIn = null; // { idToken, accessToken } of your OpenID client, null for a guest
const tokenProvider = {
  getTokens: async () =>
    signedIn && { idToken: decodeJWT(signedIn.idToken), accessToken: decodeJWT(signedIn.accessToken) },
};
Amplify.configure(
  { Auth: { Cognito: cognito } },
  { Auth: { tokenProvider, credentialsProvider: cognitoCredentialsProvider } },
);

const guest = await fetchAuthSession(); // has identityId and credentials
// README ends

await show(guest);
signedIn = { idToken: process.env.ID_TOKEN, accessToken: process.env.ACCESS_TOKEN };
await show(await fetchAuthSession());

async function show({ identityId, credentials }) {
  const sts = new STSClient({
    endpoint: 'http://localhost:8080/realms/demo/sts',
    region: 'us-east-1',
    credentials,
  });
  const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
  console.log(`identity ${identityId}`);
  console.log(`acts as ${Arn}`);
}
