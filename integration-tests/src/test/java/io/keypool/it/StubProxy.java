package io.keypool.it;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP proxy that knows CONNECT only and leads every host that it is asked for to one port of this machine.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#CONNECT">RFC 9110, 9.3.6</a>
 */
final class StubProxy implements AutoCloseable {

    private static final byte[] ESTABLISHED = "HTTP/1.1 200 Connection established\r\n\r\n".getBytes(US_ASCII);
    private static final int MAX_HEAD = 8192;

    private final ServerSocket listener;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool(StubProxy::daemon);
    private final Map<Socket, String> tunnels = new ConcurrentHashMap<>();
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
    private final Set<String> stalled = ConcurrentHashMap.newKeySet();

    private StubProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    /** @param target the port of a server on loopback that is all the hosts */
    static StubProxy start(int target) throws IOException {
        StubProxy proxy = new StubProxy(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), target);
        proxy.threads.execute(proxy::listen);
        return proxy;
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "stub providers");
        thread.setDaemon(true);
        return thread;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Cuts the connections to that host and takes no new ones until {@link #restore}. */
    void cut(String host) {
        unreachable.add(host);
        closeTunnels(host);
    }

    /** Cuts the connections to that host and keeps whoever wants a new one waiting until {@link #restore}. */
    void stall(String host) {
        stalled.add(host);
        closeTunnels(host);
    }

    void restore(String host) {
        unreachable.remove(host);
        if (stalled.remove(host)) {
            closeTunnels(host);
        }
    }

    private void closeTunnels(String host) {
        tunnels.forEach((client, to) -> {
            if (to.equals(host)) {
                close(client);
            }
        });
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String host = host(client.getInputStream());
            if (unreachable.contains(host)) {
                return;
            }
            tunnels.put(client, host);
            if (stalled.contains(host)) {
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
                return;
            }
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                client.getOutputStream().write(ESTABLISHED);
                threads.execute(() -> pipe(server, client));
                pipe(client, server);
            }
        } catch (IOException broken) {
            // Either side may leave as it likes.
        } finally {
            tunnels.remove(client);
        }
    }

    /** Of {@code CONNECT host:port HTTP/1.1} and header fields. */
    private static String host(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || head.length() > MAX_HEAD) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        String[] request = head.toString().split("[ :]", 3);
        if (!request[0].equals("CONNECT")) {
            throw new IOException("not " + request[0]);
        }
        return request[1];
    }

    private static void pipe(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // Whoever closed one side has closed both.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        tunnels.keySet().forEach(StubProxy::close);
        threads.shutdownNow();
    }
}
