package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.backprop.run.Status;
import studio.backprop.store.SampleProject;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Look;

@ExtendWith(ApplicationExtension.class)
class GraphViewStoryTest {
  private Studio studio;
  private DockView dock;

  @Start
  void start(Stage stage) throws Exception {
    Fonts.load();
    studio = new Studio(SampleProject.of("karate-club"));
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

  @Test
  void eachNodeSaysWhatItIsTakenForAndArrowsWalkThroughThem(FxRobot robot) throws Exception {
    studio.beatUntil(() -> studio.run.snapshot().isPresent());
    WaitForAsyncUtils.waitForAsyncFx(60_000, studio.run.control()::togglePlay);
    studio.beatUntil(() -> studio.run.statusProperty().get().state() == Status.State.FINISHED);
    studio.beatUntil(() -> dock.lookup(".graph-answer .focusable") != null && dock.lookup(".graph-answer .focusable")
        .getAccessibleText() != null);
    robot.interact(() -> dock.lookup(".graph-answer .focusable").requestFocus());
    assertThat(dock.lookup(".graph-answer .focusable").getAccessibleText()).startsWith("Node 1 is a training node: Mr. Hi");
    robot.type(KeyCode.LEFT);
    assertThat(dock.lookup(".graph-answer .focusable").getAccessibleText()).startsWith("Node 34 is a training node: Officer");
  }
}
