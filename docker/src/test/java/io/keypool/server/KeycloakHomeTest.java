package io.keypool.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakHomeTest {

    private static final FileTime EARLIER = FileTime.fromMillis(1_000_000);

    @TempDir
    Path folder;

    private TestHome home;
    private Path jars;

    @BeforeEach
    void unpacked() throws IOException {
        home = TestHome.in(folder);
        jars = Files.createDirectory(folder.resolve("jars"));
        Files.setLastModifiedTime(provider("keypool-sts.jar"), EARLIER);
    }

    private Path provider(String name) {
        return home.directory().resolve("providers").resolve(name);
    }

    @Test
    void refusesAFolderThatHoldsNoDistribution() {
        assertThatThrownBy(() -> KeycloakHome.at(jars)).hasMessageStartingWith("No Keycloak distribution in ");
    }

    @Test
    void leavesAnUnchangedJarAlone() throws IOException {
        Files.writeString(jars.resolve("keypool-sts.jar"), "sts");

        home.open().provide(jars);

        assertThat(Files.getLastModifiedTime(provider("keypool-sts.jar"))).isEqualTo(EARLIER);
    }

    @Test
    void replacesAChangedJarAndDropsOneThatIsGone() throws IOException {
        Files.writeString(jars.resolve("keypool-identity-pool.jar"), "new");
        home.write("providers/keypool-identity-pool.jar", "old");
        home.write("providers/README.md", "Keycloak's own");

        home.open().provide(jars);

        assertThat(provider("keypool-identity-pool.jar")).hasContent("new");
        assertThat(provider("keypool-sts.jar")).doesNotExist();
        assertThat(provider("README.md")).exists();
    }

    @Test
    void aCopyKeepsModificationTimesAndLeavesDataBehind() throws IOException {
        home.write("data/h2/keycloakdb.mv.db", "identities");
        home.write("data/import/demo-realm.json", "{}");

        Path copy = home.open().copyTo(folder.resolve("copy")).directory();

        assertThat(Files.getLastModifiedTime(copy.resolve("providers/keypool-sts.jar")))
                .isEqualTo(EARLIER);
        assertThat(copy.resolve("data/import/demo-realm.json")).exists();
        assertThat(copy.resolve("lib/lib/main/library.jar")).hasContent("library");
        assertThat(copy.resolve("data/h2")).doesNotExist();
    }

    @Test
    void whatTheBuildStepWritesIsNotSharedWithACopy() throws IOException {
        Path copy = home.open().copyTo(folder.resolve("copy")).directory();

        Files.writeString(copy.resolve("lib/quarkus/quarkus-application.dat"), "for postgres");

        assertThat(home.directory().resolve("lib/quarkus/quarkus-application.dat"))
                .hasContent("built");
    }
}
