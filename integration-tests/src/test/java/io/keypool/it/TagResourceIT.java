package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.TagResourceResponse;

/** TagResource. Source: reference/aws-contract.md §1.1 (condition keys), §1.2 (tags), §1.6. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TagResourceIT {

    private final PoolTenant tenant;

    TagResourceIT(Keypool keypool) {
        this.tenant = PoolTenant.create(keypool);
    }

    @AfterAll
    void close() {
        tenant.close();
    }

    @Test
    void addsTagsAndReplacesThoseOfTheSameKey() {
        String pool = pool(Map.of("Team", "blue", "Stage", "test"));

        TagResourceResponse answer = tag(pool, Map.of("Team", "red", "Cost", "1"));

        assertThat(answer.equalsBySdkFields(TagResourceResponse.builder().build()))
                .isTrue();
        assertThat(tenant.cognito()
                        .describeIdentityPool(request -> request.identityPoolId(pool))
                        .identityPoolTags())
                .isEqualTo(Map.of("Team", "red", "Stage", "test", "Cost", "1"));
    }

    @Test
    void refusesWhatIsNoTag() {
        String pool = pool(Map.of());

        assertInvalid("Invalid tags: keys that begin with aws: are reserved.", pool, Map.of("aws:a", "1"));
        assertInvalid("Invalid tags: keys that begin with aws: are reserved.", pool, Map.of("AWS:a", "1"));
        assertInvalid("Invalid tags: a tag key is not valid.", pool, Map.of("a;b", "1"));
        assertInvalid("Invalid tags: a tag value is not valid.", pool, Map.of("a", "1;2"));
        assertInvalid("Invalid tags: tag keys differ in more than case.", pool, Map.of("a", "1", "A", "2"));
    }

    @Test
    void takesFiftyTagsAndNoMore() {
        String pool = pool(Map.of());
        tag(pool, IntStream.range(0, 49).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v")));
        tag(pool, Map.of("last", ""));

        assertInvalid("Invalid tags: there are at most 50.", pool, Map.of("more", "1"));
    }

    @Test
    void knowsNoOtherResourcesThanPoolsOfTheAccount() {
        String pool = pool(Map.of());
        String own = PoolTenant.arn(pool);
        for (String arn : new String[] {
            "arn:aws:iam::000000000000:role/SomeRole",
            "not an arn of anything",
            own.replace("000000000000", "111111111111"),
            own.replace("us-east-1:0", "eu-west-1:0"),
            own + "/more"
        }) {
            CognitoRefusal.assertRefused(
                    () -> tenant.cognito()
                            .tagResource(request -> request.resourceArn(arn).tags(Map.of("a", "1"))),
                    "InvalidParameterException",
                    "ResourceArn is not the ARN of an identity pool of this account and Region.");
        }
        CognitoRefusal.assertRefused(
                () -> tag("us-east-1:00000000-0000-4000-8000-00000000dead", Map.of("a", "1")),
                "ResourceNotFoundException",
                "IdentityPool 'us-east-1:00000000-0000-4000-8000-00000000dead' not found.");
    }

    @Test
    void asksForTheTagsOfThePoolAndOfTheCall() {
        String own = pool(Map.of("Team", "blue"));
        String others = pool(Map.of("Team", "red"));
        try (CognitoIdentityClient blue = tenant.allowed("tagger", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Resource": "*",
                 "Action": "cognito-identity:TagResource",
                 "Condition": {"StringEquals": {"aws:ResourceTag/Team": "blue"},
                               "ForAllValues:StringEquals": {"aws:TagKeys": ["Stage", "Cost"]}}}}""")) {
            blue.tagResource(request -> request.resourceArn(PoolTenant.arn(own)).tags(Map.of("Stage", "live")));

            assertDenied(blue, others, Map.of("Stage", "live"));
            assertDenied(blue, own, Map.of("Team", "red"));
        }
    }

    private static void assertDenied(CognitoIdentityClient caller, String pool, Map<String, String> tags) {
        CognitoRefusal.assertRefused(
                () -> caller.tagResource(
                        request -> request.resourceArn(PoolTenant.arn(pool)).tags(tags)),
                "AccessDeniedException",
                "User: arn:aws:iam::000000000000:user/tagger is not authorized to perform: cognito-identity:TagResource"
                        + " on resource: " + PoolTenant.arn(pool)
                        + " because no identity-based policy allows the cognito-identity:TagResource action");
    }

    private void assertInvalid(String message, String pool, Map<String, String> tags) {
        CognitoRefusal.assertRefused(() -> tag(pool, tags), "InvalidParameterException", message);
    }

    private TagResourceResponse tag(String pool, Map<String, String> tags) {
        return tenant.cognito()
                .tagResource(
                        request -> request.resourceArn(PoolTenant.arn(pool)).tags(tags));
    }

    private String pool(Map<String, String> tags) {
        return tenant.newPool(request -> request.identityPoolTags(tags)).identityPoolId();
    }
}
