package studio.backprop.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file of numbers computed by scikit-learn, SciPy or PyTorch in double precision.
 *
 * @param name of the file, without its ending
 * @param json what it holds
 */
record EvaluationCase(String name, JsonNode json) {
  private static final double NEAR_ZERO = 1e-9;
  /** The engine's numbers are floats: a difference of two logits near 1 is known to some 1e-7. */
  private static final double NEAR_ZERO_OF_FLOATS = 1e-6;

  /** The cases in the folder of {@code -Devaluation.dir}, or else the project's own. */
  static Stream<EvaluationCase> all() {
    try (Stream<Path> files = Files.list(folder())) {
      List<EvaluationCase> cases = files.filter(file -> file.toString().endsWith(".json")).sorted().map(EvaluationCase::read).toList();
      assertThat(cases).isNotEmpty();
      return cases.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    String other = System.getProperty("evaluation.dir", "");
    if (!other.isBlank() && !other.startsWith("$")) {
      return Path.of(other);
    }
    try {
      return Path.of(EvaluationCase.class.getResource("/evaluation").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EvaluationCase read(Path file) {
    return new EvaluationCase(file.getFileName().toString().replace(".json", ""), JsonMapper.shared().readTree(file));
  }

  String kind() {
    return json.get("kind").asString();
  }

  JsonNode given() {
    return json.get("given");
  }

  JsonNode expected() {
    return json.get("expected");
  }

  double[] numbers(String key) {
    return numbers(given().get(key));
  }

  static double[] numbers(JsonNode array) {
    JsonNode data = array.has("data") ? array.get("data") : array;
    return StreamSupport.stream(data.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
  }

  int[] whole(String key) {
    return StreamSupport.stream(given().get(key).get("data").spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  double[][] table(String key) {
    double[] all = numbers(key);
    int columns = given().get(key).get("shape").get(1).asInt();
    return IntStream.range(0, all.length / columns)
        .mapToObj(i -> Arrays.copyOfRange(all, i * columns, (i + 1) * columns)).toArray(double[][]::new);
  }

  /** Every expected key must have been computed, and be within 1e-6 of the expected number, or of the tolerance of the file. */
  void compare(Map<String, ?> computed) {
    compare(name, computed, expected(), 1e-6);
  }

  /** The same for numbers of the engine: within 1e-4. */
  void compareFloats(Map<String, ?> computed) {
    compare(name, computed, expected(), 1e-4);
  }

  static void compare(String what, Object computed, JsonNode expected, double relative) {
    if (expected.isObject() && expected.has("shape")) {
      compare(what, computed, expected.get("data"), relative);
    } else if (expected.isObject()) {
      for (Map.Entry<String, JsonNode> entry : expected.properties()) {
        assertThat(((Map<?, ?>) computed).containsKey(entry.getKey())).as(what + " has " + entry.getKey()).isTrue();
        compare(what + "." + entry.getKey(), ((Map<?, ?>) computed).get(entry.getKey()), entry.getValue(), relative);
      }
    } else if (expected.isArray()) {
      List<?> items = listed(what, computed);
      assertThat(items).as(what).hasSize(expected.size());
      for (int i = 0; i < items.size(); i++) {
        compare(what + "[" + i + "]", items.get(i), expected.get(i), relative);
      }
    } else {
      number(what, computed, expected, relative);
    }
  }

  private static List<?> listed(String what, Object computed) {
    if (computed instanceof double[] numbers) {
      return IntStream.range(0, numbers.length).mapToObj(i -> numbers[i]).toList();
    }
    if (computed instanceof int[] numbers) {
      return IntStream.range(0, numbers.length).mapToObj(i -> numbers[i]).toList();
    }
    if (computed instanceof double[][] rows) {
      return Stream.of(rows).flatMap(row -> Arrays.stream(row).boxed()).toList();
    }
    if (computed instanceof List<?> list) {
      return list;
    }
    return fail(what + " is no array: " + computed);
  }

  private static void number(String what, Object computed, JsonNode expected, double relative) {
    Object plain = computed instanceof Optional<?> optional ? optional.orElse(null) : computed;
    if (expected.isNull()) {
      assertThat(plain == null || Double.isNaN(((Number) plain).doubleValue())).as(what + " is undefined, not " + plain).isTrue();
    } else if (expected.isString()) {
      assertThat(((Number) plain).doubleValue()).as(what).isEqualTo(Double.POSITIVE_INFINITY);
    } else {
      assertThat(plain).as(what).isNotNull();
      double number = expected.asDouble();
      double nearZero = relative > 1e-5 ? NEAR_ZERO_OF_FLOATS : NEAR_ZERO;
      assertThat(((Number) plain).doubleValue()).as(what).isCloseTo(number, Offset.offset(Math.max(nearZero, relative * Math.abs(number))));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
