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
  void aButtonThatSaysNothingIsFound() {
    assertThat(measure(new Button())).singleElement().asString().startsWith("unnamed: ");
    Button named = new Button();
    named.setAccessibleText("Undo");
    assertThat(measure(named)).isEmpty();
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
