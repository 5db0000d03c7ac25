package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.UntagResourceResponse;

/** UntagResource. Source: reference/aws-contract.md §1.1 (condition keys), §1.2 (tags), §1.6. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UntagResourceIT {

    private final PoolTenant tenant;
    private final String pool;

    UntagResourceIT(Keypool keypool) {
        this.tenant = PoolTenant.create(keypool);
        this.pool = tenant.newPool(request -> request.identityPoolTags(Map.of("Team", "blue", "Stage", "test")))
                .identityPoolId();
    }

    @AfterAll
    void close() {
        tenant.close();
    }

    @Test
    void takesTagsAwayInAnyCase() {
        UntagResourceResponse answer = tenant.cognito()
                .untagResource(
                        request -> request.resourceArn(PoolTenant.arn(pool)).tagKeys("STAGE", "unknown"));

        assertThat(answer.equalsBySdkFields(UntagResourceResponse.builder().build()))
                .isTrue();
        assertThat(tenant.cognito()
                        .listTagsForResource(request -> request.resourceArn(PoolTenant.arn(pool)))
                        .tags())
                .isEqualTo(Map.of("Team", "blue"));
    }

    @Test
    void asksForTheKeys() {
        try (CognitoIdentityClient stage = tenant.allowed("untagger", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Resource": "*",
                 "Action": "cognito-identity:UntagResource",
                 "Condition": {"ForAllValues:StringEquals": {"aws:TagKeys": ["Stage"]}}}}""")) {
            CognitoRefusal.assertRefused(
                    () -> stage.untagResource(
                            request -> request.resourceArn(PoolTenant.arn(pool)).tagKeys("Stage", "Team")),
                    "AccessDeniedException",
                    "User: arn:aws:iam::000000000000:user/untagger is not authorized to perform:"
                            + " cognito-identity:UntagResource on resource: " + PoolTenant.arn(pool)
                            + " because no identity-based policy allows the cognito-identity:UntagResource action");
        }
    }

    @Test
    void refusesKeysThatAreReserved() {
        CognitoRefusal.assertRefused(
                () -> tenant.cognito()
                        .untagResource(request ->
                                request.resourceArn(PoolTenant.arn(pool)).tagKeys("aws:team")),
                "InvalidParameterException",
                "Invalid tags: keys that begin with aws: are reserved.");
    }
}
