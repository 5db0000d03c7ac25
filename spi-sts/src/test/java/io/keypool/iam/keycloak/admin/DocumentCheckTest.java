package io.keypool.iam.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.iam.keycloak.admin.ValidationRequest.Kind;
import io.keypool.sts.RoleTrust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: IAM User Guide, IAM and AWS STS quotas: 2,048, 6,144 and 10,240 characters. */
final class DocumentCheckTest {

    private static final String ALLOWS =
            "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}";

    private final DocumentCheck check = new DocumentCheck(new RoleTrust("demo"));

    @ParameterizedTest
    @CsvSource({"SESSION, 2048", "MANAGED, 6144", "IDENTITY, 10240"})
    void eachKindIsAsLongAsItMayBeStored(Kind kind, int characters) {
        assertThat(check.check(kind, ofLength(characters))).isEqualTo(ValidationRepresentation.VALID);
        assertThat(check.check(kind, ofLength(characters + 1)))
                .isEqualTo(new ValidationRepresentation(
                        false,
                        "document: is longer than " + characters + " characters, not counting white space",
                        "document",
                        null,
                        null));
    }

    private static String ofLength(int characters) {
        String resource = "arn:aws:s3:::";
        String document =
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"" + resource + "\"}}";
        return document.replace(resource, resource + "x".repeat(characters - document.length()));
    }

    @Test
    void whatIsNoJsonIsNamedByItsPosition() {
        assertThat(check.check(Kind.IDENTITY, "{\n  \"Statement\": ]\n}"))
                .isEqualTo(new ValidationRepresentation(
                        false, "document: is not JSON (line 2, column 17)", "document", 2, 17));
    }

    @Test
    void whatIsNoPolicyIsNamedByItsPlace() {
        ValidationRepresentation answer = check.check(Kind.IDENTITY, ALLOWS.replace("\"*\"", "\"files\""));

        assertThat(answer.valid()).isFalse();
        assertThat(answer.place()).isEqualTo("Statement.Resource");
        assertThat(answer.message()).startsWith("Statement.Resource: ");
        assertThat(answer.line()).isNull();
    }

    @Test
    void aTrustPolicyNamesItsPool() {
        String open = """
                {"Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
                   "Principal": {"Federated": "cognito-identity.amazonaws.com"}}}""";

        assertThat(check.check(Kind.TRUST, open).message())
                .startsWith("Statement[0].Condition: lets in tokens that were issued for anybody;");
        assertThat(check.check(
                        Kind.TRUST,
                        open.replace(
                                "}}}",
                                "}, \"Condition\": {\"StringEquals\":"
                                        + " {\"cognito-identity.amazonaws.com:aud\": \"us-east-1:1\"}}}}")))
                .isEqualTo(ValidationRepresentation.VALID);
        assertThat(check.check(Kind.TRUST, ALLOWS).valid()).isFalse();
    }
}
