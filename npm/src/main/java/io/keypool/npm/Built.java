package io.keypool.npm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that an {@link NpmProject} is built to; beside it stands why it was left out, if it was. */
public record Built(Path folder) {

    public boolean isThere() {
        return Files.isDirectory(folder) && Files.notExists(reasonFile());
    }

    public String reasonOfAbsence() throws IOException {
        return Files.exists(reasonFile()) ? Files.readString(reasonFile()) : "it was not built";
    }

    /** What was built before from other sources must not be taken for it. */
    void leaveOut(String reason) throws IOException {
        Folders.empty(folder);
        Files.writeString(reasonFile(), reason);
    }

    void isBuilt() throws IOException {
        Files.deleteIfExists(reasonFile());
    }

    private Path reasonFile() {
        return folder.resolveSibling(folder.getFileName() + ".absent");
    }
}
