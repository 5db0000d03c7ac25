package io.keypool.server;

import java.net.URI;

/**
 * What the quickstart prints: the block works as it stands when it is pasted into bash.
 *
 * @param page where the sample page is, or why it is not
 * @param console where the pools are in the admin console, or why they are not
 */
record FirstCredentials(URI server, String page, String console) {

    private static final String TEXT = """

            # Keypool is ready: {server} (admin / admin), realm demo. Stop it with Ctrl-C.
            # {page}
            # {console}
            # A guest's first credentials with the AWS CLI, in another terminal:
            COGNITO={server}/realms/demo/identity-pool
            STS={server}/realms/demo/sts
            IDENTITY=$(aws cognito-identity get-id --region us-east-1 --endpoint-url $COGNITO \\
              --identity-pool-id us-east-1:00000000-0000-4000-8000-000000000001 --query IdentityId --output text)

            # Classic flow: an OpenID token, and with it a role
            TOKEN=$(aws cognito-identity get-open-id-token --region us-east-1 --endpoint-url $COGNITO \\
              --identity-id $IDENTITY --query Token --output text)
            aws sts assume-role-with-web-identity --region us-east-1 --endpoint-url $STS --web-identity-token $TOKEN \\
              --role-arn arn:aws:iam::000000000000:role/DemoGuest --role-session-name demo

            # Enhanced flow: credentials in one call
            export $(printf 'AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_SESSION_TOKEN=%s' $(aws cognito-identity \\
              get-credentials-for-identity --region us-east-1 --endpoint-url $COGNITO --identity-id $IDENTITY \\
              --query 'Credentials.[AccessKeyId,SecretKey,SessionToken]' --output text))
            aws sts get-caller-identity --region us-east-1 --endpoint-url $STS

            # Sign in as alice: the guest's identity is hers now. From another device, or again, it is hers already
            ID_TOKEN=$(curl -sS {server}/realms/demo/protocol/openid-connect/token -d client_id=demo-app \\
              -d scope=openid -d grant_type=password -d username=alice -d password=alice | sed 's/.*"id_token":"\\([^"]*\\)".*/\\1/')
            LOGINS="{\\"{authority}/realms/demo\\":\\"$ID_TOKEN\\"}"
            aws cognito-identity get-open-id-token --region us-east-1 --endpoint-url $COGNITO \\
              --identity-id $IDENTITY --logins "$LOGINS"
            aws cognito-identity get-id --region us-east-1 --endpoint-url $COGNITO \\
              --identity-pool-id us-east-1:00000000-0000-4000-8000-000000000001 --logins "$LOGINS"
            """;

    String text() {
        return TEXT.replace("{server}", server.toString())
                .replace("{authority}", server.getAuthority())
                .replace("{page}", page)
                .replace("{console}", console);
    }
}
