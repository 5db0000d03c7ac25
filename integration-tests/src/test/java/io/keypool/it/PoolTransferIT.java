package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityProvider;

/**
 * A pool that was made through Cognito's API, in a realm that is exported and made again under another name. For the
 * full export see {@link PostgresIT}. Source: DESIGN.md §4, "Pool, role, key".
 */
@ExtendWith(KeypoolExtension.class)
final class PoolTransferIT {

    @Test
    void aPoolIsTheSameInARealmThatIsMadeOfAnExport(Keypool keypool) {
        String pool;
        String before;
        ObjectNode export;
        try (PoolTenant tenant = PoolTenant.create(keypool)) {
            pool = tenant.newPool(request -> request.allowClassicFlow(false)
                            .developerProviderName("login.example")
                            .supportedLoginProviders(Map.of("accounts.google.com", "one.example;two.example"))
                            .openIdConnectProviderARNs(List.of(
                                    "arn:aws:iam::000000000000:oidc-provider/b.example.com",
                                    "arn:aws:iam::000000000000:oidc-provider/a.example.com"))
                            .samlProviderARNs("arn:aws:iam::000000000000:saml-provider/one")
                            .cognitoIdentityProviders(CognitoIdentityProvider.builder()
                                    .providerName("kc.example.com/realms/staff")
                                    .clientId("my-app")
                                    .build())
                            .identityPoolTags(Map.of("Team", "blue")))
                    .identityPoolId();
            before = described(tenant.cognito(), pool);
            export = export(keypool, tenant.realm().name());
        }

        export.put("realm", export.get("realm").textValue() + "-copy").remove("id");
        try (OwnRealm copy = OwnRealm.of(keypool, export);
                PoolTenant tenant = PoolTenant.in(keypool, copy, "another-manager")) {
            assertThat(described(tenant.cognito(), pool)).isEqualTo(before);
            assertThat(tenant.cognito()
                            .updateIdentityPool(request -> request.identityPoolId(pool)
                                    .identityPoolName("changed")
                                    .allowUnauthenticatedIdentities(true))
                            .identityPoolName())
                    .isEqualTo("changed");
            assertThat(copy.newGuest(pool)).startsWith("us-east-1:");
        }
    }

    private static String described(CognitoIdentityClient cognito, String pool) {
        return cognito.describeIdentityPool(request -> request.identityPoolId(pool))
                .toString();
    }

    private static ObjectNode export(Keypool keypool, String realm) {
        HttpResponse<String> exported = keypool.admin().post("/" + realm + "/partial-export", Map.of());
        assertThat(exported.statusCode()).isEqualTo(200);
        return (ObjectNode) Admin.parse(exported.body());
    }
}
