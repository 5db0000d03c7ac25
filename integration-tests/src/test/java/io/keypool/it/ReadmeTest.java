package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** README.md shows the clients as {@link ClientsIT} runs them. */
final class ReadmeTest {

    private static final Path CLIENTS = ExampleProcess.example("clients");
    private static final Pattern SHOWN = Pattern.compile(".* README begins\n(.*\n).* README ends\n", Pattern.DOTALL);

    static List<String> clients() throws IOException {
        try (Stream<Path> entries = Files.list(CLIENTS)) {
            return entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void showsWhatIsRun(String client) throws IOException {
        assertThat(blockOf(client)).isEqualTo(shown(CLIENTS.resolve(client)));
    }

    /** The code that follows the link to the client. */
    private static String blockOf(String client) throws IOException {
        Matcher block = Pattern.compile(
                        "<a href=\"examples/clients/" + client + "/\">.*?</summary>\n\n```\\w+\n(.*?)```\n\n</details>",
                        Pattern.DOTALL)
                .matcher(Files.readString(ExampleProcess.example("../README.md")));
        assertThat(block.find()).as("README.md has " + client).isTrue();
        return block.group(1);
    }

    private static String shown(Path client) throws IOException {
        List<String> shown = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(client, Files::isRegularFile)) {
            for (Path file : files) {
                Matcher region = SHOWN.matcher(Files.readString(file));
                if (region.find()) {
                    shown.add(region.group(1).stripTrailing().stripIndent().strip() + "\n");
                }
            }
        }
        assertThat(shown).as("one file has lines for README.md").hasSize(1);
        return shown.get(0);
    }
}
