package io.keypool.it;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** nginx as {@code examples/nginx} sets it up. */
final class NginxIT extends BehindGateway {

    NginxIT(Keypool keypool, @TempDir Path folder) throws IOException {
        super(ExampleGateway.NGINX, keypool, folder);
    }
}
