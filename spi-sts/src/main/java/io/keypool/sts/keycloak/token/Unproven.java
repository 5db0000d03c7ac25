package io.keypool.sts.keycloak.token;

import io.keypool.aws.AwsFault;
import java.util.Optional;
import java.util.function.Function;

/** A token or an assertion proves nothing. Each service that was given it says so with a fault of its own. */
@SuppressWarnings("serial") // never serialized
public final class Unproven extends RuntimeException {

    private final Reason reason;
    private final Optional<String> detail;

    public Unproven(Reason reason) {
        this(reason, Optional.empty());
    }

    private Unproven(Reason reason, Optional<String> detail) {
        // As with faults, its stack trace would say nothing.
        super(reason.text(), null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    /** The same with the cause that only the log may name. */
    public Unproven because(String cause) {
        return new Unproven(reason, Optional.of(cause));
    }

    public Reason reason() {
        return reason;
    }

    public Optional<String> detail() {
        return detail;
    }

    /** The fault that a service has for the reason, with the cause for its log. */
    public AwsFault as(Function<Reason, AwsFault> words) {
        AwsFault fault = words.apply(reason);
        return detail.map(fault::because).orElse(fault);
    }
}
