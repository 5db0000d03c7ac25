package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** A SAML response as an identity provider writes it, and whatever a test makes of it. */
record SamlMessage(String xml) {

    static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";

    /** SAML 2.0 profiles, 4.1.4.2. */
    private static final String TEMPLATE = """
            <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
            xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
            ID="{responseId}" Version="2.0" IssueInstant="{now}" Destination="{destination}" InResponseTo="_request">
              <saml:Issuer>{responseIssuer}</saml:Issuer>
              <samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:{status}"/></samlp:Status>
              <saml:Assertion ID="{assertionId}" Version="2.0" IssueInstant="{now}">
                <saml:Issuer>{issuer}</saml:Issuer>
                <saml:Subject>
                  <saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:{format}">{nameId}</saml:NameID>
                  <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
                    <saml:SubjectConfirmationData InResponseTo="_request" Recipient="{recipient}" \
            NotOnOrAfter="{end}"/>
                  </saml:SubjectConfirmation>
                </saml:Subject>
                <saml:Conditions NotBefore="{notBefore}" NotOnOrAfter="{notOnOrAfter}">
                  <saml:AudienceRestriction><saml:Audience>{audience}</saml:Audience></saml:AudienceRestriction>
                </saml:Conditions>
                <saml:AuthnStatement AuthnInstant="{now}" SessionIndex="1">
                  <saml:AuthnContext><saml:AuthnContextClassRef>\
            urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext>
                </saml:AuthnStatement>
                <saml:AttributeStatement>
                  <saml:Attribute Name="urn:oid:0.9.2342.19200300.100.1.3" FriendlyName="mail">
                    <saml:AttributeValue xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:type="xs:string">{mail}</saml:AttributeValue>
                  </saml:Attribute>
                </saml:AttributeStatement>
              </saml:Assertion>
            </samlp:Response>
            """;

    /** @param values of the template, beside those that any message may have */
    static SamlMessage of(Map<String, String> values) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Map<String, String> all = new HashMap<>(Map.of(
                "responseId",
                "_" + UUID.randomUUID(),
                "assertionId",
                "_" + UUID.randomUUID(),
                "now",
                now.toString(),
                "status",
                "Success",
                "format",
                "persistent",
                "end",
                now.plusSeconds(300).toString(),
                "notBefore",
                now.minusSeconds(5).toString(),
                "notOnOrAfter",
                now.plusSeconds(300).toString(),
                "mail",
                "somebody@example.com"));
        all.putAll(values);
        String xml = TEMPLATE;
        for (Map.Entry<String, String> value : all.entrySet()) {
            xml = xml.replace("{" + value.getKey() + "}", value.getValue());
        }
        return new SamlMessage(xml);
    }

    /** The message with some of its text replaced. */
    SamlMessage with(String text, String replacement) {
        assertThat(xml).contains(text);
        return new SamlMessage(xml.replace(text, replacement));
    }

    /** The message without what is between those two texts, and without them. */
    SamlMessage without(String from, String to) {
        int start = xml.indexOf(from);
        int end = xml.indexOf(to, start + from.length()) + to.length();
        assertThat(start).isNotNegative();
        return new SamlMessage(xml.substring(0, start) + xml.substring(end));
    }

    SamlMessage signAssertion(SamlSigner signer) {
        return edit(document -> sign(signer, assertion(document)));
    }

    SamlMessage signResponse(SamlSigner signer) {
        return edit(document -> sign(signer, document.getDocumentElement()));
    }

    SamlMessage edit(Consumer<Document> change) {
        Document document = parse(xml);
        change.accept(document);
        return new SamlMessage(write(document));
    }

    /** The first assertion. */
    static Element assertion(Document document) {
        return (Element) document.getElementsByTagNameNS(ASSERTION, "Assertion").item(0);
    }

    String base64() {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static void sign(SamlSigner signer, Element element) {
        try {
            signer.sign(element);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static Document parse(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (Exception malformed) {
            throw new IllegalArgumentException(xml, malformed);
        }
    }

    private static String write(Document document) {
        try {
            StringWriter text = new StringWriter();
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            writer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
