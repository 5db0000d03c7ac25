package io.keypool.webapp;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The sample page and its files, on a port of loopback until it is closed. */
public final class WebApp implements AutoCloseable {

    private static final int THREADS = 8;

    private final HttpServer server;
    private final ExecutorService threads;

    private WebApp(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * @param keypool the server's URL, with the realm {@code demo}
     * @param pages the folder of what {@code examples/web-app} was built to
     * @param port where to listen, 0 for any
     */
    public static WebApp start(URI keypool, Path pages, int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        var app = new WebApp(server, Executors.newFixedThreadPool(THREADS, WebApp::daemon));
        var demo = new DemoRealm(keypool, app.url());
        server.setExecutor(app.threads);
        server.createContext("/", new PageHandler(Pages.of(pages, demo), demo));
        var files = new FileHandler(new Gatekeeper(demo), new FileShelf());
        server.createContext("/demo-public/", files);
        server.createContext("/demo-users/", files);
        server.start();
        return app;
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "sample page");
        thread.setDaemon(true);
        return thread;
    }
}
