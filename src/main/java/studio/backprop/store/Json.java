package studio.backprop.store;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON sections: deterministic writing, strict reading. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectWriter WRITER =
      MAPPER.writer().with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static byte[] write(ObjectNode root) {
    return WRITER.writeValueAsBytes(root);
  }

  /** @throws StoreProblem if the section is not one JSON object */
  static Fields read(Section section, byte[] bytes) throws StoreProblem {
    try {
      JsonNode root = MAPPER.readTree(bytes);
      if (root.isObject()) {
        return Fields.of("", root);
      }
    } catch (JacksonException e) {
      // reported below, in this program's words
    }
    throw StoreProblem.of("store.section", section.file());
  }
}
