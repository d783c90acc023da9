package studio.backprop.ui.inside.lens.conv;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Segmented;

/** Animation controls of the sliding window with a rate. Space starts and stops it. */
final class SlideBar extends HBox {
  private static final List<Integer> SPEEDS = List.of(2, 5, 20);

  private final Timeline sliding = new Timeline();
  private final Segmented<Integer> speed;
  private final Runnable next;

  /** @param next advances the window by one cell */
  SlideBar(LensDesk desk, Runnable next) {
    this.next = next;
    getStyleClass().add("slide-bar");
    Button slide = new Button(null, Icon.PLAY.view());
    desk.hints().explain(slide, KeyCombination.valueOf("Space"), "lens.conv.slide.help");
    slide.textProperty().bind(desk.lang().bind("lens.conv.slide"));
    slide.setOnAction(event -> toggle());
    speed = new Segmented<>(desk.lang().bind("lens.conv.speed"));
    SPEEDS.forEach(cells -> speed.add(cells, desk.lang().bind("lens.conv.cells", cells)));
    speed.valueProperty().set(SPEEDS.get(1));
    speed.valueProperty().subscribe(this::pace);
    sliding.setCycleCount(Animation.INDEFINITE);
    pace();
    sliding.statusProperty().subscribe(status -> slide.setGraphic((status == Animation.Status.RUNNING ? Icon.PAUSE : Icon.PLAY).view()));
    getChildren().addAll(slide, speed);
  }

  private void pace() {
    boolean runs = sliding.getStatus() == Animation.Status.RUNNING;
    sliding.stop();
    sliding.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1.0 / speed.value()), event -> next.run()));
    if (runs) {
      sliding.play();
    }
  }

  void toggle() {
    if (sliding.getStatus() == Animation.Status.RUNNING) {
      sliding.stop();
    } else {
      sliding.play();
    }
  }

  /** Pointing at a cell stops it. */
  void stop() {
    sliding.stop();
  }

  /** @return offset of an arrow key: down and across; null for other keys */
  static int[] step(KeyCode key) {
    return switch (key) {
      case UP -> new int[] {-1, 0};
      case DOWN -> new int[] {1, 0};
      case LEFT -> new int[] {0, -1};
      case RIGHT -> new int[] {0, 1};
      default -> null;
    };
  }
}
