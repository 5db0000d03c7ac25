package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.IdentityPoolShortDescription;
import software.amazon.awssdk.services.cognitoidentity.model.ListIdentityPoolsResponse;

/** ListIdentityPools. Source: reference/aws-contract.md §1.1, §1.2 (QueryLimit, NextToken). */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ListIdentityPoolsIT {

    private static final int POOLS = 5;

    private final PoolTenant tenant;
    private final List<String> ids = new ArrayList<>();

    ListIdentityPoolsIT(Keypool keypool) {
        this.tenant = PoolTenant.create(keypool);
        IntStream.range(0, POOLS - 1)
                .forEach(i -> ids.add(tenant.newPool(request -> request.identityPoolName("same name"))
                        .identityPoolId()));
        ids.add(tenant.realm().addPool(OwnRealm.ES256));
        ids.sort(String::compareTo);
    }

    @AfterAll
    void close() {
        tenant.close();
    }

    @Test
    void listsPoolsHoweverTheyWereMade() {
        ListIdentityPoolsResponse all = tenant.cognito().listIdentityPools(request -> request.maxResults(60));

        assertThat(all.nextToken()).isNull();
        assertThat(all.identityPools())
                .containsExactlyElementsOf(ids.stream().map(this::described).toList());
    }

    @Test
    void tellsEveryPoolOnceInPagesOfEachLength() {
        for (int length = 1; length <= POOLS; length++) {
            int results = length;
            assertThat(tenant.cognito().listIdentityPoolsPaginator(request -> request.maxResults(results)).stream()
                            .flatMap(page -> page.identityPools().stream())
                            .map(IdentityPoolShortDescription::identityPoolId))
                    .containsExactlyElementsOf(ids);
        }
    }

    @Test
    void refusesATokenOfNothing() {
        CognitoRefusal.assertRefused(
                () -> tenant.cognito()
                        .listIdentityPools(request -> request.maxResults(1).nextToken("c29tZXRoaW5n")),
                "InvalidParameterException",
                "NextToken is not of an answer to this request.");
    }

    @Test
    void tellsWhichLengthsThereAre() {
        CognitoRefusal.assertRefused(
                () -> tenant.cognito().listIdentityPools(request -> request.maxResults(61)),
                "ValidationException",
                "1 validation error detected: Value '61' at 'maxResults' failed to satisfy constraint: Member must have"
                        + " value less than or equal to 60");
        CognitoRefusal.assertRefused(
                () -> tenant.cognito().listIdentityPools(request -> {}),
                "ValidationException",
                "1 validation error detected: Value null at 'maxResults' failed to satisfy constraint: Member must not"
                        + " be null");
    }

    @Test
    void namesAllPoolsInARefusal() {
        try (CognitoIdentityClient nobody = tenant.signing("nobody")) {
            CognitoRefusal.assertRefused(
                    () -> nobody.listIdentityPools(request -> request.maxResults(1)),
                    "AccessDeniedException",
                    "User: arn:aws:iam::000000000000:user/nobody is not authorized to perform:"
                            + " cognito-identity:ListIdentityPools on resource:"
                            + " arn:aws:cognito-identity:us-east-1:000000000000:identitypool/ because no identity-based"
                            + " policy allows the cognito-identity:ListIdentityPools action");
        }
    }

    private IdentityPoolShortDescription described(String id) {
        return IdentityPoolShortDescription.builder()
                .identityPoolId(id)
                .identityPoolName(tenant.cognito()
                        .describeIdentityPool(request -> request.identityPoolId(id))
                        .identityPoolName())
                .build();
    }
}
