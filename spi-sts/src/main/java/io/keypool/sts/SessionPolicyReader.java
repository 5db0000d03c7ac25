package io.keypool.sts;

import io.keypool.policy.Policy;
import io.keypool.policy.PolicyKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the limits of sessions, and remembers what many sessions were given alike, as the guests of a pool were:
 * reading a policy takes longer than all the rest of a verification. One for the whole server.
 */
public final class SessionPolicyReader {

    /** Some hundred bytes each; when all are taken, the next starts anew. */
    private static final int REMEMBERED = 1_000;

    private final Map<PackedAttributes, Read> remembered = new ConcurrentHashMap<>();

    /** @param inline the inline policy, if there is one */
    record Read(SessionAttributes attributes, List<Policy> inline) {}

    Read read(PackedAttributes packed) {
        Read known = remembered.get(packed);
        if (known != null) {
            return known;
        }
        Read read = read(packed.unpack());
        if (remembered.size() >= REMEMBERED) {
            remembered.clear();
        }
        remembered.put(packed, read);
        return read;
    }

    private static Read read(SessionAttributes attributes) {
        return new Read(
                attributes,
                attributes.policies().inline().map(SessionPolicyReader::parse).stream()
                        .toList());
    }

    /** @throws io.keypool.policy.InvalidPolicyException naming the place */
    static Policy parse(String document) {
        return Policy.parse(document, PolicyKind.SESSION);
    }
}
