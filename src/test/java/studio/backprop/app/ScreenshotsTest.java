package studio.backprop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Scaling;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Project;
import studio.backprop.store.Sample;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.Theme;

/**
 * Takes a picture of every main screen, after a real training: {@code mvn verify -Pscreenshots} leaves them in target/screenshots. With
 * {@code -Dpictures.write=true} those that the documents show are replaced too.
 */
@Tag("screenshots")
class ScreenshotsTest {
  private static final List<int[]> SIZES = List.of(new int[] {1600, 960}, new int[] {1280, 720});

  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void circlesWithItsGradients() throws IOException {
    window.open(Path.of("circles"));
    window.choose(Lens.GRADIENTS);
    window.train();
    photographEverywhere("settings");
    select("dense_1");
    photographEverywhere("main");
    publish("main-1600x960-dark-zh", Path.of("docs", "images", "main-dark-zh.png"));
    photographEverywhere("data", () -> window.showRoom(1));
    window.showRoom(0);
  }

  @Test
  void digitsWithGradientsAndWeights() throws IOException {
    window.open(Path.of("digits-cnn"));
    photographEverywhere("digits-structure");
    window.choose(Lens.GRADIENTS);
    select("conv_2");
    window.train();
    photographEverywhere("digits-gradients");
    window.choose(Lens.WEIGHTS);
    photographEverywhere("digits-weights");
    window.showRoom(1);
    window.press("show-examples");
    photographEverywhere("digits-examples");
  }

  @Test
  void anEmptyCanvas() {
    window.open(Project.EMPTY);
    photographEverywhere("empty");
  }

  @Test
  void aWireThatDoesNotFit() {
    window.open(Path.of("digits-cnn"));
    window.onScreen(() -> {
      Network network = window.document().network();
      int flatten = network.named("flat_1").orElseThrow().id();
      int pool = network.sources(flatten).get(0).id();
      int dense = network.targets(flatten).get(0).id();
      window.document().edit(studio.backprop.text.Message.of("edit.unwire"), n -> n.remove(List.of(flatten)).wire(pool, dense));
      window.document().select(List.of(dense));
      return null;
    });
    photographEverywhere("wrong-wire");
  }

  @Test
  void aTrainingThatBreaks() {
    Network line =
        Network.EMPTY
            .add(Input.row(9), 60, 120)
            .add(Dense.of(1, Activation.NONE), 250, 120)
            .add(Output.of(Loss.MSE), 440, 120)
            .wire(1, 2)
            .wire(2, 3);
    window.open(
        Project.EMPTY
            .withNetwork(empty -> line)
            .withData(DataSettings.of("auto-mpg").withScaling(Scaling.NONE))
            .withTraining(training -> training.withOptimizer(Sgd.STANDARD).withRate(0.01)));
    window.train();
    photographEverywhere("fault");
  }

  @Test
  void theTimeMachineAndItsBranches() {
    TimeTraveller traveller = new TimeTraveller(window);
    Runnable room = () -> window.showRoom(TimeTraveller.ROOM);
    window.open(Path.of("circles"));
    photographEverywhere("time-empty", room);
    traveller.train(180);
    traveller.lookAt(60);
    photographEverywhere("time-past", room);
    traveller.branch(60, Message.of("branch.rate", "0.3"), project -> project.withTraining(training -> training.withRate(0.3)));
    traveller.lookAt(120);
    photographEverywhere("time-two", room);
    traveller.branch(80, Message.of("branch.batch", 8), project -> project.withTraining(training -> training.withBatch(8)));
    traveller.branch(110, Message.of("branch.noise", "0.2"), project -> project.withData(project.data().withNoise(0.2)));
    window.onScreen(() -> {
      window.run().branching().branchByNextEdit();
      return null;
    });
    photographEverywhere("time-four", room);
  }

  static Stream<String> samples() {
    return Sample.all().stream().map(Sample::name);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void eachSample(String name) throws IOException {
    window.open(Path.of(name));
    window.choose(Lens.STRUCTURE);
    window.train();
    window.resize(1280, 720);
    photograph(name);
    publish(name, Path.of("samples", name, name + ".png"));
  }

  private void select(String node) {
    window.onScreen(() -> {
      window.document().select(List.of(window.document().network().named(node).orElseThrow().id()));
      return null;
    });
  }

  /** In both sizes, themes and languages. */
  private void photographEverywhere(String screen) {
    photographEverywhere(screen, () -> {});
  }

  /** @param prepare what a change of size may have closed */
  private void photographEverywhere(String screen, Runnable prepare) {
    for (int[] size : SIZES) {
      for (Theme theme : Theme.values()) {
        for (Texts texts : Texts.all()) {
          window.chooseLanguage(texts);
          window.resize(size[0], size[1]);
          prepare.run();
          photograph(
              String.join("-", screen, size[0] + "x" + size[1], theme.name().toLowerCase(Locale.ROOT), texts.locale().getLanguage()));
        }
        window.press("theme");
      }
    }
    window.chooseLanguage(Texts.ENGLISH);
  }

  private void photograph(String name) {
    StudioWindow.save(window.photograph(), taken(name));
  }

  private static Path taken(String name) {
    return Path.of("target", "screenshots", name + ".png");
  }

  private static void publish(String picture, Path place) throws IOException {
    publish(taken(picture), place);
  }

  static void publish(Path picture, Path place) throws IOException {
    if (Boolean.getBoolean("pictures.write")) {
      Files.createDirectories(place.getParent());
      Files.copy(picture, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
