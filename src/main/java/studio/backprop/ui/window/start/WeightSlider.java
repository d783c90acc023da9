package studio.backprop.ui.window.start;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import studio.backprop.ui.kit.Lang;

/** Weight slider with an arrow of the negative gradient: length ∝ |∂L/∂w|; truncated at the end of the track, marked by two strokes. */
final class WeightSlider extends VBox {
  private static final double STEP = 0.05;
  private static final double LEAP = 0.5;
  private static final double THUMB = 8;
  /** Length of the arrow at a gradient of 1, in px. */
  private static final double LENGTH = 150;
  private static final double HEAD = 7;
  private static final double LEAST = 1;
  /** Half the distance of the strokes of a truncated arrow, in px. */
  private static final double BREAK = 2;

  private final NeuronModel model;
  private final Weight weight;
  private final Slider slider = new Slider(-NeuronModel.REACH, NeuronModel.REACH, 0);
  private final Rectangle shaft = new Rectangle();
  private final Polygon head = new Polygon();
  private final Path breakMark = new Path();
  private final StackPane track = new StackPane(slider, shaft, head, breakMark);

  WeightSlider(NeuronModel model, Weight weight, Lang lang) {
    this.model = model;
    this.weight = weight;
    getStyleClass().add("weight");
    slider.setBlockIncrement(STEP);
    slider.setMajorTickUnit(LEAP);
    slider.valueProperty().bindBidirectional(model.value(weight));
    slider.accessibleTextProperty().bind(lang.bind("start.weight." + weight.name().toLowerCase(Locale.ROOT)));
    shaft.getStyleClass().add("gradient-arrow");
    head.getStyleClass().add("gradient-arrow");
    breakMark.getStyleClass().add("arrow-break");
    for (Node part : List.of(shaft, head, breakMark)) {
      part.setManaged(false);
      part.setMouseTransparent(true);
    }
    getChildren().addAll(words(lang), track);
    model.changesProperty().subscribe(change -> point());
    track.layoutBoundsProperty().subscribe(bounds -> point());
  }

  private HBox words(Lang lang) {
    Label symbol = new Label(weight.symbol());
    symbol.getStyleClass().add("symbol");
    symbol.setMinWidth(USE_PREF_SIZE);
    Label gradient = new Label();
    gradient.getStyleClass().addAll("gradient", "strong");
    gradient.setMinWidth(USE_PREF_SIZE);
    gradient.textProperty().bind(Bindings.createStringBinding(
        () -> "∂ " + lang.numbers().fixed(model.gradient(weight).get(), 2),
        model.gradient(weight), lang.numbersProperty()));
    Label value = new Label();
    value.getStyleClass().addAll("strong", "value");
    value.setMinWidth(USE_PREF_SIZE);
    value.textProperty().bind(Bindings.createStringBinding(
        () -> lang.numbers().fixed(model.value(weight).get(), 2), model.value(weight), lang.numbersProperty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox words = new HBox(symbol, gap, gradient, value);
    words.getStyleClass().add("gap-8");
    return words;
  }

  private void point() {
    double width = track.getWidth();
    double gradient = model.gradient(weight).get();
    double way = -Math.signum(gradient);
    double middle = THUMB + (model.value(weight).get() / NeuronModel.REACH + 1) / 2 * (width - 2 * THUMB);
    double from = middle + way * THUMB;
    double wanted = Math.abs(gradient) * LENGTH;
    double length = Math.min(wanted, way > 0 ? width - from - HEAD : from - HEAD);
    boolean visible = length >= LEAST;
    breakMark.setVisible(visible && length < wanted);
    shaft.setVisible(visible);
    head.setVisible(visible);
    double y = track.getHeight() / 2;
    double tip = from + way * length;
    shaft.setX(Math.min(from, tip));
    shaft.setY(y - 2);
    shaft.setWidth(Math.max(0, length));
    shaft.setHeight(4);
    head.getPoints().setAll(tip, y - HEAD, tip, y + HEAD, tip + way * HEAD, y);
    breakAt(tip - way * HEAD, y);
  }

  /** Two slanted strokes in the background colour, marking truncation. */
  private void breakAt(double x, double y) {
    breakMark.getElements().clear();
    for (int stroke = -1; stroke <= 1; stroke += 2) {
      double middle = x + stroke * BREAK;
      breakMark.getElements().addAll(new MoveTo(middle - BREAK / 2, y + 2 * BREAK), new LineTo(middle + BREAK / 2, y - 2 * BREAK));
    }
  }

  /** Start of the wire to the neuron. */
  double wireY() {
    return track.getLayoutY() + track.getHeight() / 2;
  }
}
