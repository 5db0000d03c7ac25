// A guest, then the same one signed in: ID_TOKEN=… node client.js
// README begins
const AWS = require('aws-sdk');
require('aws-sdk/lib/maintenance_mode_message').suppress = true;

AWS.config.region = 'us-east-1';
AWS.config.credentials = new AWS.CognitoIdentityCredentials(
  { IdentityPoolId: 'us-east-1:00000000-0000-4000-8000-000000000001' }, // a guest
  { endpoint: 'http://localhost:8080/realms/demo/identity-pool' },
);

function signIn(idToken) {
  AWS.config.credentials.params.Logins = { 'localhost:8080/realms/demo': idToken };
  AWS.config.credentials.expired = true; // the next call fetches new ones
}
// README ends

async function show() {
  const sts = new AWS.STS({ endpoint: 'http://localhost:8080/realms/demo/sts' });
  const { Arn } = await sts.getCallerIdentity().promise();
  console.log(`identity ${AWS.config.credentials.identityId}`);
  console.log(`acts as ${Arn}`);
}

show()
  .then(() => signIn(process.env.ID_TOKEN))
  .then(show);
