package io.keypool.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileShelfTest {

    private final FileShelf shelf = new FileShelf();

    @Test
    void theOldestMakesRoom() {
        for (int i = 0; i <= 1000; i++) {
            shelf.put("/demo-users/" + i, bytes("note"));
        }

        assertThat(shelf.get("/demo-users/0")).isEmpty();
        assertThat(shelf.get("/demo-users/1")).isPresent();
        assertThat(shelf.get("/demo-users/1000")).isPresent();
    }

    @Test
    void whatIsRemovedIsGone() {
        shelf.put("/demo-users/a", bytes("note"));
        shelf.remove("/demo-users/a");

        assertThat(shelf.get("/demo-users/a")).isEmpty();
    }

    @Test
    void nobodyChangesTheGreeting() {
        shelf.put("/demo-public/hello.txt", bytes("mine"));
        shelf.remove("/demo-public/hello.txt");

        assertThat(shelf.get("/demo-public/hello.txt")).hasValue(bytes("Hello, whoever you are.\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
