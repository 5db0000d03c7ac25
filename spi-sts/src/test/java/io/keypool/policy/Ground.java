package io.keypool.policy;

/**
 * What generated cases hold beside the part of the language that everybody reads in the same way. The differences that
 * each makes are explained in {@code docs/policy-differences.md} under its name.
 */
enum Ground {
    /** Nothing more. */
    COMMON(Differences.NONE),
    /** Policies of all kinds together; none names a session that has session policies, or everybody. */
    LAYERS(Differences.NONE),
    /** A key of one value under a set operator. */
    SINGLE_VALUED_KEY_WITH_SET_OPERATOR(Differences.NONE),
    /** Variables whose key is written in another case than in the request. */
    CASE_OF_VARIABLE(Differences.NONE),
    /** A multivalued key under an operator for one value. */
    MULTIVALUED_KEY_WITHOUT_SET_OPERATOR(Differences.DENIALS),
    /** {@code ForAnyValue:…IfExists} on a missing key. */
    ANY_VALUE_IF_EXISTS(Differences.DENIALS),
    /** Request values that are not of the operator's type. */
    VALUE_OF_ANOTHER_TYPE(Differences.DENIALS),
    /** Variables without a value. */
    UNDEFINED_VARIABLE(Differences.ANY),
    /** Variables under 2008-10-17. */
    OLD_VERSION_VARIABLE(Differences.ANY),
    /** Variables in a resource part that has no slash before them. */
    VARIABLE_WITHOUT_SLASH(Differences.ANY),
    /** {@code *} and {@code ?} in the resource of the request. */
    WILDCARD_IN_REQUEST(Differences.ANY),
    /** Empty strings in a multivalued key. */
    EMPTY_STRING_IN_SET(Differences.ANY),
    /** Seconds since 1970 beside written dates. */
    EPOCH_DATE(Differences.ANY),
    /** IPv4 addresses as IPv6 writes them. */
    MAPPED_ADDRESS(Differences.ANY),
    /** {@code NotPrincipal}. */
    NOT_PRINCIPAL(Differences.DENIALS),
    /** A session with session policies that a policy of the resource names itself, or as everybody. */
    DIRECT_GRANT_TO_SESSION(Differences.ANY);

    private final Differences differences;

    Ground(Differences differences) {
        this.differences = differences;
    }

    boolean isOfLayers() {
        return this == LAYERS || this == DIRECT_GRANT_TO_SESSION || this == NOT_PRINCIPAL;
    }

    boolean explains(String ours) {
        return switch (differences) {
            case NONE -> false;
            case DENIALS -> ours.equals("ExplicitlyDenied");
            case ANY -> true;
        };
    }

    private enum Differences {
        NONE,
        /** A statement that denies matches here and not there: what cannot be decided never lets pass. */
        DENIALS,
        ANY
    }
}
