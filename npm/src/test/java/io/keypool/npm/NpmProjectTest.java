package io.keypool.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmProjectTest {

    @TempDir
    Path folder;

    private Path sources;
    private Path output;
    private Path elsewhere;
    private Node node;

    /** A Node whose npm installs, and which builds, by writing down that it did. */
    @BeforeEach
    void project() throws IOException {
        sources = Files.createDirectory(folder.resolve("sources"));
        output = folder.resolve("output");
        Files.writeString(sources.resolve("package.json"), "{}");
        Files.writeString(sources.resolve("package-lock.json"), "{}");
        Files.writeString(sources.resolve("page.js"), "one");
        elsewhere = Files.writeString(folder.resolve("README.md"), "read");
        FakeProgram.in(folder, "npm", "mkdir -p node_modules && echo installed >> ../installs");
        node = new Node(FakeProgram.in(folder, "node", "cp page.js $2/page.js && echo built >> ../builds"), "v20.0.0");
    }

    @Test
    void installsAndBuildsOnceWhileNothingChanges() throws Exception {
        make(node);
        make(node);

        assertThat(folder.resolve("installs")).hasContent("installed");
        assertThat(folder.resolve("builds")).hasContent("built");
        assertThat(output.resolve("page.js")).hasContent("one");
    }

    @Test
    void aChangedSourceIsBuiltWithoutInstalling() throws Exception {
        make(node);
        Files.writeString(sources.resolve("page.js"), "two");
        Files.writeString(output.resolve("old.js"), "left over");
        make(node);

        assertThat(output.resolve("page.js")).hasContent("two");
        assertThat(output.resolve("old.js")).doesNotExist();
        assertThat(folder.resolve("installs")).hasContent("installed");
    }

    @Test
    void aChangedFileElsewhereIsBuilt() throws Exception {
        make(node);
        Files.writeString(elsewhere, "read again");
        make(node);

        assertThat(folder.resolve("builds")).hasContent("built\nbuilt");
    }

    @Test
    void aChangedLockOrAnotherNodeInstallsAgain() throws Exception {
        make(node);
        Files.writeString(sources.resolve("package-lock.json"), "{ }");
        make(node);
        make(new Node(node.program(), "v22.0.0"));

        assertThat(folder.resolve("installs")).hasContent("installed\ninstalled\ninstalled");
    }

    @Test
    void packagesThatCannotBeHadAreLikeAMissingNode() throws Exception {
        FakeProgram.in(folder, "npm", "exit 1");

        assertThatThrownBy(() -> new NpmProject(sources).install(node))
                .isInstanceOf(MissingNodeException.class)
                .hasMessage("npm could not install the packages of sources");
    }

    @Test
    void aBuildThatFailsIsAFailureAndIsTriedAgain() throws Exception {
        var broken = new Node(FakeProgram.in(folder, "broken", "exit 1"), "v20.0.0");

        assertThatThrownBy(() -> make(broken)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> make(broken)).isInstanceOf(IllegalStateException.class);
    }

    private void make(Node with) throws Exception {
        var project = new NpmProject(sources);
        project.install(with);
        project.build(with, "build.mjs", output, List.of(elsewhere));
    }
}
