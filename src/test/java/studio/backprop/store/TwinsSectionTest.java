package studio.backprop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.compare.KeptTwins;
import studio.backprop.data.Scaling;
import studio.backprop.landscape.SurfaceStart;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.text.Message;

class TwinsSectionTest {
  private static final String ENTRY = "twins.json";

  @TempDir private Path folder;

  private final Project drawn = Projects.circles();

  private KeptTwins four() {
    return KeptTwins.of(List.of(
        drawn,
        drawn.withTraining(training -> training.withOptimizer(Sgd.STANDARD).withRate(0.5)),
        drawn.withData(drawn.data().withScaling(Scaling.NONE)),
        drawn.withNetwork(network -> network.with(2, node -> node.withLayer(Dense.of(6, Activation.TANH))))));
  }

  @Test
  void aFileKeepsTheTwinsAndTheSurfaceThatTheirPageOpensWith() throws Exception {
    TrainingSettings fast = drawn.training().withOptimizer(Sgd.STANDARD).withRate(0.25);
    KeptTwins twins = four().with(Optional.of(new SurfaceStart("ravine", -1.5, 2, 350)))
        .with(Map.of("ravine", List.of(fast, drawn.training()), "beale", List.of(drawn.training())))
        .onPage("landscape");
    Opened opened = Projects.open(Projects.bytes(folder, Saved.of(drawn).with(twins)));
    assertThat(opened.notes()).isEmpty();
    assertThat(opened.saved().twins()).isEqualTo(twins);
    assertThat(opened.saved().project()).isEqualTo(drawn);
  }

  @Test
  void ofEachOnlyWhatItDoesOtherwiseIsWritten() throws Exception {
    Map<String, byte[]> entries = Projects.unzip(Projects.bytes(folder, Saved.of(drawn).with(four())));
    String json = new String(entries.get(ENTRY), StandardCharsets.UTF_8);
    assertThat(json.split("\"training\"", -1)).hasSize(2);
    assertThat(json.split("\"data\"", -1)).hasSize(2);
    assertThat(json.split("\"network\"", -1)).hasSize(2);
  }

  @Test
  void aFileWithoutThemHasNoneAndNoSectionIsWritten() throws Exception {
    byte[] bytes = Projects.bytes(folder, Saved.of(drawn));
    assertThat(Projects.unzip(bytes)).doesNotContainKey(ENTRY);
    assertThat(Projects.open(bytes).saved().twins()).isEqualTo(KeptTwins.NONE);
  }

  @Test
  void damagedTwinsAreLeftOutAndTheProjectOpens() throws Exception {
    Map<String, byte[]> entries = Projects.unzip(Projects.bytes(folder, Saved.of(drawn).with(four())));
    for (String damaged : List.of("{", "{\"variants\": [{}]}", "{\"variants\": [{}, {}, {}, {}, {}]}", "{\"variants\": 3}",
        "{\"variants\": [{}, {\"training\": {\"rate\": \"fast\"}}]}", "{\"variants\": [], \"surface\": {\"name\": \"x\"}}",
        "{\"variants\": [], \"surface\": {\"name\": \"ravine\", \"x\": 1e9, \"y\": 0}}",
        "{\"variants\": [], \"races\": [{\"surface\": \"ravine\", \"lanes\": []}]}")) {
      entries.put(ENTRY, damaged.getBytes(StandardCharsets.UTF_8));
      Opened opened = Projects.open(Projects.zip(entries));
      assertThat(opened.notes()).as(damaged).extracting(Message::key).containsExactly("store.note.no-twins");
      assertThat(opened.saved().twins()).isEqualTo(KeptTwins.NONE);
      assertThat(opened.saved().project()).isEqualTo(drawn);
    }
  }

  @Test
  void oneAloneIsNoComparison() {
    assertThatThrownBy(() -> KeptTwins.of(List.of(drawn))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 to 4");
  }
}
