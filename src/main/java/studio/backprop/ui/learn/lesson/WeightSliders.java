package studio.backprop.ui.learn.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.backprop.observe.Snapshot;
import studio.backprop.plan.Parameter;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.workspace.run.RunModel;

/** Editor of the few weights of a node: a slider each or, for more, a field each. */
public final class WeightSliders extends VBox {
  /** Maximum number of sliders. */
  private static final int FEW = 4;
  private static final int MOST = 40;
  private static final double REACH = 5;
  private static final double FINE = 0.05;

  private final RunModel run;
  private final Lang lang;
  private final int node;
  private final List<Hand> hands = new ArrayList<>();
  private Subscription subscription = Subscription.EMPTY;
  private final Consumer<DoubleConsumer> loss;
  private final Label lossNow = new Label();
  private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper(this, "held");
  private double lossKnown = Double.NaN;
  private boolean showing;

  /** A weight with its control. */
  private record Hand(String parameter, int index, NumberModel number, Slider slider) {}

  /**
   * @param name of the node, for screen readers
   * @param loss requests the current loss over all training examples
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
    sceneProperty().subscribe(now -> {
      subscription.unsubscribe();
      subscription = now == null ? Subscription.EMPTY : follow();
    });
  }

  /** As long as it is in a window, which changes in a presentation. */
  private Subscription follow() {
    show();
    return Subscription.combine(run.frameProperty().subscribe((before, now) -> show()), lang.whenWrittenAnew(this::sayLoss));
  }

  /** Whether a slider is being dragged. */
  public ReadOnlyBooleanProperty heldProperty() {
    return held.getReadOnlyProperty();
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
        getChildren().setAll(blocks(parameter)); // no loss is requested then
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
    slider.accessibleTextProperty().bind(Bindings.createStringBinding(
        () -> Stream.of(letter, lossNow.getText()).filter(words -> !words.isEmpty()).collect(Collectors.joining(". ")),
        lossNow.textProperty()));
    HBox.setHgrow(slider, Priority.ALWAYS);
    NumberModel number = new NumberModel(NumberRange.real(-1000, 1000, FINE), 0);
    NumberField field = new NumberField(lang, number, lang.bind("lesson.weight.spoken", letter)).digits(5);
    Hand hand = new Hand(parameter.name(), index, number, slider);
    hands.add(hand);
    slider.valueChangingProperty().subscribe((before, now) -> held.set(now));
    slider.valueProperty().subscribe((before, now) -> set(hand, now.doubleValue(), slider.isValueChanging()));
    number.valueProperty().subscribe((before, now) -> set(hand, now.doubleValue(), false));
    HBox row = new HBox(symbol, slider, field);
    row.getStyleClass().add("weight-row");
    return row;
  }

  /** A kernel as a block in its layout; other weights each with their letter. */
  private FlowPane blocks(Parameter parameter) {
    int[] shape = parameter.spec().shape().toArray();
    boolean kernels = shape.length > 2;
    int count = parameter.tensor().count();
    FlowPane all = new FlowPane();
    all.getStyleClass().add("kernels");
    if (!kernels) {
      all.getStyleClass().add("lettered");
      for (int i = 0; i < count; i++) {
        all.getChildren().add(new VBox(note(new SimpleStringProperty(letter(parameter, i))), field(parameter, i)));
      }
      return all;
    }
    int columns = shape[shape.length - 1];
    int each = shape[shape.length - 2] * columns;
    for (int first = 0; first < count; first += each) {
      GridPane grid = new GridPane();
      grid.getStyleClass().add("kernel");
      for (int i = 0; i < each; i++) {
        grid.add(field(parameter, first + i), i % columns, i / columns);
      }
      all.getChildren().add(new VBox(note(lang.bind("lesson.kernel", first / each + 1)), grid));
    }
    return all;
  }

  private NumberField field(Parameter parameter, int index) {
    NumberModel number = new NumberModel(NumberRange.real(-1000, 1000, 1), 0);
    NumberField field = new NumberField(lang, number, lang.bind("lesson.weight.spoken", index + 1)).digits(3);
    field.setId("weight-" + index);
    Hand hand = new Hand(parameter.name(), index, number, null);
    hands.add(hand);
    number.valueProperty().subscribe((before, now) -> set(hand, now.doubleValue(), false));
    return field;
  }

  private static Label note(ObservableValue<String> text) {
    Label note = new Label();
    note.getStyleClass().addAll("note", "mut");
    note.textProperty().bind(text);
    return note;
  }

  private void set(Hand hand, double value, boolean goesOn) {
    if (!showing) {
      run.weights().set(node, hand.parameter(), hand.index(), (float) value, goesOn);
    }
  }

  /** Shows the current weights. */
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
    loss.accept(value -> {
      lossKnown = value;
      sayLoss();
    });
  }

  private void sayLoss() {
    if (!Double.isNaN(lossKnown)) {
      lossNow.setText(lang.say("lesson.weights.loss", lang.numbers().significant(lossKnown, 3)));
    }
  }

  /** Rounded to four decimals; NaN where unknown. */
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
