package studio.backprop.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Add;
import studio.backprop.layer.Layer;
import studio.backprop.network.Edit;
import studio.backprop.network.Network;
import studio.backprop.observe.Snapshot;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.Colours;
import studio.backprop.ui.kit.Film;
import studio.backprop.ui.kit.Terms;

/** Takes the pictures of the guide and the film of the README, as {@link ScreenshotsTest} takes those of every screen. */
@Tag("screenshots")
class GuidePicturesTest {
  /** Steps between two pictures of the film: learning is fast at first. */
  private static final int[] PACE = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 7, 8, 9, 10, 12,
      14, 16, 18};

  private StudioWindow window;
  private String language;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 960);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  static Stream<Texts> languages() {
    return Texts.all().stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void theNetworkOfDigits(Texts texts) throws IOException {
    speak(texts);
    window.open(Path.of("digits-cnn"));
    whole("window");
    window.showRoom(1);
    window.press("show-examples");
    window.nextFrames();
    whole("data");
    window.press("close-examples");
    window.showRoom(0);
    learnAt(0.001);
    window.train();
    window.press("reset");
    learnAt(0.01);
    trainTo(12);
    for (Lens lens : List.of(Lens.ACTIVATIONS, Lens.WEIGHTS, Lens.GRADIENTS)) {
      window.choose(lens);
      window.nextFrames();
      part("lens-" + lens.name().toLowerCase(Locale.ROOT), ".designer");
    }
    // the plots are painted in turns: the last of them says which step it shows
    window.until("painted", () -> ((Label) window.find(".output .detail")).getText().contains(String.valueOf(now())));
    window.nextFrames();
    part("plots", ".bottom-side");
    select("conv_2");
    window.onScreen(() -> {
      ((TabPane) window.find(".inspector .tab-pane")).getSelectionModel().select(1);
      return null;
    });
    window.nextFrames();
    part("spread", ".inspector");
    window.key(KeyCode.F5);
    window.nextFrames();
    whole("presenter");
    window.key(KeyCode.ESCAPE);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void outputsAsPoints(Texts texts) throws IOException {
    speak(texts);
    window.open(Path.of("digits-cnn"));
    window.command("command.embedding");
    for (int epoch : new int[] {0, 1, 3, 10, 40}) {
      if (epoch > 0) {
        trainTo(epoch);
      }
      window.until("laid out at epoch " + epoch, () -> window.shows("#embedding-again") && window.all(".epoch-card").stream()
          .map(Node::getAccessibleText).anyMatch(text -> text.contains(" " + epoch + ",") || text.contains(" " + epoch + " ")));
    }
    window.nextFrames();
    part("embedding", ".embedding");
    window.key(KeyCode.ESCAPE);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aNodeFromInside(Texts texts) throws IOException {
    speak(texts);
    window.open(Path.of("digits-cnn"));
    trainTo(2);
    for (String node : List.of("conv_1", "dense_1")) {
      select(node);
      window.command("lens.open");
      window.until("its numbers are there", () -> window.shows(".time-fold"));
      window.nextFrames();
      part("inside-" + node.replace("_1", ""), ".lens");
      window.key(KeyCode.ESCAPE);
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aWeightFollowedToTheLoss(Texts texts) throws IOException {
    speak(texts);
    window.open(Path.of("circles"));
    trainTo(3);
    window.command("command.debugger");
    window.until("the factors are there", () -> !window.all(".factor").isEmpty());
    window.onScreen(() -> {
      window.find(".ops").requestFocus();
      return null;
    });
    int ops = window.onScreen(() -> window.all(".ops .cell").size());
    for (int op = 1; op < ops; op++) {
      int there = op;
      window.key(KeyCode.SPACE);
      window.until("op " + op, () -> window.run().snapshot().flatMap(Snapshot::cursor).filter(cursor -> cursor.number() == there)
          .isPresent());
    }
    window.onScreen(() -> {
      window.all(".factor").stream().skip(2).findFirst().ifPresent(Node::requestFocus);
      return null;
    });
    window.until("no news lies over it", () -> !window.shows(".toast"));
    whole("debugger");
    window.command("command.debugger");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void columnsRanked(Texts texts) throws IOException {
    speak(texts);
    window.open(Path.of("breast-cancer"));
    trainTo(10);
    window.command("command.features");
    window.until("the columns", () -> window.shows("#feature-table"));
    window.onScreen(() -> {
      ((TableView<?>) window.find("#feature-table")).getSelectionModel().select(1);
      return null;
    });
    window.until("the figures of the network", () -> ((Label) window.find("#features-step")).getText().contains("220"));
    window.nextFrames();
    whole("features");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void theTimeMachine(Texts texts) throws IOException {
    speak(texts);
    TimeTraveller traveller = new TimeTraveller(window);
    window.open(Path.of("digits-cnn"));
    window.showRoom(TimeTraveller.ROOM);
    traveller.train(300);
    traveller.branch(120, Message.of("branch.rate", "0.03"), project -> project.withTraining(training -> training.withRate(0.03)));
    traveller.lookAt(200);
    whole("time-machine");
    window.showRoom(0);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void fourLearningRatesSideBySide(Texts texts) throws IOException {
    speak(texts);
    window.open(Path.of("circles"));
    window.command(KeyCode.D);
    window.until("at the start", () -> !window.find("#twins-play").isDisabled());
    window.press("twins-play");
    window.until("at the end", () -> window.onScreen(() -> ((Label) window.find("#twins-step")).getText()).contains("190"));
    window.nextFrames();
    whole("twins");
    window.key(KeyCode.ESCAPE);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aSequenceFromInside(Texts texts) throws IOException {
    speak(texts);
    window.open(Path.of("recall-lstm"));
    trainTo(10); // until then the simple RNN keeps up
    select("lstm_1");
    window.command("lens.open");
    window.until("its numbers are there", () -> window.shows(".lens .recurrent-card"));
    window.onScreen(() -> { // ribbons relative to the largest gradient
      window.all(".lens .segmented .toggle-button").stream().map(ToggleButton.class::cast).filter(Node::isVisible)
          .filter(button -> button.getText().equals(texts.say("lens.recurrent.relative"))).findFirst().orElseThrow().fire();
      return null;
    });
    window.press("compare-recurrent");
    window.until("the simple RNN is there", () -> window.shows(".lens .twin-answer"));
    window.nextFrames();
    part("inside-sequence", ".lens");
    window.key(KeyCode.ESCAPE);
    window.open(Path.of("prose-attention"));
    trainSteps(300);
    select("attn_1");
    window.command("lens.open");
    window.until("its numbers are there", () -> window.shows("#typed-text"));
    window.onScreen(() -> {
      ((TextField) window.find("#typed-text")).setText("It is a truth");
      return null;
    });
    window.until("it is read", () -> window.shows(".lens .attention-strip"));
    window.nextFrames();
    part("inside-attention", ".lens");
    window.key(KeyCode.ESCAPE);
  }

  private void trainSteps(int steps) {
    window.onScreen(() -> {
      window.run().trainer().playSteps(steps);
      return null;
    });
    window.until("trained", () -> now() >= steps && !window.run().playing());
    window.nextFrames();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void kindsOfNodesFromInside(Texts texts) throws IOException {
    speak(texts);
    window.open(Path.of("digits-conv-autoencoder"));
    trainTo(2);
    inside("deconv_1", ".lens .conv", "inside-transposed");
    inside("pool_1", ".lens .links", "inside-pool");
    window.open(Path.of("digits-residual"));
    trainTo(2);
    inside(named(Add.class), ".lens .links", "inside-sum");
    inside(named(Activate.class), ".lens .curves", "inside-activation");
  }

  private String named(Class<? extends Layer> kind) {
    return window.document().network().nodes().stream().filter(node -> kind.isInstance(node.layer())).findFirst().orElseThrow().name();
  }

  /** With a number pointed at, where there are cells. */
  private void inside(String node, String shown, String picture) throws IOException {
    select(node);
    window.command("lens.open");
    window.until("its numbers are there", () -> window.shows(shown));
    window.nextFrames();
    if (window.shows(".lens .links .tensor")) {
      window.onScreen(() -> {
        List<Node> cells = List.copyOf(window.find(".lens .links").lookupAll(".cell-grid"));
        cells.get(cells.size() - 1).requestFocus();
        return null;
      });
      window.key(KeyCode.DOWN);
      window.key(KeyCode.DOWN);
      window.key(KeyCode.RIGHT);
    }
    window.nextFrames();
    part(picture, ".lens");
    window.key(KeyCode.ESCAPE);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void theDoctorAndAnExperiment(Texts texts) throws IOException {
    speak(texts);
    window.key(KeyCode.F9);
    window.open(DoctorStoryTest.deep());
    window.train();
    window.until("a finding", () -> window.shows(".doctor .finding-card"));
    window.nextFrames();
    part("doctor", ".doctor");
    window.onScreen(() -> {
      ((Button) window.find(".doctor .try-line .main")).fire();
      return null;
    });
    window.until("its outcome", () -> window.shows(".doctor .decide"));
    window.nextFrames();
    whole("doctor-experiment");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void twoRunsBesideEachOther(Texts texts) throws IOException {
    speak(texts);
    window.open(Path.of("digits-cnn"));
    TimeTraveller traveller = new TimeTraveller(window);
    traveller.train(120);
    traveller.branch(40, Message.of("branch.rate", "0.03"), project -> project.withTraining(training -> training.withRate(0.03)));
    window.choose(Lens.DIFFERENCE);
    window.until("compared", () -> window.run().branches().comparison().differenceProperty().get().isPresent());
    window.nextFrames();
    part("lens-difference", ".designer");
    part("compare", ".compare");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void wordsAndHelp(Texts texts) throws IOException {
    speak(texts);
    window.open(Path.of("circles"));
    window.train();
    part("output", ".output");
    window.command("command.glossary");
    window.onScreen(() -> {
      ((TextField) window.find("#glossary-search")).setText(Terms.name("gradient", texts));
      return null;
    });
    part("glossary", ".glossary");
    window.key(KeyCode.ESCAPE);
    window.command("command.tour");
    whole("tour");
    window.key(KeyCode.ESCAPE);
    window.home();
    whole("start");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aWireThatMendsItself(Texts texts) throws IOException {
    speak(texts);
    window.open(Path.of("digits-cnn"));
    window.onScreen(() -> {
      Network network = window.document().network();
      int flatten = network.named("flat_1").orElseThrow().id();
      int pool = network.sources(flatten).get(0).id();
      int dense = network.targets(flatten).get(0).id();
      window.document().edit(Message.of("edit.unwire"), n -> n.remove(List.of(flatten)).wire(pool, dense));
      return null;
    });
    window.key(KeyCode.F8);
    window.nextFrames();
    part("repair", ".designer");
    window.command("command.analyser");
    part("analyser", ".bottom-side");
  }

  @Test
  void theFilm() throws IOException {
    speak(Texts.ENGLISH);
    window.open(Path.of("digits-cnn"));
    window.resize(1280, 720);
    window.choose(Lens.GRADIENTS);
    Film film = new Film();
    for (int steps : PACE) {
      for (int i = 0; i < steps; i++) {
        step();
      }
      window.nextFrames();
      film.add(SwingFXUtils.fromFXImage(window.photograph(), null), 12);
    }
    film.add(SwingFXUtils.fromFXImage(window.photograph(), null), 250);
    Path taken = Path.of("target", "screenshots", "learning.gif");
    Files.createDirectories(taken.getParent());
    try (OutputStream out = Files.newOutputStream(taken)) {
      film.write(out, picture -> {});
    }
    publish(taken);
  }

  private void learnAt(double rate) {
    window.onScreen(() -> {
      window.document().apply(new Edit<>(Message.of("edit.rate"), project -> project.withTraining(training -> training.withRate(rate))));
      return null;
    });
  }

  private void trainTo(int epoch) {
    window.onScreen(() -> {
      window.run().control().playTo(epoch);
      return null;
    });
    window.until("trained", () -> window.run().history().epochs().size() >= epoch && !window.run().playing());
    window.nextFrames();
  }

  private void step() {
    long before = now();
    window.onScreen(() -> {
      window.run().control().stepBatch();
      return null;
    });
    window.until("a step", () -> now() > before);
  }

  private long now() {
    return window.run().snapshot().map(Snapshot::step).orElse(0L);
  }

  private void speak(Texts texts) {
    language = texts.locale().getLanguage();
    window.chooseLanguage(texts);
  }

  private void select(String node) {
    window.onScreen(() -> {
      window.document().select(List.of(window.document().network().named(node).orElseThrow().id()));
      return null;
    });
  }

  private void whole(String name) throws IOException {
    keep(window.photograph(), name);
  }

  private void part(String name, String selector) throws IOException {
    keep(window.photograph(selector), name);
  }

  private void keep(WritableImage image, String name) throws IOException {
    BufferedImage picture = SwingFXUtils.fromFXImage(image, null);
    Path taken = Path.of("target", "screenshots", name + "-" + language + ".png");
    Files.createDirectories(taken.getParent());
    ImageIO.write(new Colours(List.of(picture)).few(picture), "png", taken.toFile());
    publish(taken);
  }

  private static void publish(Path taken) throws IOException {
    ScreenshotsTest.publish(taken, Path.of("docs", "images", taken.getFileName().toString()));
  }
}
