package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ToastTest {
  private final FxRobot robot = new SteadyRobot();
  private final SimpleStringProperty said = new SimpleStringProperty("");
  private final SimpleBooleanProperty possible = new SimpleBooleanProperty(true);
  private final List<String> asked = new ArrayList<>();
  private Toast toast;

  @Start
  void start(Stage stage) {
    Motion still = new Motion();
    still.reducedProperty().set(true);
    toast = new Toast(said, new SimpleStringProperty("Undo"), () -> asked.add("undo"), () -> said.set(""), still).offerWhile(possible);
    stage.setScene(new Scene(new StackPane(new Button("Elsewhere"), toast), 400, 300));
    stage.sizeToScene();
    stage.show();
  }

  private void say(String sentence) {
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> said.set(sentence));
    Frames.next();
  }

  /** Where nothing is left to undo it would otherwise stay, and its button do nothing. */
  @Test
  void itGoesWhenItsButtonWasPressedWhateverCameOfIt() {
    say("2 nodes removed");
    assertThat(toast.isVisible()).isTrue();
    robot.clickOn("Undo");
    Frames.next();
    assertThat(asked).containsExactly("undo");
    assertThat(toast.isVisible()).isFalse();
  }

  @Test
  void theButtonIsThereOnlyWhileThereIsSomethingToTakeBack() {
    say("dense_3 was reinitialized.");
    assertThat(toast.getChildren().get(1).isVisible()).isTrue();
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> possible.set(false));
    assertThat(toast.isVisible()).isTrue();
    assertThat(toast.getChildren().get(1).isVisible()).isFalse();
  }
}
