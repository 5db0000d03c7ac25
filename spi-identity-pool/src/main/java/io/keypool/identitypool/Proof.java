package io.keypool.identitypool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a caller proved.
 *
 * @param presented the logins whose tokens were presented and verified
 * @param carried further logins that those prove along
 * @param amr of the presented logins
 * @param oneTimeTokens among the presented logins
 * @param claims of the presented logins
 */
record Proof(
        Set<LoginKey> presented,
        Set<LoginKey> carried,
        List<String> amr,
        List<OneTimeToken> oneTimeTokens,
        List<LoginClaims> claims) {

    private static final String AUTHENTICATED = "authenticated";

    Proof {
        presented = Set.copyOf(presented);
        carried = Set.copyOf(carried);
        amr = List.copyOf(amr);
        oneTimeTokens = List.copyOf(oneTimeTokens);
        claims = List.copyOf(claims);
    }

    /** Of logins whose tokens say no more than whose they are. */
    static Proof of(Set<LoginKey> presented, Set<LoginKey> carried) {
        return new Proof(presented, carried, List.of(), List.of(), List.of());
    }

    static Proof of(PoolId pool, List<ProvenLogin> logins, Subjects subjects) {
        Set<LoginKey> presented = new HashSet<>();
        Set<LoginKey> carried = new HashSet<>();
        Set<String> amr = new LinkedHashSet<>(List.of(AUTHENTICATED));
        for (ProvenLogin login : logins) {
            presented.add(subjects.key(pool, login.subject()));
            login.carried().forEach(subject -> carried.add(subjects.key(pool, subject)));
            amr.addAll(login.amr());
        }
        carried.removeAll(presented);
        List<OneTimeToken> oneTimeTokens =
                logins.stream().flatMap(login -> login.oneTimeToken().stream()).toList();
        List<LoginClaims> claims = logins.stream().map(ProvenLogin::claims).toList();
        return new Proof(presented, carried, new ArrayList<>(amr), oneTimeTokens, claims);
    }

    Set<LoginKey> all() {
        Set<LoginKey> all = new HashSet<>(presented);
        all.addAll(carried);
        return all;
    }

    boolean proves(LoginKey login) {
        return presented.contains(login) || carried.contains(login);
    }

    /** {@code amr} holds personal ids. */
    @Override
    public String toString() {
        return "Proof" + all();
    }
}
