package io.keypool.identitypool.wire;

import io.keypool.aws.PageMarker;
import io.keypool.aws.PageRequest;
import io.keypool.aws.Shape;
import io.keypool.identitypool.CognitoFault;
import java.util.Optional;
import java.util.function.Predicate;

/** Which part of a list a call asks for. */
final class Pages {

    static final int MOST_RESULTS = 60;
    static final Shape TOKEN = Shape.of(1, 65_535, "[\\S]+");

    private Pages() {}

    /**
     * Reads {@code MaxResults}, which is required, and {@code NextToken}.
     *
     * @param key whether a text is what a page of this list may have ended with
     * @throws io.keypool.aws.AwsFault InvalidParameterException for a token of nothing or of another list, after all
     *     that was noted
     */
    static PageRequest read(JsonMembers members, Predicate<String> key) {
        int results = (int) members.requiredNumber("MaxResults", 1, MOST_RESULTS);
        Optional<String> token = members.text("NextToken", TOKEN);
        members.check();
        Optional<String> after = token.flatMap(PageMarker::decode).filter(key);
        if (token.isPresent() && after.isEmpty()) {
            throw CognitoFault.invalidNextToken();
        }
        return new PageRequest(after.orElse(""), results);
    }
}
