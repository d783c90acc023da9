package studio.backprop.ui.window.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.backprop.environment.Environments;
import studio.backprop.network.Network;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.text.Texts;

class SampleCardsTest {
  private static Network network(String sample) throws Exception {
    try (InputStream in = Sample.find(sample).orElseThrow().open()) {
      return ProjectFile.read(sample, in).saved().project().network();
    }
  }

  @ParameterizedTest
  @CsvSource({"circles, Dense 2–10–1", "cartpole-ppo, Dense 4–64–64–2 + 4–64–64–1", "cliff, Dense 48–4",
      "gan-ring, '8 layers, 2,403 parameters'"})
  void aCardNamesTheNetworksOfASample(String sample, String line) throws Exception {
    assertThat(Texts.ENGLISH.say(ProjectLine.of(network(sample)))).isEqualTo(line);
  }

  @Test
  void aWorldIsShownAsAnEpisodeBegins() {
    Environments.all().forEach(world -> {
      SamplePreview.World preview = SamplePreview.World.of(world);
      assertThat(preview.state()).hasSize(world.stateSize());
      assertThat(world.terminated(preview.state())).isFalse();
    });
  }
}
