package io.keypool.policy;

/** What a statement does when it matches; the names are case-sensitive in a document. */
enum Effect {
    ALLOW,
    DENY;

    static Effect parse(Element element) {
        return switch (element.text()) {
            case "Allow" -> ALLOW;
            case "Deny" -> DENY;
            default -> throw element.invalid("must be Allow or Deny");
        };
    }
}
