package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Without a mouse: every panel is reached, and the focus is seen. */
class KeysStoryTest {
  private final FxRobot keys = new FxRobot();
  private StudioWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    window = StudioWindow.show(1600, 900);
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  @Test
  void panelsAreVisitedInTurnAndTheFocusIsSeen() {
    keys.push(KeyCode.F6);
    for (String panel : List.of(".top-bar", ".palette", ".middle", ".right-side", ".dock", ".top-bar")) {
      window.until("in " + panel, () -> within(panel, focused()));
      assertThat(window.onScreen(() -> focused().isFocusVisible())).as("seen in " + panel).isTrue();
      keys.push(KeyCode.F6);
    }
    keys.push(KeyCode.SHIFT, KeyCode.F6);
    window.until("back", () -> within(".top-bar", focused()));
  }

  private Node focused() {
    Scene scene = window.find(".shell").getScene();
    return scene.getFocusOwner();
  }

  private boolean within(String panel, Node focused) {
    Node wanted = window.find(panel);
    for (Node node = focused; node != null; node = node.getParent()) {
      if (node == wanted) {
        return true;
      }
    }
    return false;
  }
}
