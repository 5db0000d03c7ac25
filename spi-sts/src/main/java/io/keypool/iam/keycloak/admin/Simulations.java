package io.keypool.iam.keycloak.admin;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.aws.PageRequest;
import io.keypool.iam.IamFault;
import io.keypool.iam.IamRole;
import io.keypool.iam.IdentityAndAccess;
import io.keypool.iam.SimulatedContext;
import io.keypool.iam.SimulationRequest;
import io.keypool.iam.SimulationResult;
import io.keypool.policy.DecisionTrace;
import io.keypool.sts.keycloak.refusal.PolicyDecision;
import java.util.List;
import java.util.Optional;

/** Asks the simulator of IAM what an administrator wants to know. */
final class Simulations {

    private static final int MOST_RESULTS = 1_000;

    private final IdentityAndAccess iam;
    private final AccountId account;

    Simulations(IdentityAndAccess iam, AccountId account) {
        this.iam = iam;
        this.account = account;
    }

    /** @throws io.keypool.aws.AwsFault InvalidInput or NoSuchEntity */
    SimulationRepresentation answer(SimulationQuestion question) {
        Optional<Arn> principal = principal(question);
        SimulationRequest request = request(question);
        List<SimulationResult> results = principal
                .map(source -> iam.simulator().principal(source, request))
                .orElseGet(() -> iam.simulator().custom(request))
                .items();
        String name = principal.map(Arn::toString).orElse("anybody");
        return new SimulationRepresentation(
                results.stream().map(result -> result(name, result)).toList());
    }

    private Optional<Arn> principal(SimulationQuestion question) {
        if (question.role() != null) {
            return Optional.of(role(question.role()));
        }
        return Optional.ofNullable(question.user()).map(clientId -> Arn.user(account, clientId));
    }

    private Arn role(String nameOrArn) {
        Optional<Arn> arn = Arn.parse(nameOrArn);
        return arn.isPresent() ? arn.get() : named(nameOrArn).arn();
    }

    private IamRole named(String name) {
        return iam.roles().get(name);
    }

    private static SimulationRequest request(SimulationQuestion question) {
        if ((long) question.actionNames().size() * question.resourceNames().size() > MOST_RESULTS) {
            throw IamFault.invalidInput(
                    "At most " + MOST_RESULTS + " results: actions, multiplied by resources, are more.");
        }
        return new SimulationRequest(
                question.documents(),
                List.of(),
                null,
                null,
                question.actionNames(),
                question.resourceNames(),
                SimulatedContext.of(question.entries()),
                new PageRequest("", MOST_RESULTS));
    }

    private static SimulationRepresentation.Result result(String principal, SimulationResult result) {
        return new SimulationRepresentation.Result(
                result.action(),
                result.resource(),
                result.outcome(),
                result.missingKeys(),
                PolicyDecision.of(new DecisionTrace(principal, result.action(), result.resource(), result.decision())));
    }
}
