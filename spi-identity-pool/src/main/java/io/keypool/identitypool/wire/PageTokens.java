package io.keypool.identitypool.wire;

import io.keypool.aws.Page;
import io.keypool.aws.PageMarker;
import io.keypool.aws.PageRequest;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.PoolId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where pages of one list end, as callers keep it. A token says nothing that its reader may not know, and is good for
 * no other list; what it leads to is asked for with the caller's rights.
 */
final class PageTokens {

    /** An id or a hash. */
    private static final Pattern POSITION = Pattern.compile("[\\w:-]{1,64}");

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
        return new PageRequest(token.map(this::position).orElse(""), Math.toIntExact(maxResults));
    }

    private String position(String token) {
        return PageMarker.decode(token)
                .filter(text -> text.startsWith(prefix))
                .map(text -> text.substring(prefix.length()))
                .filter(position -> POSITION.matcher(position).matches())
                .orElseThrow(CognitoFault::invalidNextToken);
    }

    /** The token of the next page, if there is one. */
    Optional<String> next(Page<?> page) {
        return Optional.of(page.next()).filter(next -> !next.isEmpty()).map(next -> PageMarker.encode(prefix + next));
    }
}
