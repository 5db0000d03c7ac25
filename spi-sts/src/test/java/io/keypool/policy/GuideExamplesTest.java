package io.keypool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples of the IAM User Guide's pages, with the requests that the pages speak of; a file for each page, in
 * {@code src/test/resources/policy}.
 */
class GuideExamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicContainer> decidesAsTheGuideSays() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(getClass().getResource("/policy")).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream().map(GuideExamplesTest::page);
        }
    }

    private static DynamicContainer page(Path file) {
        try {
            JsonNode page = JSON.readTree(file.toFile());
            return DynamicContainer.dynamicContainer(
                    page.path("page").asText(), elements(page.path("examples")).map(GuideExamplesTest::example));
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static DynamicContainer example(JsonNode example) {
        PolicyVector vector = new PolicyVector(example);
        return DynamicContainer.dynamicContainer(
                example.path("title").asText(),
                elements(example.path("cases"))
                        .map(each -> DynamicTest.dynamicTest(
                                name(each),
                                () -> assertThat(vector.decide(each))
                                        .satisfies(decision -> assertThat(
                                                        decision.getClass().getSimpleName())
                                                .as(decision::toString)
                                                .isEqualTo(each.path("decision").asText())))));
    }

    private static String name(JsonNode each) {
        List<String> parts = List.of(
                each.path("action").asText(),
                each.path("resource").asText(),
                each.path("context").toString(),
                each.path("decision").asText());
        return String.join(" ", parts);
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
