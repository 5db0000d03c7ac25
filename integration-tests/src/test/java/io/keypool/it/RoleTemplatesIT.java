package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Documents of roles for a pool. Source: Amazon Cognito Developer Guide, "Role trust and permissions". */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoleTemplatesIT {

    private final OwnRealm realm;
    private final PoolsAdmin admin;
    private final OpenIdStub provider = new OpenIdStub();

    RoleTemplatesIT(Keypool keypool) {
        this.realm = OwnRealm.create(keypool);
        realm.addBroker("corp", provider.broker());
        this.admin = new PoolsAdmin(keypool.admin(), realm.name());
    }

    @AfterAll
    void close() {
        provider.close();
        realm.close();
    }

    @Test
    void theTemplatesAreForGuestsForAllOthersAndForEachProvider() {
        String pool = realm.addPool(List.of(provider.arn()));

        JsonNode templates = admin.found("/" + pool + "/role-templates");

        assertThat(templates).hasSize(3);
        assertTemplate(templates.get(0), "guest", null, pool, "unauthenticated");
        assertTemplate(templates.get(1), "authenticated", null, pool, "authenticated");
        assertTemplate(templates.get(2), "provider", provider.arn(), pool, provider.provider());
    }

    /** A role of a provider's template is for its people and for nobody else of the pool. */
    @Test
    void theTemplateOfAProviderLetsItsPeopleIn() {
        String pool = realm.addPool(List.of(provider.arn()));
        JsonNode template = admin.found("/" + pool + "/role-templates").get(2);
        String role = realm.addRole(
                "narrow",
                template.get("trustPolicy").textValue(),
                template.get("permissions").textValue());
        realm.configure(OwnRealm.componentOf(pool), Map.of("authenticatedRoleArn", role));

        Map<String, String> logins = provider.logins(provider.idToken("one of them"));
        String identity = realm.identity(pool, logins);

        assertThat(realm.cognito()
                        .getCredentialsForIdentity(
                                request -> request.identityId(identity).logins(logins))
                        .identityId())
                .isEqualTo(identity);
    }

    private static void assertTemplate(
            JsonNode row, String template, @Nullable String provider, String pool, String amr) {
        ObjectNode expected = Admin.tree(Map.of("template", template));
        if (provider != null) {
            expected.put("provider", provider);
        }
        expected.set("trustPolicy", Admin.parse("""
                {"Version": "2012-10-17", "Statement": [{
                  "Effect": "Allow",
                  "Principal": {"Federated": "cognito-identity.amazonaws.com"},
                  "Action": "sts:AssumeRoleWithWebIdentity",
                  "Condition": {
                    "StringEquals": {"cognito-identity.amazonaws.com:aud": "%s"},
                    "ForAnyValue:StringEquals": {"cognito-identity.amazonaws.com:amr": "%s"}}}]}""".formatted(pool, amr)));
        expected.set("permissions", Admin.parse("""
                {"Version": "2012-10-17", "Statement": [{
                  "Effect": "Allow", "Action": "cognito-identity:GetCredentialsForIdentity", "Resource": "*"}]}"""));
        ObjectNode read = row.deepCopy();
        read.set("trustPolicy", Admin.parse(row.get("trustPolicy").textValue()));
        read.set("permissions", Admin.parse(row.get("permissions").textValue()));
        assertThat(read).isEqualTo(expected);
    }
}
