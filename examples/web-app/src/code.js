const V3 = (config, signedIn) => `import { fromCognitoIdentityPool } from '@aws-sdk/credential-provider-cognito-identity';
import { S3Client } from '@aws-sdk/client-s3';

const credentials = fromCognitoIdentityPool({
  identityPoolId: '${config.identityPoolId}',
  clientConfig: { region: '${config.region}', endpoint: '${config.identityPool}' },
  userIdentifier: 'device', // who signs in keeps the identity of the guest${signedIn ? `
  logins: { '${config.provider}': keycloak.idToken },` : ''}
});
const s3 = new S3Client({ region: '${config.region}', endpoint: '${config.files}', forcePathStyle: true, credentials });`;

const V2 = (config, signedIn) => `import AWS from 'aws-sdk';

const credentials = new AWS.CognitoIdentityCredentials(
  {
    IdentityPoolId: '${config.identityPoolId}',${signedIn ? `
    IdentityId: identityIdOfTheGuest, // who signs in keeps it
    Logins: { '${config.provider}': keycloak.idToken },` : ''}
  },
  { region: '${config.region}', endpoint: '${config.identityPool}' },
);
const s3 = new AWS.S3({ region: '${config.region}', endpoint: '${config.files}', s3ForcePathStyle: true, credentials });`;

/** The lines that make the difference, with the addresses of this server. */
export function codeOf(version, config, signedIn) {
  return (version === 'v2' ? V2 : V3)(config, signedIn);
}
