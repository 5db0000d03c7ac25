package io.keypool.iam;

import io.keypool.aws.AwsFault;
import io.keypool.policy.InvalidPolicyException;
import io.keypool.policy.Policy;
import io.keypool.policy.PolicyKind;
import io.keypool.policy.PolicyLimits;
import io.keypool.sts.RoleTrust;

/** Checks policy documents before they are stored. */
final class Documents {

    private Documents() {}

    /** @throws AwsFault LimitExceeded or MalformedPolicyDocument */
    static void requireTrust(RoleTrust trust, String document) {
        if (PolicyLimits.count(document) > PolicyLimits.TRUST.characters()) {
            throw IamFault.quotaExceeded("ACLSizePerRole", PolicyLimits.TRUST.characters());
        }
        try {
            trust.accept(document);
        } catch (InvalidPolicyException invalid) {
            throw malformed(invalid);
        }
    }

    /** @throws AwsFault LimitExceeded or MalformedPolicyDocument */
    static void requireManaged(String document) {
        if (PolicyLimits.count(document) > PolicyLimits.MANAGED.characters()) {
            throw IamFault.quotaExceeded("PolicySize", PolicyLimits.MANAGED.characters());
        }
        requirePermissions(document);
    }

    /** @throws AwsFault MalformedPolicyDocument, also for one that is too long */
    static void requirePermissions(String document) {
        try {
            Policy.parse(document, PolicyKind.IDENTITY);
        } catch (InvalidPolicyException invalid) {
            throw malformed(invalid);
        }
    }

    private static AwsFault malformed(InvalidPolicyException invalid) {
        return IamFault.malformedPolicyDocument(String.valueOf(invalid.getMessage()));
    }
}
