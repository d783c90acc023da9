package studio.backprop.ui.kit.form;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.kit.Segmented;

/** Editor of a shape: its kind (row, sequence, image) and the length of each axis. */
final class ShapeField extends VBox {
  private static final NumberRange SIZES = NumberRange.whole(1, 65_536);

  private final Lang lang;
  private final ObservableValue<Shape> kept;
  private final Consumer<Shape> change;
  private final HBox axes = new HBox();
  private final VBox refusals = new VBox();

  ShapeField(Lang lang, ObservableValue<Shape> kept, Consumer<Shape> change) {
    this.lang = lang;
    this.kept = kept;
    this.change = change;
    Segmented<Integer> rank =
        new Segmented<Integer>(lang.bind("form.rank"))
            .add(1, lang.bind("form.rank.row"))
            .add(2, lang.bind(kept.getValue().nodeAxes() > 0 ? "form.rank.graph" : "form.rank.sequence"))
            .add(3, lang.bind("form.rank.image"));
    Kept.choice(rank.valueProperty(), kept.map(Shape::rank), r -> change.accept(ShapeEdits.ofRank(kept.getValue(), r)));
    kept.map(Shape::rank).subscribe(this::showAxes);
    axes.getStyleClass().add("pair");
    getStyleClass().add("gap-8");
    getChildren().addAll(rank, axes, refusals);
  }

  private void showAxes(int rank) {
    axes.getChildren().clear();
    refusals.getChildren().clear();
    for (int axis = 0; axis < rank; axis++) {
      if (axis > 0) {
        Label times = new Label("×");
        times.getStyleClass().addAll("mut", "times");
        axes.getChildren().add(times);
      }
      axes.getChildren().add(axis(rank, axis));
    }
  }

  /** After a change of rank a removed field may still be queried once: its axis is ignored. */
  private Node axis(int rank, int axis) {
    ObservableValue<Double> size = kept.map(shape -> shape.rank() == rank ? (double) shape.size(axis) : 1.0);
    NumberModel number = Kept.number(SIZES, size, typed -> change.accept(ShapeEdits.with(kept.getValue(), axis, (int) typed)));
    String counted = kept.getValue().title(axis).key();
    Label caption = new Label();
    caption.getStyleClass().add("caption");
    caption.textProperty().bind(lang.bind(counted));
    return new VBox(new NumberField(lang, number, lang.bind(counted)).digits(rank == 1 ? 5 : 3).refuseIn(refusals), caption);
  }
}
