package io.keypool.sts.keycloak.token;

import io.keypool.sts.keycloak.RealmIssuer;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** ID tokens of the realm's own users: whose they are, and whether they still hold. */
public final class RealmUserTokens {

    private final KeycloakSession session;
    private final RealmModel realm;

    public RealmUserTokens(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The realm as the issuer of its tokens. */
    public String issuer() {
        return RealmIssuer.url(session, realm);
    }

    /** @param client whether it may be issued to that one */
    public ExpectedToken expected(Predicate<String> client) {
        return new ExpectedToken(issuer()::equals, client, new RealmKeys(session, realm));
    }

    /** @throws Unproven when the token is another one than an ID token of a user who exists */
    public UserModel user(IdTokenClaims claims) {
        if (!claims.has("typ")) {
            throw PresentedToken.notAnIdToken("Keycloak's ID tokens have a typ claim");
        }
        UserModel user = Optional.ofNullable(session.users().getUserById(realm, claims.required("sub")))
                .orElseThrow(() -> inactive("the user is gone"));
        if (!isSomebody(user)) {
            throw new Unproven(new Reason.Rejected("The user proved nothing.")).because("the user stands for nobody");
        }
        return user;
    }

    /** A person, or the service account of a client; extensions mark users in the same place who are neither. */
    private boolean isSomebody(UserModel user) {
        String client = user.getServiceAccountClientLink();
        return client == null || realm.getClientById(client) != null;
    }

    /** The session that the token comes from, if it is alive. */
    public Optional<UserSessionModel> login(IdTokenClaims claims) {
        return claims.optional("sid").flatMap(this::userSession);
    }

    /** @throws Unproven when the user was disabled or logged out since, or the token revoked */
    public void checkAlive(UserModel user, Optional<UserSessionModel> login, IdTokenClaims claims) {
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

    private Optional<UserSessionModel> userSession(String id) {
        return Optional.ofNullable(session.sessions().getUserSession(realm, id))
                .or(() -> Optional.ofNullable(session.sessions().getOfflineUserSession(realm, id)))
                .filter(found -> AuthenticationManager.isSessionValid(realm, found));
    }

    private static Unproven inactive(String why) {
        return new Unproven(new Reason.Rejected("The session or user is not active.")).because(why);
    }
}
