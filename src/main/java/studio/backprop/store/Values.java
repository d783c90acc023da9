package studio.backprop.store;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Validating reader of JSON values; each method takes the path for its message. */
final class Values {
  /** Maximum length of a text. */
  private static final int MAX_LENGTH = 100_000;

  private Values() {}

  static String text(String path, JsonNode node) throws StoreProblem {
    if (!node.isString() || node.asString().length() > MAX_LENGTH) {
      throw StoreProblem.value("store.not-text", path);
    }
    return node.asString();
  }

  static long whole(String path, JsonNode node, long min, long max) throws StoreProblem {
    if (!node.isIntegralNumber()) {
      throw StoreProblem.value("store.not-whole", path, said(node));
    }
    if (!node.canConvertToLong() || node.asLong() < min || node.asLong() > max) {
      throw StoreProblem.value("store.range", path, String.valueOf(min), String.valueOf(max), said(node));
    }
    return node.asLong();
  }

  static double real(String path, JsonNode node, double min, double max) throws StoreProblem {
    if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
      throw StoreProblem.value("store.not-number", path, said(node));
    }
    if (node.asDouble() < min || node.asDouble() > max) {
      throw outOfRange(path, min, max, said(node));
    }
    return node.asDouble();
  }

  static boolean yesOrNo(String path, JsonNode node) throws StoreProblem {
    if (!node.isBoolean()) {
      throw StoreProblem.value("store.not-switch", path, said(node));
    }
    return node.asBoolean();
  }

  static int[] wholes(String path, JsonNode list) throws StoreProblem {
    if (!list.isArray()) {
      throw StoreProblem.value("store.not-list", path);
    }
    int[] numbers = new int[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (int) whole(path + "[" + i + "]", list.get(i), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    return numbers;
  }

  /** Enum constant by its lower-case name. */
  static Object choice(String path, JsonNode node, List<? extends Object> constants) throws StoreProblem {
    String text = text(path, node);
    return constants.stream()
        .filter(constant -> name(constant).equals(text))
        .findFirst()
        .orElseThrow(() -> StoreProblem.value("store.unknown", path, said(node)));
  }

  /** Name of an enum constant in files. */
  static String name(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  static StoreProblem outOfRange(String path, double min, double max, String value) {
    return StoreProblem.value("store.range", path, said(min), said(max), value);
  }

  private static String said(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15 ? String.valueOf((long) number) : String.valueOf(number);
  }

  /** Truncated, for messages. */
  static String said(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }

  /** Truncated text of a value, for messages. */
  static String said(JsonNode node) {
    return said(node.toString());
  }
}
