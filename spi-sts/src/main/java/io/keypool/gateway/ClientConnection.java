package io.keypool.gateway;

import java.util.regex.Pattern;

/**
 * How a client reached its gateway.
 *
 * @param address the IP address that the gateway saw
 * @param secure whether by TLS
 */
public record ClientConnection(String address, boolean secure) {

    private static final Pattern IP =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|(?=(?:[^:]*:){2})[0-9A-Fa-f:.]{2,45}");

    /** @throws IllegalArgumentException for what is no address */
    public ClientConnection {
        if (!IP.matcher(address).matches()) {
            throw new IllegalArgumentException("no IP address");
        }
    }
}
