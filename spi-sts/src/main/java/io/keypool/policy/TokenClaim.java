package io.keypool.policy;

import java.util.Optional;

/**
 * The claims of a web identity token that condition keys of the form {@code <provider>:<claim>} speak of.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html">IAM User
 *     Guide, Available keys for AWS OIDC federation</a>
 */
enum TokenClaim {
    AUD("aud", false),
    /** The token's {@code aud} where its {@code azp} is the other. */
    OAUD("oaud", false),
    SUB("sub", false),
    AMR("amr", true);

    private final String claim;
    private final boolean multivalued;

    TokenClaim(String claim, boolean multivalued) {
        this.claim = claim;
        this.multivalued = multivalued;
    }

    /** The claim follows the last colon: a provider's name may hold others: {@code localhost:8080/realms/demo}. */
    static Optional<TokenClaim> ofKey(String lowerCaseKey) {
        if (namesTag(lowerCaseKey)) {
            return Optional.empty();
        }
        String name = lowerCaseKey.substring(lowerCaseKey.lastIndexOf(':') + 1);
        for (TokenClaim candidate : values()) {
            if (candidate.claim.equals(name)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    boolean isMultivalued() {
        return multivalued;
    }

    /** A tag may have any name: {@code aws:PrincipalTag/team:amr} is no claim of a token. */
    private static boolean namesTag(String lowerCaseKey) {
        int slash = lowerCaseKey.indexOf('/');
        return slash > 0 && lowerCaseKey.substring(0, slash).endsWith("tag") && lowerCaseKey.indexOf(':') < slash;
    }
}
