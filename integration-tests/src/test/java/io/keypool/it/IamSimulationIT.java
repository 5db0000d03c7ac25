package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.PolicySourceType;

/** Source: IAM API Reference, SimulateCustomPolicy and SimulatePrincipalPolicy; the AWS CLI's examples. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class IamSimulationIT {

    private static final String SINCE_2018 = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"*",
          "Condition":{"DateGreaterThan":{"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}""";

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
    void simulateCustomPolicyDecidesAsTheExampleSays() {
        assertThat(decision("2019-04-25T11:00:00Z")).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
        assertThat(decision("2014-04-25T11:00:00Z")).isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
        assertThat(iam.simulateCustomPolicy(
                                request -> request.policyInputList(SINCE_2018).actionNames("dynamodb:CreateBackup"))
                        .evaluationResults()
                        .get(0)
                        .missingContextValues())
                .containsExactly("aws:CurrentTime");
        assertThat(iam.getContextKeysForCustomPolicy(request -> request.policyInputList(SINCE_2018))
                        .contextKeyNames())
                .containsExactly("aws:CurrentTime");
    }

    @Test
    void simulatePrincipalPolicyAnswersForARole() {
        String arn = tenant.role("Simulated", IamDocuments.allow("s3:GetObject", "arn:aws:s3:::a/*"));

        List<EvaluationResult> results = iam.simulatePrincipalPolicy(request -> request.policySourceArn(arn)
                        .actionNames("s3:GetObject", "s3:PutObject")
                        .resourceArns("arn:aws:s3:::a/x", "arn:aws:s3:::b/x"))
                .evaluationResults();

        assertThat(results)
                .extracting(result ->
                        result.evalActionName() + " " + result.evalResourceName() + " " + result.evalDecisionAsString())
                .containsExactly(
                        "s3:GetObject arn:aws:s3:::a/x allowed",
                        "s3:GetObject arn:aws:s3:::b/x implicitDeny",
                        "s3:PutObject arn:aws:s3:::a/x implicitDeny",
                        "s3:PutObject arn:aws:s3:::b/x implicitDeny");
        assertThat(results.get(0).matchedStatements().get(0).sourcePolicyId()).isEqualTo("All");
        assertThat(results.get(0).matchedStatements().get(0).sourcePolicyType()).isEqualTo(PolicySourceType.ROLE);
        assertThat(iam.getContextKeysForPrincipalPolicy(request -> request.policySourceArn(arn))
                        .contextKeyNames())
                .isEmpty();
    }

    private PolicyEvaluationDecisionType decision(String time) {
        return iam.simulateCustomPolicy(request -> request.policyInputList(SINCE_2018)
                        .actionNames("dynamodb:CreateBackup")
                        .contextEntries(ContextEntry.builder()
                                .contextKeyName("aws:CurrentTime")
                                .contextKeyType(ContextKeyTypeEnum.DATE)
                                .contextKeyValues(time)
                                .build()))
                .evaluationResults()
                .get(0)
                .evalDecision();
    }
}
