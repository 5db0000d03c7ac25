package io.keypool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Source: IAM API Reference, GetContextKeysForCustomPolicy; IAM User Guide, reference_policies_variables. */
class ContextKeysTest {
    private static final String POLICY = """
        {"Version": "%s", "Statement": [{"Effect": "Allow", "Action": "s3:*",
          "Resource": ["arn:aws:s3:::b/${aws:username}/${aws:PrincipalTag/team, 'all'}/${*}", "arn:aws:s3:::c/*"],
          "Condition": {"StringLike": {"s3:prefix": "${AWS:UserName}/*"}, "Null": {"aws:TokenIssueTime": "false"}}}]}
        """;

    @Test
    void eachKeyIsNamedOnceAsItIsWritten() {
        assertThat(ContextKeys.in(List.of(POLICY.formatted("2012-10-17"), POLICY.formatted("2012-10-17"))))
                .containsExactly("aws:username", "aws:PrincipalTag/team", "s3:prefix", "aws:TokenIssueTime");
    }

    /** Under 2008-10-17 a variable is literal text. */
    @Test
    void withoutAVersionThereAreNoVariables() {
        assertThat(ContextKeys.in(List.of(POLICY.formatted("2008-10-17"))))
                .containsExactly("s3:prefix", "aws:TokenIssueTime");
    }
}
