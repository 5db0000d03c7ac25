package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.Secret;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.LoginMoment;
import io.keypool.identitypool.LoginProvider.RealmClient;
import io.keypool.identitypool.LoginProvider.RealmUsers;
import io.keypool.identitypool.ProvenLogin;
import io.keypool.identitypool.Subject;
import io.keypool.sts.keycloak.ProviderKey;
import io.keypool.sts.keycloak.token.ExpectedToken;
import io.keypool.sts.keycloak.token.IdTokenClaims;
import io.keypool.sts.keycloak.token.IdTokenVerifier;
import io.keypool.sts.keycloak.token.RealmUserTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** Logins of the realm's own users, by ID token; they bring the brokers along that the user is linked to. */
final class RealmUserLogins {

    private final RealmUserTokens users;
    private final IdTokenVerifier tokens;
    private final BrokerLinks links;

    RealmUserLogins(RealmUserTokens users, IdTokenVerifier tokens, BrokerLinks links) {
        this.users = users;
        this.tokens = tokens;
        this.links = links;
    }

    /** @throws io.keypool.sts.keycloak.token.Unproven when the token proves nothing */
    ProvenLogin verify(IdentityPool pool, RealmUsers provider, Secret token) {
        IdTokenClaims claims = tokens.verify(token, expected(provider));
        UserModel user = users.user(claims);
        Optional<UserSessionModel> login = users.login(claims);
        if (client(provider, claims).serverSideTokenCheck()) {
            users.checkAlive(user, login, claims);
        }
        List<BrokerLinks.Link> linked = links.of(pool, user);
        return new ProvenLogin(
                Subject.realmUser(user.getId()),
                amr(provider, user, login, linked),
                linked.stream().map(BrokerLinks.Link::subject).toList(),
                Optional.empty(),
                AskedClaims.of(pool, provider, claims.client()).in(claims.all()),
                Optional.of(moment(claims)));
    }

    private static LoginMoment moment(IdTokenClaims claims) {
        Instant issued = claims.requiredTime("iat");
        return new LoginMoment(claims.has("auth_time") ? claims.requiredTime("auth_time") : issued, issued);
    }

    private ExpectedToken expected(RealmUsers provider) {
        ExpectedToken expected = users.expected(provider.clients()::containsKey);
        return new ExpectedToken(
                issuer -> expected.issuer().test(issuer)
                        && ProviderKey.withoutScheme(issuer).equals(provider.name()),
                expected.client(),
                expected.keys());
    }

    private static RealmClient client(RealmUsers provider, IdTokenClaims claims) {
        return Optional.ofNullable(provider.clients().get(claims.client()))
                .orElseThrow(CognitoFault::unsupportedProvider);
    }

    /** With the broker that the user came by, if it was one. */
    private static List<String> amr(
            RealmUsers provider, UserModel user, Optional<UserSessionModel> login, List<BrokerLinks.Link> linked) {
        List<String> amr = new ArrayList<>(Amr.of(provider, Subject.realmUser(user.getId())));
        login.map(found -> found.getNote(Details.IDENTITY_PROVIDER))
                .flatMap(alias -> linked.stream()
                        .filter(link -> link.alias().equals(alias))
                        .findFirst())
                .ifPresent(used -> amr.addAll(Amr.of(used.provider(), used.subject())));
        return amr;
    }
}
