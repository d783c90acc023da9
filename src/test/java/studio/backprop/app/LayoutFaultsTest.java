package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.ui.kit.Painting;

class LayoutFaultsTest {
  @BeforeAll
  static void begin() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void wordsThatAreCutAreFound() {
    Label label = new Label("a long sentence");
    label.setPrefWidth(40);
    assertThat(measure(label)).singleElement().asString().startsWith("cut: “a long sentence”");
  }

  @Test
  void wordsOverWordsAreFoundUnlessTheyStandOnACard() {
    Label below = new Label("below");
    Label above = new Label("above");
    StackPane card = new StackPane(above);
    assertThat(measure(below, card)).singleElement().asString().startsWith("overlapping: “below”");
    card.setBackground(Background.fill(Color.WHITE));
    assertThat(measure(new Label("below"), card)).isEmpty();
  }

  @Test
  void whatReachesBeyondTheWindowIsFound() {
    Label label = new Label("beyond");
    label.setTranslateX(380);
    assertThat(measure(label)).singleElement().asString().startsWith("outside: “beyond”");
  }

  @Test
  void anUnderscoreThatAButtonWouldEatIsFound() {
    Button button = new Button("class_1");
    assertThat(measure(button)).singleElement().asString().startsWith("eaten underscore: “class_1”");
    button.setMnemonicParsing(false);
    assertThat(measure(button)).isEmpty();
  }

  @Test
  void aButtonThatSaysNothingIsFound() {
    assertThat(measure(new Button())).singleElement().asString().startsWith("unnamed: ");
    Button named = new Button();
    named.setAccessibleText("Undo");
    assertThat(measure(named)).isEmpty();
  }

  @Test
  void paintedWordsOverEachOtherAndBeyondTheRimAreFound() {
    assertThat(measure(painting("left", 20, "right", 120))).isEmpty();
    assertThat(measure(painting("left", 20, "over it", 30))).singleElement().asString()
        .startsWith("overlapping: painted “left” and “over it”");
    assertThat(measure(painting("left", 20, "long words", 180))).singleElement().asString().startsWith("cut: painted “long words”");
  }

  @Test
  void wordsAreKeptOnlyForWhoMeasuresThem() {
    Painting painting = painting("left", 20, "right", 120);
    assertThat(measure(painting)).isEmpty();
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
      painting.repaint();
      assertThat(painting.canvas().getProperties()).isEmpty();
      assertThat(painting.words()).hasSize(2);
      assertThat(painting.words()).as("asked again").hasSize(2);
      return null;
    });
  }

  private static Painting painting(String first, double firstX, String second, double secondX) {
    Painting painting = new Painting((g, width, height) -> {
      Painting.write(g, first, firstX, 40);
      Painting.write(g, second, secondX, 40);
    });
    painting.setMinSize(200, 60);
    return painting;
  }

  private static List<String> measure(Node... nodes) {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          Pane pane = new Pane(nodes);
          new Scene(pane, 400, 300);
          pane.resize(400, 300);
          pane.applyCss();
          pane.layout();
          return LayoutFaults.of(pane);
        });
  }
}
