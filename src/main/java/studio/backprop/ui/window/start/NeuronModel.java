package studio.backprop.ui.window.start;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Subscription;
import studio.backprop.data.Part;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Neuron;
import studio.backprop.project.Project;
import studio.backprop.run.FullBatchDescent;
import studio.backprop.tensor.Tensor;
import studio.backprop.ui.kit.Pulse;

/** Interactive neuron: moving a weight updates loss and gradients; learning animates gradient descent by the engine's gradients. */
public final class NeuronModel {
  /** Range of a weight slider, ±. */
  static final double REACH = 4;

  /** Initial weights with a third of the points misclassified. */
  static final float[] START = {0.9f, -0.6f, -0.3f};

  private static final int FRAMES_BETWEEN_STEPS = 3;
  /** ‖∂L/∂w‖ below which steps are invisible. */
  private static final double FLAT = 0.006;

  private final Map<Weight, DoubleProperty> values = new EnumMap<>(Weight.class);
  private final Map<Weight, ReadOnlyDoubleWrapper> gradients = new EnumMap<>(Weight.class);
  private final ReadOnlyDoubleWrapper loss = new ReadOnlyDoubleWrapper(this, "loss");
  private final ReadOnlyLongWrapper right = new ReadOnlyLongWrapper(this, "right");
  private final ReadOnlyLongWrapper steps = new ReadOnlyLongWrapper(this, "steps");
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper(this, "changes");
  private final ReadOnlyBooleanWrapper learning = new ReadOnlyBooleanWrapper(this, "learning");
  private final ReadOnlyBooleanWrapper flat = new ReadOnlyBooleanWrapper(this, "flat");

  private final FullBatchDescent descent;
  private final Pulse pulse;
  private final float[] start = START.clone();
  private boolean taking;
  private int frames;
  private Subscription beat = Subscription.EMPTY;

  /** @param descent of {@link Neuron#project} */
  public NeuronModel(FullBatchDescent descent, Pulse pulse) {
    this.descent = descent;
    this.pulse = pulse;
    for (Weight weight : Weight.values()) {
      DoubleProperty value = new SimpleDoubleProperty(this, weight.name());
      values.put(weight, value);
      gradients.put(weight, new ReadOnlyDoubleWrapper(this, "gradient of " + weight));
      value.subscribe((before, now) -> movedByHand());
    }
    sameStartAgain();
  }

  // --- state

  /** A weight, for binding to a slider. */
  DoubleProperty value(Weight weight) {
    return values.get(weight);
  }

  /** ∂L/∂w. */
  ReadOnlyDoubleProperty gradient(Weight weight) {
    return gradients.get(weight).getReadOnlyProperty();
  }

  ReadOnlyDoubleProperty lossProperty() {
    return loss.getReadOnlyProperty();
  }

  /** Number of correctly classified points. */
  ReadOnlyLongProperty rightProperty() {
    return right.getReadOnlyProperty();
  }

  /** Steps since the weights were last set manually. */
  ReadOnlyLongProperty stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  ReadOnlyLongProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty learningProperty() {
    return learning.getReadOnlyProperty();
  }

  /** Whether the gradient has vanished. */
  ReadOnlyBooleanProperty flatProperty() {
    return flat.getReadOnlyProperty();
  }

  int points() {
    return descent.data().trainRows();
  }

  void copyPoint(int point, float[] to) {
    descent.data().copyInput(Part.TRAIN, point, to, 0);
  }

  /** Whether a point is of the second class, target 1. */
  boolean second(int point) {
    return descent.data().classOf(Part.TRAIN, point) == 1;
  }

  boolean wrong(int point) {
    return descent.answer(point) > 0.5 != second(point);
  }

  /** Outputs in [0, 1] at points, [points × 2]. */
  float[] answers(float[] places) {
    return descent.answers(places, places.length / 2);
  }

  // --- actions

  void toggleLearning() {
    if (learning.get()) {
      pause();
    } else {
      learning.set(true);
      beat = pulse.subscribe(this::frame);
    }
  }

  void pause() {
    beat.unsubscribe();
    beat = Subscription.EMPTY;
    frames = 0;
    learning.set(false);
  }

  void step() {
    descent.step();
    steps.set(steps.get() + 1);
    takeFromEngine();
  }

  /** Resets to the last manually set or the initial weights. */
  void sameStartAgain() {
    pause();
    steps.set(0);
    for (Weight weight : Weight.values()) {
      put(weight, start[weight.ordinal()]);
    }
    descent.look();
    takeFromEngine();
  }

  /** Project of "Open it on the canvas". */
  public Project project() {
    return descent.project();
  }

  /** Copy of the weights. */
  public Parameters parameters() {
    return descent.parameters().copy();
  }

  private void frame() {
    if (++frames % FRAMES_BETWEEN_STEPS == 0) {
      step();
      if (flat.get()) {
        pause();
      }
    }
  }

  private void movedByHand() {
    if (taking) {
      return;
    }
    steps.set(0);
    for (Weight weight : Weight.values()) {
      float value = (float) values.get(weight).get();
      start[weight.ordinal()] = value;
      put(weight, value);
    }
    descent.look();
    takeFromEngine();
  }

  private Tensor tensor(Weight weight) {
    return descent.parameters().find(Neuron.NODE, weight.parameter()).orElseThrow().tensor();
  }

  private void put(Weight weight, float value) {
    tensor(weight).setRow(weight.row(), new float[] {value}, 0);
  }

  private void takeFromEngine() {
    taking = true;
    double squares = 0;
    for (Weight weight : Weight.values()) {
      Tensor tensor = tensor(weight);
      double gradient = tensor.gradAt(weight.row(), 0);
      values.get(weight).set(tensor.get(weight.row(), 0));
      gradients.get(weight).set(gradient);
      squares += gradient * gradient;
    }
    taking = false;
    loss.set(descent.loss());
    right.set(IntStream.range(0, points()).filter(point -> !wrong(point)).count());
    flat.set(Math.sqrt(squares) < FLAT);
    changes.set(changes.get() + 1);
  }
}
