package io.keypool.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keypool.aws.AwsFault;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests of IAM's actions say. */
abstract class IamTest {

    static final String POLICY = "arn:aws:iam::000000000000:policy/p";

    final MemoryAccount account = new MemoryAccount();

    String call(String action, String... parameters) {
        return account.call(action, parameters);
    }

    void createRole(String name) {
        call("CreateRole", "RoleName=" + name, "AssumeRolePolicyDocument=" + MemoryAccount.TRUST);
    }

    void createPolicy(String name) {
        call("CreatePolicy", "PolicyName=" + name, "PolicyDocument=" + MemoryAccount.ALLOW);
    }

    static void assertRefused(ThrowingCallable call, String code, int status, String message) {
        assertThatExceptionOfType(AwsFault.class).isThrownBy(call).satisfies(fault -> {
            assertThat(fault.code() + " " + fault.message()).isEqualTo(code + " " + message);
            assertThat(fault.httpStatus()).isEqualTo(status);
        });
    }
}
