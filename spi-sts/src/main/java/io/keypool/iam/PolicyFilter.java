package io.keypool.iam;

/**
 * Which managed policies are asked for.
 *
 * @param onlyAttached those that are attached to some role
 */
public record PolicyFilter(String pathPrefix, boolean onlyAttached, Usage usage) {

    /** How a policy is used. */
    public enum Usage {
        ANY,
        ATTACHED,
        BOUNDARY,
        /** As nothing that there is: neither AWS's own policies nor users and groups are known. */
        NONE
    }

    boolean takes(PolicyUse use) {
        return (!onlyAttached || use.attachments() > 0)
                && switch (usage) {
                    case ANY -> true;
                    case NONE -> false;
                    case ATTACHED -> use.attachments() > 0;
                    case BOUNDARY -> use.boundaries() > 0;
                };
    }
}
