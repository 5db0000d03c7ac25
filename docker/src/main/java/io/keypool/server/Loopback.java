package io.keypool.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1. */
final class Loopback {

    private Loopback() {}

    static boolean isTaken(int port) {
        try (var socket = listen(port)) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    /** Both sockets are open at once, so that the same port does not come up twice. */
    static int[] twoFreePorts() {
        try (var one = listen(0);
                var other = listen(0)) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }
}
