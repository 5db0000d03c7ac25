package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/**
 * Every constraint of AWS's service model, of every operation, is enforced with the right code: what the model says is
 * the expectation, and the cases are made from it. The texts are those of reference/aws-contract.md §1.3.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ModelConstraintIT {

    /** What docs/compatibility.md tells of as a difference, with what is sent to show that it is one. */
    static final Map<String, String> DIFFERENCES = Map.of(
            "CognitoIdentityProviderClientId.pattern",
            "clients of Keycloak have other ids than clients of a user pool");

    private static final String CLIENT = "operator";
    private static final String SECRET = "operator-secret-0123456789";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final ServiceModel model;

    ModelConstraintIT(Keypool keypool) {
        this.model = ServiceModel.needed();
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        realm.grant(realm.addUser(CLIENT, SECRET, Map.of()), "manage-identity-pools", "use-developer-identities");
    }

    @AfterAll
    void close() {
        realm.close();
    }

    /** Else a violation would be refused for something else. */
    @TestFactory
    Stream<DynamicTest> acceptsWhatKeepsAllConstraints() {
        return model.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation, () -> {
                    HttpResponse<String> answer = send(
                            operation, ModelInput.of(model.input(operation)).toString());

                    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400);
                    assertThat(answer.body())
                            .doesNotContain(
                                    "ValidationException", "SerializationException", "UnknownOperationException");
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatBreaksAConstraint() {
        return model.operations().stream()
                .flatMap(operation -> ModelViolation.of(model.input(operation), "").stream()
                        .filter(violation -> !DIFFERENCES.containsKey(violation.constraint()))
                        .map(violation -> DynamicTest.dynamicTest(
                                operation + ": " + violation, () -> assertRefused(operation, violation))));
    }

    /** A difference that is none any more is to be taken off the list. */
    @TestFactory
    Stream<DynamicTest> differsOnlyWhereItSays() {
        List<ModelViolation> all = ModelViolation.of(model.input("CreateIdentityPool"), "");
        return DIFFERENCES.keySet().stream()
                .map(constraint -> DynamicTest.dynamicTest(constraint, () -> {
                    ModelViolation violation = all.stream()
                            .filter(any -> any.constraint().equals(constraint))
                            .findFirst()
                            .orElseThrow();

                    assertThat(send("CreateIdentityPool", violation.value().toString())
                                    .body())
                            .doesNotContain(violation.told());
                }));
    }

    private void assertRefused(String operation, ModelViolation violation) {
        HttpResponse<String> answer = send(operation, violation.value().toString());

        if (violation.isOfAnotherType()) {
            CognitoAnswer.assertRefused(answer, "SerializationException");
            return;
        }
        assertThat(CognitoAnswer.assertRefused(answer, "ValidationException"))
                .as("%s: %s", operation, violation)
                .matches("(?s)\\d+ validation errors? detected: .*")
                .contains("at '" + violation.path() + "' failed to satisfy constraint: " + violation.told());
    }

    private HttpResponse<String> send(String operation, String body) {
        if (!model.isSigned(operation)) {
            return keypool.raw().json(keypool.identityPool(realm.name()), operation, body);
        }
        return SdkSigner.of(AwsBasicCredentials.create(CLIENT, SECRET))
                .to("cognito-identity")
                .json(keypool.identityPool(realm.name()), operation, body)
                .send(keypool.raw());
    }
}
