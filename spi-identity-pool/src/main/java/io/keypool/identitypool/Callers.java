package io.keypool.identitypool;

import io.keypool.aws.AwsFault;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out who a caller with logins is, and links and merges what the logins prove to be one person. */
final class Callers {

    /** Each lost race means that somebody else got on; more than a few in a row is no race any more. */
    static final int MAX_ATTEMPTS = 16;

    private final Ports ports;
    private final String operation;
    private final TokenUse use;
    private final BiFunction<PoolId, Instant, Identity> newcomer;

    /** @param operation the action's name, for the records */
    Callers(Ports ports, String operation, TokenUse use) {
        this(ports, operation, use, Identity::linked);
    }

    private Callers(Ports ports, String operation, TokenUse use, BiFunction<PoolId, Instant, Identity> newcomer) {
        this.ports = ports;
        this.operation = operation;
        this.use = use;
        this.newcomer = newcomer;
    }

    /** Of whom a token of the realm tells, and nobody else yet. */
    static Callers unseen(Ports ports, String operation) {
        return new Callers(ports, operation, TokenUse.LOOKED_AT, Identity::unseen);
    }

    /**
     * Who the caller is: reads once where everything is known, and writes in one transaction where it is not.
     *
     * @throws AwsFault NotAuthorizedException, InvalidParameterException, ResourceConflictException or
     *     ExternalServiceException; then nothing was written
     */
    Resolved resolve(IdentityPool pool, Optional<Identity> given, Logins logins) {
        return answer(pool, given, logins, caller -> caller);
    }

    /**
     * The answer to who the caller is, which is made before anything is written.
     *
     * @throws AwsFault as {@link #resolve}, or as the answer is refused; then nothing was written
     */
    <T> T answer(IdentityPool pool, Optional<Identity> given, Logins logins, Function<Resolved, T> answer) {
        Proof proof = prove(pool, logins);
        return settle(
                pool, given, proof, identity -> answer.apply(new Resolved(identity, proof.amr(), proof.claims())));
    }

    /** What {@link #resolve} would do. */
    LinkPlan preview(IdentityPool pool, Optional<Identity> given, Logins logins) {
        Proof proof = prove(pool, logins);
        return plan(pool, living(given, proof), proof);
    }

    Proof prove(IdentityPool pool, Logins logins) {
        List<ProvenLogin> proven = logins.byProvider().entrySet().stream()
                .map(login -> ports.verifier().verify(pool, provider(pool, login.getKey()), login.getValue()))
                .toList();
        return Proof.of(pool.id(), proven, ports.subjects());
    }

    private LoginProvider provider(IdentityPool pool, String name) {
        if (name.equals(PoolIssuer.PROVIDER)) {
            // GetCredentialsForIdentity alone takes them, and asks DeveloperTokens.
            throw CognitoFault.poolTokenAsLogin();
        }
        if (pool.developerProvider().filter(name::equals).isPresent()) {
            throw CognitoFault.developerProviderInPublicCall();
        }
        return pool.provider(name)
                .orElseThrow(() -> CognitoFault.unsupportedProvider().because("the pool does not list the provider"));
    }

    /** Uses tokens up that are good for once, where the call is one that does: last, when nothing refuses it. */
    void useUp(Proof proof) {
        if (use == TokenUse.USED_UP) {
            proof.oneTimeTokens().forEach(OneTimeToken::useUp);
        }
    }

    <T> T settle(IdentityPool pool, Optional<Identity> given, Proof proof, Function<IdentityId, T> answer) {
        Optional<Identity> known = given;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<Identity> living = living(known, proof);
            LinkPlan plan = plan(pool, living, proof);
            Identity survivor = plan.survivor()
                    .orElseGet(() -> newcomer.apply(pool.id(), ports.clock().instant()));
            T answered = answer.apply(survivor.id());
            if (attempt == 0) {
                useUp(proof);
            }
            if (!plan.writes() || carryOut(new Settlement(pool, living, proof, plan, survivor))) {
                return answered;
            }
            known = given.map(this::again);
        }
        throw CognitoFault.tooManyRequests().because("lost " + MAX_ATTEMPTS + " races for the same logins");
    }

    private boolean carryOut(Settlement settlement) {
        Optional<LinkPlan> done = ports.identities()
                .change(
                        settlement.plan().identities(),
                        changes -> settlement.carryOut(
                                changes, operation, ports.clock().instant()));
        done.ifPresent(plan -> tell(settlement.pool(), plan));
        return done.isPresent();
    }

    /** The identity as it is now: it may have been removed meanwhile. */
    private Identity again(Identity given) {
        return ports.identities().find(given.id()).orElseThrow(() -> CognitoFault.identityNotFound(given.id()));
    }

    /** The identity that lives on in place of the given one; only its owner may be led there. */
    private Optional<Identity> living(Optional<Identity> given, Proof proof) {
        return given.map(identity -> living(identity, proof));
    }

    /** @throws AwsFault NotAuthorizedException */
    Identity living(Identity given, Proof proof) {
        Identity identity = given;
        while (identity.mergedInto().isPresent()) {
            IdentityId next = identity.mergedInto().get();
            identity = ports.identities().find(next).orElseThrow(() -> forbidden(given));
        }
        boolean led = !identity.id().equals(given.id());
        boolean astray = led && identity.logins().stream().noneMatch(proof::proves);
        if (astray || identity.state() == IdentityState.DISABLED) {
            throw forbidden(given);
        }
        return identity;
    }

    private static AwsFault forbidden(Identity identity) {
        return CognitoFault.identityForbidden(identity.id()).because("it is " + identity.state());
    }

    private LinkPlan plan(IdentityPool pool, Optional<Identity> given, Proof proof) {
        boolean known = given.filter(identity -> identity.logins().containsAll(proof.all()))
                .isPresent();
        Collection<Identity> owners =
                known ? given.stream().toList() : ports.identities().owners(pool.id(), proof.all());
        return Linking.plan(given, owners, proof);
    }

    void tell(IdentityPool pool, LinkPlan done) {
        IdentityId survivor = done.survivor().orElseThrow().id();
        for (Identity loser : done.losers()) {
            Set<String> moved = providers(loser.logins().stream());
            emit(IdentityEvent.of(IdentityEvent.Kind.MERGED, operation, pool.id(), survivor, moved)
                    .with(loser.id()));
        }
        if (!done.links().isEmpty()) {
            Set<String> linked = providers(done.links().stream());
            emit(IdentityEvent.of(IdentityEvent.Kind.LINKED, operation, pool.id(), survivor, linked));
        }
    }

    private void emit(IdentityEvent event) {
        ports.events().emit(event);
    }

    static Set<String> providers(Stream<LoginKey> logins) {
        return logins.map(LoginKey::provider).collect(Collectors.toUnmodifiableSet());
    }
}
