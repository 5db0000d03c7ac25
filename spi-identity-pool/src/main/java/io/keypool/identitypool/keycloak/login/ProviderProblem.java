package io.keypool.identitypool.keycloak.login;

import java.util.Locale;

/** Why logins of a provider that a pool lists cannot be verified. */
public enum ProviderProblem {
    /** The realm has no identity provider for it. */
    MISSING,
    DISABLED,
    /** It does not say who it is: a SAML identity provider without an entity id. */
    NO_ISSUER,
    /** It is no OpenID identity provider. */
    NOT_OPENID,
    /** It says neither where its keys are nor which. */
    NO_KEY,
    /** No certificate that holds, and no metadata. */
    NO_CERTIFICATE,
    /** Its tokens are asked about in the name of an app, and there is none. */
    NO_SECRET,
    /** A client that is listed is not there. */
    NO_CLIENT,
    /** It names users of a realm, and not of this one at the address that it has. */
    OTHER_REALM,
    /** Its tokens prove nothing. */
    UNVERIFIABLE;

    /** As administrators are told. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
