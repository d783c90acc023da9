package studio.backprop.ui.inside.lens.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.data.Dataset;
import studio.backprop.data.Task;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.workspace.run.DataTexts;

/** Prediction of the network for one example, and its target. */
public record PredictionAndTarget(Lang lang, Dataset dataset, float[] prediction, float[] target) {
  /**
   * Bar of a class or value.
   *
   * @param length from 0 to 1
   * @param said formatted probability or value
   */
  record Bar(String name, double length, String said, boolean right) {}

  private boolean classes() {
    return dataset.task() == Task.CLASSES;
  }

  /** Values per answer: the probabilities of the classes, or one. */
  private int width() {
    int count = dataset.classNames().size();
    return classes() && count > 0 && prediction.length % count == 0 ? count : 1;
  }

  /** Answers per example. */
  public int count() {
    return prediction.length / width();
  }

  /** All classes in order, or of many the most probable ones and the target; the others are summed up. */
  public List<Bar> bars(int answer, int most) {
    if (!classes()) {
      return values(answer);
    }
    float[] shares = shares(answer);
    int right = right(answer);
    List<Integer> order = IntStream.range(0, shares.length).boxed().toList();
    if (shares.length > most) {
      order = order.stream().sorted(Comparator.comparing(place -> -shares[place])).toList();
    }
    if (order.indexOf(right) >= most) {
      order = new ArrayList<>(order);
      order.add(most - 1, order.remove(order.indexOf(right)));
    }
    List<Bar> bars = new ArrayList<>(order.stream().limit(most)
        .map(place -> new Bar(name(place), shares[place], percent(shares[place]), place == right)).toList());
    if (order.size() > most) {
      double rest = order.stream().skip(most).mapToDouble(place -> shares[place]).sum();
      bars.add(new Bar(lang.say("lens.answers.others", order.size() - most), rest, percent(rest), false));
    }
    return bars;
  }

  private String percent(double share) {
    return lang.numbers().probability(share);
  }

  private List<Bar> values(int answer) {
    Numbers digits = lang.numbers();
    double limit = Math.max(1e-9, Math.max(Math.abs(prediction[answer]), Math.abs(target[answer])));
    return List.of(
        new Bar(lang.say("lens.answers.foretold"), Math.abs(prediction[answer]) / limit, digits.significant(prediction[answer], 4), false),
        new Bar(lang.say("lens.answers.right"), Math.abs(target[answer]) / limit, digits.significant(target[answer], 4), true));
  }

  /** A single sigmoid output is the probability of the second class. */
  private float[] shares(int answer) {
    int width = width();
    if (width > 1) {
      return Arrays.copyOfRange(prediction, answer * width, (answer + 1) * width);
    }
    return new float[] {1 - prediction[answer], prediction[answer]};
  }

  /** Probability of a class. */
  public double share(int answer, int place) {
    return shares(answer)[place];
  }

  /** Most probable class. */
  public int best(int answer) {
    float[] shares = shares(answer);
    return IntStream.range(0, shares.length).reduce((a, b) -> shares[b] > shares[a] ? b : a).orElse(0);
  }

  /** Target class, −1 if unknown. */
  public int right(int answer) {
    boolean each = target.length == count();
    float first = target[each ? answer : answer * width()];
    if (Float.isNaN(first)) {
      return -1;
    }
    return each ? Math.round(first) : IntStream.range(0, width())
        .reduce((a, b) -> target[answer * width() + b] > target[answer * width() + a] ? b : a).orElse(-1);
  }

  public String name(int place) {
    return StepNames.visible(new DataTexts(lang).ofClass(dataset, place));
  }
}
