package io.keypool.identitypool.keycloak;

/**
 * What AWS lets guests do in the enhanced flow, whatever their role may: the union of the inline session policy and of
 * the managed one, {@code AmazonCognitoUnAuthedIdentitiesSessionPolicy}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies-scope-down-services">Amazon
 *     Cognito Developer Guide, Services that unauthenticated identities can access</a>
 */
final class GuestPolicy {

    static final String DEFAULT = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Resource": "*",
              "Action": [
                 "cloudwatch:*", "logs:*", "dynamodb:*", "kinesis:*", "mobileanalytics:*", "s3:*", "ses:*",
                 "sns:*", "sqs:*", "lambda:*", "machinelearning:*", "execute-api:*", "iot:*", "gamelift:*",
                 "cognito-identity:*", "cognito-idp:*", "lex:*", "polly:*", "comprehend:*", "translate:*",
                 "transcribe:*", "rekognition:*", "mobiletargeting:*", "firehose:*", "appsync:*",
                 "personalize:*", "cognito-sync:*", "codewhisperer:*", "sdb:*", "sagemaker:InvokeEndpoint",
                 "textract:DetectDocumentText", "textract:AnalyzeDocument", "rum:PutRumEvents", "geo:GetMap*",
                 "geo:ListMaps", "geo:SearchPlaceIndex*", "geo:GetPlace", "geo:CalculateRoute*",
                 "geo:*Geofence", "geo:*Geofences", "geo:*DevicePosition*", "kms:Encrypt", "kms:Decrypt",
                 "kms:ReEncryptTo", "kms:ReEncryptFrom", "kms:GenerateDataKey", "kms:GenerateDataKeyPair",
                 "kms:GenerateDataKeyPairWithoutPlaintext", "kms:GenerateDataKeyWithoutPlaintext"]}]}""";

    private GuestPolicy() {}
}
