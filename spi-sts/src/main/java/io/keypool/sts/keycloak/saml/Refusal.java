package io.keypool.sts.keycloak.saml;

import io.keypool.sts.keycloak.token.Reason;
import io.keypool.sts.keycloak.token.Unproven;

/** Why a SAML response proves nothing. The causes are for the log, and hold nothing of what the response says. */
final class Refusal {

    private Refusal() {}

    /** AWS's wording of this one was never seen; it follows that for OpenID tokens. */
    static Unproven malformed(String why) {
        return new Unproven(new Reason.Malformed("Not a valid SAML response.")).because(why);
    }

    static Unproven notVerified(String why) {
        return new Unproven(new Reason.NotVerified()).because(why);
    }

    static Unproven otherIssuer(String issuer, String why) {
        return new Unproven(new Reason.OtherIssuer(issuer)).because(why);
    }

    static Unproven notForUs(String why) {
        return new Unproven(new Reason.OtherAudience()).because(why);
    }
}
