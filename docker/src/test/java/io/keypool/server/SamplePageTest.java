package io.keypool.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePageTest {

    @TempDir
    Path folder;

    @Test
    void isThereWhenItIsBuilt() throws IOException {
        var page = built();

        assertThat(page.isThere()).isTrue();
    }

    @Test
    void ifItCannotBeBuiltAnymoreAnOlderOneIsNotShown() throws IOException {
        var page = built();
        page.leaveOut("Node is too old");

        assertThat(page.isThere()).isFalse();
        assertThat(page.reasonOfAbsence()).isEqualTo("Node is too old");
    }

    @Test
    void isThereAgainAsSoonAsItCanBeBuilt() throws IOException {
        var page = built();
        page.leaveOut("Node is too old");
        page.isBuilt();

        assertThat(page.isThere()).isTrue();
    }

    @Test
    void saysThatItWasNeverBuilt() throws IOException {
        assertThat(new SamplePage(folder.resolve("web-app")).reasonOfAbsence()).isEqualTo("it was not built");
    }

    private SamplePage built() throws IOException {
        Path target = Files.createDirectory(folder.resolve("web-app"));
        Files.writeString(target.resolve("index.html"), "<!doctype html>");
        return new SamplePage(target);
    }
}
