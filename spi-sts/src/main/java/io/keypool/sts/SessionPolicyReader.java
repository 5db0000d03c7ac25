package io.keypool.sts;

import io.keypool.policy.Policy;
import io.keypool.policy.PolicyKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Reads the limits of sessions, and remembers what many sessions were given alike, as the guests of a pool were:
 * reading a policy takes longer than all the rest of a verification. One for the whole server.
 */
public final class SessionPolicyReader {

    /** Some hundred bytes each; when all are taken, the next starts anew. */
    private static final int REMEMBERED = 1_000;

    private final Map<SessionAttributes, PackedAttributes> packed = new ConcurrentHashMap<>();
    private final Map<PackedAttributes, Read> read = new ConcurrentHashMap<>();

    /** @param inline the inline policy, if there is one */
    record Read(SessionAttributes attributes, List<Policy> inline) {}

    /** @throws io.keypool.policy.InvalidPolicyException naming the place, for an inline policy that is none */
    PackedAttributes pack(SessionAttributes attributes) {
        return remembered(packed, attributes, unpacked -> {
            PackedAttributes made = PackedAttributes.of(unpacked);
            read(made);
            return made;
        });
    }

    Read read(PackedAttributes attributes) {
        return remembered(read, attributes, unread -> read(unread.unpack()));
    }

    private static <K, V> V remembered(Map<K, V> memory, K key, Function<K, V> make) {
        V known = memory.get(key);
        if (known != null) {
            return known;
        }
        V made = make.apply(key);
        if (memory.size() >= REMEMBERED) {
            memory.clear();
        }
        memory.put(key, made);
        return made;
    }

    private static Read read(SessionAttributes attributes) {
        return new Read(
                attributes,
                attributes.policies().inline().map(SessionPolicyReader::parse).stream()
                        .toList());
    }

    private static Policy parse(String document) {
        return Policy.parse(document, PolicyKind.SESSION);
    }
}
