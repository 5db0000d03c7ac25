package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;

/** Changes that come at once, each of which must be kept. Source: docs/adr/0007. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IamRacesIT {

    private static final int CALLS = 12;

    private IamTenant tenant;
    private IamClient iam;

    @BeforeAll
    void createTenant(Keypool keypool) {
        tenant = IamTenant.create(keypool);
        iam = tenant.iam();
    }

    @AfterAll
    void removeTenant() {
        tenant.close();
    }

    @Test
    void ofSeveralThatTakeANameOneDoes() {
        List<Boolean> made = Parallel.calls(CALLS, () -> {
            try {
                iam.createRole(request -> request.roleName("Raced").assumeRolePolicyDocument(tenant.trust()));
                return true;
            } catch (EntityAlreadyExistsException second) {
                return false;
            }
        });

        assertThat(made).containsOnlyOnce(true);
    }

    @Test
    void noChangeOfARoleUndoesAnother() {
        iam.createRole(request -> request.roleName("Busy").assumeRolePolicyDocument(tenant.trust()));
        List<Callable<String>> puts = IntStream.range(0, CALLS)
                .mapToObj(i -> (Callable<String>) () -> put("policy-" + i))
                .toList();

        List<String> names = Parallel.all(puts);

        assertThat(iam.listRolePolicies(request -> request.roleName("Busy")).policyNames())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    private String put(String name) {
        iam.putRolePolicy(request ->
                request.roleName("Busy").policyName(name).policyDocument(IamDocuments.allow("s3:GetObject", "*")));
        return name;
    }
}
