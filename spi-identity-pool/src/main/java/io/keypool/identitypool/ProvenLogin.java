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
 * @param moment of a login to the realm itself
 */
public record ProvenLogin(
        Subject subject,
        List<String> amr,
        List<Subject> carried,
        Optional<OneTimeToken> oneTimeToken,
        LoginClaims claims,
        Optional<LoginMoment> moment) {

    public ProvenLogin {
        amr = List.copyOf(amr);
        carried = List.copyOf(carried);
    }

    /** By a token that is good until it ends. */
    public ProvenLogin(Subject subject, List<String> amr, List<Subject> carried, LoginClaims claims) {
        this(subject, amr, carried, Optional.empty(), claims, Optional.empty());
    }

    /** By a token that is good for once. */
    public ProvenLogin(Subject subject, List<String> amr, OneTimeToken token, LoginClaims claims) {
        this(subject, amr, List.of(), Optional.of(token), claims, Optional.empty());
    }

    /** {@code amr} holds personal ids. */
    @Override
    public String toString() {
        return "ProvenLogin[" + subject.provider() + "]";
    }
}
