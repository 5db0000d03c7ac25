package io.keypool.it;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Caddy as {@code examples/caddy} sets it up. */
final class CaddyIT extends BehindGateway {

    CaddyIT(Keypool keypool, @TempDir Path folder) throws IOException {
        super(ExampleGateway.CADDY, keypool, folder);
    }
}
