package io.keypool.identitypool.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.Subject;
import io.keypool.identitypool.keycloak.login.BrokerLinks;
import io.keypool.sts.keycloak.OnCommit;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityCreatedEvent;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.IdentityProviderRemovedEvent;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.UserPreRemovedEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Keeps identities as Keycloak's users are: whom it links to a broker or unlinks, in a first login, the account console
 * or by an administrator, is linked and unlinked in every pool; what it removes leaves nothing behind.
 */
final class UserEvents implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(UserEvents.class);

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof FederatedIdentityCreatedEvent created) {
            linked(created);
        } else if (event instanceof FederatedIdentityRemovedEvent removed) {
            unlinked(removed);
        } else if (event instanceof UserPreRemovedEvent removed) {
            removed(removed);
        } else if (event instanceof IdentityProviderRemovedEvent removed) {
            providerRemoved(removed);
        } else if (event instanceof RealmRemovedEvent removed) {
            IdentityPoolsProvider.of(removed.getKeycloakSession())
                    .identities(removed.getRealm())
                    .inRequest()
                    .deleteAll();
        }
    }

    /** Asked first: a realm without pools pays nothing for its users, be they imported by the thousand. */
    private static boolean hasLogins(KeycloakSession session, RealmModel realm) {
        return new RealmSubjects(session, realm).areKnown();
    }

    /** When all is written, and in a transaction of its own: a race that we lose must not undo what Keycloak did. */
    private static void linked(FederatedIdentityCreatedEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        if (!hasLogins(session, event.getRealm())) {
            return;
        }
        String realmId = event.getRealm().getId();
        String userId = event.getUser().getId();
        session.getTransactionManager()
                .enlistAfterCompletion(new OnCommit(() -> KeycloakModelUtils.runJobInTransaction(
                        session.getKeycloakSessionFactory(),
                        session.getContext(),
                        nested -> link(nested, realmId, userId))));
    }

    private static void link(KeycloakSession session, String realmId, String userId) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, userId);
        if (user == null) {
            return;
        }
        IdentityPoolsProvider provider = IdentityPoolsProvider.of(session);
        BrokerLinks links = provider.brokerLinks(realm);
        for (IdentityPool pool : provider.realmPools(realm).all().toList()) {
            try {
                provider.pools(realm).userLinked(pool.id(), Subject.realmUser(userId), links.subjects(pool, user));
            } catch (AwsFault | ModelException conflict) {
                // The user is linked in Keycloak; the next login with the user's token tries again.
                LOG.warnf("pool %s did not follow a link of a user: %s", pool.id(), conflict.getMessage());
            }
        }
    }

    private static void unlinked(FederatedIdentityRemovedEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        RealmModel realm = event.getRealm();
        if (!hasLogins(session, realm)) {
            return;
        }
        String alias = event.getFederatedIdentity().getIdentityProvider();
        BrokerLinks links = IdentityPoolsProvider.of(session).brokerLinks(realm);
        List<Subject> gone = new ArrayList<>(
                links.subject(event.getFederatedIdentity()).stream().toList());
        gone.removeAll(links.subjects(event.getUser(), other -> !other.equals(alias)));
        unlink(session, realm, event.getUser(), gone);
    }

    private static void removed(UserPreRemovedEvent event) {
        KeycloakSession session = event.getKeycloakSession();
        RealmModel realm = event.getRealm();
        UserModel user = event.getUser();
        if (!hasLogins(session, realm)) {
            return;
        }
        BrokerLinks links = IdentityPoolsProvider.of(session).brokerLinks(realm);
        List<Subject> gone = new ArrayList<>(links.subjects(user, any -> true));
        gone.add(Subject.realmUser(user.getId()));
        unlink(session, realm, user, gone);
    }

    /** In the transaction that changes the user: both happen, or neither. */
    private static void unlink(KeycloakSession session, RealmModel realm, UserModel user, List<Subject> gone) {
        if (gone.isEmpty()) {
            return;
        }
        IdentityPoolsProvider provider = IdentityPoolsProvider.of(session);
        provider.realmPools(realm)
                .all()
                .forEach(pool -> provider.pools(realm)
                        .userUnlinked(
                                provider.identities(realm).inRequest(),
                                pool.id(),
                                Subject.realmUser(user.getId()),
                                gone));
    }

    /** Unless the realm has another identity provider for the same provider, as after a change of alias. */
    private static void providerRemoved(IdentityProviderRemovedEvent event) {
        IdentityPoolsProvider provider = IdentityPoolsProvider.of(event.getKeycloakSession());
        provider.brokerLinks(event.getRealm())
                .keyOfNoOther(event.getRemovedIdentityProvider())
                .ifPresent(
                        key -> provider.identities(event.getRealm()).inRequest().deleteProvider(key));
    }
}
