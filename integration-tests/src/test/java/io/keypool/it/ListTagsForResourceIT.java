package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.ListTagsForResourceResponse;

/** ListTagsForResource. Source: reference/aws-contract.md §1.1, §1.2 (tags). */
@ExtendWith(KeypoolExtension.class)
final class ListTagsForResourceIT {

    @Test
    void tellsTheTagsOfAPoolToThoseWhoMaySeeIt(Keypool keypool) {
        try (PoolTenant tenant = PoolTenant.create(keypool);
                CognitoIdentityClient viewer = tenant.signing("viewer", "view-identity-pools")) {
            String tagged = tenant.realm().addPool(Map.of("identityPoolTags", "{\"Team\": \"blue\", \"empty\": \"\"}"));
            String untagged = tenant.newPool(request -> {}).identityPoolId();

            assertTags(viewer, tagged, Map.of("Team", "blue", "empty", ""));
            assertTags(viewer, untagged, Map.of());
        }
    }

    private static void assertTags(CognitoIdentityClient viewer, String pool, Map<String, String> tags) {
        ListTagsForResourceResponse answer =
                viewer.listTagsForResource(request -> request.resourceArn(PoolTenant.arn(pool)));
        assertThat(answer.equalsBySdkFields(
                        ListTagsForResourceResponse.builder().tags(tags).build()))
                .as("%s", answer)
                .isTrue();
    }
}
