package io.keypool.iam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Source: IAM API Reference, SimulateCustomPolicy and SimulatePrincipalPolicy; the examples of the AWS CLI. */
final class PolicySimulatorTest extends IamTest {

    private static final String ROLE = "PolicySourceArn=arn:aws:iam::000000000000:role/r";

    /** AWS CLI, examples of simulate-custom-policy and get-context-keys-for-custom-policy. */
    private static final String SINCE_2018 = """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*",
          "Resource":"arn:aws:dynamodb:us-west-2:123456789012:table/${aws:username}",
          "Condition":{"DateGreaterThan":{"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}""";

    private static final String ANY_RESOURCE =
            SINCE_2018.replace("arn:aws:dynamodb:us-west-2:123456789012:table/${aws:username}", "*");

    @Test
    void theExampleOfTheCliIsAllowed() {
        assertThat(at("2019-04-25T11:00:00Z"))
                .contains("<EvaluationResults><member><EvalActionName>dynamodb:CreateBackup</EvalActionName>"
                        + "<EvalResourceName>*</EvalResourceName><EvalDecision>allowed</EvalDecision>"
                        + "<MatchedStatements><member><SourcePolicyId>PolicyInputList.1</SourcePolicyId>"
                        + "<SourcePolicyType>none</SourcePolicyType></member></MatchedStatements>"
                        + "<MissingContextValues></MissingContextValues></member></EvaluationResults>"
                        + "<IsTruncated>false</IsTruncated>");
        assertThat(at("2014-04-25T11:00:00Z"))
                .contains("<EvalDecision>implicitDeny</EvalDecision><MatchedStatements></MatchedStatements>");
    }

    @Test
    void keysThatWereNotGivenAreNamed() {
        assertThat(call(
                        "SimulateCustomPolicy",
                        "PolicyInputList.member.1=" + SINCE_2018,
                        "ActionNames.member.1=dynamodb:CreateBackup"))
                .contains("<MissingContextValues><member>aws:username</member><member>aws:CurrentTime</member>");
        assertThat(call("GetContextKeysForCustomPolicy", "PolicyInputList.member.1=" + SINCE_2018))
                .contains("<ContextKeyNames><member>aws:username</member><member>aws:CurrentTime</member>");
    }

    @Test
    void everyActionIsTriedOnEveryResource() {
        String[] question = {
            "PolicyInputList.member.1=" + MemoryAccount.ALLOW,
            "PolicyInputList.member.2="
                    + MemoryAccount.ALLOW.replace("Allow", "Deny").replace("*", "arn:aws:s3:::b/*"),
            "ActionNames.member.1=s3:GetObject",
            "ActionNames.member.2=s3:PutObject",
            "ResourceArns.member.1=arn:aws:s3:::a/x",
            "ResourceArns.member.2=arn:aws:s3:::b/x",
            "MaxItems=3"
        };
        String first = call("SimulateCustomPolicy", question);

        assertThat(first)
                .containsSubsequence(
                        "s3:GetObject<",
                        "a/x<",
                        ">allowed<",
                        "s3:GetObject<",
                        "b/x<",
                        ">explicitDeny<",
                        "PolicyInputList.2<",
                        "s3:PutObject<",
                        "a/x<",
                        ">implicitDeny<",
                        "<IsTruncated>true<");
        question[6] = "Marker=" + first.replaceAll("(?s).*<Marker>(.*)</Marker>.*", "$1");
        assertThat(call("SimulateCustomPolicy", question))
                .containsSubsequence("s3:PutObject<", "b/x<", ">implicitDeny<", "<IsTruncated>false<")
                .doesNotContain("GetObject");
    }

    @Test
    void aRoleHasItsPoliciesAndItsBoundary() {
        createRole("r");
        createPolicy("p");
        call("PutRolePolicy", "RoleName=r", "PolicyName=write", "PolicyDocument=" + put());
        call("AttachRolePolicy", "RoleName=r", "PolicyArn=" + POLICY);

        assertThat(principal("s3:PutObject"))
                .contains(">allowed<", "<SourcePolicyId>write<", "<SourcePolicyType>role<")
                .doesNotContain("PermissionsBoundary");
        assertThat(principal("s3:GetObject")).contains(">allowed<", "<SourcePolicyId>p<", ">user-managed<");
        call("PutRolePermissionsBoundary", "RoleName=r", "PermissionsBoundary=" + POLICY);
        assertThat(principal("s3:PutObject"))
                .contains(">implicitDeny<", "<AllowedByPermissionsBoundary>false</AllowedByPermissionsBoundary>");
        assertThat(principal("s3:GetObject")).contains(">allowed<", "<AllowedByPermissionsBoundary>true<");
        assertThat(call(
                        "SimulatePrincipalPolicy",
                        ROLE,
                        "ActionNames.member.1=s3:PutObject",
                        "PermissionsBoundaryPolicyInputList.member.1=" + put()))
                .contains(">allowed<");
        assertThat(call("GetContextKeysForPrincipalPolicy", ROLE, "PolicyInputList.member.1=" + ANY_RESOURCE))
                .contains("<ContextKeyNames><member>aws:CurrentTime</member></ContextKeyNames>");
    }

