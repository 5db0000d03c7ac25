package io.keypool.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that {@code examples/web-app} is built to; beside it stands why it was left out, if it was. */
public record SamplePage(Path folder) {

    public boolean isThere() {
        return Files.exists(folder.resolve("index.html")) && Files.notExists(reasonFile());
    }

    public String reasonOfAbsence() throws IOException {
        return Files.exists(reasonFile()) ? Files.readString(reasonFile()) : "it was not built";
    }

    void leaveOut(String reason) throws IOException {
        Files.createDirectories(reasonFile().getParent());
        Files.writeString(reasonFile(), reason);
    }

    void isBuilt() throws IOException {
        Files.deleteIfExists(reasonFile());
    }

    private Path reasonFile() {
        return folder.resolveSibling(folder.getFileName() + ".absent");
    }
}
