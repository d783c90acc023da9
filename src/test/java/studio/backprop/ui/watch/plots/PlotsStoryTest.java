package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.run.Status;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.DoubleClick;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Look;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.Token;

@ExtendWith(ApplicationExtension.class)
class PlotsStoryTest {
  private Studio studio;
  private DockView dock;

  @Start
  void start(Stage stage) {
    Fonts.load();
    studio = new Studio(Studio.circles().withTraining(t -> t.withEpochs(10)));
    dock = new DockView(studio.plots, studio.lang, studio.theme);
    Scene scene = new Scene(dock, 1600, 288);
    new Look(studio.theme).dress(scene);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.show();
  }

  @AfterEach
  void close() {
    studio.close();
  }

  private Set<String> words() {
    return dock.lookupAll(".label").stream()
        .filter(node -> node instanceof Label && node.isVisible())
        .map(node -> Optional.ofNullable(node.getAccessibleText()).orElseGet(((Label) node)::getText))
        .collect(Collectors.toSet());
  }

  private String said(String style) {
    return dock.lookup(style).getAccessibleText();
  }

  /** Pixels of the batch curve's colour in the loss plot. */
  private long inked(Token token) {
    WritableImage picture = dock.snapshot(null, null);
    Color ink = studio.theme.palette().color(token);
    long count = 0;
    for (int y = 40; y < 260; y++) {
      for (int x = 50; x < 390; x++) {
        count += picture.getPixelReader().getColor(x, y).equals(ink) ? 1 : 0;
      }
    }
    return count;
  }

  /** The step that the output view shows, 0 before the first answer. */
  private long judged() {
    NetworkOutput answer = studio.plots.output().answerProperty().get();
    return answer == null ? 0 : answer.judged().step();
  }

  private void play() throws Exception {
    studio.beatUntil(() -> studio.run.snapshot().isPresent());
    WaitForAsyncUtils.waitForAsyncFx(60_000, studio.run.control()::togglePlay);
    studio.beatUntil(() -> studio.run.statusProperty().get().state() == Status.State.FINISHED);
    studio.beatUntil(() -> said(".curve") != null && said(".curve").contains("smoothed"));
    long last = studio.run.snapshot().orElseThrow().step();
    studio.beatUntil(() -> judged() == last && inked(Token.ACCENT_TEXT) > 0);
  }

  @Test
  void emptyPlotsSayWhatWillFillThem() throws Exception {
    studio.beatUntil(() -> said(".curve") != null);
    assertThat(words()).contains("Loss", "Accuracy, %", "Gradient flow",
        "The curve appears here while the network trains, batch by batch.");
    assertThat(said(".curve")).contains("appears here while the network trains");
  }

  @Test
  void aRunOnTheCirclesFillsAllPlots() throws Exception {
    play();
    studio.beatUntil(() -> words().contains("Decision boundary") && words().contains("train 180"));
    assertThat(words()).contains("validation 60").doesNotContain("The curve appears here while the network trains, batch by batch.");
    assertThat(words()).anyMatch(word -> word.matches("\\d+/60 correct( · [0-9.]+\u00a0%)?"));
  }

  @Test
  void wordsAndColoursFollowLanguageAndTheme() throws Exception {
    play();
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          studio.lang.textsProperty().set(Texts.CHINESE);
          studio.theme.themeProperty().set(Theme.DARK);
        });
    studio.beatUntil(() -> words().containsAll(List.of("训练 180", "决策边界")) && inked(Token.ACCENT_TEXT) > 0 && said(".curve")
        .startsWith("损失"));
    assertThat(words()).contains("损失", "准确率 %", "梯度流", "决策边界");
  }

  @Test
  void theOutputViewCanStandElsewhere() throws Exception {
    play();
    Node output = WaitForAsyncUtils.waitForAsyncFx(60_000, dock::giveOutput);
    assertThat(dock.getChildren()).hasSize(3).doesNotContain(output);
    WaitForAsyncUtils.waitForAsyncFx(60_000, dock::takeOutput);
    assertThat(dock.getChildren()).hasSize(4).contains(output);
  }

  @Test
  void arrowsReadThePlotsAndHomeFollowsTheRunAgain(FxRobot robot) throws Exception {
    play();
    Node loss = dock.lookup(".curve .focus-frame");
    robot.interact(loss::requestFocus);
    robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
    studio.beatUntil(() -> loss.getAccessibleText().startsWith("step "));
    assertThat(loss.getAccessibleText()).contains("batch", "smoothed", "validation");
    robot.push(KeyCode.ADD);
    assertThat(studio.plots.loss().axis().following()).isFalse();
    robot.push(KeyCode.HOME).push(KeyCode.ESCAPE);
    assertThat(studio.plots.loss().axis().following()).isTrue();
    studio.beatUntil(() -> loss.getAccessibleText().startsWith("Loss"));
  }

  @Test
  void aPlotCanHaveAllTheRoomUntilEscape(FxRobot robot) throws Exception {
    play();
    DoubleClick.on(robot.lookup("Loss").query());
    assertThat(dock.enlargedProperty().get()).isTrue();
    assertThat(dock.getChildren()).filteredOn(Node::isVisible).hasSize(1);
    robot.interact(() -> dock.lookup(".curve .focus-frame").requestFocus());
    robot.push(KeyCode.ESCAPE);
    assertThat(dock.enlargedProperty().get()).isFalse();
    assertThat(dock.getChildren()).allMatch(Node::isVisible);
  }

  @Test
  void aCurveIsSavedAsAPicture(FxRobot robot, @TempDir Path folder) throws Exception {
    play();
    CurveModel loss = studio.plots.loss();
    CurveFiles files = new CurveFiles(loss, new CurveTexts(loss, studio.lang), studio.lang, studio.theme, studio.pulse);
    Path file = folder.resolve("loss.png");
    List<String> outcome = new CopyOnWriteArrayList<>();
    robot.interact(() -> files.write(CurveFiles.Kind.PNG, file, outcome::add));
    studio.beatUntil(() -> !outcome.isEmpty());
    assertThat(outcome).containsExactly("Saved as loss.png");
    assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(1920);
  }
}
