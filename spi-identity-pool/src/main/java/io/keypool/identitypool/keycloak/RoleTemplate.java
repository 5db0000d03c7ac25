package io.keypool.identitypool.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolIssuer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.util.JsonSerialization;

/**
 * The documents of a role for identities of a pool, as AWS's console writes them for a new one: trusted are the
 * identities of this very pool, and all that they may do is to get credentials.
 *
 * @param provider as the pool lists it, where the role is for those who log in there
 * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html">Role trust
 *     and permissions</a>
 */
public record RoleTemplate(Kind kind, Optional<String> provider, String trustPolicy, String permissions) {

    private static final String VERSION = "2012-10-17";

    /** Whom the role is for. */
    public enum Kind {
        GUEST,
        AUTHENTICATED,
        PROVIDER
    }

    static RoleTemplate guest(PoolId pool) {
        return of(Kind.GUEST, Optional.empty(), trust(pool, "unauthenticated"));
    }

    static RoleTemplate authenticated(PoolId pool) {
        return of(Kind.AUTHENTICATED, Optional.empty(), trust(pool, "authenticated"));
    }

    /** For a pool: its guests, all others, and those of each provider. */
    public static List<RoleTemplate> all(IdentityPool pool) {
        List<RoleTemplate> all = new ArrayList<>(List.of(guest(pool.id()), authenticated(pool.id())));
        pool.providers().values().stream()
                .map(provider -> ofProvider(pool.id(), ProviderKind.listedAs(provider), provider.name()))
                .sorted((one, other) -> one.trustPolicy().compareTo(other.trustPolicy()))
                .forEach(all::add);
        pool.developerProvider().map(name -> ofProvider(pool.id(), name, name)).ifPresent(all::add);
        return List.copyOf(all);
    }

    private static RoleTemplate ofProvider(PoolId pool, String listedAs, String amr) {
        return of(Kind.PROVIDER, Optional.of(listedAs), trust(pool, amr));
    }

    private static RoleTemplate of(Kind kind, Optional<String> provider, JsonNode trust) {
        return new RoleTemplate(kind, provider, text(trust), text(leastPermissions()));
    }

    private static JsonNode trust(PoolId pool, String amr) {
        ObjectNode document = document();
        ObjectNode statement = statement(document);
        statement.putObject("Principal").put("Federated", PoolIssuer.PROVIDER);
        statement.put("Action", "sts:AssumeRoleWithWebIdentity");
        ObjectNode condition = statement.putObject("Condition");
        condition.putObject("StringEquals").put(PoolIssuer.PROVIDER + ":aud", pool.value());
        condition.putObject("ForAnyValue:StringEquals").put(PoolIssuer.PROVIDER + ":amr", amr);
        return document;
    }

    private static JsonNode leastPermissions() {
        ObjectNode document = document();
        ObjectNode statement = statement(document);
        statement.put("Action", "cognito-identity:GetCredentialsForIdentity");
        statement.put("Resource", "*");
        return document;
    }

    private static ObjectNode document() {
        return JsonNodeFactory.instance.objectNode().put("Version", VERSION);
    }

    private static ObjectNode statement(ObjectNode document) {
        return document.putArray("Statement").addObject().put("Effect", "Allow");
    }

    private static String text(JsonNode document) {
        try {
            return JsonSerialization.writeValueAsPrettyString(document);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
