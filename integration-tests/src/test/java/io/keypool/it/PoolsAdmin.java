package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.Map;

/** The identity pools' admin REST of a realm. Whatever is asked and answered must fit the {@link AdminContract}. */
record PoolsAdmin(Admin admin, String realm) {

    /** The same for somebody else. */
    PoolsAdmin as(Admin other) {
        return new PoolsAdmin(other, realm);
    }

    HttpResponse<String> get(String path) {
        HttpResponse<String> answer = admin.get(address(path));
        AdminContract.assertFits("get", path, MissingNode.getInstance(), answer);
        return answer;
    }

    HttpResponse<String> post(String path, Map<String, ?> body) {
        HttpResponse<String> answer = admin.post(address(path), body);
        AdminContract.assertFits("post", path, body.isEmpty() ? MissingNode.getInstance() : Admin.tree(body), answer);
        return answer;
    }

    HttpResponse<String> put(String path, Map<String, ?> body) {
        HttpResponse<String> answer = admin.put(address(path), body);
        AdminContract.assertFits("put", path, body.isEmpty() ? MissingNode.getInstance() : Admin.tree(body), answer);
        return answer;
    }

    HttpResponse<String> delete(String path) {
        HttpResponse<String> answer = admin.delete(address(path));
        AdminContract.assertFits("delete", path, MissingNode.getInstance(), answer);
        return answer;
    }

    /** What is found. */
    JsonNode found(String path) {
        return success(get(path));
    }

    /** What is done. */
    JsonNode done(String path, Map<String, ?> body) {
        return success(post(path, body));
    }

    /** An error in Keycloak's manner. */
    static void assertRefused(HttpResponse<String> answer, int status, String message) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Admin.parse(answer.body())).isEqualTo(Admin.tree(Map.of("errorMessage", message)));
    }

    private static JsonNode success(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Admin.parse(answer.body());
    }

    private String address(String path) {
        return "/" + realm + "/identity-pools" + path;
    }
}
