package io.keypool.it;

import io.keypool.npm.MissingNodeException;
import io.keypool.npm.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What browser tests run, neither of which a build can bring. */
record BrowserPrograms(Path chromium, Node node) {

    /** Ends the test where one of them is missing. */
    static BrowserPrograms needed() {
        Path chromium = InstalledProgram.needed(
                "apt-get install chromium", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        try {
            return new BrowserPrograms(chromium, Node.installed());
        } catch (MissingNodeException missing) {
            throw InstalledProgram.missing(missing.reason());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
