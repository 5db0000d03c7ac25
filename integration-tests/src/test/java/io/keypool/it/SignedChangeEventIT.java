package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;

/**
 * What is changed by a signed call is an admin event, as if an administrator had changed the component. Source:
 * Keycloak Server Administration Guide, "Auditing admin events"; docs/configuration.md, "Events".
 */
@ExtendWith(KeypoolExtension.class)
final class SignedChangeEventIT {

    private static final String SECRET = "some-secret-0123456789";

    private final Keypool keypool;
    private final IamTenant tenant;
    private final OwnRealm realm;

    SignedChangeEventIT(Keypool keypool) {
        this.keypool = keypool;
        this.tenant = IamTenant.create(keypool);
        this.realm = tenant.realm();
        realm.update("{\"adminEventsEnabled\": true, \"adminEventsDetailsEnabled\": true}");
    }

    @AfterEach
    void close() {
        tenant.close();
    }

    @Test
    void aRolesLifeIsToldAsThatOfItsComponent() {
        tenant.iam().createRole(role -> role.roleName("Told").assumeRolePolicyDocument(tenant.trust()));
        String id = componentOf("Told");
        tenant.iam()
                .putRolePolicy(policy -> policy.roleName("Told")
                        .policyName("Read")
                        .policyDocument(IamDocuments.allow("s3:GetObject", "*")));
        tenant.iam().deleteRolePolicy(policy -> policy.roleName("Told").policyName("Read"));
        tenant.iam().deleteRole(role -> role.roleName("Told"));

        List<JsonNode> events = events();

        assertThat(events.stream()
                        .limit(4)
                        .map(event -> event.get("operationType").textValue()))
                .containsExactly("DELETE", "UPDATE", "UPDATE", "CREATE");
        assertThat(events.stream().limit(4)).allSatisfy(event -> {
            assertThat(event.get("resourcePath").textValue()).isEqualTo("components/" + id);
            assertThat(event.at("/details/caller").textValue())
                    .startsWith("arn:aws:sts::000000000000:assumed-role/Operator/");
            assertThat(event.at("/authDetails/ipAddress").textValue()).isEqualTo("127.0.0.1");
            assertThat(event.get("authDetails").has("clientId")).isFalse();
            assertThat(event.get("authDetails").has("userId")).isFalse();
        });
        assertThat(events.get(0).has("representation")).isFalse();
        JsonNode changed = Admin.parse(events.get(2).get("representation").textValue());
        assertThat(changed.get("name").textValue()).isEqualTo("Told");
        assertThat(changed.at("/config/inlinePolicies/0").textValue()).contains("s3:GetObject");
    }

    @Test
    void aClientIsNamedWithItsServiceAccount() {
        String client = realm.addUser("operator", SECRET, Map.of());
        realm.grant(client, "manage-realm");
        int before = events().size();

        assertThat(call("CreateRole", Map.of("RoleName", "Told", "AssumeRolePolicyDocument", tenant.trust()))
                        .statusCode())
                .isEqualTo(200);

        assertThat(events()).hasSize(before + 1);
        JsonNode event = events().get(0);
        assertThat(event.at("/details/caller").textValue()).isEqualTo("arn:aws:iam::000000000000:user/operator");
        assertThat(event.at("/authDetails/clientId").textValue()).isEqualTo(client);
        assertThat(event.at("/authDetails/userId").textValue())
                .isEqualTo(Admin.parse(keypool.admin()
                                .get("/" + realm.name() + "/clients/" + client + "/service-account-user")
                                .body())
                        .get("id")
                        .textValue());
        assertThat(event.toString()).doesNotContain(SECRET);
    }

    @Test
    void whatIsRefusedIsNotTold() {
        tenant.iam().createRole(role -> role.roleName("Told").assumeRolePolicyDocument(tenant.trust()));
        int before = events().size();

        assertThatThrownBy(() ->
                        tenant.iam().createRole(role -> role.roleName("Told").assumeRolePolicyDocument(tenant.trust())))
                .isInstanceOf(EntityAlreadyExistsException.class);

        assertThat(events()).hasSize(before);
    }

    private HttpResponse<String> call(String action, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("Action", action, "Version", "2010-05-08"));
        form.putAll(parameters);
        return SdkSigner.of(AwsBasicCredentials.create("operator", SECRET))
                .to("iam")
                .call(keypool.url().resolve("/realms/" + realm.name() + "/iam"), RawHttp.encode(form))
                .send(keypool.raw());
    }

    private String componentOf(String roleName) {
        return StreamSupport.stream(
                        realm.components("io.keypool.sts.keycloak.IamRoleProvider")
                                .spliterator(),
                        false)
                .filter(role -> role.get("name").textValue().equals(roleName))
                .findFirst()
                .orElseThrow()
                .get("id")
                .textValue();
    }

    /** Of components, the latest first. */
    private List<JsonNode> events() {
        JsonNode events = Admin.parse(keypool.admin()
                .get("/" + realm.name() + "/admin-events?resourceTypes=COMPONENT&max=1000")
                .body());
        return StreamSupport.stream(events.spliterator(), false).toList();
    }
}
