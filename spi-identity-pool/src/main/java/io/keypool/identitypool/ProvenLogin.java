package io.keypool.identitypool;

import java.util.List;

/**
 * A login whose token was verified.
 *
 * @param amr what tokens say of it: the provider, and the form of it that names the person
 * @param carried further logins of the same person that it proves along: the brokers that a user of the realm is linked
 *     to
 */
public record ProvenLogin(Subject subject, List<String> amr, List<Subject> carried) {

    public ProvenLogin {
        amr = List.copyOf(amr);
        carried = List.copyOf(carried);
    }

    /** {@code amr} holds personal ids. */
    @Override
    public String toString() {
        return "ProvenLogin[" + subject.provider() + "]";
    }
}
