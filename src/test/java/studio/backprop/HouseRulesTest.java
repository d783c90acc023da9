package studio.backprop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader of the code may rely on: short lines, one meaning for each name, and the names of the field. */
class HouseRulesTest {
  private static final int LONGEST = 140;
  /** A regular expression has no place to be broken at. */
  private static final Set<String> LONG_LINES = Set.of("Recognized.java");
  /** Names that classes had before, and what the field says instead. */
  private static final Map<String, String> BANNED = Map.ofEntries(
      Map.entry("Moment", "HistogramSnapshot"), Map.entry("Tape", "CheckpointLog"), Map.entry("Updates", "OptimizerState"),
      Map.entry("Moves", "ParameterUpdater"), Map.entry("Tally", "MetricAccumulator"), Map.entry("Scores", "Metrics"),
      Map.entry("Passes", "OpStepper"), Map.entry("Vitals", "HealthStats"), Map.entry("Watch", "HealthMonitor"),
      Map.entry("Bends", "SaturationMonitor"), Map.entry("Upcoming", "PendingStep"), Map.entry("Departure", "BranchPoint"),
      Map.entry("Counterpart", "ShadowRun"), Map.entry("Guest", "CustomInput"), Map.entry("Alone", "SingleLayerRun"),
      Map.entry("Room", "Storage"), Map.entry("NodeLook", "NodeTrace"), Map.entry("Viewing", "SnapshotPublisher"),
      Map.entry("Course", "RunHistory"), Map.entry("Mask", "DropoutMask"), Map.entry("Lookup", "Gather"), Map.entry("Join", "Concat"),
      Map.entry("Attend", "ScaledDotProductAttention"), Map.entry("NormalizeRows", "LayerNormalization"),
      Map.entry("Twin", "Experiment"), Map.entry("Twins", "Comparison"), Map.entry("Lane", "Variant"), Map.entry("Below", "BottomPanel"));

  private static Stream<Path> sources() throws IOException {
    return Stream.of("src/main/java", "src/test/java", "src/bench/java").flatMap(root -> {
      try {
        return Files.walk(Path.of(root));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }).filter(path -> path.toString().endsWith(".java"));
  }

  @Test
  void noLineIsTooLongToRead() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources().toList()) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).length() > LONGEST && !LONG_LINES.contains(file.getFileName().toString())) {
          tooLong.add(file + ":" + (i + 1));
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void aSimpleNameHasOneMeaning() throws IOException {
    Map<String, List<String>> places = new TreeMap<>();
    try (Stream<Path> main = sources()) {
      main.filter(path -> path.startsWith("src/main/java") && !path.endsWith("package-info.java"))
          .forEach(path -> places.computeIfAbsent(name(path), name -> new ArrayList<>()).add(path.getParent().toString()));
    }
    places.values().removeIf(list -> list.size() < 2);
    assertThat(places).isEmpty();
  }

  @Test
  void noClassHasANameThatOnlyWeUsed() throws IOException {
    Set<String> names = sources().map(HouseRulesTest::name).collect(Collectors.toSet());
    assertThat(names).doesNotContainAnyElementsOf(BANNED.keySet());
    assertThat(names).as("what is said instead is there").containsAll(BANNED.values());
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }
}
