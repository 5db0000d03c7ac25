package io.keypool.identitypool.keycloak;

import org.keycloak.models.RealmModel;

/** How many identity pools a realm may have, and a pool rules. AWS raises the first for an account, too. */
final class PoolQuota {

    /** The realm attributes that hold them. */
    static final String ATTRIBUTE = "keypool.identityPoolQuota";

    static final String RULES_ATTRIBUTE = "keypool.roleMappingRuleQuota";

    /**
     * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html">Amazon Cognito Developer
     *     Guide, Quotas</a>
     */
    private static final int DEFAULT = 1000;

    private static final int DEFAULT_RULES = 25;

    private PoolQuota() {}

    /** @throws IllegalArgumentException when the attribute is set and is no number */
    static int of(RealmModel realm) {
        return quota(realm, ATTRIBUTE, DEFAULT);
    }

    /**
     * How many rules a role mapping may have.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    static int ofRules(RealmModel realm) {
        return quota(realm, RULES_ATTRIBUTE, DEFAULT_RULES);
    }

    private static int quota(RealmModel realm, String attribute, int otherwise) {
        String configured = realm.getAttribute(attribute);
        return configured == null || configured.isBlank() ? otherwise : Integer.parseInt(configured.strip());
    }
}
