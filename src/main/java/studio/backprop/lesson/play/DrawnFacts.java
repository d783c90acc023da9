package studio.backprop.lesson.play;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.CheckedQuantity.Subject;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Replica;
import studio.backprop.plan.Plan;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Tensor;
import studio.backprop.train.Session;

/** Predictions for pictures outside the data: the drawing on the pad, and noise. NaN where there is none. */
final class DrawnFacts {
  private static final int PICTURES = 1000;
  private static final int AT_ONCE = 50;
  private static final double SURE = 0.9;
  /** Quantities of an example whose pixels are edited. */
  private static final List<String> EDITED = List.of("changed", "origin");

  private final Session session;
  private Replica replica;
  private long noiseAt = -1;
  /** Mean of the largest probabilities, and number of pictures with one above {@link #SURE}. */
  private double[] noise = {};

  DrawnFacts(Session session) {
    this.session = session;
  }

  void forget() {
    noiseAt = -1;
  }

  /** @param thorough whether to run the network */
  double number(CheckedQuantity quantity, Example example, boolean thorough) {
    PreparedData data = session.data();
    if (!data.dataset().isImages() || data.dataset().task() != Task.CLASSES || data.dataset().answers() != 1) {
      return Double.NaN;
    }
    if (quantity.subject() == Subject.NOISE) {
      return noise(quantity.name().equals("sure") ? 1 : 0, thorough);
    }
    Optional<DrawnExample> drawn = example.drawn().filter(one -> one.fits(data));
    if (quantity.name().equals("drawn")) {
      return drawn.isPresent() ? 1 : 0;
    }
    if (quantity.name().equals("label")) {
      return drawn.filter(one -> one.label() != DrawnExample.UNKNOWN).map(one -> (double) one.label()).orElse(Double.NaN);
    }
    if (EDITED.contains(quantity.name())) {
      return drawn.flatMap(DrawnExample::edited).map(one -> quantity.name().equals("changed") ? one.changed() : (double) one.label())
          .orElse(Double.NaN);
    }
    return drawn.isEmpty() || !thorough ? Double.NaN : said(quantity, probabilities(drawn.get()));
  }

  private static double said(CheckedQuantity quantity, double[] probabilities) {
    int best = largest(probabilities);
    return switch (quantity.name()) {
      case "class" -> best;
      case "confidence" -> probabilities[best];
      default -> {
        int place = quantity.indices().size() == 1 ? quantity.indices().get(0) : probabilities.length;
        yield place < probabilities.length ? probabilities[place] : Double.NaN;
      }
    };
  }

  private static int largest(double[] numbers) {
    int best = 0;
    for (int i = 1; i < numbers.length; i++) {
      best = numbers[i] > numbers[best] ? i : best;
    }
    return best;
  }

  private double[] probabilities(DrawnExample drawn) {
    float[] input = new float[session.data().dataset().width()];
    drawn.copyInput(session.data(), input);
    replica = Replica.of(session, replica);
    return probabilities(replica.answer(input, 0, 1), 0);
  }

  /** Probability of each class; a single output is that of the second. */
  private static double[] probabilities(Plan plan, int row) {
    Tensor said = plan.prediction();
    double[] all = new double[said.rowCount()];
    for (int i = 0; i < all.length; i++) {
      all[i] = said.get(row, i);
    }
    return all.length == 1 ? new double[] {1 - all[0], all[0]} : all;
  }

  /** Predictions for uniform noise between the smallest and largest pixel value; fixed seed. */
  private double noise(int which, boolean thorough) {
    if (noiseAt != session.steps()) {
      if (!thorough) {
        return Double.NaN;
      }
      noise = noise();
      noiseAt = session.steps();
    }
    return noise[which];
  }

  private double[] noise() {
    PreparedData data = session.data();
    int width = data.dataset().width();
    SplittableRandom random = new Seeds(0).source("noise");
    float[] inputs = new float[AT_ONCE * width];
    double sum = 0;
    int sure = 0;
    replica = Replica.of(session, replica);
    for (int done = 0; done < PICTURES; done += AT_ONCE) {
      for (int row = 0; row < AT_ONCE; row++) {
        for (int i = 0; i < width; i++) {
          inputs[row * width + i] = (float) random.nextDouble() * data.dataset().about().largestPixel();
        }
        data.inputScaler().scale(inputs, row * width);
      }
      Plan plan = replica.answer(inputs, 0, AT_ONCE);
      for (int row = 0; row < AT_ONCE; row++) {
        double[] said = probabilities(plan, row);
        double most = said[largest(said)];
        sum += most;
        sure += most > SURE ? 1 : 0;
      }
    }
    return new double[] {sum / PICTURES, (double) sure / PICTURES};
  }
}
