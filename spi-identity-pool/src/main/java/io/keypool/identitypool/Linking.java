package io.keypool.identitypool;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who a caller with logins is: the one place that knows whom logins are linked to, and which identity survives a merge.
 *
 * <p>A guest goes into the one who is authenticated; of two who are, the older survives. Before a guest stands back who
 * was made by the very login that is presented, for the token of the realm that proves it: the guest signs in for the
 * first time. Logins that a user of the realm brings along are linked and merged like presented ones, but where they
 * contradict what is known they are left out: nobody asked for them.
 *
 * <p>A backend that vouches for a user decides for itself whose login it is: it may link it to any identity of the
 * pool, and nobody else's login of the developer provider becomes another identity's by it. Of such logins an identity
 * may have several.
 */
final class Linking {

    /** Cognito API, MergeDeveloperIdentities. */
    static final int MAX_LOGINS = 20;

    private final Proof proof;
    private final Map<LoginKey, Identity> owners = new HashMap<>();
    private final Set<Identity> participants = new HashSet<>();
    private final Set<LoginKey> logins = new HashSet<>();
    private final Map<String, LoginKey> loginOfProvider = new HashMap<>();
    private final Set<LoginKey> links = new TreeSet<>();

    private Linking(Collection<Identity> owners, Proof proof) {
        this.proof = proof;
        for (Identity owner : owners) {
            owner.logins().forEach(login -> this.owners.put(login, owner));
        }
    }

    /**
     * @param given the identity that the caller names: a guest's, or a linked one
     * @param owners the identities that have any of the proven logins
     * @throws io.keypool.aws.AwsFault NotAuthorizedException when the logins are not the identity's, or it is disabled;
     *     ResourceConflictException when the result had two logins of one provider, or too many;
     *     DeveloperUserAlreadyRegisteredException when the user that a backend wants to link is another identity's
     */
    static LinkPlan plan(Optional<Identity> given, Collection<Identity> owners, Proof proof) {
        Linking linking = new Linking(owners, proof);
        given.ifPresent(linking::begin);
        new TreeSet<>(proof.presented()).forEach(linking::present);
        new TreeSet<>(proof.carried()).forEach(linking::bringAlong);
        return linking.plan();
    }

    /**
     * What becomes of two users of a backend that says they are one: the destination's identity survives, whatever its
     * age.
     *
     * @throws io.keypool.aws.AwsFault as {@link #plan}
     */
    static LinkPlan merge(Identity source, Identity destination) {
        Linking linking = new Linking(List.of(source, destination), Proof.of(Set.of(), Set.of()));
        admit(destination);
        linking.join(destination);
        admit(source);
        linking.check(source.logins());
        return new LinkPlan(Optional.of(destination), List.of(source), List.of());
    }

    /**
     * What becomes of two identities that an administrator says are one person's: who survives is decided as ever.
     *
     * @throws io.keypool.aws.AwsFault ResourceConflictException when the result had two logins of one provider, or too
     *     many
     */
    static LinkPlan unite(Identity one, Identity other) {
        Linking linking = new Linking(List.of(one, other), Proof.of(Set.of(), Set.of()));
        linking.join(one);
        linking.check(other.logins());
        linking.join(other);
        return linking.plan();
    }

    private void begin(Identity given) {
        boolean proven = proof.vouched().isPresent() || given.logins().stream().anyMatch(proof::proves);
        if (given.state() == IdentityState.LINKED && !proven) {
            throw CognitoFault.loginsDoNotMatch();
        }
        boolean elsewhere = proof.vouched()
                .map(login -> owners.get(login.key()))
                .filter(owner -> !owner.id().equals(given.id()))
                .isPresent();
        if (elsewhere) {
            throw CognitoFault.developerUserRegistered();
        }
        join(given);
    }

    private void present(LoginKey login) {
        Identity owner = owners.get(login);
        if (owner != null) {
            admit(owner);
        }
        check(gain(login, owner));
        take(login, owner);
    }

    private static void admit(Identity owner) {
        if (owner.state() == IdentityState.DISABLED) {
            throw CognitoFault.identityForbidden(owner.id());
        }
    }

    private void check(Set<LoginKey> more) {
        if (contradicts(more)) {
            throw CognitoFault.loginConflict();
        }
        if (isTooMuch(more)) {
            throw CognitoFault.tooManyLogins(MAX_LOGINS);
        }
    }

    private void bringAlong(LoginKey login) {
        Identity owner = owners.get(login);
        Set<LoginKey> more = gain(login, owner);
        boolean disabled = owner != null && owner.state() == IdentityState.DISABLED;
        if (!disabled && !contradicts(more) && !isTooMuch(more)) {
            take(login, owner);
        }
    }

    private static Set<LoginKey> gain(LoginKey login, @Nullable Identity owner) {
        return owner == null ? Set.of(login) : owner.logins();
    }

    private boolean contradicts(Set<LoginKey> more) {
        return more.stream()
                .filter(login -> !login.isOfDeveloper())
                .anyMatch(login -> !login.equals(loginOfProvider.getOrDefault(login.provider(), login)));
    }

    private boolean isTooMuch(Set<LoginKey> more) {
        Set<LoginKey> together = new HashSet<>(logins);
        together.addAll(more);
        return together.size() > MAX_LOGINS;
    }

    private void take(LoginKey login, @Nullable Identity owner) {
        if (owner != null) {
            join(owner);
            return;
        }
        add(login);
        links.add(login);
    }

    private void join(Identity identity) {
        participants.add(identity);
        identity.logins().forEach(this::add);
    }

    private void add(LoginKey login) {
        logins.add(login);
        loginOfProvider.put(login.provider(), login);
    }

    private Comparator<Identity> survivorFirst() {
        return Comparator.comparingInt(this::rank).thenComparing(Identity.BY_AGE);
    }

    private int rank(Identity identity) {
        if (identity.state() == IdentityState.GUEST) {
            return 1;
        }
        return proof.made(identity) ? 2 : 0;
    }

    private LinkPlan plan() {
        List<Identity> ranked = participants.stream().sorted(survivorFirst()).toList();
        if (ranked.isEmpty()) {
            return new LinkPlan(Optional.empty(), ranked, List.copyOf(links));
        }
        return new LinkPlan(Optional.of(ranked.get(0)), ranked.subList(1, ranked.size()), List.copyOf(links));
    }
}
