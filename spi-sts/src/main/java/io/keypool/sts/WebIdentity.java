package io.keypool.sts;

import java.util.List;
import java.util.Set;

/**
 * A proven identity as a trust policy sees it.
 *
 * @param provider what the answer names as Provider, {@code cognito-identity.amazonaws.com} for identity pools
 * @param federatedPrincipals every name under which a policy's {@code Principal.Federated} may mean the provider
 * @param keyPrefixes every prefix of the provider's condition keys {@code aud}, {@code sub} and {@code amr}
 * @param subject the token's {@code sub}
 * @param audience the token's {@code aud}
 * @param amr the token's authentication methods
 */
public record WebIdentity(
        String provider,
        Set<String> federatedPrincipals,
        Set<String> keyPrefixes,
        String subject,
        String audience,
        List<String> amr) {

    public WebIdentity {
        federatedPrincipals = Set.copyOf(federatedPrincipals);
        keyPrefixes = Set.copyOf(keyPrefixes);
        amr = List.copyOf(amr);
    }
}
