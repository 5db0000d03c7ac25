package io.keypool.identitypool.keycloak;

import java.util.List;
import java.util.function.BiConsumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Adds to each realm what the extension brings: to new ones when they are made or imported, to those that are there
 * when the server starts.
 */
public final class EachRealm implements ProviderEventListener {

    private final BiConsumer<KeycloakSession, RealmModel> addition;

    /** @param addition does nothing where it has been done */
    public EachRealm(BiConsumer<KeycloakSession, RealmModel> addition) {
        this.addition = addition;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RealmPostCreateEvent created) {
            addition.accept(created.getKeycloakSession(), created.getCreatedRealm());
        } else if (event instanceof PostMigrationEvent migrated) {
            addToAll(migrated.getFactory());
        }
    }

    private void addToAll(KeycloakSessionFactory factory) {
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> session.realms()
                        .getRealmsStream()
                        .map(RealmModel::getId)
                        .toList());
        realms.forEach(realm -> addTo(factory, realm));
    }

    private void addTo(KeycloakSessionFactory factory, String realmId) {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                if (realm != null) {
                    addition.accept(session, realm);
                }
            });
        } catch (ModelDuplicateException otherNode) {
            // It started at the same time and has added it.
        }
    }
}
