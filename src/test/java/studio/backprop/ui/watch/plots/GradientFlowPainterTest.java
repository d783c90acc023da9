package studio.backprop.ui.watch.plots;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import studio.backprop.data.DataSettings;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.ui.kit.Fonts;

/** Where the rows of the gradient flow end before there is anything to show. */
@ExtendWith(ApplicationExtension.class)
class GradientFlowPainterTest {
  private static final double HEIGHT = 150;
  private static final double SENTENCE = 40;

  @Test
  void theSentenceOfAnEmptyMapLiesOnNoRow(FxRobot robot) throws Exception {
    Fonts.load();
    Dense dense = Dense.of(4, Activation.RELU);
    try (Studio studio = new Studio(
        Studio.project(DataSettings.of("circles"), 0.1, Input.row(2), dense, dense, dense, Dense.of(1, Activation.SIGMOID),
            Output.of(Loss.BINARY_CROSS_ENTROPY)))) {
      studio.pulse.until(() -> studio.run.snapshot().isPresent());
      studio.plots.flow().refresh();
      GradientFlowPainter painter = new GradientFlowPainter(studio.plots.flow(), studio.lang, studio.theme);
      robot.interact(() -> {
        painter.keepFor(SENTENCE);
        painter.paint(new Canvas(300, HEIGHT).getGraphicsContext2D(), 300, HEIGHT, 0, -1);
      });
      assertThat(painter.rows()).isNotEmpty();
      assertThat(painter.bottom()).isPositive().isLessThanOrEqualTo(HEIGHT - SENTENCE);
    }
  }
}
