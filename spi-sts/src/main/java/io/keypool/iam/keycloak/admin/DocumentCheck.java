package io.keypool.iam.keycloak.admin;

import io.keypool.policy.InvalidPolicyException;
import io.keypool.policy.Policy;
import io.keypool.policy.PolicyKind;
import io.keypool.policy.PolicyLimits;
import io.keypool.sts.RoleTrust;

/** Reads a document as it is read where it is stored. */
final class DocumentCheck {

    private final RoleTrust trust;

    DocumentCheck(RoleTrust trust) {
        this.trust = trust;
    }

    ValidationRepresentation check(ValidationRequest.Kind kind, String document) {
        try {
            read(kind, document);
            return ValidationRepresentation.VALID;
        } catch (InvalidPolicyException invalid) {
            return ValidationRepresentation.of(invalid);
        }
    }

    private void read(ValidationRequest.Kind kind, String document) {
        switch (kind) {
            case TRUST -> trust.accept(document);
            case IDENTITY -> Policy.parse(document, PolicyKind.IDENTITY);
            case MANAGED -> Policy.parse(document, PolicyKind.IDENTITY, "", PolicyLimits.MANAGED);
            case SESSION -> Policy.parse(document, PolicyKind.SESSION);
        }
    }
}
