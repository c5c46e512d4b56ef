package ridgeline.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The API's own description, as a test asks it: what calls there are, and whether an answer has the shape it promises. */
public final class Description {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;
    private final JsonSchemaFactory schemas = JsonSchemaFactory.builder(
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
            .metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                    .keyword(new NonValidationKeyword("components"))
                    .build())
            .build();

    public Description(String yaml) {
        root = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    /** Each as {@code GET /path}. */
    public Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        root.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(
                        method -> calls.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return calls;
    }

    /** What is wrong with an answer to a call, empty when nothing is. */
    public Set<ValidationMessage> faults(String path, int status, String mediaType, String body) {
        JsonNode methods = root.path("paths").path(path);
        JsonNode call = methods.has("get") ? methods.path("get") : methods.path("post");
        JsonNode response = call.path("responses").path(Integer.toString(status));
        if (response.has("$ref"))
            response = root.at(response.path("$ref").asText().substring(1));
        JsonNode schema = response.path("content").path(mediaType).path("schema");
        if (schema.isMissingNode()) {
            throw new AssertionError(path + " describes no " + status + " with " + mediaType);
        }
        return faults(schema, body);
    }

    /** What is wrong with a value of a named shape. */
    public Set<ValidationMessage> faults(String shape, String body) {
        JsonNode schema = root.at("/components/schemas/" + shape);
        if (schema.isMissingNode()) throw new AssertionError("there is no shape " + shape);
        return faults(schema, body);
    }

    private Set<ValidationMessage> faults(JsonNode schema, String body) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("allOf", JSON.createArrayNode().add(schema));
        whole.set("components", root.path("components"));
        JsonSchema validator = schemas.getSchema(whole);
        return validator.validate(body, InputFormat.JSON);
    }
}
