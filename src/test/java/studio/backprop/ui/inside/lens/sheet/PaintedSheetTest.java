package studio.backprop.ui.inside.lens.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PaintedSheetTest {
  private final AtomicInteger painted = new AtomicInteger();
  private PaintedSheet sheet;
  private Stage stage;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    sheet = new PaintedSheet((g, width, height) -> painted.incrementAndGet());
    sheet.size(900, 700);
    sheet.onSeen(() -> {
      if (sheet.seenWidth() > 0) {
        sheet.repaint();
      }
    });
    stage.setScene(new Scene(sheet, 400, 300));
    stage.sizeToScene();
    stage.show();
  }

  /** A picture that were painted with each layout would be painted in each frame, since painting asks for a layout. */
  @Test
  void isPaintedAnewOnlyWhereAnotherPartOfItIsSeen(FxRobot robot) {
    robot.interact(() -> {
      sheet.layout();
      painted.set(0);
      for (int i = 0; i < 10; i++) {
        sheet.sheet().requestLayout();
        stage.getScene().getRoot().layout();
      }
    });
    assertThat(painted).hasValue(0);
    robot.interact(() -> {
      stage.setWidth(stage.getWidth() + 100);
      stage.getScene().getRoot().layout();
    });
    assertThat(painted.get()).isPositive();
  }
}
