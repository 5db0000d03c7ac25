package io.keypool.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildStampTest {

    @TempDir
    Path folder;

    private TestHome home;

    private BuildStamp stamp(String... arguments) {
        return new BuildStamp(home.directory(), List.of(arguments));
    }

    @BeforeEach
    void built() throws IOException {
        home = TestHome.in(folder);
        stamp("build", "--db=dev-file").write();
    }

    @Test
    void isCurrentWhileNothingChanged() throws IOException {
        assertThat(stamp("build", "--db=dev-file").isCurrent()).isTrue();
    }

    @Test
    void otherOptionsNeedABuild() throws IOException {
        assertThat(stamp("build", "--db=postgres").isCurrent()).isFalse();
    }

    @Test
    void anotherJarNeedsABuild() throws IOException {
        home.write("providers/keypool-identity-pool.jar", "pool");

        assertThat(stamp("build", "--db=dev-file").isCurrent()).isFalse();
    }

    @Test
    void aTouchedJarNeedsABuild() throws IOException {
        Files.setLastModifiedTime(home.directory().resolve("providers/keypool-sts.jar"), FileTime.fromMillis(1000));

        assertThat(stamp("build", "--db=dev-file").isCurrent()).isFalse();
    }

    @Test
    void aDistributionUnpackedAgainNeedsABuild() throws IOException {
        home.write("lib/quarkus/quarkus-application.dat", "pristine");

        assertThat(stamp("build", "--db=dev-file").isCurrent()).isFalse();
    }

    @Test
    void aBuildThatDidNotFinishLeavesNoStamp() throws IOException {
        stamp("build", "--db=dev-file").clear();

        assertThat(stamp("build", "--db=dev-file").isCurrent()).isFalse();
    }
}
