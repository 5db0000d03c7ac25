package io.keypool.identitypool;

import java.util.List;
import java.util.Optional;

/**
 * A login whose token was verified.
 *
 * @param amr what tokens say of it: the provider, and the form of it that names the person
 * @param carried further logins of the same person that it proves along: the brokers that a user of the realm is linked
 *     to
 * @param oneTimeToken the token, if it is good for once
 * @param claims what else the token says, as far as the pool asks for it
 */
public record ProvenLogin(
        Subject subject,
        List<String> amr,
        List<Subject> carried,
        Optional<OneTimeToken> oneTimeToken,
        LoginClaims claims) {

    public ProvenLogin {
        amr = List.copyOf(amr);
        carried = List.copyOf(carried);
    }

    /** By a token that is good until it ends. */
    public ProvenLogin(Subject subject, List<String> amr, List<Subject> carried, LoginClaims claims) {
        this(subject, amr, carried, Optional.empty(), claims);
    }

    /** {@code amr} holds personal ids. */
    @Override
    public String toString() {
        return "ProvenLogin[" + subject.provider() + "]";
    }
}
