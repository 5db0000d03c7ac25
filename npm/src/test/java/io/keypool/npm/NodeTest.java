package io.keypool.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"v20.0.0", "v20.20.2", "v26.1.0-nightly"})
    void takesTwentyAndNewer(String version) throws Exception {
        Path program = FakeProgram.in(folder, "node", "echo " + version);

        assertThat(Node.onPath("/nowhere" + File.pathSeparator + folder)).isEqualTo(new Node(program, version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v18.19.0", "v9.0.0", "not found"})
    void saysWhichOneIsTooOld(String version) throws Exception {
        Path program = FakeProgram.in(folder, "node", "echo " + version);

        assertThatThrownBy(() -> Node.onPath(folder.toString()))
                .isInstanceOf(MissingNodeException.class)
                .hasMessage("Node 20 or newer is needed, and " + program + " is " + version);
    }

    @Test
    void saysThatThereIsNone() throws Exception {
        Files.createDirectory(folder.resolve("node"));

        assertThatThrownBy(() -> Node.onPath(folder.toString()))
                .isInstanceOf(MissingNodeException.class)
                .hasMessage("Node 20 or newer is needed, and there is no node on the path");
    }
}
