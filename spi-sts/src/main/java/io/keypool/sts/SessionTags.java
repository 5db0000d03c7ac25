package io.keypool.sts;

import io.keypool.aws.Tags;
import io.keypool.policy.ConditionContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The tags of a session.
 *
 * @param transitiveKeys the keys that stay when a role is assumed from the session
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">IAM User Guide, Pass session
 *     tags</a>
 */
public record SessionTags(Tags tags, Set<String> transitiveKeys) {

    /** The claim of a web identity token that says them, and the member of it that holds the tags. */
    public static final String CLAIM = "https://aws.amazon.com/tags";

    public static final String CLAIM_PRINCIPAL_TAGS = "principal_tags";

    public static final SessionTags NONE = new SessionTags(Tags.NONE, Set.of());

    /** @throws IllegalArgumentException when a transitive key is none of the tags */
    public SessionTags {
        transitiveKeys = Set.copyOf(transitiveKeys);
        for (String key : transitiveKeys) {
            if (!holds(tags.values().keySet(), key)) {
                throw new IllegalArgumentException("a transitive key is none of the tags");
            }
        }
    }

    public boolean isEmpty() {
        return tags.isEmpty();
    }

    /** What of these passes to a session that is made from this one. */
    SessionTags transitive() {
        Map<String, String> kept = new LinkedHashMap<>();
        tags.values().forEach((key, value) -> {
            if (holds(transitiveKeys, key)) {
                kept.put(key, value);
            }
        });
        return new SessionTags(new Tags(kept), transitiveKeys);
    }

    /** Whether one of these keys is among the other's. */
    boolean meets(SessionTags other) {
        return tags.values().keySet().stream()
                .anyMatch(key -> holds(other.tags.values().keySet(), key));
    }

    /**
     * Both together.
     *
     * @throws IllegalArgumentException when they have a key in common, or are too many
     */
    SessionTags and(SessionTags other) {
        Map<String, String> all = new LinkedHashMap<>(tags.values());
        other.tags.values().forEach((key, value) -> {
            if (all.put(key, value) != null) {
                throw new IllegalArgumentException("a tag key appears twice");
            }
        });
        Set<String> keys = new LinkedHashSet<>(transitiveKeys);
        keys.addAll(other.transitiveKeys);
        return new SessionTags(new Tags(all), keys);
    }

    /** As the keys of a request that wants to set these tags. */
    void addTo(ConditionContext.Builder context) {
        context.requestTags(tags);
        context.multi("sts:TransitiveTagKeys", transitiveKeys);
    }

    private static boolean holds(Set<String> keys, String wanted) {
        String lowerCase = wanted.toLowerCase(Locale.ROOT);
        return keys.stream().anyMatch(key -> key.toLowerCase(Locale.ROOT).equals(lowerCase));
    }
}
