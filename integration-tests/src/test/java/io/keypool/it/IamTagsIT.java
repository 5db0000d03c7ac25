package io.keypool.it;

import static io.keypool.it.IamRolesIT.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.Tag;

/** Source: IAM API Reference, the actions on tags; IAM User Guide, Tags for IAM resources. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IamTagsIT {

    private static final String ROLE = "Tagged";

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
    void aRoleHasTagsByKeyInAnyCase() {
        iam.tagRole(request -> request.roleName(ROLE).tags(tag("Team", "blue"), tag("Stage", "")));
        iam.tagRole(request -> request.roleName(ROLE).tags(tag("TEAM", "red")));

        assertThat(iam.listRoleTags(request -> request.roleName(ROLE).maxItems(1))
                        .tags())
                .containsExactly(tag("Stage", ""));
        assertThat(iam.listRoleTagsPaginator(request -> request.roleName(ROLE).maxItems(1))
                        .tags())
                .containsExactly(tag("Stage", ""), tag("TEAM", "red"));

        iam.untagRole(request -> request.roleName(ROLE).tagKeys("stage", "team"));
        assertThat(iam.listRoleTags(request -> request.roleName(ROLE)).tags()).isEmpty();
    }

    @Test
    void aPolicyHasTags() {
        String arn = iam.createPolicy(
                        request -> request.policyName("Tagged").policyDocument(IamDocuments.allow("s3:GetObject", "*")))
                .policy()
                .arn();

        iam.tagPolicy(request -> request.policyArn(arn).tags(tag("a", "1"), tag("b", "2")));
        iam.untagPolicy(request -> request.policyArn(arn).tagKeys("a"));

        assertThat(iam.listPolicyTags(request -> request.policyArn(arn)).tags()).containsExactly(tag("b", "2"));
    }

    @Test
    void oneKeyTwiceIsRefused() {
        assertRefused(
                () -> iam.tagRole(request -> request.roleName(ROLE).tags(tag("k", "1"), tag("K", "2"))),
                InvalidInputException.class,
                400,
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
