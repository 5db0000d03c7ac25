package io.keypool.identitypool;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where pages of a list end, as callers keep it. A token says nothing that its reader may not know, and is good for no
 * other list; what it leads to is asked for with the caller's rights.
 *
 * @param of what else tells the list from others of the pool
 */
record ListBookmarks(String operation, PoolId pool, String of) {

    private static final char SEPARATOR = '\n';

    /** An id or a hash. */
    private static final Pattern POSITION = Pattern.compile("[\\w:-]{1,64}");

    String token(String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((prefix() + position).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Behind which the page begins; empty for the first.
     *
     * @throws io.keypool.aws.AwsFault InvalidParameterException for a token of another list
     */
    String position(Optional<String> token) {
        return token.map(this::read).orElse("");
    }

    private String read(String token) {
        String text = decode(token);
        String position = text.substring(Math.min(text.length(), prefix().length()));
        if (!text.startsWith(prefix()) || !POSITION.matcher(position).matches()) {
            throw CognitoFault.invalidNextToken();
        }
        return position;
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            throw CognitoFault.invalidNextToken();
        }
    }

    private String prefix() {
        return operation + SEPARATOR + pool + SEPARATOR + of + SEPARATOR;
    }
}
