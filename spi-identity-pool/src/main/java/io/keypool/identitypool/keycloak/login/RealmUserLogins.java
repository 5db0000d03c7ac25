package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.Secret;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.LoginProvider.RealmClient;
import io.keypool.identitypool.LoginProvider.RealmUsers;
import io.keypool.identitypool.ProvenLogin;
import io.keypool.identitypool.Subject;
import io.keypool.identitypool.keycloak.RealmIssuer;
import io.keypool.sts.keycloak.ProviderKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Logins of the realm's own users, by ID token; they bring the brokers along that the user is linked to. */
final class RealmUserLogins {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final IdTokenVerifier tokens;
    private final BrokerLinks links;

    RealmUserLogins(KeycloakSession session, RealmModel realm, IdTokenVerifier tokens, BrokerLinks links) {
        this.session = session;
        this.realm = realm;
        this.tokens = tokens;
        this.links = links;
    }

    /** @throws io.keypool.aws.AwsFault NotAuthorizedException */
    ProvenLogin verify(IdentityPool pool, RealmUsers provider, Secret token) {
        IdTokenClaims claims = tokens.verify(token, expected(provider));
        if (!claims.has("typ")) {
            throw CognitoFault.invalidLoginToken("Not a valid OpenId Connect identity token.")
                    .because("Keycloak's ID tokens have a typ claim");
        }
        UserModel user = Optional.ofNullable(session.users().getUserById(realm, claims.required("sub")))
                .orElseThrow(() -> inactive("the user is gone"));
        Optional<UserSessionModel> login = claims.optional("sid").flatMap(this::userSession);
        RealmClient client = client(provider, claims);
        if (client.serverSideTokenCheck()) {
            checkAlive(user, login, claims);
        }
        return login(pool, provider, user, login);
    }

    private ExpectedToken expected(RealmUsers provider) {
        String issuer = RealmIssuer.url(session, realm);
        return new ExpectedToken(
                named -> named.equals(issuer)
                        && ProviderKey.withoutScheme(issuer).equals(provider.name()),
                provider.clients().keySet(),
                new RealmKeys(session, realm));
    }

    private static RealmClient client(RealmUsers provider, IdTokenClaims claims) {
        String clientId =
                claims.optional("azp").orElseGet(() -> claims.audience().get(0));
        return Optional.ofNullable(provider.clients().get(clientId)).orElseThrow(CognitoFault::unsupportedProvider);
    }

    private Optional<UserSessionModel> userSession(String id) {
        return Optional.ofNullable(session.sessions().getUserSession(realm, id))
                .or(() -> Optional.ofNullable(session.sessions().getOfflineUserSession(realm, id)))
                .filter(found -> AuthenticationManager.isSessionValid(realm, found));
    }

    private void checkAlive(UserModel user, Optional<UserSessionModel> login, IdTokenClaims claims) {
        if (!user.isEnabled()) {
            throw inactive("the user is disabled");
        }
        if (login.filter(found -> found.getUser().getId().equals(user.getId())).isEmpty()) {
            throw inactive("the session has ended");
        }
        long notBefore = Math.max(realm.getNotBefore(), session.users().getNotBeforeOfUser(realm, user));
        if (claims.requiredTime("iat").getEpochSecond() < notBefore) {
            throw inactive("tokens of that age were revoked");
        }
    }

    private ProvenLogin login(
            IdentityPool pool, RealmUsers provider, UserModel user, Optional<UserSessionModel> login) {
        Subject subject = Subject.realmUser(user.getId());
        List<BrokerLinks.Link> linked = links.of(pool, user);
        List<String> amr = new ArrayList<>(Amr.of(provider, subject));
        login.map(found -> found.getNote(Details.IDENTITY_PROVIDER))
                .flatMap(alias -> linked.stream()
                        .filter(link -> link.alias().equals(alias))
                        .findFirst())
                .ifPresent(used -> amr.addAll(Amr.of(used.provider(), used.subject())));
        return new ProvenLogin(
                subject, amr, linked.stream().map(BrokerLinks.Link::subject).toList());
    }

    private static RuntimeException inactive(String why) {
        return CognitoFault.invalidLoginToken("The session or user is not active.")
                .because(why);
    }
}
