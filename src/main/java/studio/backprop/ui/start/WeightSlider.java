package studio.backprop.ui.start;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import studio.backprop.ui.kit.Lang;

/** A weight to move by hand. An arrow on its track shows which way gradient descent would move it, and how strongly. */
final class WeightSlider extends VBox {
  private static final double STEP = 0.05;
  private static final double LEAP = 0.5;
  private static final double THUMB = 8;
  /** Length of the arrow for a gradient of 1, in px. */
  private static final double LENGTH = 150;
  private static final double HEAD = 7;
  private static final double LEAST = 1;

  private final NeuronModel model;
  private final Weight weight;
  private final Slider slider = new Slider(-NeuronModel.REACH, NeuronModel.REACH, 0);
  private final Rectangle shaft = new Rectangle();
  private final Polygon head = new Polygon();
  private final StackPane track = new StackPane(slider, shaft, head);

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
    shaft.setManaged(false);
    shaft.setMouseTransparent(true);
    head.setManaged(false);
    head.setMouseTransparent(true);
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
        () -> (model.gradient(weight).get() > 0 ? "↓ " : "↑ ") + lang.numbers().fixed(Math.abs(model.gradient(weight).get()), 2),
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

  /** Lays the arrow over the track, from the thumb against the gradient. */
  private void point() {
    double width = track.getWidth();
    double gradient = model.gradient(weight).get();
    double way = -Math.signum(gradient);
    double middle = THUMB + (model.value(weight).get() / NeuronModel.REACH + 1) / 2 * (width - 2 * THUMB);
    double from = middle + way * THUMB;
    double length = Math.min(Math.abs(gradient) * LENGTH, way > 0 ? width - from - HEAD : from - HEAD);
    boolean visible = length >= LEAST;
    shaft.setVisible(visible);
    head.setVisible(visible);
    double y = track.getHeight() / 2;
    double tip = from + way * length;
    shaft.setX(Math.min(from, tip));
    shaft.setY(y - 2);
    shaft.setWidth(Math.max(0, length));
    shaft.setHeight(4);
    head.getPoints().setAll(tip, y - HEAD, tip, y + HEAD, tip + way * HEAD, y);
  }

  /** Where the wire to the neuron begins. */
  double wireY() {
    return track.getLayoutY() + track.getHeight() / 2;
  }
}
