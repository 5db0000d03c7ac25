package io.keypool.identitypool;

import io.keypool.aws.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Somebody for whom a backend vouches.
 *
 * @param provider the name under which the pool's backend does
 * @param identifier the backend's own id of the person
 */
public record DeveloperUser(String provider, Secret identifier) {

    /** Cognito API, DeveloperUserIdentifier. */
    private static final int MAX_LENGTH = 1024;

    /**
     * What is no Unicode would be somebody else once it is encoded, and not every database keeps a NUL.
     *
     * @throws io.keypool.aws.AwsFault InvalidParameterException
     */
    public DeveloperUser {
        String text = identifier.reveal();
        boolean usable = text.codePointCount(0, text.length()) <= MAX_LENGTH
                && text.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (!usable) {
            throw CognitoFault.unusableUserIdentifier(MAX_LENGTH);
        }
    }

    /** Those of a developer provider are stored apart from those of any public one, whatever its name. */
    public Subject subject() {
        return new Subject(storedBy(provider), identifier);
    }

    /** What logins of that developer provider are stored by. */
    public static String storedBy(String provider) {
        return Subject.DEVELOPERS + provider;
    }

    /** What tokens say of it: the provider, and the form of it that names the person. */
    List<String> amr(PoolId pool) {
        return List.of(provider, prefix(provider, pool) + identifier.reveal());
    }

    /** The user that such a token names; nothing in a token that no backend was given for the pool. */
    static Optional<DeveloperUser> in(List<String> amr, String provider, PoolId pool) {
        String prefix = prefix(provider, pool);
        if (!amr.contains(provider)) {
            return Optional.empty();
        }
        return amr.stream()
                .filter(method -> method.startsWith(prefix) && method.length() > prefix.length())
                .map(method -> new DeveloperUser(provider, new Secret(method.substring(prefix.length()))))
                .findFirst();
    }

    private static String prefix(String provider, PoolId pool) {
        return provider + ":" + pool + ":";
    }
}
