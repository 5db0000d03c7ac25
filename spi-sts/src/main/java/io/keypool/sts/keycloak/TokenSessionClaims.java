package io.keypool.sts.keycloak;

import io.keypool.aws.Tags;
import io.keypool.sts.SessionTags;
import io.keypool.sts.StsFault;
import io.keypool.sts.WebIdentity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the issuer of a token wants of the session.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp">IAM
 *     User Guide, Passing session tags using AssumeRoleWithWebIdentity</a>
 */
public final class TokenSessionClaims {

    private static final String TRANSITIVE_TAG_KEYS = "transitive_tag_keys";
    private static final String SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";

    /** STS API, AssumeRole: SourceIdentity. */
    private static final Pattern SOURCE_IDENTITY_PATTERN = Pattern.compile("[\\w+=,.@-]{2,64}");

    private final Map<String, Object> claims;

    public TokenSessionClaims(Map<String, Object> claims) {
        this.claims = claims;
    }

    /** @throws io.keypool.aws.AwsFault InvalidIdentityToken for claims of another form: none of them is passed over */
    public WebIdentity.SessionClaims read(Optional<String> originalAudience) {
        return new WebIdentity.SessionClaims(originalAudience, sourceIdentity(), tags());
    }

    private Optional<String> sourceIdentity() {
        Object claim = claims.get(SOURCE_IDENTITY);
        if (claim == null) {
            return Optional.empty();
        }
        String text = text(claim);
        if (!SOURCE_IDENTITY_PATTERN.matcher(text).matches()) {
            throw invalid("source identity");
        }
        return Optional.of(text);
    }

    private SessionTags tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        Set<String> transitiveKeys = new LinkedHashSet<>();
        if (claims.containsKey(SessionTags.CLAIM)) {
            Map<?, ?> nested = map(claims.get(SessionTags.CLAIM));
            map(nested.get(SessionTags.CLAIM_PRINCIPAL_TAGS))
                    .forEach((key, value) -> tags.put(text(key), single(value)));
            texts(nested.get(TRANSITIVE_TAG_KEYS)).forEach(transitiveKeys::add);
        }
        // AWS's flattened format, for issuers that cannot nest claims.
        String flat = SessionTags.CLAIM + "/" + SessionTags.CLAIM_PRINCIPAL_TAGS + "/";
        claims.forEach((name, value) -> {
            if (name.startsWith(flat)) {
                tags.put(name.substring(flat.length()), single(value));
            }
        });
        texts(claims.get(SessionTags.CLAIM + "/" + TRANSITIVE_TAG_KEYS)).forEach(transitiveKeys::add);
        try {
            return tags.isEmpty() && transitiveKeys.isEmpty()
                    ? SessionTags.NONE
                    : new SessionTags(new Tags(tags), transitiveKeys);
        } catch (IllegalArgumentException notTags) {
            throw StsFault.tokenNotValidated().because(String.valueOf(notTags.getMessage()));
        }
    }

    /** A tag's value stands alone or as the only one of a list. */
    private static String single(@Nullable Object value) {
        if (value instanceof List<?> list) {
            if (list.size() != 1) {
                throw invalid("a tag with one value");
            }
            return text(list.get(0));
        }
        return text(value);
    }

    private static List<String> texts(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw invalid("a list");
        }
        return list.stream().map(TokenSessionClaims::text).toList();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw invalid("an object");
        }
        return map;
    }

    private static String text(@Nullable Object value) {
        if (!(value instanceof String text)) {
            throw invalid("a text");
        }
        return text;
    }

    private static RuntimeException invalid(String expected) {
        return StsFault.tokenNotValidated().because("a claim for the session is not " + expected);
    }
}
