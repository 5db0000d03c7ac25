package io.keypool.identitypool;

import io.keypool.aws.Arn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A provider whose logins a pool takes. What an app is there differs: each kind names its own. */
public sealed interface LoginProvider {

    /** How callers name it in {@code Logins}, and tokens in {@code amr}. */
    String name();

    /**
     * How a pool's role mappings and principal tags may name it.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html">Role-based
     *     access control</a>
     */
    default Set<String> settingsNames() {
        return Set.of(name());
    }

    /**
     * The realm's own users, by ID token: what a user pool is at AWS.
     *
     * @param name the realm's issuer without its scheme
     * @param clients whose ID tokens are taken, and how, by client id
     */
    record RealmUsers(String name, Map<String, RealmClient> clients) implements LoginProvider {

        public RealmUsers {
            clients = Map.copyOf(clients);
        }

        /** As AWS names a user pool there: with the client. Without one all are meant. */
        @Override
        public Set<String> settingsNames() {
            return Stream.concat(Stream.of(name), clients.keySet().stream().map(this::settingsName))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** How logins by that client may be named, the narrowest first. */
        public List<String> settingsNames(String client) {
            return List.of(settingsName(client), name);
        }

        private String settingsName(String client) {
            return name + ":" + client;
        }
    }

    /**
     * @param serverSideTokenCheck whether the session that the token comes from must still be alive, and its user
     *     enabled
     */
    record RealmClient(boolean serverSideTokenCheck) {}

    /**
     * One of the public providers that AWS names.
     *
     * @param appIds whose tokens are taken, beside the client id of the realm's identity provider
     */
    record PublicProvider(String name, Set<String> appIds) implements LoginProvider {

        public static final String GOOGLE = "accounts.google.com";
        public static final String FACEBOOK = "graph.facebook.com";
        public static final String AMAZON = "www.amazon.com";
        public static final String APPLE = "appleid.apple.com";
        public static final String TWITTER = "api.twitter.com";

        /** Cognito API, IdentityProviderName. */
        public static final Set<String> NAMES = Set.of(GOOGLE, FACEBOOK, AMAZON, APPLE, TWITTER);

        public PublicProvider {
            appIds = Set.copyOf(appIds);
        }
    }

    /**
     * Any OpenID provider, by its issuer without its scheme: {@code arn:aws:iam::{account}:oidc-provider/{issuer}}.
     *
     * @param appIds whose tokens are taken, beside the client id of the realm's identity provider
     */
    record OpenIdProvider(Arn arn, Set<String> appIds) implements LoginProvider {

        public OpenIdProvider {
            appIds = Set.copyOf(appIds);
        }

        @Override
        public String name() {
            return arn.resource().substring(Arn.OIDC_PROVIDER.length());
        }

        @Override
        public Set<String> settingsNames() {
            return Set.of(arn.toString());
        }
    }

    /** A SAML identity provider of the realm, by its alias: {@code arn:aws:iam::{account}:saml-provider/{alias}}. */
    record SamlProvider(Arn arn) implements LoginProvider {

        @Override
        public String name() {
            return arn.toString();
        }

        public String alias() {
            return arn.resource().substring(Arn.SAML_PROVIDER.length());
        }
    }
}
