package io.keypool.it;

import io.keypool.npm.Built;
import io.keypool.webapp.WebApp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The page of {@code examples/web-app}, as the quickstart serves it, on a port of its own. */
final class SampleApp implements AutoCloseable {

    private final WebApp app;
    private final ProtectedHost files;

    private SampleApp(WebApp app, ProtectedHost files) {
        this.app = app;
        this.files = files;
    }

    /** The page must have been built: whoever has the programs for a browser test has those to build it. */
    static SampleApp start(Keypool keypool) throws IOException {
        Built page = new Built(Path.of(System.getProperty("keypool.page")));
        if (!page.isThere()) {
            throw new AssertionError(page.reasonOfAbsence());
        }
        WebApp app = WebApp.start(keypool.url(), page.folder(), 0);
        ProtectedHost files = ProtectedHost.add(
                keypool, app.url(), Map.of("mapping", List.of("s3"), "payload", List.of("unsigned-over-tls")));
        return new SampleApp(app, files);
    }

    URI url() {
        return app.url();
    }

    @Override
    public void close() {
        files.close();
        app.close();
    }
}