    @Test
    void aUserHasItsOwn() {
        account.addUser("backend", new NamedPolicy("view-realm", "user", MemoryAccount.ALLOW));
        String user = "PolicySourceArn=arn:aws:iam::000000000000:user/";

        assertThat(call("SimulatePrincipalPolicy", user + "backend", "ActionNames.member.1=s3:GetObject"))
                .contains(">allowed<", "<SourcePolicyId>view-realm<");
        assertRefused(
                () -> call("SimulatePrincipalPolicy", user + "nobody", "ActionNames.member.1=s3:GetObject"),
                "NoSuchEntity",
                404,
                "The user with name nobody cannot be found.");
    }

    @Test
    void aResourcePolicySeesTheCaller() {
        String policy = """
            {"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*",
              "Principal": {"AWS": "arn:aws:iam::000000000000:user/alice"}}}""";
        String[] question = {
            "PolicyInputList.member.1=" + put(),
            "ActionNames.member.1=s3:GetObject",
            "ResourcePolicy=" + policy,
            "CallerArn=arn:aws:iam::000000000000:user/alice"
        };

        assertThat(call("SimulateCustomPolicy", question))
                .contains(">allowed<", "<SourcePolicyId>ResourcePolicy</SourcePolicyId><SourcePolicyType>resource<");
        question[3] = "CallerArn=arn:aws:iam::000000000000:user/bob";
        assertThat(call("SimulateCustomPolicy", question)).contains(">implicitDeny<");
        question[3] = "MaxItems=1";
        assertRefused(
                () -> call("SimulateCustomPolicy", question),
                "InvalidInput",
                400,
                "CallerArn is required for a simulation with a ResourcePolicy.");
    }

    @Test
    void contextEntriesHaveTypes() {
        String policy = """
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*",
              "Condition": {"ForAnyValue:StringEquals": {"aws:TagKeys": "b"}}}}""";
        String[] question = {
            "PolicyInputList.member.1=" + policy,
            "ActionNames.member.1=s3:GetObject",
            "ContextEntries.member.1.ContextKeyName=AWS:tagkeys",
            "ContextEntries.member.1.ContextKeyType=stringList",
            "ContextEntries.member.1.ContextKeyValues.member.1=a",
            "ContextEntries.member.1.ContextKeyValues.member.2=b"
        };

        assertThat(call("SimulateCustomPolicy", question)).contains(">allowed<", "<MissingContextValues></");
        question[3] = "ContextEntries.member.1.ContextKeyType=string";
        assertRefused(
                () -> call("SimulateCustomPolicy", question),
                "InvalidInput",
                400,
                "Context key AWS:tagkeys has several values, so its type ends with List.");
        question[3] = "ContextEntries.member.1.ContextKeyType=text";
        assertRefused(
                () -> call("SimulateCustomPolicy", question),
                "ValidationError",
                400,
                "1 validation error detected: Value at 'contextEntries.1.member.contextKeyType' failed to satisfy"
                        + " constraint: Member must satisfy enum value set: [string, stringList, numeric, numericList,"
                        + " boolean, booleanList, ip, ipList, binary, binaryList, date, dateList]");
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        assertRefused(
                () -> call("SimulateCustomPolicy", "PolicyInputList.member.1={}", "ActionNames.member.1=s3:GetObject"),
                "InvalidInput",
                400,
                "PolicyInputList.1: Statement: is required");
        assertRefused(
                () -> call("SimulateCustomPolicy", "PolicyInputList.member.1=" + put(), "ActionNames.member.1=s3:Get*"),
                "InvalidInput",
                400,
                "Action name s3:Get* is not service:Name.");
        assertRefused(
                () -> call(
                        "SimulatePrincipalPolicy",
                        "PolicySourceArn=arn:aws:iam::000000000000:group/g",
                        "ActionNames.member.1=s3:GetObject"),
                "InvalidInput",
                400,
                "Invalid Entity Arn: arn:aws:iam::000000000000:group/g does not clearly define entity type and name.");
        assertRefused(
                () -> call(
                        "SimulateCustomPolicy",
                        "PolicyInputList.member.1=" + put(),
                        "ActionNames.member.1=ec2:RunInstances",
                        "ResourceHandlingOption=EC2-VPC-InstanceStore"),
                "InvalidInput",
                400,
                "The parameter ResourceHandlingOption is not supported.");
    }

    private String at(String time) {
        return call(
                "SimulateCustomPolicy",
                "PolicyInputList.member.1=" + ANY_RESOURCE,
                "ActionNames.member.1=dynamodb:CreateBackup",
                "ContextEntries.member.1.ContextKeyName=aws:CurrentTime",
                "ContextEntries.member.1.ContextKeyType=date",
                "ContextEntries.member.1.ContextKeyValues.member.1=" + time);
    }

    private String principal(String action) {
        return call("SimulatePrincipalPolicy", ROLE, "ActionNames.member.1=" + action);
    }

    private static String put() {
        return MemoryAccount.ALLOW.replace("GetObject", "PutObject");
    }
}
