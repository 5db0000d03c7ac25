import { CognitoIdentityClient, GetIdCommand } from '@aws-sdk/client-cognito-identity';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromCognitoIdentityPool } from '@aws-sdk/credential-provider-cognito-identity';

/** AWS SDK for JavaScript, version 3. Without a login it is a guest; `login` gives {provider, token: () => Promise}. */
export function connect(config, device, login) {
  const { region, identityPoolId } = config;
  const cognito = { region, endpoint: config.identityPool };
  const logins = login && { [login.provider]: login.token };

  const s3 = new S3Client({
    region,
    endpoint: config.files,
    forcePathStyle: true,
    credentials: fromCognitoIdentityPool({
      clientConfig: cognito,
      identityPoolId,
      logins,
      cache: device,
      // Else only a guest's identity is kept. With it, who signs in asks as the guest they were, and stays the same.
      userIdentifier: 'device',
    }),
  });
  // The client's own provider asks again only when the credentials come to their end.
  const { credentials } = s3.config;
  const sts = new STSClient({ region, endpoint: config.sts, credentials });

  return {
    credentials,

    // The SDK goes on naming the identity that it asked with, though a guest may have become somebody known.
    async identityId() {
      if (!login) {
        return (await credentials()).identityId;
      }
      const request = { IdentityPoolId: identityPoolId, Logins: { [login.provider]: await login.token() } };
      return (await new CognitoIdentityClient(cognito).send(new GetIdCommand(request))).IdentityId;
    },

    async caller() {
      return (await sts.send(new GetCallerIdentityCommand({}))).Arn;
    },

    async read(file) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: file.bucket, Key: file.key }));
      return Body.transformToString();
    },

    async write(file, text) {
      await s3.send(new PutObjectCommand({ Bucket: file.bucket, Key: file.key, Body: text }));
    },
  };
}
