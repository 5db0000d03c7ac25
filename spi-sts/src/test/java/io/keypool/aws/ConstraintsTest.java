package io.keypool.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Source: contract §1.3 and §4.2, texts seen on AWS. */
final class ConstraintsTest {

    @Test
    void saysNothingWhileAllHolds() {
        assertThat(new Constraints()
                        .required("a", "x")
                        .length("a", "x", 1, 2)
                        .pattern("a", "x", Pattern.compile("\\w"))
                        .range("n", 5L, 1, 5)
                        .length("absent", null, 1, 2)
                        .message())
                .isEmpty();
    }

    @Test
    void tellsAViolatedPatternAsAwsDoes() {
        assertThat(new Constraints()
                        .pattern("roleSessionName", "Session1:2", Pattern.compile("[\\w+=,.@-]*"))
                        .message())
                .contains("1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy"
                        + " constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*");
    }

    @Test
    void joinsSeveralViolations() {
        assertThat(new Constraints()
                        .required("roleArn", null)
                        .length("roleSessionName", "x", 2, 64)
                        .message())
                .contains("2 validation errors detected: Value null at 'roleArn' failed to satisfy constraint: Member"
                        + " must not be null; Value 'x' at 'roleSessionName' failed to satisfy constraint: Member must"
                        + " have length greater than or equal to 2");
    }

    @Test
    void neverRepeatsASensitiveValue() {
        assertThat(new Constraints()
                        .sensitiveLength("webIdentityToken", "abc", 4, 20000)
                        .message())
                .contains(
                        "1 validation error detected: Value at 'webIdentityToken' failed to satisfy constraint: Member"
                                + " must have length greater than or equal to 4");
    }
}
