package io.keypool.identitypool;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.sts.SessionTags;
import io.keypool.sts.WebIdentity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The issuer of the tokens of a realm's identity pools, and the names that policies know it by.
 *
 * <p>Policies written for AWS say {@code cognito-identity.amazonaws.com}; the issuer's own address means the same.
 *
 * @param url the {@code iss} claim, {@code {realm url}/identity-pool}
 */
public record PoolIssuer(String url, AccountId account) {

    /** The provider's name at AWS. */
    public static final String PROVIDER = WebIdentity.IDENTITY_POOLS;

    public Set<String> federatedPrincipals() {
        return Set.of(PROVIDER, Arn.oidcProvider(account, withoutScheme()).toString());
    }

    public Set<String> keyPrefixes() {
        return Set.of(PROVIDER, withoutScheme());
    }

    /** The identity as a role's trust policy sees it. */
    WebIdentity webIdentity(IdentityId identity, PoolId pool, List<String> amr, SessionTags tags) {
        return new WebIdentity(
                PROVIDER,
                federatedPrincipals(),
                keyPrefixes(),
                identity.value(),
                pool.value(),
                amr,
                new WebIdentity.SessionClaims(Optional.empty(), Optional.empty(), tags));
    }

    private String withoutScheme() {
        return url.substring(url.indexOf("://") + "://".length());
    }
}
