package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What administrators find, export and delete of a user of a backend. Source: docs/security.md, "What is stored";
 * docs/openapi/identity-pools-admin.yaml.
 */
@ExtendWith({KeypoolExtension.class, DemoPoolExtension.class})
final class DeveloperPersonIT {

    private static final Map<String, String> ANN =
            Map.of("provider", "developer:" + Backend.DEMO_PROVIDER, "subject", "ann");

    private final Keypool keypool;
    private final Backend backend;

    DeveloperPersonIT(Keypool keypool, DemoPool pool) {
        this.keypool = keypool;
        this.backend = Backend.ofDemo(keypool, pool.id());
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void anExportHoldsTheBackendsIdOfThePerson() {
        String ann = backend.identity("ann");

        JsonNode identity = Admin.parse(keypool.admin()
                        .post("/demo/identity-pools/persons/export", ANN)
                        .body())
                .findParents("identityPoolId")
                .get(0);

        assertThat(identity.path("identityId").textValue()).isEqualTo(ann);
        assertThat(identity.path("logins")).singleElement().satisfies(login -> {
            assertThat(login.path("provider").textValue()).isEqualTo(ANN.get("provider"));
            assertThat(login.path("userIdentifier").textValue()).isEqualTo("ann");
        });
    }

    @Test
    void whoIsDeletedIsNewNextTime() {
        String ann = backend.identity("ann");

        assertThat(keypool.admin()
                        .post("/demo/identity-pools/persons/delete", ANN)
                        .statusCode())
                .isEqualTo(200);

        assertThat(backend.identity("ann")).isNotEqualTo(ann);
    }
}
