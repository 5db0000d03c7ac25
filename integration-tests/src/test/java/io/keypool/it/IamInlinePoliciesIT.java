package io.keypool.it;

import static io.keypool.it.IamRolesIT.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** Source: IAM API Reference, PutRolePolicy, GetRolePolicy, ListRolePolicies, DeleteRolePolicy. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IamInlinePoliciesIT {

    private static final String ROLE = "Inline";

    private IamTenant tenant;
    private IamClient iam;

    @BeforeAll
    void createRole(Keypool keypool) {
        tenant = IamTenant.create(keypool);
        iam = tenant.iam();
        iam.createRole(request -> request.roleName(ROLE).assumeRolePolicyDocument(tenant.trust()));
    }

    @AfterAll
    void removeTenant() {
        tenant.close();
    }

    @Test
    void putRolePolicyDecidesAtOnceWhatSessionsMayDo() {
        IamClient session = tenant.iam(OwnRealm.roleArn(ROLE));
        put("Look", IamDocuments.allow("iam:GetRole", "*"));

        assertThat(session.getRole(request -> request.roleName(ROLE)).role().roleName())
                .isEqualTo(ROLE);

        put("Look", IamDocuments.allow("iam:ListRoles", "*"));
        assertRefused(
                () -> session.getRole(request -> request.roleName(ROLE)),
                IamException.class,
                403,
                "User: arn:aws:sts::000000000000:assumed-role/Inline/it is not authorized to perform: iam:GetRole on"
                        + " resource: arn:aws:iam::000000000000:role/Inline because no identity-based policy allows the"
                        + " iam:GetRole action");
        delete("Look");
    }

    @Test
    void getRolePolicyGivesTheDocumentBackAsItWas() {
        String document = IamDocuments.allow("s3:GetObject", "arn:aws:s3:::a b/${aws:username}/ü?*");
        put("Odd", document);

        var policy = iam.getRolePolicy(request -> request.roleName(ROLE).policyName("Odd"));

        assertThat(policy.roleName()).isEqualTo(ROLE);
        assertThat(policy.policyName()).isEqualTo("Odd");
        assertThat(URLDecoder.decode(policy.policyDocument(), StandardCharsets.UTF_8))
                .isEqualTo(document);
        delete("Odd");
    }

    @Test
    void listRolePoliciesPagesInTheOrderOfNames() {
        List.of("c", "a", "b").forEach(name -> put(name, IamDocuments.allow("s3:GetObject", "*")));

        assertThat(iam.listRolePolicies(request -> request.roleName(ROLE).maxItems(2))
                        .policyNames())
                .containsExactly("a", "b");
        assertThat(iam.listRolePoliciesPaginator(
                                request -> request.roleName(ROLE).maxItems(2))
                        .policyNames())
                .containsExactly("a", "b", "c");
        List.of("c", "a", "b").forEach(this::delete);
    }

    @Test
    void deleteRolePolicyTakesItAway() {
        put("Gone", IamDocuments.allow("s3:GetObject", "*"));
        delete("Gone");

        assertRefused(
                () -> iam.getRolePolicy(request -> request.roleName(ROLE).policyName("Gone")),
                NoSuchEntityException.class,
                404,
                "The role policy with name Gone cannot be found.");
    }

    @Test
    void putRolePolicyNamesThePlaceOfAMistake() {
        assertRefused(
                () -> put("Bad", IamDocuments.allow("GetObject", "*")),
                MalformedPolicyDocumentException.class,
                400,
                "Statement[0].Action: must be * or service:Name; * and ? may stand in the name");
    }

    @Test
    void putRolePolicyKeepsToTheLimitOfAllTogether() {
        String half = IamDocuments.allow("s3:" + "a".repeat(6000), "*");
        put("Half", half);

        assertRefused(
                () -> put("Other", half),
                LimitExceededException.class,
                409,
                "Maximum policy size of 10240 bytes exceeded for role Inline");
        delete("Half");
    }

    private void put(String name, String document) {
        iam.putRolePolicy(request -> request.roleName(ROLE).policyName(name).policyDocument(document));
    }

    private void delete(String name) {
        iam.deleteRolePolicy(request -> request.roleName(ROLE).policyName(name));
    }
}
