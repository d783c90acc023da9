package studio.backprop.ui.judge.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import studio.backprop.data.Dataset;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Predictions;

/**
 * Attribute of every example, as a number to sort and to plot by.
 *
 * @param feature index of a feature, −1 for all other kinds
 */
record ExampleColumn(Kind kind, int feature) {
  enum Kind {
    /** Row of the dataset, from 1. */
    ROW,
    /** Pseudorandom order with a fixed seed. */
    SHUFFLED,
    PART,
    /** Piece of text, sorted by its position. */
    TEXT,
    TARGET,
    PREDICTED,
    /** Probability of the predicted class. */
    CERTAINTY,
    /** Predicted minus true value of a regression. */
    ERROR,
    /** The three inputs with the largest attributions. */
    WHY,
    FEATURE;

    boolean needsPrediction() {
      return this == PREDICTED || this == CERTAINTY || this == ERROR || this == WHY;
    }

    /** Whether examples can be sorted by it. */
    boolean sorts() {
      return this != WHY;
    }
  }

  static final ExampleColumn ROW = new ExampleColumn(Kind.ROW, -1);
  static final ExampleColumn SHUFFLED = new ExampleColumn(Kind.SHUFFLED, -1);
  static final ExampleColumn CERTAINTY = new ExampleColumn(Kind.CERTAINTY, -1);
  static final ExampleColumn TARGET = new ExampleColumn(Kind.TARGET, -1);
  static final ExampleColumn PREDICTED = new ExampleColumn(Kind.PREDICTED, -1);

  static ExampleColumn feature(int index) {
    return new ExampleColumn(Kind.FEATURE, index);
  }

  /** Columns of a table, in their order. Pixels of an image are no columns. */
  static List<ExampleColumn> of(Dataset dataset) {
    List<ExampleColumn> columns = new ArrayList<>(List.of(ROW, new ExampleColumn(Kind.PART, -1)));
    if (dataset.text().isPresent()) {
      columns.add(new ExampleColumn(Kind.TEXT, -1));
    }
    columns.addAll(List.of(TARGET, PREDICTED));
    columns.add(new ExampleColumn(dataset.task() == Task.CLASSES ? Kind.CERTAINTY : Kind.ERROR, -1));
    if (dataset.answers() == 1 && dataset.graph().isEmpty()) {
      columns.add(new ExampleColumn(Kind.WHY, -1));
    }
    columns.addAll(features(dataset));
    return columns;
  }

  static List<ExampleColumn> features(Dataset dataset) {
    List<ExampleColumn> columns = new ArrayList<>();
    for (int f = 0; f < dataset.featureNames().size(); f++) {
      columns.add(feature(f));
    }
    return columns;
  }

  /** NaN if missing or not predicted yet. */
  float number(PreparedData data, Optional<Predictions> predictions, Example example) {
    if (kind.needsPrediction()) {
      return predictions.filter(p -> p.has(example.part())).map(p -> predicted(p, example)).orElse(Float.NaN);
    }
    return switch (kind) {
      case ROW, TEXT -> data.split().row(example.part(), example.row()) + 1;
      case SHUFFLED -> (float) new SplittableRandom(data.split().row(example.part(), example.row())).nextDouble();
      case PART -> example.part().ordinal();
      case TARGET -> data.rawTarget(example.part(), example.row());
      default -> data.rawInput(example.part(), example.row(), feature);
    };
  }

  private float predicted(Predictions predictions, Example example) {
    boolean classes = predictions.data().dataset().task() == Task.CLASSES;
    return switch (kind) {
      case CERTAINTY -> predictions.score(example.part(), example.row(), predictions.classOf(example.part(), example.row()));
      case ERROR -> (float) predictions.error(example.part(), example.row());
      case WHY -> Float.NaN;
      default -> classes ? predictions.classOf(example.part(), example.row()) : (float) predictions.value(example.part(), example.row());
    };
  }
}
