package io.keypool.identitypool.wire;

import io.keypool.aws.Page;
import io.keypool.aws.PageMarker;
import io.keypool.aws.PageRequest;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityPosition;
import io.keypool.identitypool.PoolId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where pages of one list end, as callers keep it. A token says nothing that its reader may not know, and is good for
 * no other list; what it leads to is asked for with the caller's rights.
 */
final class PageTokens {

    private static final Pattern HASH = Pattern.compile("[\\w-]{1,64}");

    private static final Pattern IDENTITY = Pattern.compile("(\\d{1,15})/(.+)");

    /** Of a list that has no other. */
    static final PageRequest FIRST_PAGE = new PageRequest("", 1);

    private final String prefix;

    private PageTokens(String list) {
        this.prefix = list + "/";
    }

    static PageTokens ofIdentities(PoolId pool) {
        return new PageTokens("identities/" + pool);
    }

    static PageTokens ofUsers(IdentityId identity) {
        return new PageTokens("users/" + identity);
    }

    /** @throws io.keypool.aws.AwsFault InvalidParameterException for a token of another list */
    PageRequest request(Optional<String> token, long maxResults) {
        String after = token.map(this::position)
                .map(position -> matched(HASH, position).group())
                .orElse("");
        return new PageRequest(after, Math.toIntExact(maxResults));
    }

    /** @throws io.keypool.aws.AwsFault InvalidParameterException for a token of another list */
    IdentityPosition identity(String token) {
        Matcher position = matched(IDENTITY, position(token));
        try {
            return new IdentityPosition(
                    Instant.ofEpochMilli(Long.parseLong(position.group(1))), new IdentityId(position.group(2)));
        } catch (IllegalArgumentException noIdentity) {
            throw CognitoFault.invalidNextToken();
        }
    }

    private String position(String token) {
        return PageMarker.decode(token)
                .filter(text -> text.startsWith(prefix))
                .map(text -> text.substring(prefix.length()))
                .orElseThrow(CognitoFault::invalidNextToken);
    }

    private static Matcher matched(Pattern form, String position) {
        Matcher matcher = form.matcher(position);
        if (!matcher.matches()) {
            throw CognitoFault.invalidNextToken();
        }
        return matcher;
    }

    /** The token of the next page, if there is one. */
    Optional<String> next(Page<?> page) {
        return Optional.of(page.next()).filter(next -> !next.isEmpty()).map(this::token);
    }

    String next(IdentityPosition last) {
        return token(last.created().toEpochMilli() + "/" + last.id());
    }

    private String token(String position) {
        return PageMarker.encode(prefix + position);
    }
}
