package studio.backprop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file of numbers computed elsewhere in double precision.
 *
 * @param name of the file, without its ending
 * @param json what it holds
 */
public record ReferenceCase(String name, JsonNode json) {
  private static final double RELATIVE = 1e-4;
  private static final double ABSOLUTE = 1e-5;

  /** The cases of a kind, such as {@code optimizer}, in the folder of {@code -Dreference.dir} or else the project's own. */
  public static Stream<ReferenceCase> all(String kind) {
    return all().filter(reference -> reference.kind().equals(kind));
  }

  /** The project's own cases of a kind. */
  public static Stream<ReferenceCase> own(String kind) {
    return in(ownFolder()).filter(reference -> reference.kind().equals(kind));
  }

  /** Every case of the folder. */
  public static Stream<ReferenceCase> all() {
    return in(folder());
  }

  private static Stream<ReferenceCase> in(Path folder) {
    List<Path> files;
    try (Stream<Path> inFolder = Files.list(folder)) {
      files = inFolder.filter(file -> file.getFileName().toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(files).isNotEmpty();
    return files.stream().map(ReferenceCase::read);
  }

  private static Path folder() {
    String other = System.getProperty("reference.dir", "");
    if (!other.isBlank() && !other.startsWith("$")) {
      return Path.of(other);
    }
    return ownFolder();
  }

  private static Path ownFolder() {
    try {
      return Path.of(ReferenceCase.class.getResource("/reference").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ReferenceCase read(Path file) {
    return new ReferenceCase(file.getFileName().toString().replace(".json", ""), JsonMapper.shared().readTree(file));
  }

  /** {@code layer}, {@code loss}, {@code optimizer} or {@code network}. */
  public String kind() {
    return json.get("kind").asString();
  }

  /** The numbers of an array with a shape. */
  public static float[] numbers(JsonNode array) {
    double[] data = StreamSupport.stream(array.get("data").spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
    float[] numbers = new float[data.length];
    for (int i = 0; i < data.length; i++) {
      numbers[i] = (float) data[i];
    }
    return numbers;
  }

  public static int[] shape(JsonNode array) {
    return StreamSupport.stream(array.get("shape").spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  /** Compares to 1e-4 of the expected number, or 1e-5 where that is near zero. */
  public static void compare(String what, float[] actual, float[] expected) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      compare(what + "[" + i + "]", actual[i], expected[i]);
    }
  }

  public static void compare(String what, double actual, double expected) {
    assertThat(actual).as(what).isCloseTo(expected, Offset.offset(Math.max(ABSOLUTE, RELATIVE * Math.abs(expected))));
  }

  @Override
  public String toString() {
    return name;
  }
}
