import AWS from 'aws-sdk/global';
import S3 from 'aws-sdk/clients/s3';
import STS from 'aws-sdk/clients/sts';
import 'aws-sdk/clients/cognitoidentity';

/** AWS SDK for JavaScript, version 2. Without a login it is a guest; `login` gives {provider, token: () => Promise}. */
export function connect(config, device, login) {
  const { region } = config;
  const credentials = new AWS.CognitoIdentityCredentials(
    { IdentityPoolId: config.identityPoolId, IdentityId: device.getItem() ?? undefined },
    { region, endpoint: config.identityPool },
  );
  if (!device.getItem()) {
    // Nor does this SDK remember one, from before somebody signed out.
    credentials.clearCachedId();
  }
  const s3 = new S3({ region, endpoint: config.files, s3ForcePathStyle: true, signatureVersion: 'v4', credentials });
  const sts = new STS({ region, endpoint: config.sts, credentials });

  /** This SDK takes tokens as they are, and asks with them when it is asked next. */
  async function fresh() {
    if (login && credentials.needsRefresh()) {
      credentials.params.Logins = { [login.provider]: await login.token() };
    }
    await credentials.getPromise();
    device.setItem(undefined, credentials.identityId);
  }

  return {
    async credentials() {
      await fresh();
      return {
        accessKeyId: credentials.accessKeyId,
        sessionToken: credentials.sessionToken,
        expiration: credentials.expireTime,
      };
    },

    async identityId() {
      await fresh();
      return credentials.identityId;
    },

    async caller() {
      await fresh();
      return (await sts.getCallerIdentity().promise()).Arn;
    },

    async read(file) {
      await fresh();
      const { Body } = await s3.getObject({ Bucket: file.bucket, Key: file.key }).promise();
      return new TextDecoder().decode(Body);
    },

    async write(file, text) {
      await fresh();
      await s3.putObject({ Bucket: file.bucket, Key: file.key, Body: text }).promise();
    },
  };
}
