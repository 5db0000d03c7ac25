package io.keypool.identitypool.keycloak.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.ClientConnection;

/**
 * Where a call comes from, as far as it can be told from elsewhere: an address of IPv4, or the 64 bits of IPv6 that one
 * household or device is given whole. Never printed: an address is of a person.
 */
record Network(String prefix) {

    private static final int PREFIX_BYTES = 8;

    /** What a proxy may name is no address; no more of it than this is kept. */
    private static final int LONGEST = 64;

    /** Nothing where no request is the cause. */
    static Optional<Network> of(@Nullable ClientConnection connection) {
        if (connection == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(connection.getRemoteAddr())
                .or(() -> Optional.ofNullable(connection.getRemoteHost()))
                .map(Network::of);
    }

    static Network of(String address) {
        return new Network(address.contains(":") ? ofIpV6(address) : cut(address));
    }

    private static String ofIpV6(String address) {
        try {
            // In brackets it is an address or nothing: no name is looked up.
            InetAddress parsed = InetAddress.getByName('[' + address + ']');
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return cut(address);
        }
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    @Override
    public String toString() {
        return "***";
    }
}
