package io.keypool.identitypool.keycloak.oidc;

import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationSelectionOption;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/** The offer to go on as a guest, beside the other ways to log in of a flow. */
final class GuestOffer {

    /** A client's wish to skip the page on which people choose, {@code guest=true} at the authorization endpoint. */
    private static final String PARAMETER =
            AuthorizationEndpoint.LOGIN_SESSION_NOTE_ADDITIONAL_REQ_PARAMS_PREFIX + "guest";

    private static final String PAGE = "identity-pool-guest.ftl";

    private GuestOffer() {}

    /** Nobody is shown the offer, or may take it, in this login. */
    static void withdraw(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        executions(context).forEach(execution -> login.setExecutionStatus(execution, ExecutionStatus.SKIPPED));
    }

    /** Whether the client takes the offer for whoever it sends, where there is one. */
    static boolean isTaken(AuthenticationFlowContext context) {
        return "true".equals(context.getAuthenticationSession().getClientNote(PARAMETER))
                && executions(context).findFirst().isPresent();
    }

    /** A page that takes the offer by itself: who follows a link, as crawlers do, is no guest yet. */
    static void present(AuthenticationFlowContext context) {
        String execution =
                executions(context).findFirst().orElse(context.getExecution().getId());
        context.challenge(
                context.form().setAttribute("guestExecution", execution).createForm(PAGE));
    }

    private static Stream<String> executions(AuthenticationFlowContext context) {
        return context.getAuthenticationSelections().stream()
                .map(AuthenticationSelectionOption::getAuthenticationExecution)
                .filter(execution -> GuestLoginFactory.ID.equals(execution.getAuthenticator()))
                .map(execution -> execution.getId());
    }
}
