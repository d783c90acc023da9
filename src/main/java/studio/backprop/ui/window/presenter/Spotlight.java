package studio.backprop.ui.window.presenter;

import javafx.scene.layout.Region;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;

/** Dims everything but a circle around the pointer. */
final class Spotlight extends Region {
  Spotlight(PresenterModel model) {
    setMouseTransparent(true);
    visibleProperty().bind(model.spotlightProperty());
    HLineTo right = new HLineTo();
    VLineTo down = new VLineTo();
    right.xProperty().bind(widthProperty());
    down.yProperty().bind(heightProperty());
    MoveTo left = new MoveTo();
    left.xProperty().bind(model.xProperty().subtract(model.radiusProperty()));
    left.yProperty().bind(model.yProperty());
    Path dark =
        new Path(new MoveTo(0, 0), right, down, new HLineTo(0), new ClosePath(), left, half(model, 1), half(model, -1), new ClosePath());
    dark.setFillRule(FillRule.EVEN_ODD);
    dark.getStyleClass().add("dark");
    Circle rim = new Circle();
    rim.centerXProperty().bind(model.xProperty());
    rim.centerYProperty().bind(model.yProperty());
    rim.radiusProperty().bind(model.radiusProperty());
    rim.getStyleClass().add("rim");
    getStyleClass().add("spotlight");
    getChildren().addAll(dark, rim);
  }

  private static ArcTo half(PresenterModel model, int side) {
    ArcTo arc = new ArcTo();
    arc.radiusXProperty().bind(model.radiusProperty());
    arc.radiusYProperty().bind(model.radiusProperty());
    arc.xProperty().bind(model.xProperty().add(model.radiusProperty().multiply(side)));
    arc.yProperty().bind(model.yProperty());
    arc.setSweepFlag(true);
    return arc;
  }
}
