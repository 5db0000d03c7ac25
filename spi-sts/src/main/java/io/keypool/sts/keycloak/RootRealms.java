package io.keypool.sts.keycloak;

import io.keypool.aws.Secret;
import io.keypool.aws.sigv4.SignedHttpRequest;
import io.keypool.sts.SecurityTokenService;
import io.keypool.sts.StsFault;
import io.keypool.sts.keycloak.saml.SamlVerifier;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Finds the realm of a call at the host root: in the issuer of its web identity token, the destination of its SAML
 * response or its session token, else the configured one. Nothing is proven here; the realm that is found proves the
 * call with its own keys.
 */
final class RootRealms implements RealmSource {

    private static final String REALMS = "/realms/";

    private final KeycloakSession session;
    private final Optional<String> configured;

    RootRealms(KeycloakSession session, Optional<String> configured) {
        this.session = session;
        this.configured = configured;
    }

    @Override
    public RealmModel ofToken(Secret webIdentityToken) {
        String issuer = TrustedWebIdentities.claimedIssuer(webIdentityToken);
        return realmAt(issuer).orElseGet(() -> ofProvider(issuer));
    }

    @Override
    public RealmModel ofAssertion(Secret response) {
        return AssertionRefusals.translated(() -> SamlVerifier.claimedDestination(response))
                .flatMap(this::realmAt)
                .or(this::configured)
                .orElseThrow(StsFault::unknownSamlProvider);
    }

    @Override
    public RealmModel ofProvider(String provider) {
        return configured().orElseThrow(() -> StsFault.unknownIssuer(provider));
    }

    private Optional<RealmModel> configured() {
        return configured.map(session.realms()::getRealmByName).map(this::enter);
    }

    @Override
    public RealmModel ofSignature(SignedHttpRequest request) {
        Optional<RealmModel> named = SecurityTokenService.realmIdIn(request).map(session.realms()::getRealm);
        return enter(named.or(() -> configured.map(session.realms()::getRealmByName))
                .orElseThrow(() -> StsFault.invalidClientTokenId().because("no realm in the session token")));
    }

    private RealmModel enter(RealmModel realm) {
        session.getContext().setRealm(realm);
        return realm;
    }

    /** The realm of ours that has the address, or one below it; another server may have realms of the same names. */
    private Optional<RealmModel> realmAt(String address) {
        return realmName(address).map(session.realms()::getRealmByName).filter(named -> {
            // A realm may have a host name of its own, which is found out with the realm that was entered.
            String url = RealmIssuer.url(session, enter(named));
            return address.equals(url) || address.startsWith(url + "/");
        });
    }

    private static Optional<String> realmName(String issuer) {
        int start = issuer.indexOf(REALMS);
        if (start < 0) {
            return Optional.empty();
        }
        String rest = issuer.substring(start + REALMS.length());
        int end = rest.indexOf('/');
        String name = end < 0 ? rest : rest.substring(0, end);
        try {
            return Optional.of(URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
