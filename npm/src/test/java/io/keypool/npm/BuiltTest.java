package io.keypool.npm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltTest {

    @TempDir
    Path folder;

    @Test
    void isThereWhenItIsBuilt() throws IOException {
        var built = aBuild();

        assertThat(built.isThere()).isTrue();
    }

    @Test
    void ifItCannotBeBuiltAnymoreAnOlderOneIsNotTaken() throws IOException {
        var built = aBuild();
        built.leaveOut("Node is too old");

        assertThat(built.isThere()).isFalse();
        assertThat(built.reasonOfAbsence()).isEqualTo("Node is too old");
        assertThat(built.folder()).isEmptyDirectory();
    }

    @Test
    void isThereAgainAsSoonAsItCanBeBuilt() throws IOException {
        var built = aBuild();
        built.leaveOut("Node is too old");
        built.isBuilt();

        assertThat(built.isThere()).isTrue();
    }

    @Test
    void saysThatItWasNeverBuilt() throws IOException {
        assertThat(new Built(folder.resolve("page")).reasonOfAbsence()).isEqualTo("it was not built");
    }

    private Built aBuild() throws IOException {
        Path target = Files.createDirectory(folder.resolve("page"));
        Files.writeString(target.resolve("index.html"), "<!doctype html>");
        return new Built(target);
    }
}
