package io.keypool.identitypool;

import io.keypool.aws.Arn;
import java.util.Map;
import java.util.Set;

/** A provider whose logins a pool takes. What an app is there differs: each kind names its own. */
public sealed interface LoginProvider {

    /** How callers name it in {@code Logins}, and tokens in {@code amr}. */
    String name();

    /**
     * The realm's own users, by ID token: what a user pool is at AWS.
     *
     * @param name the realm's issuer without its scheme
     * @param clients whose ID tokens are taken, by client id
     */
    record RealmUsers(String name, Map<String, RealmClient> clients) implements LoginProvider {

        public RealmUsers {
            clients = Map.copyOf(clients);
        }
    }

    /**
     * @param serverSideTokenCheck whether the session that the token comes from must still be alive, and its user
     *     enabled
     */
    record RealmClient(String clientId, boolean serverSideTokenCheck) {}

    /**
     * One of the public providers that AWS names.
     *
     * @param appIds whose tokens are taken, beside the client id of the realm's identity provider
     */
    record PublicProvider(String name, Set<String> appIds) implements LoginProvider {

        public PublicProvider {
            appIds = Set.copyOf(appIds);
        }
    }

    /**
     * Any OpenID provider.
     *
     * @param name its issuer without its scheme
     * @param appIds whose tokens are taken, beside the client id of the realm's identity provider
     */
    record OpenIdProvider(String name, Arn arn, Set<String> appIds) implements LoginProvider {

        public OpenIdProvider {
            appIds = Set.copyOf(appIds);
        }
    }

    /** A SAML identity provider of the realm, by its alias: {@code arn:aws:iam::{account}:saml-provider/{alias}}. */
    record SamlProvider(Arn arn) implements LoginProvider {

        private static final String RESOURCE = "saml-provider/";

        @Override
        public String name() {
            return arn.toString();
        }

        public String alias() {
            return arn.resource().substring(RESOURCE.length());
        }
    }
}
