package io.keypool.sts;

import io.keypool.aws.Arn;
import java.util.List;
import java.util.Optional;

/**
 * What a session is limited to beside its role: the inline policy and the managed ones that were passed when it was
 * made. Together they say the most that it may do; none at all is no limit.
 *
 * @param inline the document as it was passed
 * @param managed at most ten
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session">IAM User Guide,
 *     Session policies</a>
 */
public record SessionPolicies(Optional<String> inline, List<Arn> managed) {

    public static final SessionPolicies NONE = new SessionPolicies(Optional.empty(), List.of());

    public SessionPolicies {
        managed = List.copyOf(managed);
    }

    public static SessionPolicies inline(String document) {
        return new SessionPolicies(Optional.of(document), List.of());
    }

    public boolean isEmpty() {
        return inline.isEmpty() && managed.isEmpty();
    }
}
