package io.keypool.iam.keycloak.admin;

import org.jspecify.annotations.Nullable;

/** A policy document that may be stored. */
public record ValidationRequest(
        @Nullable Kind kind, @Nullable String document) {

    /** Where it would be stored. */
    public enum Kind {
        /** A role's trust policy. */
        TRUST,
        /** A role's inline policy. */
        IDENTITY,
        /** A version of a managed policy. */
        MANAGED,
        /** What limits sessions, as those of a pool's guests. */
        SESSION
    }
}
