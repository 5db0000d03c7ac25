package io.keypool.sts.keycloak;

import java.util.List;

/**
 * The client roles that Keypool adds to {@code realm-management}, beside Keycloak's own. {@code manage-realm} implies
 * {@link #MANAGE}, and {@code view-realm} {@link #VIEW}.
 */
public final class PoolAdminRoles {

    /** To make, change and delete identity pools and their identities. */
    public static final String MANAGE = "manage-identity-pools";

    /** To see identity pools and their identities. */
    public static final String VIEW = "view-identity-pools";

    /** To vouch for the users of a backend: whoever has it can be anybody whom the backend could vouch for. */
    public static final String DEVELOPER = "use-developer-identities";

    public static final List<String> ALL = List.of(MANAGE, VIEW, DEVELOPER);

    private PoolAdminRoles() {}
}
