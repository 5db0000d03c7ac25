package io.keypool.sts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An identity that a token proved.
 *
 * @param provider what the answer names as Provider, {@code cognito-identity.amazonaws.com} for identity pools
 * @param federatedPrincipals every name under which a policy's {@code Principal.Federated} may mean the provider
 * @param keyPrefixes every prefix of the provider's condition keys {@code aud}, {@code sub} and {@code amr}
 * @param subject the token's {@code sub}
 * @param audience whom the token is for: its {@code azp}, or else its {@code aud}
 * @param amr the token's authentication methods
 * @param claims what else of the token AWS has a meaning for
 */
public record WebIdentity(
        String provider,
        Set<String> federatedPrincipals,
        Set<String> keyPrefixes,
        String subject,
        String audience,
        List<String> amr,
        SessionClaims claims) {

    /** The provider of all identity pools. */
    public static final String IDENTITY_POOLS = "cognito-identity.amazonaws.com";

    /**
     * What the issuer of a token wants of the session.
     *
     * @param originalAudience the token's {@code aud} where {@code azp} took its place
     * @param sourceIdentity claim {@code https://aws.amazon.com/source_identity}
     * @param tags claim {@code https://aws.amazon.com/tags}
     */
    public record SessionClaims(Optional<String> originalAudience, Optional<String> sourceIdentity, SessionTags tags) {

        public static final SessionClaims NONE =
                new SessionClaims(Optional.empty(), Optional.empty(), SessionTags.NONE);
    }

    public WebIdentity {
        federatedPrincipals = Set.copyOf(federatedPrincipals);
        keyPrefixes = Set.copyOf(keyPrefixes);
        amr = List.copyOf(amr);
    }

    Federation federation() {
        return new Federation(
                provider,
                federatedPrincipals,
                ProviderId.find(provider).map(this::accessTokenKeys).orElseGet(this::tokenKeys));
    }

    private List<ContextKey> accessTokenKeys(ProviderId id) {
        return List.of(ContextKey.single(id.appKey(), audience), ContextKey.single(id.userKey(), subject));
    }

    private List<ContextKey> tokenKeys() {
        List<ContextKey> keys = new ArrayList<>();
        for (String prefix : keyPrefixes) {
            keys.add(ContextKey.single(prefix + ":aud", audience));
            keys.add(ContextKey.single(prefix + ":sub", subject));
            keys.add(ContextKey.multi(prefix + ":amr", amr));
            claims.originalAudience().ifPresent(aud -> keys.add(ContextKey.single(prefix + ":oaud", aud)));
        }
        return keys;
    }

    /** By what sessions of the identity may be revoked; others than those of identity pools have no id of ours. */
    public List<SessionOrigin> origins() {
        if (!provider.equals(IDENTITY_POOLS)) {
            return List.of();
        }
        return List.of(
                new SessionOrigin(SessionOrigin.Kind.IDENTITY_POOL, audience),
                new SessionOrigin(SessionOrigin.Kind.IDENTITY, subject));
    }
}
