package studio.backprop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.text.Texts;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFileTest {
  private byte[] file;

  @BeforeAll
  void aRealFile(@TempDir Path folder) throws Exception {
    file = Projects.bytes(folder, Projects.trained(Projects.circles(), 10));
  }

  private static StoreProblem problem(byte[] bytes) {
    StoreProblem problem = catchThrowableOfType(StoreProblem.class, () -> Projects.open(bytes));
    assertThat(problem).as("a problem was expected").isNotNull();
    for (Texts texts : Texts.all()) {
      String end = texts == Texts.ENGLISH ? "." : "。";
      assertThat(texts.say(problem.sentence())).contains("my.backprop").doesNotContain("Exception").endsWith(end);
    }
    return problem;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void refuses(String entry, String old, String text, String says) throws Exception {
    assertThat(problem(Projects.replaced(file, entry, old, text))).hasMessageContaining(says);
  }

  @Test
  void whatIsNoZipIsRefused() {
    assertThat(problem(new byte[0])).hasMessageContaining("not a project");
    assertThat(problem(utf8("P"))).hasMessageContaining("not a project");
    assertThat(problem(utf8("{\"format\": 1}"))).hasMessageContaining("not a project");
    assertThat(problem(utf8("PK but no more"))).hasMessageContaining("damaged");
  }

  @Test
  void aForeignZipIsRefused() throws Exception {
    assertThat(problem(Projects.zip(Map.of("readme.txt", new byte[10])))).hasMessageContaining("holds no project");
    assertThat(problem(Projects.zip(Map.of("project.json", utf8("{}"))))).hasMessageContaining("holds no project");
  }

  @Test
  void aTruncatedFileIsRefusedOrWhole() {
    for (int length = 2; length < file.length; length += 7) {
      assertLoadsOrExplains(Arrays.copyOf(file, length));
    }
    assertThat(problem(Arrays.copyOf(file, file.length / 2))).hasMessageContaining("cut short");
  }

  @Test
  void aNewerVersionAsksForAnUpdate() throws Exception {
    refuses("project.json", "\"version\" : 1", "\"version\" : " + (ProjectSection.VERSION + 1), "newer version");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "\"units\" : 6           | \"units\" : 0                | units must be between 1 and 16384, but is 0",
        "\"units\" : 6           | \"units\" : 6.5              | network.nodes[1].settings.units must be a whole number, but is 6.5",
        "\"units\" : 6           | \"units\" : 99999999999      | but is 99999999999",
        "\"units\" : 6           | \"units\" : null             | units is missing",
        "\"units\" : 6           | \"units\" : [6]              | whole number",
        "\"activation\" : \"relu\" | \"activation\" : \"rely\"  | which this program does not know",
        "\"type\" : \"dense\"    | \"type\" : \"deformed\"      | the layer “deformed”",
        "\"type\" : \"adam\"     | \"type\" : \"eve\"           | training.optimizer.type is eve",
        "\"beta1\" : 0.9         | \"beta1\" : 1.5              | beta1 must be between 0 and 0.9999, but is 1.5",
        "\"beta1\" : 0.9         | \"beta1\" : 1e999            | must be a number",
        "\"beta1\" : 0.9         | \"beta1\" : NaN              | project.json” is damaged",
        "\"beta1\" : 0.9         | \"beta1\" : \"NaN\"          | must be a number",
        "\"shape\" : [ 2 ]       | \"shape\" : [ 0 ]            | sizes of at least 1",
        "\"shape\" : [ 2 ]       | \"shape\" : [ 9999, 9999 ]   | no more than 16 million",
        "\"shape\" : [ 2 ]       | \"shape\" : [ 1, 1, 1, 1 ]   | one to three sizes",
        "he_normal               | he_normal 3                  | does not know",
        "he_normal               | constant NaN                 | does not know",
        "\"x\" : 40.0            | \"x\" : 1e7                  | network.nodes[0].x must be between",
        "\"id\" : 2              | \"id\" : 1                   | two nodes",
        "\"id\" : 2              | \"id\" : -2                  | must be between",
        "\"nextId\" : 5          | \"nextId\" : 4               | must be between 1 and 3, but is 4",
        "\"name\" : \"dense_1\"  | \"name\" : \"input_1\"       | two nodes",
        "\"name\" : \"dense_1\"  | \"name\" : 7                 | not a text",
        "\"name\" : \"dense_1\"  | \"weightsOf\":3,\"name\":\"d\" | uses the weights",
        "[ 2, 3 ]                | [ 2, 9 ]                     | wires[1] is not a wire",
        "[ 2, 3 ]                | [ 2, 2 ]                     | wires",
        "[ 2, 3 ]                | [ 4, 3 ]                     | wires[1] is not a wire",
        "[ 2, 3 ]                | [ 1, 2 ]                     | is not a wire",
        "[ 1, 2 ]                | [ 3, 2 ]                     | cycle",
        "\"noise\" : 0.05        | \"noise\" : -1               | data.noise must be between 0 and 1",
        "\"testShare\" : 0.2     | \"testShare\" : 0.8          | fractions",
        "\"seed\" : 42           | \"seed\" : \"42\"            | must be a whole number",
        "\"epochs\" : 10         | \"eras\" : 10              | training.epochs is missing",
        "\"format\"              | \"program\" : 1, \"format\"  | project.json” is damaged",
        "\"network\"             | \"net\"                      | network is missing",
      })
  void aWrongValueInTheProjectIsNamed(String old, String text, String says) throws Exception {
    refuses("project.json", old, text, says);
  }

  @Test
  void wrongNumbersInTheWeightsAreRefused() throws Exception {
    Map<String, byte[]> entries = Projects.unzip(file);
    byte[] weights = entries.get("weights.bin").clone();
    weights[3] = 0x7F;
    weights[2] = (byte) 0xC0;
    entries.put("weights.bin", weights);
    assertThat(problem(Projects.zip(entries))).hasMessageContaining("weights.bin” contains NaN or infinity");
    entries.put("weights.bin", Arrays.copyOf(weights, 12));
    assertThat(problem(Projects.zip(entries))).hasMessageContaining("weights.bin” is damaged");
    refuses("weights.json", "\"offset\" : 48", "\"offset\" : 52", "weights.json");
    refuses("weights.json", "[ 2, 6 ]", "[ 2147483647, 2147483647, 2147483647 ]", "weights.json");
    refuses("weights.json", "[ 2, 6 ]", "[ -2, -6 ]", "weights.json");
    refuses("progress.json", "\"memory\" : [ 12", "\"memory\" : [ 13", "optimizer.bin");
    refuses("log.csv", "epoch", "epic", "log.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights.bin", "weights.json"})
  void aMissingEntryIsNamed(String entry) throws Exception {
    Map<String, byte[]> entries = Projects.unzip(file);
    entries.remove(entry);
    assertThat(problem(Projects.zip(entries))).hasMessageContaining("“" + entry + "” is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../evil", "/etc/passwd", "a/../../b", "..\\evil", "C:evil"})
  void anUnsafeNameIsRefused(String name) throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>(Projects.unzip(file));
    entries.put(name, new byte[1]);
    assertThat(problem(Projects.zip(entries))).hasMessageContaining("unsafe name");
  }

  @Test
  void anUnknownEntryIsOverlooked() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(".DS_Store", new byte[100]);
    entries.put("folder/", new byte[0]);
    entries.putAll(Projects.unzip(file));
    assertThat(Projects.open(Projects.zip(entries)).saved().parameters()).isPresent();
  }

  @Test
  void tooManyEntriesAreRefused() throws Exception {
    Map<String, byte[]> entries = new LinkedHashMap<>(Projects.unzip(file));
    for (int i = 0; i < 100; i++) {
      entries.put("more" + i, new byte[0]);
    }
    assertThat(problem(Projects.zip(entries))).hasMessageContaining("more than 64 entries");
  }

  @Test
  void aDuplicateEntryIsRefused() throws Exception {
    byte[] twice = new String(Projects.zip(new LinkedHashMap<>(Projects.unzip(file))), StandardCharsets.ISO_8859_1)
        .replace("weights.json", "project.json")
        .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(problem(twice)).hasMessageContaining("“project.json” twice");
  }

  @Test
  void aBombIsDefusedWhileItInflates() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("log.csv"));
      byte[] zeros = new byte[1 << 20];
      for (int megabyte = 0; megabyte < 100; megabyte++) {
        out.write(zeros);
      }
    }
    assertThat(problem(bytes.toByteArray())).hasMessageContaining("“log.csv” is larger than 64 MB");
  }

  @Test
  void deeplyNestedJsonIsRefused() throws Exception {
    String deep = "{\"a\":" + "[".repeat(100_000);
    assertThat(problem(Projects.with(file, "project.json", deep))).hasMessageContaining("project.json” is damaged");
  }

  @Test
  void fourHundredMutilatedFilesEachLoadOrAreExplained() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 400; i++) {
      byte[] bytes = file.clone();
      for (int blow = 1 + random.nextInt(4); blow > 0; blow--) {
        bytes = mutilate(bytes, random);
      }
      assertLoadsOrExplains(bytes);
    }
  }

  @Test
  void fourHundredFilesWithAWrongTokenEachLoadOrAreExplained(@TempDir Path folder) throws Exception {
    SplittableRandom random = new SplittableRandom(8);
    String[] tokens = {
      "0", "-1", "0.5", "1e300", "16384", "2147483647", "9223372036854775807",
      "null", "true", "\"\"", "\"x\"", "[]", "{}", "[1]", "[ 1, 2, 3 ]"
    };
    byte[] convolutions = Projects.bytes(folder, Saved.of(Projects.circles().withNetwork(n -> Projects.pictures())));
    for (String entry : new String[] {"project.json", "weights.json", "progress.json", "log.csv"}) {
      byte[] original = entry.equals("project.json") ? convolutions : file;
      String text = new String(Projects.unzip(original).get(entry), StandardCharsets.UTF_8);
      String[] parts = text.split("(?<=[\\s,])|(?=[\\s,])");
      int[] places = IntStream.range(0, parts.length).filter(i -> !parts[i].isBlank()).toArray();
      for (int i = 0; i < 100; i++) {
        String[] changed = parts.clone();
        changed[places[random.nextInt(places.length)]] = tokens[random.nextInt(tokens.length)];
        assertLoadsOrExplains(Projects.with(original, entry, String.join("", changed)));
      }
    }
  }

  private static byte[] mutilate(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(50));
    switch (random.nextInt(4)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      case 2 -> System.arraycopy(bytes.clone(), random.nextInt(bytes.length - length + 1), bytes, at, length);
      default -> {
        byte[] shorter = new byte[bytes.length - length];
        System.arraycopy(bytes, 0, shorter, 0, at);
        System.arraycopy(bytes, at + length, shorter, at, shorter.length - at);
        return shorter.length == 0 ? bytes : shorter;
      }
    }
    return bytes;
  }

  private static void assertLoadsOrExplains(byte[] bytes) {
    try {
      Opened opened = Projects.open(bytes);
      opened.saved().project().network().analyse();
      opened.notes().forEach(note -> Texts.all().forEach(texts -> assertThat(texts.say(note)).isNotBlank()));
    } catch (StoreProblem problem) {
      Texts.all().forEach(texts -> assertThat(texts.say(problem.sentence())).contains("my.backprop"));
    } catch (IOException e) {
      throw new AssertionError("an array in memory can be read", e);
    }
  }

  @Test
  void progressWithoutParametersIsRefusedWhereItIsMade() throws Exception {
    Saved saved = Projects.open(file).saved();
    assertThatThrownBy(() -> new Saved(saved.project(), Optional.empty(), saved.progressed())).hasMessageContaining("parameters");
  }
}
