package io.keypool.gateway;

import io.keypool.aws.sigv4.AcceptedRegions;
import io.keypool.aws.sigv4.PayloadRule;
import io.keypool.aws.sigv4.SigningProfile;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A service behind a gateway.
 *
 * @param hosts how clients address it: lower case, with the port where it is not the scheme's own
 * @param signingName the name of the service that its clients sign for
 * @param regions the regions that its clients may sign for
 */
public record ProtectedService(
        Set<String> hosts, String signingName, Set<String> regions, Payload payload, Mapping mapping) {

    private static final Pattern HOST =
            Pattern.compile("[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?|\\[[0-9a-f:.]+](?::[0-9]{1,5})?");
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,64}");

    /** @throws IllegalArgumentException for what is no service */
    public ProtectedService {
        hosts = Set.copyOf(hosts);
        regions = Set.copyOf(regions);
        require(!hosts.isEmpty(), "a protected service has a host");
        require(
                hosts.stream().allMatch(host -> HOST.matcher(host).matches()),
                "a host is a name in lower case, with :port where clients name one");
        require(NAME.matcher(signingName).matches(), "a service's name has small letters, digits and - only");
        require(
                !regions.isEmpty()
                        && regions.stream()
                                .allMatch(region -> NAME.matcher(region).matches()),
                "a region has small letters, digits and - only");
    }

    /** How the request must be signed. */
    SigningProfile signing(OriginalRequest request) {
        PayloadRule rule = mapping.readsBody(request.method())
                ? payload.rule(request.client().secure())
                : PayloadRule.UNSIGNED_ALLOWED;
        return new SigningProfile(signingName, AcceptedRegions.only(regions), mapping.signedPath(), rule);
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw new IllegalArgumentException(message);
        }
    }
}
