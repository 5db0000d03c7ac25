package io.keypool.policy;

/**
 * How long a policy document may be.
 *
 * @param characters without white space between tokens
 * @param rawCharacters with it
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM User Guide, IAM and AWS
 *     STS quotas</a>
 */
public record PolicyLimits(int characters, int rawCharacters) {
    /** The API model's {@code policyDocumentType}. */
    public static final int RAW_CHARACTERS = 131_072;

    /** A role's trust policy, and the policy that is passed with a call for a session. */
    public static final PolicyLimits TRUST = of(2_048);

    public static final PolicyLimits SESSION = of(2_048);

    /** All inline policies of a role together; who stores several adds them up. */
    public static final PolicyLimits INLINE = of(10_240);

    public static final PolicyLimits MANAGED = of(6_144);

    /** Amazon S3 bucket policies; IAM has no limit of its own here. */
    public static final PolicyLimits RESOURCE = of(20_480);

    public PolicyLimits {
        if (characters < 1 || rawCharacters < characters) {
            throw new IllegalArgumentException("characters is at least 1, and rawCharacters at least as many");
        }
    }

    public static PolicyLimits of(int characters) {
        return new PolicyLimits(characters, Math.max(characters, RAW_CHARACTERS));
    }

    /** How much of a document the limits count: all but white space between tokens; a string's own spaces count. */
    public static int count(String document) {
        int count = 0;
        boolean inString = false;
        boolean escaped = false;
        for (int i = 0; i < document.length(); i++) {
            char c = document.charAt(i);
            if (inString || " \t\r\n".indexOf(c) < 0) {
                count++;
            }
            if (c == '"' && !escaped) {
                inString = !inString;
            }
            escaped = inString && c == '\\' && !escaped;
        }
        return count;
    }

    /** AWS's own for a kind of policy. */
    public static PolicyLimits of(PolicyKind kind) {
        return switch (kind) {
            case IDENTITY -> INLINE;
            case BOUNDARY -> MANAGED;
            case SESSION -> SESSION;
            case RESOURCE -> RESOURCE;
            case TRUST -> TRUST;
        };
    }
}
