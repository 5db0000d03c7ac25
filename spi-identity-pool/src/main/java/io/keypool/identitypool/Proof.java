package io.keypool.identitypool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a caller proved.
 *
 * @param presented the logins whose tokens were presented and verified
 * @param carried further logins that those prove along
 * @param amr of the presented logins
 * @param oneTimeTokens among the presented logins
 * @param claims of the presented logins
 * @param vouched the one of the presented logins that a backend vouches for
 * @param moment when the presented login to the realm was, if there is one
 */
record Proof(
        Set<LoginKey> presented,
        Set<LoginKey> carried,
        List<String> amr,
        List<OneTimeToken> oneTimeTokens,
        List<LoginClaims> claims,
        Optional<VouchedLogin> vouched,
        Optional<LoginMoment> moment) {

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
        return new Proof(presented, carried, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /** Of a user whom the realm itself knows, with the brokers that the user is linked to. */
    static Proof ofUser(PoolId pool, Subject user, List<Subject> brokers, Subjects subjects) {
        Set<LoginKey> carried =
                brokers.stream().map(broker -> subjects.key(pool, broker)).collect(Collectors.toSet());
        return of(Set.of(subjects.key(pool, user)), carried);
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
        Optional<LoginMoment> moment =
                logins.stream().flatMap(login -> login.moment().stream()).findFirst();
        return new Proof(presented, carried, new ArrayList<>(amr), oneTimeTokens, claims, Optional.empty(), moment);
    }

    /** Together with the user for whom a backend vouches, who is told first. */
    Proof vouchedFor(PoolId pool, DeveloperUser user, Subjects subjects) {
        VouchedLogin login = new VouchedLogin(subjects.key(pool, user.subject()), user.identifier());
        Set<LoginKey> more = new HashSet<>(presented);
        more.add(login.key());
        Set<String> methods = new LinkedHashSet<>(List.of(AUTHENTICATED));
        methods.addAll(user.amr(pool));
        methods.addAll(amr);
        return new Proof(more, carried, List.copyOf(methods), oneTimeTokens, claims, Optional.of(login), moment);
    }

    Set<LoginKey> all() {
        Set<LoginKey> all = new HashSet<>(presented);
        all.addAll(carried);
        return all;
    }

    boolean proves(LoginKey login) {
        return presented.contains(login) || carried.contains(login);
    }

    /**
     * Whether the login that is presented made the identity, for a token of the realm, and nothing else is known of it.
     */
    boolean made(Identity identity) {
        return identity.isUnseen()
                && all().containsAll(identity.logins())
                && moment.filter(login -> login.made(identity.created())).isPresent();
    }

    /** As it is stored when nobody has it yet. */
    NewLogin unowned(LoginKey login) {
        return new NewLogin(login, vouched.filter(it -> it.key().equals(login)).map(VouchedLogin::userIdentifier));
    }

    /** {@code amr} holds personal ids. */
    @Override
    public String toString() {
        return "Proof" + all();
    }
}
