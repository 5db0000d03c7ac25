package io.keypool.identitypool.wire;

import io.keypool.aws.Constraints;
import io.keypool.aws.Secret;
import io.keypool.aws.Tags;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.GetOpenIdTokenForDeveloperIdentityRequest;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.LookupDeveloperIdentityRequest;
import io.keypool.identitypool.MergeDeveloperIdentitiesRequest;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.UnlinkDeveloperIdentityRequest;
import io.keypool.sts.SessionTags;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the members of the operations on developer identities by the constraints of the service model. */
final class DeveloperReaders {

    private static final Pattern PROVIDER = Pattern.compile("[\\w._-]+");
    private static final int MAX_PROVIDER = 128;
    private static final int MAX_USER = 1024;
    private static final int MAX_TAGS = 50;
    private static final long DEFAULT_DURATION = 900;
    private static final long MAX_DURATION = 86_400;

    private DeveloperReaders() {}

    static GetOpenIdTokenForDeveloperIdentityRequest getOpenIdToken(JsonRequest request) {
        String pool = request.string("IdentityPoolId");
        String identity = request.string("IdentityId");
        Map<String, String> logins = request.stringMap("Logins");
        Map<String, String> tags = request.stringMap("PrincipalTags");
        Long duration = request.integer("TokenDuration");
        Constraints constraints = new Constraints();
        Readers.id(constraints, "identityPoolId", pool);
        Readers.optionalId(constraints, "identityId", identity);
        constraints.required("logins", logins);
        Readers.checkLogins(constraints, logins);
        Readers.checkMap(constraints, "principalTags", tags, new Readers.MapLimits(MAX_TAGS, 128, 256));
        constraints.range("tokenDuration", duration, 1, MAX_DURATION);
        Readers.enforce(constraints);
        return new GetOpenIdTokenForDeveloperIdentityRequest(
                new PoolId(Readers.present(pool)),
                Optional.ofNullable(identity).map(IdentityId::new),
                Readers.logins(logins),
                tags(tags),
                Duration.ofSeconds(duration == null ? DEFAULT_DURATION : duration));
    }

    static LookupDeveloperIdentityRequest lookup(JsonRequest request) {
        String pool = request.string("IdentityPoolId");
        String identity = request.string("IdentityId");
        String user = request.string("DeveloperUserIdentifier");
        Long maxResults = request.integer("MaxResults");
        String nextToken = request.string("NextToken");
        Constraints constraints = new Constraints();
        Readers.id(constraints, "identityPoolId", pool);
        Readers.optionalId(constraints, "identityId", identity);
        constraints.sensitiveLength("developerUserIdentifier", user, 1, MAX_USER);
        IdentityReaders.page(constraints, maxResults, nextToken);
        Readers.enforce(constraints);
        return new LookupDeveloperIdentityRequest(
                new PoolId(Readers.present(pool)),
                Optional.ofNullable(identity).map(IdentityId::new),
                Optional.ofNullable(user).map(Secret::new),
                maxResults == null ? IdentityReaders.MAX_RESULTS : maxResults.intValue(),
                Optional.ofNullable(nextToken));
    }

    static MergeDeveloperIdentitiesRequest merge(JsonRequest request) {
        String pool = request.string("IdentityPoolId");
        String provider = request.string("DeveloperProviderName");
        String source = request.string("SourceUserIdentifier");
        String destination = request.string("DestinationUserIdentifier");
        Constraints constraints = new Constraints();
        requiredUser(constraints, "sourceUserIdentifier", source);
        requiredUser(constraints, "destinationUserIdentifier", destination);
        provider(constraints, provider);
        Readers.id(constraints, "identityPoolId", pool);
        Readers.enforce(constraints);
        return new MergeDeveloperIdentitiesRequest(
                new PoolId(Readers.present(pool)),
                Readers.present(provider),
                new Secret(Readers.present(source)),
                new Secret(Readers.present(destination)));
    }

    static UnlinkDeveloperIdentityRequest unlink(JsonRequest request) {
        String identity = request.string("IdentityId");
        String pool = request.string("IdentityPoolId");
        String provider = request.string("DeveloperProviderName");
        String user = request.string("DeveloperUserIdentifier");
        Constraints constraints = new Constraints();
        Readers.id(constraints, "identityId", identity);
        Readers.id(constraints, "identityPoolId", pool);
        provider(constraints, provider);
        requiredUser(constraints, "developerUserIdentifier", user);
        Readers.enforce(constraints);
        return new UnlinkDeveloperIdentityRequest(
                new PoolId(Readers.present(pool)),
                new IdentityId(Readers.present(identity)),
                Readers.present(provider),
                new Secret(Readers.present(user)));
    }

    private static void provider(Constraints constraints, @Nullable String provider) {
        constraints
                .required("developerProviderName", provider)
                .length("developerProviderName", provider, 1, MAX_PROVIDER)
                .pattern("developerProviderName", provider, PROVIDER);
    }

    /** What names a person is not repeated. */
    private static void requiredUser(Constraints constraints, String member, @Nullable String user) {
        constraints.required(member, user).sensitiveLength(member, user, 1, MAX_USER);
    }

    private static SessionTags tags(@Nullable Map<String, String> tags) {
        if (tags == null || tags.isEmpty()) {
            return SessionTags.NONE;
        }
        try {
            return new SessionTags(new Tags(tags), Set.of());
        } catch (IllegalArgumentException notTags) {
            throw CognitoFault.invalidPrincipalTags(String.valueOf(notTags.getMessage()));
        }
    }
}
