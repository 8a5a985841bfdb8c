package gateway.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Twilio's own OpenAPI document says of the two requests we make and of their answers; whence it was taken stands in
 * it. A field it does not name, and a value it does not allow, is a fault. Of an address it says "uri" only, so that is
 * looked at here.
 */
final class TwilioContract {

    private static final String DOCUMENT = "twilio-openapi.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode WHOLE = read();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V4,
            builder -> builder.metaSchema(OpenApi30.getInstance()).defaultMetaSchemaIri(OpenApi30.getInstance().getIri()));

    private final String operation;
    private final JsonNode form;
    private final JsonSchema request;
    private final JsonSchema answer;
    private final JsonNode answered;

    private TwilioContract(String noun) {
        operation = "/paths/~12010-04-01~1Accounts~1{AccountSid}~1" + noun + ".json/post";
        form = WHOLE.at(operation + "/requestBody/content/application~1x-www-form-urlencoded/schema");
        request = schema(operation + "/requestBody/content/application~1x-www-form-urlencoded/schema");
        var named = WHOLE.at(operation + "/responses/201/content/application~1json/schema/$ref").asText().substring(1);
        answer = schema(named);
        answered = WHOLE.at(named);
    }

    static TwilioContract ofMessages() {
        return new TwilioContract("Messages");
    }

    static TwilioContract ofCalls() {
        return new TwilioContract("Calls");
    }

    /** What is wrong with a request, in the document's eyes; empty when nothing is. */
    List<String> faultsOfRequest(Map<String, List<String>> fields) {
        var faults = new ArrayList<String>();
        var whole = JSON.createObjectNode();
        fields.forEach((name, values) -> {
            var property = form.at("/properties").path(name);
            if (property.isMissingNode()) {
                faults.add(name + " is no field");
            } else if (property.path("format").asText().equals("uri") && !isAddress(values.getFirst())) {
                faults.add(name + " is no address");
            } else {
                put(whole, name, property.path("type").asText(), values, faults);
            }
        });
        request.validate(whole).stream().map(ValidationMessage::getMessage).forEach(faults::add);
        return faults;
    }

    /** What is wrong with an answer of the fake, in the document's eyes. */
    List<String> faultsOfAnswer(String json) {
        try {
            var whole = JSON.readTree(json);
            var faults = new ArrayList<String>();
            whole.fieldNames().forEachRemaining(name -> {
                if (answered.at("/properties").path(name).isMissingNode()) {
                    faults.add(name + " is no field");
                }
            });
            answer.validate(whole).stream().map(ValidationMessage::getMessage).forEach(faults::add);
            return faults;
        } catch (IOException noJson) {
            return List.of("no JSON");
        }
    }

    /** A form knows text only; the document says what the text must be. */
    private static void put(ObjectNode whole, String name, String type, List<String> values, List<String> faults) {
        if (type.equals("array")) {
            values.forEach(whole.withArray("/" + name)::add);
        } else if (values.size() != 1) {
            faults.add(name + " came " + values.size() + " times");
        } else if (type.equals("integer") && values.getFirst().matches("-?[0-9]{1,9}")) {
            whole.put(name, Integer.parseInt(values.getFirst()));
        } else if (type.equals("boolean") && values.getFirst().matches("true|false")) {
            whole.put(name, Boolean.parseBoolean(values.getFirst()));
        } else {
            whole.put(name, values.getFirst());
        }
    }

    private static boolean isAddress(String written) {
        try {
            var address = URI.create(written);
            return address.isAbsolute() && address.getHost() != null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static JsonSchema schema(String pointer) {
        return SCHEMAS.getSchema(SchemaLocation.of("classpath:" + DOCUMENT + "#" + pointer));
    }

    private static JsonNode read() {
        try (var document = TwilioContract.class.getResourceAsStream("/" + DOCUMENT)) {
            return JSON.readTree(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
