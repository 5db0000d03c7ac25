package io.keypool.policy;

/**
 * The version of the policy language, which decides about policy variables.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">IAM User
 *     Guide, IAM JSON policy elements: Version</a>
 */
enum PolicyVersion {
    /** Also where none is written; {@code ${…}} is literal text. */
    V2008,
    /** {@code ${…}} is a policy variable. */
    V2012;

    static PolicyVersion parse(Element element) {
        return switch (element.text()) {
            case "2008-10-17" -> V2008;
            case "2012-10-17" -> V2012;
            default -> throw element.invalid("must be 2012-10-17 or 2008-10-17");
        };
    }
}
