package studio.backprop.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.backprop.plan.Parameter;
import studio.backprop.train.observe.Snapshot;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.run.RunModel;

/** The few weights of one node in the hands of a learner: a slider each, or for a kernel a field for each of its numbers. */
public final class WeightSliders extends VBox {
  /** Up to so many numbers have sliders. */
  private static final int FEW = 4;
  private static final int MOST = 40;
  private static final double REACH = 5;
  private static final double FINE = 0.05;

  private final RunModel run;
  private final Lang lang;
  private final int node;
  private final List<Hand> hands = new ArrayList<>();
  private final Subscription subscription;
  private final Consumer<DoubleConsumer> loss;
  private final Label lossNow = new Label();
  private boolean showing;

  /** A number that can be set, and what shows it. */
  private record Hand(String parameter, int index, NumberModel number, Slider slider) {}

  /**
   * @param name of the node, for screen readers
   * @param loss tells the loss of all training examples as it is now
   */
  public WeightSliders(RunModel run, Lang lang, int node, String name, Consumer<DoubleConsumer> loss) {
    this.loss = loss;
    this.run = run;
    this.lang = lang;
    this.node = node;
    getStyleClass().add("weight-sliders");
    lossNow.getStyleClass().add("strong");
    lossNow.setId("weights-loss");
    getChildren().add(lossNow);
    accessibleTextProperty().bind(lang.bind("lesson.weights", name));
    subscription = run.frameProperty().subscribe((before, now) -> show());
    sceneProperty().subscribe((before, now) -> {
      if (now == null && before != null) {
        subscription.unsubscribe();
      }
    });
    show();
  }

  private void build(List<Parameter> parameters) {
    List<Parameter> own = parameters.stream().filter(parameter -> parameter.node() == node).toList();
    int count = own.stream().mapToInt(parameter -> parameter.tensor().count()).sum();
    if (count == 0 || count > MOST) {
      return;
    }
    for (Parameter parameter : own) {
      if (count <= FEW) {
        for (int i = 0; i < parameter.tensor().count(); i++) {
          getChildren().add(slider(parameter, i));
        }
      } else if (parameter.name().equals("weight")) {
        getChildren().setAll(grid(parameter)); // of a kernel the loss is not asked
      }
    }
  }

  private String letter(Parameter parameter, int index) {
    String letter = parameter.name().equals("bias") ? "b" : "w";
    return parameter.tensor().count() == 1 ? letter : letter + (index + 1);
  }

  private HBox slider(Parameter parameter, int index) {
    String letter = letter(parameter, index);
    Label symbol = new Label(letter);
    symbol.getStyleClass().add("symbol");
    symbol.setMinWidth(Region.USE_PREF_SIZE);
    Slider slider = new Slider(-REACH, REACH, 0);
    slider.setId("weight-" + letter);
    slider.setBlockIncrement(FINE);
    slider.setAccessibleText(letter);
    HBox.setHgrow(slider, Priority.ALWAYS);
    NumberModel number = new NumberModel(NumberRange.real(-1000, 1000, FINE), 0);
    NumberField field = new NumberField(lang, number, lang.bind("lesson.weight.spoken", letter)).digits(5);
    Hand hand = new Hand(parameter.name(), index, number, slider);
    hands.add(hand);
    slider.valueProperty().subscribe((before, now) -> set(hand, now.doubleValue(), slider.isValueChanging()));
    number.valueProperty().subscribe((before, now) -> set(hand, now.doubleValue(), false));
    HBox row = new HBox(symbol, slider, field);
    row.getStyleClass().add("weight-row");
    return row;
  }

  /** A kernel a block: its numbers in their places. */
  private VBox grid(Parameter parameter) {
    int[] shape = parameter.spec().shape().toArray();
    int columns = shape[shape.length - 1];
    int rows = shape.length > 1 ? shape[shape.length - 2] : parameter.spec().rows();
    int each = rows * columns;
    VBox all = new VBox();
    all.getStyleClass().add("kernels");
    FlowPane row = new FlowPane();
    row.getStyleClass().add("kernel-row");
    for (int first = 0; first < parameter.tensor().count(); first += each) {
      GridPane grid = new GridPane();
      grid.getStyleClass().add("kernel");
      for (int i = 0; i < each; i++) {
        NumberModel number = new NumberModel(NumberRange.real(-1000, 1000, 1), 0);
        NumberField field = new NumberField(lang, number, lang.bind("lesson.weight.spoken", first + i + 1)).digits(3);
        field.setId("weight-" + (first + i));
        Hand hand = new Hand(parameter.name(), first + i, number, null);
        hands.add(hand);
        number.valueProperty().subscribe((before, now) -> set(hand, now.doubleValue(), false));
        grid.add(field, i % columns, i / columns);
      }
      Label name = new Label();
      name.getStyleClass().addAll("note", "mut");
      name.textProperty().bind(lang.bind("lesson.kernel", first / each + 1));
      row.getChildren().add(new VBox(name, grid));
    }
    all.getChildren().add(row);
    return all;
  }

  private void set(Hand hand, double value, boolean goesOn) {
    if (!showing) {
      run.weights().set(node, hand.parameter(), hand.index(), (float) value, goesOn);
    }
  }

  /** Shows the weights of now. */
  private void show() {
    if (run.snapshot().isEmpty()) {
      return;
    }
    Snapshot snapshot = run.snapshot().get();
    if (hands.isEmpty()) {
      build(snapshot.parameters());
    }
    showing = true;
    for (Hand hand : hands) {
      double value = value(snapshot, hand);
      if (hand.slider() != null && !hand.slider().isValueChanging()) {
        hand.slider().setValue(value);
      }
      if (!Double.isNaN(value)) {
        hand.number().valueProperty().set(value);
      }
    }
    showing = false;
    loss.accept(value -> lossNow.setText(lang.say("lesson.weights.loss", lang.numbers().significant(value, 3))));
  }

  /** With four decimals; NaN where it is not known. */
  private double value(Snapshot snapshot, Hand hand) {
    List<Parameter> all = snapshot.parameters();
    for (int i = 0; i < all.size() && snapshot.hasValues(); i++) {
      if (all.get(i).node() == node && all.get(i).name().equals(hand.parameter())) {
        return Math.rint(snapshot.values(i)[hand.index()] * 1e4) / 1e4;
      }
    }
    return Double.NaN;
  }
}
