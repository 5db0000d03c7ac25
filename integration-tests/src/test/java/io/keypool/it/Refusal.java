package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A refusal in the one shape that the clients of its service understand; an answer in any other shape fails the test.
 *
 * <p>Source: reference/aws-contract.md §2.2 and §2.3 for Cognito Identity, §4.1 for STS.
 */
record Refusal(int status, String code, String message, String requestId) {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String STS_NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final String IAM_NAMESPACE = "https://iam.amazonaws.com/doc/2010-05-08/";
    private static final JsonMapper STRICT_JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** AWS JSON 1.1: a body of exactly {@code __type} and {@code message}, and the same code in a header. */
    static Refusal ofCognito(WireAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 599);
        assertThat(answer.header("Content-Type")).as(answer.body()).containsExactly("application/x-amz-json-1.1");
        JsonNode json = json(answer.body());
        assertThat(json.isObject()).as(answer.body()).isTrue();
        assertThat(json.fieldNames()).toIterable().containsExactlyInAnyOrder("__type", "message");
        assertThat(json.get("__type").isTextual()).isTrue();
        assertThat(json.get("message").isTextual()).isTrue();
        String code = json.get("__type").textValue();
        // AWS sends the header with a colon at its end, and its clients cut it off.
        assertThat(answer.header("x-amzn-ErrorType")).containsExactly(code + ":");
        return checked(answer, code, json.get("message").textValue());
    }

    /** AWS Query: an ErrorResponse in the namespace of STS, with the request id of the header. */
    static Refusal ofSts(WireAnswer answer) {
        return ofQuery(answer, STS_NAMESPACE);
    }

    /** As {@link #ofSts}, in the namespace of IAM. */
    static Refusal ofIam(WireAnswer answer) {
        return ofQuery(answer, IAM_NAMESPACE);
    }

    private static Refusal ofQuery(WireAnswer answer, String namespace) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 599);
        assertThat(answer.header("Content-Type"))
                .as(answer.body())
                .singleElement()
                .asString()
                .matches("text/xml(; ?charset=(?i:utf-8))?");
        List<Element> parts = children(xml(answer.body()), "ErrorResponse", namespace);
        assertThat(parts).extracting(Node::getLocalName).containsExactly("Error", "RequestId");
        List<Element> error = children(parts.get(0), "Error", namespace);
        assertThat(error).extracting(Node::getLocalName).containsExactly("Type", "Code", "Message");
        assertThat(error.get(0).getTextContent()).isEqualTo(answer.status() < 500 ? "Sender" : "Receiver");
        assertThat(answer.header("x-amzn-RequestId"))
                .containsExactly(parts.get(1).getTextContent());
        return checked(answer, error.get(1).getTextContent(), error.get(2).getTextContent());
    }

    /** Fails unless it has this status and code. */
    Refusal expect(int expectedStatus, String expectedCode) {
        assertThat(status).as("%s: %s", code, message).isEqualTo(expectedStatus);
        assertThat(code).as(message).isEqualTo(expectedCode);
        return this;
    }

    private static Refusal checked(WireAnswer answer, String code, String message) {
        assertThat(code).matches("[A-Za-z]+");
        assertThat(message)
                .isNotBlank()
                .doesNotContain("\tat ", "java.", "io.keypool", "org.keycloak", "com.fasterxml", "jakarta.");
        assertThat(answer.header("Date")).hasSize(1);
        assertThat(answer.header("x-amzn-RequestId")).singleElement().asString().matches(UUID);
        String requestId = answer.header("x-amzn-RequestId").get(0);
        return new Refusal(answer.status(), code, message, requestId);
    }

    private static JsonNode json(String body) {
        try {
            return STRICT_JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(body, malformed);
        }
    }

    private static Element xml(String body) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(body)))
                    .getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException malformed) {
            throw new AssertionError(body, malformed);
        }
    }

    private static List<Element> children(Element parent, String name, String namespace) {
        assertThat(parent.getLocalName()).isEqualTo(name);
        assertThat(parent.getNamespaceURI()).isEqualTo(namespace);
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .map(Element.class::cast)
                .toList();
    }
}
