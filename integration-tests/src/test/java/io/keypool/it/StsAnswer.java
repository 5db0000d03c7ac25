package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What every answer of STS looks like as a whole; parsed strictly, so that no element, attribute or namespace goes
 * unseen. Source: reference/aws-contract.md §4.1.
 */
final class StsAnswer {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private StsAnswer() {}

    /** The members of a success, by their path within the result, say {@code Credentials/AccessKeyId}. */
    static Map<String, String> success(HttpResponse<String> answer, String action) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Map<String, String> texts = texts(answer, action + "Response");
        assertThat(texts.remove("ResponseMetadata/RequestId")).isEqualTo(requestId(answer));

        String result = action + "Result/";
        Map<String, String> members = new LinkedHashMap<>();
        texts.forEach((path, text) -> {
            assertThat(path).startsWith(result);
            members.put(path.substring(result.length()), text);
        });
        return members;
    }

    static void assertRefused(HttpResponse<String> answer, int status, String code, String message) {
        assertThat(refusal(answer, status, code)).as(answer.body()).isEqualTo(message);
    }

    /** The message of a refusal with that status and code. */
    static String refusal(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        Map<String, String> texts = texts(answer, "ErrorResponse");
        String message = texts.getOrDefault("Error/Message", "");
        assertThat(texts)
                .isEqualTo(Map.of(
                        "Error/Type",
                        "Sender",
                        "Error/Code",
                        code,
                        "Error/Message",
                        message,
                        "RequestId",
                        requestId(answer)));
        return message;
    }

    private static String requestId(HttpResponse<String> answer) {
        List<String> ids = answer.headers().allValues("x-amzn-RequestId");
        assertThat(ids).singleElement().asString().matches(UUID);
        return ids.get(0);
    }

    private static Map<String, String> texts(HttpResponse<String> answer, String root) {
        assertThat(answer.headers().allValues("Content-Type"))
                .singleElement()
                .asString()
                .matches("text/xml(; ?charset=(?i:utf-8))?");
        Element element = parse(answer.body());
        assertThat(element.getLocalName()).as(answer.body()).isEqualTo(root);
        Map<String, String> texts = new LinkedHashMap<>();
        children(element).forEach(child -> collect(child, "", texts));
        return texts;
    }

    private static void collect(Node node, String parent, Map<String, String> texts) {
        assertThat(node.getNodeType()).as("only elements within " + parent).isEqualTo(Node.ELEMENT_NODE);
        assertThat(node.getNamespaceURI()).isEqualTo(NAMESPACE);
        assertThat(node.getAttributes().getLength()).isZero();
        String path = parent + node.getLocalName();
        List<Node> children = children(node);
        if (children.stream().allMatch(child -> child.getNodeType() == Node.TEXT_NODE)) {
            assertThat(texts.put(path, node.getTextContent())).as("one " + path).isNull();
            return;
        }
        children.forEach(child -> collect(child, path + "/", texts));
    }

    private static List<Node> children(Node node) {
        return IntStream.range(0, node.getChildNodes().getLength())
                .mapToObj(node.getChildNodes()::item)
                .toList();
    }

    private static Element parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException malformed) {
            throw new AssertionError(xml, malformed);
        }
    }
}
