package io.keypool.sts.keycloak.saml;

/**
 * The name of somebody.
 *
 * @param format a URN that says what kind of name it is
 */
public record NameId(String value, String format) {

    /** SAML 2.0 core, 2.2.2: where no format is named. */
    static final String UNSPECIFIED = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";

    /** It is personal. */
    @Override
    public String toString() {
        return "NameId[" + format + "]";
    }
}
