package io.keypool.identitypool.wire;

import io.keypool.aws.Secret;
import io.keypool.aws.Shape;
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

/** Reads the members of the operations on developer identities by the constraints of the service model. */
final class DeveloperReaders {

    /** What names a person is not repeated. */
    private static final Shape USER = Shape.secret(1, 1024);

    private static final Shape TAG_VALUE = Shape.secret(1, 256);
    private static final long DEFAULT_DURATION = 900;
    private static final long MAX_DURATION = 86_400;

    private DeveloperReaders() {}

    static GetOpenIdTokenForDeveloperIdentityRequest getOpenIdToken(JsonMembers members) {
        String pool = members.requiredText("IdentityPoolId", Shapes.ID);
        Optional<String> identity = members.text("IdentityId", Shapes.ID);
        Map<String, String> logins = members.required("Logins", Readers.logins(members), Map.of());
        Optional<Map<String, String>> tags = members.textMap("PrincipalTags", RoleReaders.TAG_KEY, TAG_VALUE);
        members.count("PrincipalTags", tags.map(Map::size), 0, Tags.MAX_COUNT);
        long duration = members.number("TokenDuration", 1, MAX_DURATION).orElse(DEFAULT_DURATION);
        members.check();
        return new GetOpenIdTokenForDeveloperIdentityRequest(
                new PoolId(pool),
                identity.map(IdentityId::new),
                Readers.of(logins),
                tags.map(DeveloperReaders::tags).orElse(SessionTags.NONE),
                Duration.ofSeconds(duration));
    }

    static LookupDeveloperIdentityRequest lookup(JsonMembers members) {
        String pool = members.requiredText("IdentityPoolId", Shapes.ID);
        Optional<String> identity = members.text("IdentityId", Shapes.ID);
        Optional<String> user = members.text("DeveloperUserIdentifier", USER);
        long maxResults = members.number("MaxResults", 1, Pages.MOST_RESULTS).orElse((long) Pages.MOST_RESULTS);
        Optional<String> nextToken = members.text("NextToken", Pages.TOKEN);
        members.check();
        Optional<IdentityId> of = identity.map(IdentityId::new);
        if (of.isEmpty() && nextToken.isPresent()) {
            throw CognitoFault.invalidNextToken();
        }
        return new LookupDeveloperIdentityRequest(
                new PoolId(pool),
                of,
                user.map(Secret::new),
                of.map(PageTokens::ofUsers)
                        .map(tokens -> tokens.request(nextToken, maxResults))
                        .orElse(PageTokens.FIRST_PAGE));
    }

    static MergeDeveloperIdentitiesRequest merge(JsonMembers members) {
        String source = members.requiredText("SourceUserIdentifier", USER);
        String destination = members.requiredText("DestinationUserIdentifier", USER);
        String provider = members.requiredText("DeveloperProviderName", PoolReaders.DEVELOPER_NAME);
        String pool = members.requiredText("IdentityPoolId", Shapes.ID);
        members.check();
        return new MergeDeveloperIdentitiesRequest(
                new PoolId(pool), provider, new Secret(source), new Secret(destination));
    }

    static UnlinkDeveloperIdentityRequest unlink(JsonMembers members) {
        String identity = members.requiredText("IdentityId", Shapes.ID);
        String pool = members.requiredText("IdentityPoolId", Shapes.ID);
        String provider = members.requiredText("DeveloperProviderName", PoolReaders.DEVELOPER_NAME);
        String user = members.requiredText("DeveloperUserIdentifier", USER);
        members.check();
        return new UnlinkDeveloperIdentityRequest(
                new PoolId(pool), new IdentityId(identity), provider, new Secret(user));
    }

    /** What the model takes for a tag is not yet one that a session can have. */
    private static SessionTags tags(Map<String, String> tags) {
        try {
            return new SessionTags(new Tags(tags), Set.of());
        } catch (IllegalArgumentException notTags) {
            throw CognitoFault.invalidPrincipalTags(String.valueOf(notTags.getMessage()));
        }
    }
}
